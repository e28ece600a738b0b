import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifestSchema } from '../../../src/schema/manifest.js';
import { runCommand } from '../../cli/run-command.js';
import { tempFolder } from '../temp-folder.js';
import { built, outcomes, yamlOf } from './batch-folder.js';

const ALONE = `applicant_id;season;family_name;email;medical_school;specialty;goals;writer_family_name;writer_role;writer_institution;relationship;why_you;waived;target_date
ada;2027;Lovelace;ada@example.org;Hanoi Medical University;neurology;To treat.;Rivera;attending;Lakeside;Attending;You saw me;yes;2026-09-15
ada;;;;;neurology;;Chen;professor;Lakeside;Teacher;You taught me;yes;2026-09-20
ben;2027;Babbage;ben@example.org;Cairo University;internal-medicine;To teach.;Rivera;attending;Lakeside;Attending;You saw me;no;2026-09-15
`;

function codesOf(run: Awaited<ReturnType<typeof built>>): string[] {
  return run.results.flatMap((result) =>
    result.kind === 'applicant' || result.kind === 'problem'
      ? result.diagnostics
          .filter(({ severity }) => severity === 'error')
          .map(({ code, path: at }) => `${code} ${at ?? ''}`)
      : [],
  );
}

describe('a roster', () => {
  it('stands alone', async () => {
    const folder = tempFolder({ 'class.csv': ALONE });
    const outDir = tempFolder();
    const run = await built(path.join(folder, 'class.csv'), { outDir });
    expect(codesOf(run)).toEqual([]);
    expect(outcomes(run)).toEqual(['ada/chen made new', 'ada/rivera made new', 'ben/rivera made new']);
    expect((await built(path.join(folder, 'class.csv'), { outDir })).summary).toMatchObject({ made: 0, unchanged: 3 });
    // Another order of rows and columns of the advisor's own change nothing; a cell that counts does.
    writeFileSync(path.join(folder, 'class.csv'), ALONE.replace('To teach.', 'To teach well.'));
    expect((await built(path.join(folder, 'class.csv'), { outDir })).summary).toMatchObject({ made: 1, unchanged: 2 });
    writeFileSync(path.join(folder, 'class.csv'), ALONE.split('\n').slice(0, 3).join('\n'));
    expect((await built(path.join(folder, 'class.csv'), { outDir, prune: true })).summary).toMatchObject({ unchanged: 2, removed: 1 }); // prettier-ignore
  });

  it('adds to applicants with files, and counts more than they', async () => {
    const folder = tempFolder({
      'people/ada/application.yaml': yamlOf('ada'),
      'people/x/application.yaml': yamlOf('ben'),
      'class.csv': [
        'applicant_id,letter,writer_family_name,writer_role,writer_institution,relationship,why_you,waived,target_date,specialty,letter.note',
        'ada,chen,,,,,,,2026-10-01,,Thank you.',
        'ben,,Okafor,chair,Lakeside,Chair,You know me,yes,2026-09-30,general,',
        '',
      ].join('\n'),
    });
    const outDir = tempFolder();
    const run = await built([path.join(folder, 'people'), path.join(folder, 'class.csv')], { outDir });
    expect(codesOf(run)).toEqual([]);
    expect(outcomes(run)).toEqual([
      ...['ada/chen', 'ada/rivera', 'ben/chen', 'ben/okafor', 'ben/rivera'].map((name) => `${name} made new`),
    ]);
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(path.join(outDir, 'manifest.json'), 'utf8')));
    expect(manifest.applicants.flatMap(({ packets }) => packets.map(({ letter, due }) => `${letter} ${due}`))).toEqual([
      'rivera 2026-09-15',
      'chen 2026-10-01',
      'rivera 2026-09-15',
      'chen 2026-09-15',
      'okafor 2026-09-30',
    ]);
  });

  it('finds folders beside it by their id, or by the column "folder"', async () => {
    const folder = tempFolder({
      'ada/application.yaml': yamlOf('ada', ['rivera']),
      'files/b/application.yaml': yamlOf('ben', ['rivera']),
      'class.csv':
        'applicant_id,folder,letter,target_date\nada,,rivera,2026-10-01\nben,files/b,rivera,2026-10-02\ncy,nowhere,x,2026-10-02\n',
    });
    const run = await built(path.join(folder, 'class.csv'), { outDir: tempFolder() });
    expect(outcomes(run)).toEqual(['ada/rivera made new', 'ben/rivera made new']);
    expect(codesOf(run)).toEqual(['input/file-missing ']);
  });

  it('completes files that lack what it says, found by their ids', async () => {
    const withoutLetters = (id: string): string => yamlOf(id).slice(0, yamlOf(id).indexOf('letters:'));
    const folder = tempFolder({
      'people/1/application.yaml': withoutLetters('ada'),
      'people/2/application.yaml': withoutLetters('ben'),
      'class.csv': ALONE.replace(/^(ada|ben);2027;\w+;[^;]+;[^;]+/gm, '$1;;;;'),
    });
    const run = await built([path.join(folder, 'people'), path.join(folder, 'class.csv')], { outDir: tempFolder() });
    expect(codesOf(run)).toEqual([]);
    expect(outcomes(run)).toEqual(['ada/chen made new', 'ada/rivera made new', 'ben/rivera made new']);
  });

  it.each([
    ['two rosters', { 'a.csv': 'applicant_id,letter,letter.note\nada,rivera,Note.\n', 'b.csv': 'applicant_id,letter,target_date\nada,rivera,2026-10-01\n' }], // prettier-ignore
    ['two ids', { 'a.csv': 'applicant_id,folder,letter,letter.note\nada,ada,rivera,Note.\nben,ada,rivera,Other.\n' }],
  ])('does not choose between %s for one application', async (_, rosters) => {
    const folder = tempFolder({ 'ada/application.yaml': yamlOf('ada'), ...rosters });
    const places = Object.keys(rosters).map((name) => path.join(folder, name));
    const run = await built(places, { outDir: tempFolder() });
    expect(codesOf(run)).toEqual(['roster/conflict applicant.id']);
    expect(run.packets).toEqual([]);
  });

  it('does not choose between two rosters for an applicant without a file', async () => {
    const folder = tempFolder({ 'a.csv': ALONE, 'b.csv': ALONE.split('\n').slice(0, 2).join('\n') });
    const run = await built(
      ['a.csv', 'b.csv'].map((name) => path.join(folder, name)),
      { outDir: tempFolder() },
    );
    expect(codesOf(run)).toEqual(['roster/conflict applicant.id']);
    expect(outcomes(run)).toEqual(['ben/rivera made new']);
    const [ada] = run.results.flatMap((result) =>
      result.kind === 'applicant' && !result.ok ? result.diagnostics : [],
    );
    expect(ada?.message.replaceAll(`${folder}${path.sep}`, '')).toBe('"ada" in row 2 of b.csv is the applicant who is "ada" in row 2 of a.csv, too'); // prettier-ignore
  });

  it('is not an application that Notepad has saved as text', async () => {
    const folder = tempFolder({ 'application.yaml.txt': yamlOf('ada') });
    const run = await built(path.join(folder, 'application.yaml.txt'), { outDir: tempFolder() });
    expect(codesOf(run)).toEqual(['input/bad-value ']);
  });

  it('tells what is wrong with row and column, and makes the rest', async () => {
    const folder = tempFolder({ 'class.csv': ALONE.replace('2026-09-20', '20 Sept').replace('Babbage', '') });
    const run = await built(path.join(folder, 'class.csv'), { outDir: tempFolder() });
    expect(codesOf(run)).toEqual(['input/bad-date letters[1].request.targetDate', 'input/missing applicant.name']);
    const [ada, ben] = run.results.flatMap((result) => (result.kind === 'applicant' ? [result.diagnostics] : []));
    expect(ada?.[0]).toMatchObject({ found: '20 Sept', source: { line: 3, column: 70 } });
    expect(ada?.[0]?.hints[0]).toBe('in row 3, column "target_date"');
    expect(ben?.[0]?.hints[0]).toBe('row 4: fill the column "family_name"');
  });

  it.each([
    ['letter', 'letter', 'rivra', 'the file has no letter "rivra"', 'rivera'],
    ['letter in capitals', 'letter', 'Rivera', 'the file has no letter "Rivera"', 'rivera'],
    ['writer', 'writer_family_name', 'Riverra', 'the file has no letter of "Riverra"', 'Rivera'],
  ])('asks first whether a misspelt %s was meant', async (_, column, name, message, meant) => {
    const folder = tempFolder({
      'ada/application.yaml': yamlOf('ada'),
      'class.csv': `applicant_id,${column},target_date\nada,${name},2026-10-01\n`,
    });
    const run = await built(path.join(folder, 'class.csv'), { outDir: tempFolder() });
    const [first, ...others] = run.results.flatMap((result) =>
      result.kind === 'applicant' ? result.diagnostics.filter(({ severity }) => severity === 'error') : [],
    );
    expect(first).toMatchObject({ code: 'input/unknown-reference', message, source: { line: 2, column: 5 } });
    expect(first?.hints.slice(0, 2)).toEqual([`in row 2, column "${column}"`, `did you mean "${meant}"?`]);
    expect(others.map(({ code }) => code)).toContain('input/missing');
  });

  it.each([
    ['among the other arguments', 'people/x', 'ben', ['people', 'class.csv']],
    ['beside it', 'ada', 'ben', ['class.csv']],
    ['who has other rows', 'ada', 'ada', ['class.csv']],
  ])('asks first whether the id of an applicant %s was meant', async (_, home, other, places) => {
    const folder = tempFolder({
      [`${home}/application.yaml`]: yamlOf('ada', ['rivera']),
      'ben/application.yaml': yamlOf('ben', ['rivera']),
      'class.csv': `applicant_id,letter,target_date\n${other},rivera,2026-10-01\nadda,rivera,2026-10-01\n`,
    });
    const run = await built(
      places.map((name) => path.join(folder, name)),
      { outDir: tempFolder() },
    );
    expect(outcomes(run)).toContain(`${other}/rivera made new`);
    const [first] = run.results.flatMap((result) =>
      result.kind === 'applicant' && !result.ok ? result.diagnostics : [],
    );
    expect(first).toMatchObject({
      code: 'input/unknown-reference',
      message: 'no applicant with a file has the id "adda"',
      source: { line: 3, column: 1 },
    });
    expect(first?.hints.slice(0, 2)).toEqual(['in row 3, column "applicant_id"', 'did you mean "ada"?']);
  });

  it('does not ask about rows that give all that a letter or an applicant needs', async () => {
    const folder = tempFolder({
      'ada/application.yaml': yamlOf('ada', ['rivera', 'chan']),
      'class.csv': ALONE.replace(/^ben;/m, 'adda;').replace(/^ada;2027.*\n/m, '').replace('ada;;;;;neurology', 'ada;;;;;general'), // prettier-ignore
    });
    const run = await built(path.join(folder, 'class.csv'), { outDir: tempFolder() });
    expect(codesOf(run)).toEqual([]);
    expect(outcomes(run)).toEqual(['ada/chan', 'ada/chen', 'ada/rivera', 'adda/rivera'].map((name) => `${name} made new`)); // prettier-ignore
  });

  it('refuses rows of one applicant that disagree', async () => {
    const folder = tempFolder({ 'class.csv': ALONE.replace('ada;;;;;', 'ada;2028;;;;') });
    const run = await built(path.join(folder, 'class.csv'), { outDir: tempFolder() });
    expect(codesOf(run)).toEqual(['roster/conflict season']);
    expect(outcomes(run)).toEqual(['ben/rivera made new']);
  });

  it('says of two rows about one letter that they may be two letters', async () => {
    const folder = tempFolder({
      'class.csv': `${ALONE}ada;;;;;neurology;;Chen;professor;Lakeside;Teacher;You heard me;yes;\n`,
    });
    const run = await built(path.join(folder, 'class.csv'), { outDir: tempFolder() });
    expect(codesOf(run)).toEqual(['roster/conflict letter.whyYou']);
    const hints = run.results.flatMap((result) => (result.kind === 'applicant' ? result.diagnostics : []))[0]?.hints;
    expect(hints).toContainEqual(expect.stringContaining('an id of its own in the column "letter"'));
  });

  it('refuses what it says of a specialty in rows that are for none, unless another row says the same', async () => {
    const folder = tempFolder({
      'ada/application.yaml': yamlOf('ada', ['rivera']),
      'ada.csv': 'applicant_id,goals\nada,New goals\n',
      'ben.csv': `${ALONE.split('\n')[0] ?? ''}\n${ALONE.split('\n')[3] ?? ''}\nben;;;;;general;To teach.;Chen;professor;Lakeside;Teacher;You taught me;yes;2026-09-20\n`, // prettier-ignore
    });
    const run = await built(
      ['ada.csv', 'ben.csv'].map((name) => path.join(folder, name)),
      { outDir: tempFolder() },
    );
    expect(codesOf(run)).toEqual(['roster/unplaced specialty.goals']);
    expect(outcomes(run)).toEqual(['ben/chen made new', 'ben/rivera made new']);
  });

  it.each([
    ['UTF-16, little end first', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, big end first', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
  ])('is read in %s', async (_, encode) => {
    const folder = tempFolder({ 'class.csv': encode(ALONE.replace('Lovelace', 'Nguyễn')) });
    const run = await built(path.join(folder, 'class.csv'), { outDir: tempFolder() });
    expect(run.packets.map(({ status }) => status)).toEqual(['made', 'made', 'made']);
  });

  it('must be UTF-8 or UTF-16, and no workbook', async () => {
    const folder = tempFolder({ 'a.csv': Buffer.from(ALONE.replace('Lovelace', 'Müller'), 'latin1'), 'b.xlsx': 'PK' });
    expect(codesOf(await built(path.join(folder, 'a.csv'), { outDir: tempFolder() }))).toEqual(['input/encoding ']);
    const workbook = await built(path.join(folder, 'b.xlsx'), { outDir: tempFolder() });
    expect(workbook.results[0]).toMatchObject({ diagnostics: [{ code: 'roster/syntax', hints: [expect.stringContaining('CSV UTF-8')] }] }); // prettier-ignore
  });

  it.each([
    ['xlsx', Buffer.from('PK\u0003\u0004 and so on')],
    ['xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
  ])('is known for a workbook (%s) under the name of a table', async (_, bytes) => {
    const folder = tempFolder({ 'a.csv': bytes });
    const run = await built(path.join(folder, 'a.csv'), { outDir: tempFolder() });
    expect(run.results[0]).toMatchObject({ diagnostics: [{ code: 'roster/syntax', hints: [expect.stringContaining('CSV UTF-8')] }] }); // prettier-ignore
  });

  it('makes nothing of an applicant of whom a row cannot be read', async () => {
    const folder = tempFolder({ 'class.csv': ALONE });
    const outDir = tempFolder();
    await built(path.join(folder, 'class.csv'), { outDir });
    writeFileSync(
      path.join(folder, 'class.csv'),
      ALONE.replace('2026-09-20', '2026-09-20;more') + 'cy;2027;;;;;;;;;;;;;x\n',
    );
    const run = await built(path.join(folder, 'class.csv'), { outDir });
    expect(codesOf(run)).toEqual(['roster/syntax ', 'roster/syntax ']);
    expect(run.packets.map(({ applicantId, status }) => `${applicantId} ${status}`)).toEqual(['ben unchanged']);
  });

  it('tells apart two applicants of one output folder by their rows', async () => {
    const folder = tempFolder({ 'class.csv': ALONE.replace(/^ben/m, 'ADA') });
    const run = await built(path.join(folder, 'class.csv'), { outDir: tempFolder() });
    const refused = run.results.flatMap((result) =>
      result.kind === 'applicant' && !result.ok ? result.diagnostics : [],
    );
    const [problem] = refused.filter(({ severity }) => severity === 'error');
    expect(problem?.message.replaceAll(`${folder}${path.sep}`, '')).toBe('class.csv, row 4, has the applicant id "ADA" like class.csv, row 2'); // prettier-ignore
    expect(problem?.source).toMatchObject({ line: 4, column: 1 });
  });

  it('is named in the summary when none of it can be used', async () => {
    const file = path.join(tempFolder({ 'class.csv': 'email\nx\n' }), 'class.csv');
    const { stdout } = await runCommand(['build', file, '-o', tempFolder()]);
    expect(stdout).toContain(`not made:\n  ${file}: 1:1 the roster has no column "applicant_id"\n`);
  });

  it('is not taken for one of no applicants when only its heading is there', async () => {
    const folder = tempFolder({ 'class.csv': ALONE.split('\n', 1).join('') });
    const { code, stderr } = await runCommand(['build', path.join(folder, 'class.csv'), '-o', tempFolder()]);
    expect([code, stderr]).toEqual([1, expect.stringContaining('the roster has no row below its heading')]);
  });

  it('has a template that builds', async () => {
    const folder = tempFolder();
    expect((await runCommand(['init', '--roster', folder])).code).toBe(0);
    expect((await runCommand(['init', '--roster', folder])).stderr).toContain('output/exists');
    const file = path.join(folder, 'roster.csv');
    const { code, stderr } = await runCommand(['build', file, '-o', tempFolder()]);
    expect([code, stderr.includes('error')]).toEqual([0, false]);
    renameSync(file, path.join(folder, 'other.csv'));
    const schema = JSON.parse((await runCommand(['schema', 'roster'])).stdout) as { required: string[] };
    expect(schema.required).toContain('writer_family_name');
  });
});
