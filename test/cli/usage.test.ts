import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.js';
import { dayOfIssue } from '../../src/cli/day-of-issue.js';
import { textTable } from '../../src/cli/text-table.js';
import { applicationSchema } from '../../src/schema/application.js';
import { minimalYaml } from '../support/applications.js';
import { tempFolder } from '../node/temp-folder.js';
import { runCommand } from './run-command.js';

describe('usage', () => {
  it('prints help and version on stdout', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await runCommand(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
    const help = await runCommand(['--help']);
    expect([help.code, help.stderr]).toEqual([0, '']);
    for (const name of ['init', 'check', 'build', 'schema']) {
      expect(help.stdout).toContain(`  ${name} `);
      const own = await runCommand([name, '--help']);
      expect([own.code, own.stderr]).toEqual([0, '']);
      expect(own.stdout).toContain(`Usage: lor-packet ${name}`);
    }
  });

  it('offers no option that does nothing', async () => {
    const { stdout } = await runCommand(['build', '--help']);
    expect(stdout).not.toMatch(/--(?:watch|format)\b/);
  });

  it.each([
    [[], 'Usage: lor-packet'],
    [['biuld', 'x'], 'did you mean build?'],
    [['build', 'x', '--qiet'], 'did you mean --quiet?'],
    [['build', 'x', '--watch'], "unknown option '--watch'"],
    [['build'], "missing required argument 'path'"],
    [['check'], "missing required argument 'path'"],
    [['init', 'a', 'b'], 'too many arguments'],
    [['schema', 'aplication'], 'did you mean "application"?'],
    [['schema', 'everything'], 'application, reference, template, brief'],
    [['build', 'x', '--today', '2026-02-30'], '--today "2026-02-30" is not a date'],
    [['check', 'x', '--today', '2026-02'], '--today "2026-02" is not a date'],
  ])('%j is wrong usage', async (args, message) => {
    const { code, stdout, stderr } = await runCommand(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  });

  it('takes SOURCE_DATE_EPOCH that is no number for wrong usage', async () => {
    const { code, stderr } = await runCommand(['check', 'x'], { env: { SOURCE_DATE_EPOCH: 'yesterday' } });
    expect(code).toBe(2);
    expect(stderr).toContain('SOURCE_DATE_EPOCH "yesterday"');
  });

  it('prints the schemas that the package publishes', async () => {
    for (const name of ['application', 'reference', 'template', 'brief']) {
      const { code, stdout } = await runCommand(['schema', name]);
      expect(code).toBe(0);
      expect((JSON.parse(stdout) as { $id: string }).$id).toMatch(new RegExp(`/${name}\\.json$`));
      expect(stdout).toContain(`\n  "title": "lor-packet ${name}",\n`);
    }
    const { stdout } = await runCommand(['schema']);
    const printed = JSON.parse(stdout) as { properties: object };
    expect(Object.keys(printed.properties)).toEqual(Object.keys(applicationSchema.shape));
  });

  it('colours on a terminal only, and not with NO_COLOR', async () => {
    const folder = tempFolder({
      'application.yaml': minimalYaml.replace('aamcId', 'x').replace('season: 2027', 'season: no'),
    });
    const escape = '\u001b[';
    expect((await runCommand(['check', folder], { isTTY: true })).stdout).toContain(escape);
    expect((await runCommand(['check', folder])).stdout).not.toContain(escape);
    expect((await runCommand(['check', folder], { isTTY: true, env: { NO_COLOR: '1' } })).stdout).not.toContain(escape);
    expect((await runCommand(['check', folder], { isTTY: true, env: { TERM: 'dumb' } })).stdout).not.toContain(escape);
  });
});

describe('an unexpected failure', () => {
  async function fail(env: Record<string, string>) {
    let stderr = '';
    const code = await run(['check', 'x'], {
      stdout: { write: () => undefined },
      stderr: { write: (text) => void (stderr += text) },
      env,
      now: () => {
        throw new Error('the clock\nis broken');
      },
    });
    return { code, lines: stderr.trimEnd().split('\n') };
  }

  it('is told in one line, with where to report it', async () => {
    const { code, lines } = await fail({});
    expect([code, lines.length]).toEqual([1, 1]);
    expect(lines[0]).toMatch(/^error internal\/unexpected the clock is broken .*report/);
  });

  it('shows the stack to who asks for it', async () => {
    const { lines } = await fail({ LOR_PACKET_DEBUG: '1' });
    expect(lines.some((line) => line.startsWith('    at '))).toBe(true);
  });
});

describe('dayOfIssue', () => {
  const now = () => new Date(2026, 0, 2, 23, 59);

  it('is the day given, else SOURCE_DATE_EPOCH in UTC, else the local day of the clock', () => {
    expect(dayOfIssue('2026-07-06', { env: { SOURCE_DATE_EPOCH: '0' }, now })).toBe('2026-07-06');
    expect(dayOfIssue(undefined, { env: { SOURCE_DATE_EPOCH: '1767225599' }, now })).toBe('2025-12-31');
    expect(dayOfIssue(undefined, { env: { SOURCE_DATE_EPOCH: '' }, now })).toBe('2026-01-02');
    expect(dayOfIssue(undefined, { env: {}, now })).toBe('2026-01-02');
  });
});

describe('textTable', () => {
  it('aligns columns', () => {
    const columns = [
      { title: 'file', align: 'left' },
      { title: 'pages', align: 'right' },
    ] as const;
    expect(
      textTable(columns, [
        ['a-long-name.pdf', '9'],
        ['é.pdf', '12'],
      ]),
    ).toBe(['file             pages', 'a-long-name.pdf      9', 'é.pdf               12', ''].join('\n'));
  });
});

describe('a roster', () => {
  it.each(['check', 'plan', 'preview'])('is no input of %s, which names the command that takes it', async (command) => {
    for (const name of ['class.csv', 'class.xlsx']) {
      const file = path.join(tempFolder({ [name]: 'applicant_id\nada\n' }), name);
      const { code, stdout, stderr } = await runCommand([command, file]);
      expect(code).toBe(1);
      expect(stdout + stderr).toContain(`${file} is a roster, not an application`);
      expect(stdout + stderr).toContain(`run "lor-packet build ${file}"`);
    }
  });
});
