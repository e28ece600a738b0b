import { describe, expect, it } from 'vitest';
import path from 'node:path';
import { minimalYaml } from '../support/applications.js';
import { tempFolder } from '../node/temp-folder.js';
import { runCommand } from './run-command.js';

/** Everything in these files that names or is about somebody. */
const SECRETS = ['linh', 'tran', 'rivera', 'lakeside', 'hanoi', 'zaphod', 'quân', 'example.org', '2026-13-45'];

describe('build --redact', () => {
  const home = () =>
    tempFolder({
      'linh-tran/application.yaml': minimalYaml,
      'quân/application.yaml': minimalYaml
        .replace('season: 2027', 'zaphod: 1\nseason: 2027')
        .replace('2026-09-15', '2026-13-45'),
      'rivera/application.yaml': 'season: "2027',
      'tran/application.yaml': minimalYaml,
    });

  it.each([[[]], [['--json']], [['--quiet']]])('tells whose and what without names, %j', async (more) => {
    const folder = home();
    const { code, stdout, stderr } = await runCommand(['build', folder, '-o', path.join(tempFolder(), 'out'), '--redact', '--template', 'classic', ...more]); // prettier-ignore
    expect(code).toBe(1);
    const said = (stdout + stderr).replaceAll(/\S*manifest\.(?:csv|json)"?/g, '').toLowerCase();
    expect(SECRETS.filter((secret) => said.includes(secret))).toEqual([]);
    if (more.length === 0) {
      expect(stderr).toContain(
        'applicant 2, line 1 column 1: error input/unknown-key a key that the format does not have',
      );
      expect(stderr).toContain('at letters[0].request.targetDate');
      expect(stderr).toMatch(/applicant 4: error input\/duplicate-id/);
      expect(stdout).toContain('applicant 3: input/missing a required value is missing (line 1)');
    }
  });
});
