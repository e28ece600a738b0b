import { rmSync } from 'node:fs';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { runCommand } from '../../cli/run-command.js';
import { tempFolder } from '../temp-folder.js';
import { built, yamlOf } from './batch-folder.js';

const { rm } = fs;

/** Who runs tests as root may remove everything. */
function refuseToRemove(name: string): void {
  fs.rm = async (file, options) => {
    if (!String(file).endsWith(name)) return rm(file, options);
    throw Object.assign(new Error(`EACCES: permission denied, unlink '${String(file)}'`), { code: 'EACCES' });
  };
  syncBuiltinESMExports();
}

afterEach(() => {
  fs.rm = rm;
  syncBuiltinESMExports();
});

it('reports a packet that cannot be removed, and finishes all the same', async () => {
  const home = tempFolder({ 'ada/application.yaml': yamlOf('ada'), 'ben/application.yaml': yamlOf('ben') });
  const outDir = path.join(home, 'out');
  const places = [path.join(home, 'ada'), path.join(home, 'ben')];
  await built(places, { outDir });
  rmSync(path.join(home, 'ada'), { recursive: true });
  refuseToRemove('chen.pdf');
  const { results, summary } = await built(path.join(home, 'ben'), { outDir, prune: true });
  const problems = results.flatMap((result) => (result.kind === 'problem' ? result.diagnostics : []));
  expect(problems.map(({ message }) => message)).toEqual([
    `${path.join(outDir, 'ada/chen.pdf')} cannot be removed: permission denied`,
  ]);
  expect(summary).toMatchObject({ complete: true, unchanged: 2, removed: 1, leftOver: 1 });
  const command = ['build', path.join(home, 'ben'), '-o', outDir, '--prune', '--redact', '--today', '2026-07-06'];
  const { code, stdout, stderr } = await runCommand(command);
  expect([code, stderr]).toEqual([1, expect.stringContaining('the batch: error output/write-failed')]);
  expect(stdout + stderr).not.toContain('ada/');
});
