import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { starterDates } from '../../src/cli/starter/starter-dates.js';
import { starterFiles } from '../../src/cli/starter/starter-files.js';
import { parseApplication } from '../../src/input/index.js';
import { readSchema, type JsonSchema } from '../../src/node/load-schema.js';
import { addDays } from '../../src/plan/calendar.js';
import { planLetters } from '../../src/plan/index.js';
import { tempFolder } from '../node/temp-folder.js';
import { runCommand } from './run-command.js';

const schema = JSON.parse(await readSchema('application')) as JsonSchema;
const FILES = ['README.md', 'application.yaml', 'personal-statement.md'];

function keysOf({ properties = {}, items }: JsonSchema): string[] {
  const below = Object.entries(properties).flatMap(([key, child]) => [key, ...keysOf(child)]);
  return items ? [...below, ...keysOf(items)] : below;
}

function parseStarter(text: string, files: Record<string, string>) {
  return parseApplication(text, {
    file: 'application.yaml',
    statements: { 'personal-statement.md': files['personal-statement.md'] ?? '' },
    reference: {},
  });
}

describe('init', () => {
  it('writes a folder without errors, and says what to do next', async () => {
    const folder = path.join(tempFolder(), 'new', 'mina');
    const { code, stdout, stderr } = await runCommand(['init', folder]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`lor-packet build ${folder} -o out`);
    expect(readdirSync(folder).sort()).toEqual(FILES);
    const checked = await runCommand(['check', folder]);
    expect([checked.code, checked.stderr]).toEqual([0, '']);
    expect(checked.stdout).toMatch(/1 application checked: \d warnings, \d notes\n$/);
  });

  it('makes a folder that builds at once', async () => {
    const folder = tempFolder();
    const outDir = tempFolder();
    await runCommand(['init', folder]);
    const { code, stderr } = await runCommand(['build', folder, '-o', outDir, '--quiet']);
    expect([code, stderr]).toEqual([0, '']);
    expect(readdirSync(path.join(outDir, path.basename(folder)))).toEqual(['sample.pdf']);
  });

  it.each(FILES)('overwrites nothing: with %s there, no file is written', async (name) => {
    const folder = tempFolder({ [name]: 'mine' });
    const { code, stdout, stderr } = await runCommand(['init', folder]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`output/exists ${path.join(folder, name)} is already there`);
    expect(readdirSync(folder)).toEqual([name]);
    expect(readFileSync(path.join(folder, name), 'utf8')).toBe('mine');
  });

  it('says when the folder is a file', async () => {
    const folder = tempFolder({ me: '' });
    const { code, stderr } = await runCommand(['init', path.join(folder, 'me')]);
    expect(code).toBe(1);
    expect(stderr).toContain('output/write-failed');
  });

  it('says the same for a roster: there is none in a file', async () => {
    const folder = tempFolder({ me: '' });
    const { code, stderr } = await runCommand(['init', '--roster', path.join(folder, 'me')]);
    expect(code).toBe(1);
    expect(stderr).toContain('roster.csv cannot be written: something of that name is in the way');
  });
});

/** What an application of one letter lacks; late in summer its date is close, too. */
const UNFINISHED: readonly string[] = [
  'letters/too-few',
  'letters/few-of-specialty',
  'letters/department-letter-missing',
  'narrative/few-moments',
  'narrative/points-few',
  'statement/short',
  'timing/short-notice',
];

describe('starter files', () => {
  const files = starterFiles(schema, '2026-07-06');
  const yaml = files['application.yaml'] ?? '';

  it('begins with the schema for editors', () => {
    expect(yaml.split('\n')[0]).toBe(`# yaml-language-server: $schema=${schema.$id}`);
  });

  it('shows every field of the format, each key under a comment with its description', () => {
    const shown = new Set(Array.from(yaml.matchAll(/^[ #]*(?:- )?(\w+):/gm), ([, key]) => key));
    expect(keysOf(schema).filter((key) => key !== '$schema' && !shown.has(key))).toEqual([]);
    const words = yaml.replace(/\n[ #]*#\s*/g, ' ');
    const describedIn = ({ properties = {}, items }: JsonSchema): string[] => [
      ...Object.entries(properties).flatMap(([key, child]) =>
        key === '$schema' ? [] : [child.description ?? `${key} has no description`, ...describedIn(child)],
      ),
      ...(items ? describedIn(items) : []),
    ];
    expect(describedIn(schema).filter((text) => !words.includes(text))).toEqual([]);
  });

  it('is valid with every field in use, too', () => {
    // "# text" explains; "#key: …" and, below it, "#  …" is a value.
    const lines = yaml.split('\n').map((line) => line.replace(/^( *)#(?=\S| {2})/, '$1'));
    // Two fields exclude another one: a statement has one text, and a narrative letter has no form.
    const all = lines.filter((line) => !/^ *text: The statement itself/.test(line)).join('\n');
    const used = all.replace('type: narrative', 'type: standardized');
    const { application, diagnostics } = parseStarter(used, files);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(application?.advisor?.name).toBeDefined();
    expect(application?.letters[0]?.writer.assistant?.email).toBeDefined();
  });

  it('is only unfinished, and nothing about it is wrong, on any day of the seasons to come', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 * 12 }), (days) => {
        const today = addDays('2026-01-01', days);
        const made = starterFiles(schema, today);
        const { application, diagnostics } = parseStarter(made['application.yaml'] ?? '', made);
        expect(diagnostics).toEqual([]);
        if (!application) throw new Error('no application');
        const codes = new Set(planLetters(application, { today }).diagnostics.map(({ code }) => code));
        expect([...codes].filter((code) => !UNFINISHED.includes(code))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['2026-07-06', 2027, '2026-09-04'],
    ['2026-08-10', 2027, '2026-09-15'],
    ['2026-08-20', 2028, '2026-10-19'],
    ['2026-01-15', 2027, '2026-03-16'],
  ])('on %s is for season %i with a letter by %s', (today, season, target) => {
    expect(starterDates(today)).toMatchObject({ season, target });
  });
});
