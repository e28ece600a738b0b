import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { minimalYaml } from '../support/applications.js';
import { tempFolder } from '../node/temp-folder.js';
import { runCommand } from './run-command.js';

const letterYaml = minimalYaml.slice(minimalYaml.indexOf('  - id: rivera'));
/** Two more letters: one fixed to a program, one for a program of another specialty than its own. */
const dual = `${minimalYaml.replace(
  'letters:\n',
  `  - id: neurology
    goals: I want to look after people with stroke.
programs:
  - { id: lakeside-im, institution: Lakeside Hospital, specialty: internal-medicine, focus: [research] }
  - { id: hill-im, institution: Hill Hospital, specialty: internal-medicine, focus: [research] }
  - { id: lakeside-neuro, institution: Lakeside Hospital, specialty: neurology }
letters:
`,
)}${letterYaml.replace('id: rivera', 'id: chen\n    programs: [hill-im, lakeside-neuro]').replace('family: Rivera', 'family: Chen')}`;

interface PlanJson {
  readonly today: string;
  readonly applications: {
    readonly file: string;
    readonly ok: boolean;
    readonly plan: {
      readonly letters: { readonly id: string; readonly programs: string[]; readonly askBy: { date: string } }[];
      readonly assignments: {
        readonly program: string;
        readonly letterIds: string[];
        readonly reasons: { readonly letterId: string; readonly fixed: boolean; readonly reason: string }[];
        readonly leftOut: { readonly letterId: string }[];
      }[];
    } | null;
    readonly diagnostics: { readonly code: string; readonly who?: string }[];
  }[];
  readonly summary: { readonly applications: number; readonly errors: number; readonly warnings: number };
}

describe('plan', () => {
  it('shows letters against programs for each specialty, and the dates', async () => {
    const folder = tempFolder({ 'application.yaml': dual });
    const { code, stdout, stderr } = await runCommand(['plan', folder]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('linh-tran, ERAS 2027, as of 2026-07-06');
    expect(stdout).toMatch(/^ {2}A {2}rivera +Rivera +draft +2026-09-15 +in 71 days +2$/m);
    expect(stdout).toMatch(/^Internal medicine: 2 programs$/m);
    expect(stdout).toMatch(/^ {2}program +A +B +letters$/m);
    expect(stdout).toMatch(/^ {2}lakeside-im +\+ +\. +1 of 3$/m);
    expect(stdout).toMatch(/^ {2}hill-im +\+ +# +2 of 3$/m);
    expect(stdout).toMatch(/^ {2}lakeside-neuro +! +0 of 3$/m);
    expect(stdout).toContain('2026-07-06  ask now: the day to ask was 2026-06-03');
    expect(stdout).toContain('2026-09-15  target date');
    expect(stdout).toContain('2026-09-23  Programs begin reviewing applications (expected)');
    expect(stdout.match(/Match Day/g)).toHaveLength(1);
  });

  it('groups findings by who can mend them', async () => {
    const { stdout } = await runCommand(['plan', tempFolder({ 'application.yaml': dual })]);
    const applicant = stdout.indexOf('For the applicant');
    const advisor = stdout.indexOf('For applicant and advisor');
    expect(applicant).toBeGreaterThan(stdout.indexOf('Dates'));
    expect(advisor).toBeGreaterThan(applicant);
    expect(stdout.indexOf('letters/other-specialty')).toBeLessThan(advisor);
    expect(stdout.indexOf('letters/too-few')).toBeGreaterThan(advisor);
    expect(stdout).toMatch(/1 application planned: \d+ warnings, \d+ notes\n$/);
  });

  it('gives reasons only when asked, and those of named letters, too', async () => {
    const folder = tempFolder({ 'application.yaml': dual });
    expect((await runCommand(['plan', folder])).stdout).not.toContain('named for it');
    const { stdout } = await runCommand(['plan', folder, '--reasons']);
    expect(stdout).toMatch(/^ {4}B # named for it under `programs`$/m);
    expect(stdout).toMatch(/^ {4}A \+ supervised your work with patients$/m);
    expect(stdout).toMatch(/^ {4}B ! left out: it is for internal medicine, and the program is in neurology$/m);
  });

  it.each([80, 120])('keeps its own lines within %i columns', async (columns) => {
    const folder = tempFolder({ 'application.yaml': dual.replaceAll('hill-im', `hill-${'long-'.repeat(8)}im`) });
    const { stdout } = await runCommand(['plan', folder, '--reasons'], { columns });
    const own = stdout.slice(0, stdout.indexOf('For the applicant')).split('\n');
    expect(Math.max(...own.map((line) => Array.from(line).length))).toBeLessThanOrEqual(columns);
    expect(stdout).toContain(columns === 80 ? '…' : 'long-im');
  });

  it('names the season of the service that takes the letters', async () => {
    const emergency = minimalYaml.replaceAll('internal-medicine', 'emergency-medicine');
    const { stdout } = await runCommand(['plan', tempFolder({ 'application.yaml': emergency })]);
    expect(stdout).toContain('linh-tran, ResidencyCAS 2027, as of 2026-07-06');
    expect(stdout.slice(0, stdout.indexOf('For the applicant'))).not.toContain('ERAS 2027');
  });

  it('says what to do about a late request', async () => {
    const late = minimalYaml.replace('2026-09-15', '2026-07-20');
    const { stdout } = await runCommand(['plan', tempFolder({ 'application.yaml': late })]);
    expect(stdout).toMatch(/less than a month’s notice:\n {4}- offer a later date, up to 2026-09-16/);
  });

  it('prints JSON, and nothing else', async () => {
    const home = tempFolder({
      'a/application.yaml': dual,
      'b/application.yaml': minimalYaml.replace('email: linh', 'emial: linh'),
    });
    const { code, stdout, stderr } = await runCommand(['plan', home, '--json', '--today', '2026-06-01']);
    const json = JSON.parse(stdout) as PlanJson;
    expect([code, stderr, json.today]).toEqual([1, '', '2026-06-01']);
    expect(json.summary).toMatchObject({ applications: 2 });
    const [first, second] = json.applications;
    expect([first?.ok, second?.ok, second?.plan]).toEqual([true, false, null]);
    expect(first?.plan?.letters.map(({ id, programs }) => [id, programs])).toEqual([
      ['rivera', ['lakeside-im', 'hill-im']],
      ['chen', ['hill-im']],
    ]);
    expect(first?.plan?.letters[0]?.askBy).toEqual({ date: '2026-06-03', because: 'season-opens', state: 'ahead' });
    expect(first?.plan?.assignments[2]).toMatchObject({ letterIds: [], leftOut: [{ letterId: 'chen' }] });
    expect(first?.plan?.assignments[1]?.reasons.map(({ fixed }) => fixed)).toEqual([false, true]);
  });

  it('counts warnings as failures with --strict only', async () => {
    const folder = tempFolder({ 'application.yaml': dual });
    expect((await runCommand(['plan', folder, '--strict'])).code).toBe(1);
    expect((await runCommand(['plan', path.join(folder, 'nowhere')])).code).toBe(1);
  });

  it('has no colour of its own', async () => {
    const folder = tempFolder({ 'application.yaml': dual });
    const shown = (await runCommand(['plan', folder], { isTTY: true, env: { NO_COLOR: '1' } })).stdout;
    expect(shown).not.toContain('\u001B');
    const { stdout } = await runCommand(['plan', folder], { isTTY: true, env: { TERM: 'xterm' } });
    expect(stdout.slice(0, stdout.indexOf('For the applicant') - 8)).not.toContain('\u001B');
  });
});
