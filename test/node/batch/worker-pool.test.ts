import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { hold } from '../../../src/node/batch/held-application.js';
import { smallBatchRunner } from '../../../src/node/batch/small-batch-runner.js';
import { workerPool } from '../../../src/node/batch/worker-pool.js';
import type { RenderedLetter, WorkerSettings } from '../../../src/node/batch/worker-tasks.js';
import type { TaskRunner } from '../../../src/node/batch/task-runner.js';
import { applicationSchema } from '../../../src/schema/application.js';
import { minimalApplication } from '../../support/applications.js';
import { tempFolder } from '../temp-folder.js';
import { built, filesIn, outcomes, yamlOf } from './batch-folder.js';

describe('a batch in workers', () => {
  it('makes the same bytes as the calling thread', async () => {
    const ids = ['ada', 'ben', 'chi', 'dov'];
    const home = tempFolder(Object.fromEntries(ids.map((id) => [`${id}/application.yaml`, yamlOf(id)])));
    const folders = [path.join(tempFolder(), 'inline'), path.join(tempFolder(), 'pool')] as const;
    const inline = await built(home, { outDir: folders[0], jobs: 0 });
    const pool = await built(home, { outDir: folders[1], jobs: 2 });
    expect(outcomes(pool)).toEqual(outcomes(inline));
    const pdfs = (folder: string) => [...filesIn(folder)].filter(([name]) => name.endsWith('.pdf'));
    expect(pdfs(folders[1])).toEqual(pdfs(folders[0]));
    expect(pdfs(folders[1])).toHaveLength(8);
  });
});

describe('smallBatchRunner', () => {
  const ordinary = applicationSchema.parse(minimalApplication());
  const [program] = ordinary.programs;
  const large = { ...ordinary, programs: Array.from({ length: 10_000 }, (_, index) => ({ ...program!, institution: `Hospital ${index}` })) }; // prettier-ignore
  const files = { 'cv.pdf': new Uint8Array(9_000_000) };
  const module = new URL('misbehaving-worker.mjs', import.meta.url).href;
  const signal = new AbortController().signal;
  const settings = { fonts: [] } as unknown as WorkerSettings;

  it.each([
    ['says very much', { application: hold(large), files: {} }, true],
    ['appends very large files', { application: hold(ordinary), files }, true],
    ['is set by a template that may repeat things without end', { application: hold(ordinary), files: {} }, false],
  ])('keeps the limits when an application %s', async (_, task, ours) => {
    const openPool = async () => workerPool(settings, { jobs: 1, seconds: 1, megabytes: 64 }, signal, module);
    const runner = smallBatchRunner(settings, signal, { ours, openPool });
    const told: string[] = [];
    await runner.render({ ...task, letters: ['a', 'endless', 'b'] }, async ({ letterId, packet, diagnostics }) => {
      told.push(packet ? letterId : `${letterId} ${diagnostics.map(({ code }) => code).join(' ')}`);
    });
    await runner.close();
    expect(told).toEqual(['a', 'endless batch/time-limit', 'b']);
  });

  it('reads a very large file in a worker, and starts none for an ordinary applicant', async () => {
    const home = tempFolder({ 'ada/application.yaml': yamlOf('ada'), 'ben/application.yaml': `${yamlOf('ben')}# ${'x'.repeat(300_000)}\n` }); // prettier-ignore
    let pools = 0;
    const read: string[] = [];
    const openPool = async () => {
      pools += 1;
      return { ...workerPool(settings, { jobs: 1, seconds: 1, megabytes: 64 }, signal, module), read: async ({ name }: { name: string }) => (read.push(name), {} as never) }; // prettier-ignore
    };
    const runner = smallBatchRunner({ ...settings, today: '2026-07-06' }, signal, { ours: true, openPool });
    const source = (name: string) => ({ number: 1, name, place: path.join(home, name, 'application.yaml') });
    const ada = await runner.read(source('ada'));
    expect([ada.application?.applicant.id, pools]).toEqual(['ada', 0]);
    await runner.read(source('ben'));
    expect([read, pools]).toEqual([['ben'], 1]);
    await runner.close();
  });
});

describe('workerPool', () => {
  const application = hold(applicationSchema.parse(minimalApplication()));
  const module = new URL('misbehaving-worker.mjs', import.meta.url).href;
  let pool: TaskRunner | undefined;
  afterEach(() => pool?.close());

  /** What becomes of letters whose names say how a worker treats them. */
  async function render(letters: readonly string[], seconds: number): Promise<string[]> {
    const runner = workerPool({} as WorkerSettings, { jobs: 1, seconds, megabytes: 64 }, new AbortController().signal, module); // prettier-ignore
    pool = runner;
    const told: RenderedLetter[] = [];
    await runner.render({ application, files: {}, letters }, async (letter) => void told.push(letter));
    return told.map(({ letterId, packet, diagnostics }) =>
      packet ? letterId : `${letterId} ${diagnostics.map(({ code }) => code).join(' ')}`,
    );
  }

  it.each([
    ['takes too long', 'endless', 1, 'batch/time-limit'],
    ['takes too long while it waits', 'waiting', 1, 'batch/time-limit'],
    ['needs too much memory', 'greedy', 60, 'batch/memory-limit'],
    ['ends the worker', 'exiting', 1, 'batch/time-limit'],
  ])('gives up a packet that %s, once, and makes the others', async (_, letter, seconds, code) => {
    expect(await render(['a', letter, 'b', 'c'], seconds)).toEqual(['a', `${letter} ${code}`, 'b', 'c']);
  });

  it('does not blame a packet for the memory that those before it used up', async () => {
    expect(await render(['a', 'hoarding', 'hoarding-2', 'hoarding-3', 'b'], 60)).toEqual(['a', 'hoarding', 'hoarding-2', 'hoarding-3', 'b']); // prettier-ignore
  });

  it('counts the time of a task from when a worker is free for it, and ends it when its last letter is put away', async () => {
    const runner = workerPool({} as WorkerSettings, { jobs: 1, seconds: 1, startSeconds: 1, megabytes: 64 }, new AbortController().signal, module); // prettier-ignore
    pool = runner;
    const told: string[] = [];
    const renderAll = async (letters: readonly string[]): Promise<void> => {
      await runner.render({ application, files: {}, letters }, async ({ letterId, packet }) => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        told.push(packet ? letterId : `${letterId} failed`);
      });
      told.push(`end of ${letters[0]}`);
    };
    await Promise.all([renderAll(['slow-1', 'slow-2', 'slow-3']), renderAll(['a', 'b'])]);
    expect(told).toEqual(['slow-1', 'slow-2', 'slow-3', 'end of slow-1', 'a', 'b', 'end of a']);
  });

  it('gives up an applicant that cannot be read in time', async () => {
    pool = workerPool(
      {} as WorkerSettings,
      { jobs: 1, seconds: 1, megabytes: 64 },
      new AbortController().signal,
      module,
    );
    const source = { number: 1, name: 'greedy', place: 'greedy/application.yaml' };
    expect(await pool.read(source)).toMatchObject({ application: null, diagnostics: [{ code: 'batch/memory-limit' }] });
  });

  it('stops at once when the batch is stopped', async () => {
    const stop = new AbortController();
    pool = workerPool({} as WorkerSettings, { jobs: 1, seconds: 60, megabytes: 64 }, stop.signal, module);
    const rendering = pool.render({ application, files: {}, letters: ['endless'] }, async () => undefined);
    setTimeout(() => stop.abort(new Error('enough')), 300);
    await expect(rendering).rejects.toThrow('enough');
  });
});
