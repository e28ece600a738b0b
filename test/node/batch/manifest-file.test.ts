import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { OutputError } from '../../../src/errors.js';
import { tempFolder } from '../temp-folder.js';
import { built, filesIn, handedOver } from './batch-folder.js';

it.each(['manifest.json', 'manifest.csv'])('a folder named %s is told before any packet is made', async (name) => {
  const outDir = tempFolder();
  mkdirSync(path.join(outDir, name));
  const run = built([handedOver('ada')], { outDir });
  await expect(run).rejects.toThrow(OutputError);
  await expect(run).rejects.toMatchObject({
    diagnostics: [
      { code: 'output/write-failed', message: `${path.join(outDir, name)} cannot be written: it is a folder` },
    ],
  });
  expect(filesIn(outDir).size).toBe(0);
});

it('a manifest that is none is told, and packets are made again', async () => {
  const outDir = tempFolder({ 'manifest.json': '{}' });
  const { results, summary } = await built([handedOver('ada')], { outDir });
  expect(results[0]).toMatchObject({ kind: 'problem', diagnostics: [{ code: 'output/manifest-unusable' }] });
  expect(summary).toMatchObject({ made: 1 });
});
