import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifestSchema } from '../../../src/schema/manifest.js';
import { tempFolder } from '../temp-folder.js';
import { built, handedOver, outcomes, type Built } from './batch-folder.js';

/** Codes of the errors about applicants. */
function errors({ results }: Built): string[] {
  return results.flatMap((result) =>
    result.kind === 'applicant' && !result.ok
      ? result.diagnostics.filter(({ severity }) => severity === 'error').map(({ code, path: at }) => `${code} ${at}`)
      : [],
  );
}

describe('applicants handed over as data', () => {
  it('keep their packets in the manifest when another has the same id', async () => {
    const outDir = path.join(tempFolder(), 'out');
    const entries = () =>
      manifestSchema
        .parse(JSON.parse(readFileSync(path.join(outDir, 'manifest.json'), 'utf8')))
        .applicants.map(({ id, status, packets }) => [id, status, packets.length]);
    const first = await built([handedOver('ada'), handedOver('ada')], { outDir });
    expect(errors(first)).toEqual(['input/duplicate-id applicant.id']);
    expect(first.summary).toMatchObject({ applicants: 2, applicantsFailed: 1 });
    expect(entries()).toEqual([
      ['ada', 'ready', first.packets.length],
      [null, 'failed', 0],
    ]);
    const again = await built([handedOver('ada'), handedOver('ada')], { outDir, prune: true });
    expect(again.summary).toMatchObject({ made: 0, unchanged: first.packets.length, removed: 0 });
    await built([handedOver('ada')], { outDir });
    expect(entries()).toEqual([['ada', 'ready', first.packets.length]]);
  });

  it('are told when they have no id', async () => {
    const run = await built([handedOver(), handedOver('ada')], { outDir: path.join(tempFolder(), 'out') });
    expect(errors(run)).toEqual(['input/missing applicant.id']);
    expect(outcomes(run).every((outcome) => outcome.startsWith('ada/'))).toBe(true);
  });
});
