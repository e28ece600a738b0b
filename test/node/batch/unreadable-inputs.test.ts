import { chmodSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { OutputError } from '../../../src/errors.js';
import { tempFolder } from '../temp-folder.js';
import { built, filesIn, outcomes, yamlOf } from './batch-folder.js';

const locked: string[] = [];

/** Takes away all rights until the test ends, so that the folder can be removed. */
function lock(place: string, mode = 0o000): string {
  chmodSync(place, mode);
  locked.push(place);
  return place;
}

afterEach(() => {
  for (const place of locked.splice(0)) chmodSync(place, 0o755);
});

// The superuser may read everything, and Windows has no such rights.
describe.skipIf(process.getuid === undefined || process.getuid() === 0)('what may not be read', () => {
  it.each([
    ['a file', 'people/ben/application.yaml', 'people'],
    ['a folder', 'people/ben', 'people'],
    ['a folder beside a roster', 'people/ben', 'people/class.csv'],
  ])('is told, and the others are made: %s', async (_, name, source) => {
    const folder = tempFolder({
      'people/ada/application.yaml': yamlOf('ada', ['rivera']),
      'people/ben/application.yaml': yamlOf('ben', ['rivera']),
      'people/class.csv': 'applicant_id,letter,target_date\nada,rivera,2026-10-01\nben,rivera,2026-10-01\n',
    });
    const place = lock(path.join(folder, name));
    const run = await built(path.join(folder, source), { outDir: tempFolder() });
    expect(outcomes(run)).toEqual(['ada/rivera made new']);
    const refused = run.results.flatMap((result) =>
      result.kind === 'applicant' && !result.ok ? result.diagnostics : [],
    );
    expect(refused.map(({ message }) => message)).toEqual([`${place} cannot be read: permission denied`]);
  });

  it('is told of an output folder that may not be written, before packets are made', async () => {
    const outDir = lock(tempFolder(), 0o555);
    const run = built(tempFolder({ 'application.yaml': yamlOf('ada') }), { outDir });
    await expect(run).rejects.toThrow(OutputError);
    await expect(run).rejects.toMatchObject({
      diagnostics: [{ message: `${outDir} cannot be written: permission denied` }],
    });
    expect(filesIn(outDir).size).toBe(0);
  });
});
