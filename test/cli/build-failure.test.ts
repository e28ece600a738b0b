import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { yamlOf } from '../node/batch/batch-folder.js';
import { tempFolder } from '../node/temp-folder.js';
import { runCommand } from './run-command.js';

/** A command in whose output folder another folder is in the way of a file. */
function blocked(file = 'manifest.json'): string[] {
  const home = tempFolder({ 'linh/application.yaml': yamlOf('linh', ['rivera']) });
  mkdirSync(path.join(home, 'linh-out', file), { recursive: true });
  return ['build', path.join(home, 'linh'), '-o', path.join(home, 'linh-out')];
}

const unwritten = 'manifest.json cannot be written: it is a folder';

describe('a build that cannot be finished', () => {
  it('says why, and ends with 1', async () => {
    const { code, stdout, stderr } = await runCommand(blocked());
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(unwritten);
  });

  it('says it as JSON', async () => {
    const { code, stdout, stderr } = await runCommand([...blocked(), '--json']);
    expect([code, stderr]).toEqual([1, '']);
    const last = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as object;
    expect(last).toMatchObject({ event: 'problem', diagnostics: [{ code: 'output/write-failed' }] });
    expect(JSON.stringify(last)).toContain(unwritten);
  });

  it.each([[[]], [['--json']]])('names nobody with --redact, %j', async (more) => {
    const { code, stdout, stderr } = await runCommand([...blocked(), '--redact', ...more]);
    expect(code).toBe(1);
    expect(stdout + stderr).toContain('output/write-failed');
    expect(stdout + stderr).not.toContain('linh');
  });

  it('names nobody with --redact when the failure is a defect', async () => {
    const { code, stdout, stderr } = await runCommand([...blocked('.lor-packet.journal'), '--redact']);
    expect(code).toBe(1);
    expect(stdout + stderr).toContain('internal/unexpected');
    expect(stdout + stderr).not.toContain('linh');
  });

  it('takes no output folder without a name', async () => {
    const { code, stderr } = await runCommand(['build', 'linh', '-o', '']);
    expect([code, stderr]).toEqual([2, 'error: --output "" is not the name of a folder\n']);
  });
});
