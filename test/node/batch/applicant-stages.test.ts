import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildBatch, type BatchApplicant } from '../../../src/node/batch/index.js';
import { tempFolder } from '../temp-folder.js';
import { handedOver, TINY } from './batch-folder.js';

function settings() {
  return { outDir: path.join(tempFolder(), 'out'), today: '2026-07-06', jobs: 0, template: TINY } as const;
}

describe('a source of applicants', () => {
  /** Applicants without end, and whether the source was closed. */
  function endless() {
    const state = { closed: 0 };
    async function* source(): AsyncGenerator<BatchApplicant, void, undefined> {
      try {
        for (let number = 1; ; number += 1) yield handedOver(`a${number}`);
      } finally {
        state.closed += 1;
      }
    }
    return { state, source: source() };
  }

  it('is closed when the reader leaves', async () => {
    const { state, source } = endless();
    for await (const result of buildBatch(source, settings())) if (result.kind === 'packet') break;
    expect(state.closed).toBe(1);
  });

  it('is closed when the batch is stopped or fails', async () => {
    const stop = new AbortController();
    const stopped = endless();
    const whole = async (source: AsyncIterable<BatchApplicant>, more: object): Promise<void> => {
      for await (const result of buildBatch(source, { ...settings(), ...more }))
        if (result.kind === 'packet') stop.abort(new Error('enough'));
    };
    await expect(whole(stopped.source, { signal: stop.signal })).rejects.toThrow('enough');
    const failed = endless();
    const onProgress = (): void => {
      throw new Error('no screen');
    };
    await expect(whole(failed.source, { onProgress })).rejects.toThrow('no screen');
    expect([stopped.state.closed, failed.state.closed]).toEqual([1, 1]);
  });

  it('is not waited for when the batch is stopped', async () => {
    async function* waiting(): AsyncGenerator<BatchApplicant, void, undefined> {
      yield handedOver('first');
      await new Promise(() => undefined);
    }
    const stop = new AbortController();
    const kinds: string[] = [];
    const read = async (): Promise<void> => {
      for await (const result of buildBatch(waiting(), { ...settings(), signal: stop.signal })) {
        kinds.push(result.kind);
        if (result.kind === 'packet') setTimeout(() => stop.abort(new Error('enough')), 50);
      }
    };
    await expect(read()).rejects.toThrow('enough');
    expect(kinds.at(-1)).toBe('summary');
  });
});
