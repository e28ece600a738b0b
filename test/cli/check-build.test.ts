import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { minimalYaml } from '../support/applications.js';
import { CLEAN_STATEMENT, cleanApplication } from '../support/clean-application.js';
import { tempFolder } from '../node/temp-folder.js';
import { runCommand } from './run-command.js';

const second = minimalYaml.replace('linh-tran', 'quang-le').replace('id: rivera', 'id: chen');
const broken = minimalYaml.replace('email: linh', 'emial: linh');
const overdue = minimalYaml.replace('2026-09-15', '2026-07-01');

interface Json {
  readonly summary: {
    readonly errors: number;
    readonly warnings: number;
    readonly packets?: number;
    readonly failed?: number;
  };
  readonly applications?: { file: string; ok: boolean; diagnostics: { code: string; source?: { line: number } }[] }[];
  readonly diagnostics: { code: string }[];
}

/** The events of `build --json`. */
function eventsIn(stdout: string): { readonly event: string; readonly [key: string]: unknown }[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { event: string });
}

describe('check', () => {
  it('shows errors with the line that they are about, and ends with 1', async () => {
    const folder = tempFolder({ 'application.yaml': broken });
    const { code, stdout, stderr } = await runCommand(['check', folder]);
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toContain(`${folder}/application.yaml:7:3 error input/unknown-key`);
    expect(stdout).toContain('7 |   emial: linh.tran@example.org');
    expect(stdout).toMatch(/1 application checked: \d errors?\n$/);
  });

  it('finds the place of what planning finds', async () => {
    const folder = tempFolder({ 'application.yaml': overdue });
    const line = overdue.split('\n').findIndex((text) => text.includes('targetDate')) + 1;
    const { code, stdout } = await runCommand(['check', folder]);
    expect(code).toBe(0);
    expect(stdout).toContain(`application.yaml:${line}:19 warning timing/overdue`);
    expect((await runCommand(['check', folder, '--strict'])).code).toBe(1);
  });

  it('fails with --strict only when there is a warning, as of the day that counts', async () => {
    const folder = tempFolder({ 'application.json': JSON.stringify(cleanApplication()) });
    const strict = (args: readonly string[] = [], how = {}) => runCommand(['check', folder, '--strict', ...args], how);
    expect(await strict(['--today', '2026-07-06'])).toEqual({
      code: 0,
      stdout: '1 application checked: no errors, no warnings\n',
      stderr: '',
    });
    expect((await strict(['--today', '2026-09-02'])).code).toBe(1);
    expect((await strict([], { env: { SOURCE_DATE_EPOCH: '1783296000' } })).code).toBe(0);
    expect((await strict([], { now: new Date(2026, 6, 6) })).code).toBe(0);
    expect((await strict([], { now: new Date(2026, 8, 2) })).code).toBe(1);
  });

  it('groups findings by who must act, the most severe first, and lists what is silenced', async () => {
    const data = cleanApplication();
    for (const { request, writer } of data.letters.slice(0, 2)) {
      request.waived = false;
      writer.country = 'Vietnam';
    }
    data.letters.pop();
    data.silence = [{ code: 'request/not-waived', letter: 'chen', reason: 'Dr. Chen asked me to keep it' }];
    const folder = tempFolder({ 'application.json': JSON.stringify(data, null, 2) });
    const { code, stdout } = await runCommand(['check', folder, '--today', '2026-07-06']);
    expect(code).toBe(0);
    const lines = stdout.split('\n').filter((text) => /^(?:For|To|Silenced|1 app)|:\d+ (?:warning|info) /.test(text));
    expect(lines.map((text) => text.replace(/^.*application\.json:\d+:\d+ (\w+ \S+) .*$/, '$1'))).toEqual([
      'For the applicant: 1 warning',
      'warning request/not-waived',
      'For applicant and advisor together: 1 warning, 1 note',
      'warning letters/too-few',
      'info letters/department-letter-missing',
      'To bring up with the letter writer: 2 notes',
      'info request/letter-language',
      'info request/letter-language',
      'Silenced, with the reason given: 1',
      'info request/not-waived',
      '1 application checked: 2 warnings, 3 notes, 1 silenced',
    ]);
    expect(stdout).toContain('because programs trust confidential letters more');
    expect(stdout).toContain('silenced: Dr. Chen asked me to keep it');
    expect(stdout).toContain('see SEED, YALE');
  });

  it('points into the file of a statement', async () => {
    const data = cleanApplication();
    data.statements = [
      { id: 'im', specialty: 'internal-medicine', status: 'final', date: '2026-06-28', file: 'ps.md' },
    ];
    const folder = tempFolder({
      'application.json': JSON.stringify(data),
      'ps.md': `${CLEAN_STATEMENT}\nAt last, Mrs. Alvarez slept.\n`,
    });
    const { stdout } = await runCommand(['check', folder, '--today', '2026-07-06']);
    expect(stdout).toContain(`${path.join(folder, 'ps.md')}:9:10 warning privacy/possible-patient-identifier`);
    expect(stdout).toContain('9 | At last, Mrs. Alvarez slept.');
  });

  it('prints JSON, and nothing else', async () => {
    const home = tempFolder({
      'a/application.yaml': broken,
      'b/application.yaml': overdue,
      'c/application.yaml': second,
    });
    const { code, stdout, stderr } = await runCommand(['check', home, path.join(home, 'nowhere'), '--json']);
    const json = JSON.parse(stdout) as Json;
    expect([code, stderr]).toEqual([1, '']);
    expect(json.applications?.map(({ ok }) => ok)).toEqual([false, true, true]);
    const found = json.applications?.[1]?.diagnostics ?? [];
    expect(found.find(({ code: name }) => name === 'timing/overdue')).toMatchObject({
      severity: 'warning',
      path: 'letters[0].request.targetDate',
      source: { column: 19 },
      found: '2026-07-01',
      why: 'the writer needs a new date',
      who: 'applicant',
      reference: 'SEED, ACAPS',
    });
    expect(json.diagnostics).toMatchObject([{ code: 'input/file-missing' }]);
    expect(json.summary).toMatchObject({ applications: 3, silenced: 0 });
  });

  it('says when there is nothing to check', async () => {
    const { code, stdout } = await runCommand(['check', path.join(tempFolder(), 'nowhere')]);
    expect(code).toBe(1);
    expect(stdout).toContain('error input/file-missing');
  });
});

describe('build', () => {
  it('writes the packets of everyone without errors, and ends with 1 when somebody has one', async () => {
    const home = tempFolder({
      'a/application.yaml': minimalYaml,
      'b/application.yaml': broken,
      'c/application.yaml': second,
    });
    const outDir = path.join(tempFolder(), 'packets');
    const { code, stdout, stderr } = await runCommand(['build', home, '-o', outDir]);
    expect(code).toBe(1);
    expect(stderr).toContain('b/application.yaml:7:3 error input/unknown-key');
    expect(readdirSync(outDir).sort()).toEqual([
      'index.html',
      'linh-tran',
      'manifest.csv',
      'manifest.json',
      'quang-le',
    ]);
    const lines = stdout.split('\n');
    expect(lines[0]).toMatch(/^file +pages +kB +warnings$/);
    expect(lines.slice(1, 3).sort()).toEqual([
      expect.stringMatching(new RegExp(`^${outDir}/linh-tran/rivera\\.pdf +\\d+ +\\d+ +\\d+$`)),
      expect.stringContaining('quang-le/chen.pdf'),
    ]);
    expect(lines[4]).toContain('2 packets made; 1 application with errors, not made');
    expect(stdout).toMatch(/not made:\n {2}\S+b\/application\.yaml: 7:3 unknown key "emial"\n/);
    expect(stderr).toMatch(new RegExp(`\\[[123]/3\\] ${outDir}/linh-tran/rivera\\.pdf: `));
  });

  it('makes the same bytes for the same day, and only the letter asked for', async () => {
    const letters = minimalYaml.slice(minimalYaml.indexOf('  - id: rivera'));
    const folder = tempFolder({ 'application.yaml': minimalYaml + letters.replace('id: rivera', 'id: chen') });
    const [one, two] = [tempFolder(), tempFolder()];
    const args = ['build', folder, '--letter', 'chen', '--today', '2026-07-06', '-o'];
    expect((await runCommand([...args, one])).code).toBe(0);
    expect((await runCommand([...args, two], { now: new Date(2030, 1, 1) })).code).toBe(0);
    expect(readdirSync(path.join(one, 'linh-tran'))).toEqual(['chen.pdf']);
    const [first, again] = [one, two].map((folderOf) => readFileSync(path.join(folderOf, 'linh-tran', 'chen.pdf')));
    expect(first?.equals(again ?? Buffer.alloc(0))).toBe(true);
  });

  it('prints JSON, and nothing else', async () => {
    const home = tempFolder({ 'a/application.yaml': minimalYaml, 'b/application.yaml': broken });
    const { code, stdout, stderr } = await runCommand(['build', home, '-o', tempFolder(), '--json']);
    expect([code, stderr]).toEqual([1, '']);
    const events = eventsIn(stdout);
    expect(events.filter(({ event }) => event === 'applicant')).toMatchObject([
      { number: 1, applicantId: 'linh-tran', ok: true },
      { number: 2, applicantId: null, ok: false, diagnostics: [{ code: 'input/unknown-key' }] },
    ]);
    const [packet, ...more] = events.filter(({ event }) => event === 'packet');
    expect([packet, more]).toMatchObject([
      { letterId: 'rivera', status: 'made', reasons: ['new'], due: '2026-09-15', conformance: { pdfUa: '1' } },
      [],
    ]);
    expect(existsSync(String(packet?.['file']))).toBe(true);
    expect(events.at(-1)).toMatchObject({ event: 'summary', made: 1, failed: 0, applicantsFailed: 1, exitCode: 1 });
  });

  it('carries along what --attach names, as PDF/A-3a, and refuses other words', async () => {
    const folder = tempFolder({ 'application.yaml': minimalYaml });
    const args = ['build', folder, '-o', tempFolder(), '--json', '--today', '2026-07-06'];
    const both = await runCommand([...args, '--attach', 'application-json', '-a', 'originals']);
    const packets = eventsIn(both.stdout).filter(({ event }) => event === 'packet');
    expect(packets).toMatchObject([{ conformance: { pdfUa: '1', pdfA: '3a' } }]);
    const wrong = await runCommand([...args, '--attach', 'everything']);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toMatch(/allowed choices are application-json, originals/i);
  });

  it('does not let two applicants share a folder', async () => {
    const home = tempFolder({
      'a/application.yaml': minimalYaml,
      'b/application.yaml': minimalYaml.replace('id: linh', 'id: Linh'),
    });
    const outDir = tempFolder();
    const { code, stderr } = await runCommand(['build', home, '-o', outDir, '--quiet']);
    expect(code).toBe(1);
    expect(stderr).toContain('input/duplicate-id');
    expect(readdirSync(outDir)).toEqual(['index.html', 'linh-tran', 'manifest.csv', 'manifest.json']);
  });

  it('takes a letter that only some have, and reports one that nobody has', async () => {
    const home = tempFolder({ 'a/application.yaml': minimalYaml, 'b/application.yaml': second });
    const outDir = tempFolder();
    const both = await runCommand(['build', home, '-o', outDir, '--letter', 'chen', '--quiet']);
    expect(both).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readdirSync(outDir)).toEqual(['index.html', 'manifest.csv', 'manifest.json', 'quang-le']);
    const none = await runCommand(['build', home, '-o', outDir, '--letter', 'chan', '--quiet']);
    expect(none.code).toBe(1);
    expect(none.stderr).toContain('did you mean "chen"?');
  });

  it('tells of a wrong template before anything is made', async () => {
    const folder = tempFolder({ 'application.yaml': minimalYaml });
    const outDir = tempFolder();
    const { code, stderr } = await runCommand(['build', folder, '-o', outDir, '--template', 'clasic']);
    expect(code).toBe(1);
    expect(stderr).toContain('did you mean "classic"?');
    expect(readdirSync(outDir)).toEqual([]);
  });

  it('counts warnings as failures with --strict only, and makes the packets all the same', async () => {
    const folder = tempFolder({ 'application.yaml': overdue });
    const outDir = tempFolder();
    expect((await runCommand(['build', folder, '-o', outDir])).code).toBe(0);
    const strict = await runCommand(['build', folder, '-o', outDir, '--strict', '--quiet']);
    expect(strict.code).toBe(1);
    expect(readdirSync(path.join(outDir, 'linh-tran'))).toEqual(['rivera.pdf']);
  });

  it('says where it cannot write, before anything is made', async () => {
    const folder = tempFolder({ 'application.yaml': minimalYaml, out: 'a file' });
    const { code, stdout, stderr } = await runCommand(['build', folder, '-o', path.join(folder, 'out')]);
    expect(code).toBe(1);
    expect([stderr.includes('error output/write-failed'), stdout]).toEqual([true, '']);
  });
});
