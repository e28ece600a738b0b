import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/input/roster/read-csv.js';
import { parseRoster } from '../../../src/input/roster/read-roster.js';
import {
  columnsFor,
  describeColumn,
  ROSTER_COLUMNS,
  understandHeading,
} from '../../../src/input/roster/roster-columns.js';

function cellsOf(text: string): { row: number; name: string; texts: readonly string[]; at: string }[] {
  const { applicants } = parseRoster(text, { file: 'r.csv' });
  return (applicants ?? []).flatMap(({ rows }) =>
    rows.flatMap(({ cells }) =>
      cells.map(({ row, name, texts, line, column }) => ({ row, name, texts, at: `${line}:${column}` })),
    ),
  );
}

/** What is wrong with the roster, then what is wrong with rows of one applicant. */
function codes(text: string): string[] {
  const { applicants, diagnostics } = parseRoster(text, { file: 'r.csv' });
  return [...diagnostics, ...(applicants ?? []).flatMap(({ problems }) => problems)].map(({ code }) => code);
}

describe('parseRoster', () => {
  it('finds the place of each cell, whatever stands before it', () => {
    const text = 'applicant_id,why_you,email\r\nlinh,"two\r\nlines, ""quoted""",é@x.org\r\n\r\nquân,x,y@x.org\r\n';
    expect(cellsOf(text)).toEqual([
      { row: 2, name: 'applicant_id', texts: ['linh'], at: '2:1' },
      { row: 2, name: 'why_you', texts: ['two\nlines, "quoted"'], at: '2:6' },
      { row: 2, name: 'email', texts: ['é@x.org'], at: '3:20' },
      { row: 4, name: 'applicant_id', texts: ['quân'], at: '5:1' },
      { row: 4, name: 'why_you', texts: ['x'], at: '5:6' },
      { row: 4, name: 'email', texts: ['y@x.org'], at: '5:8' },
    ]);
  });

  it.each([
    ['semicolons of Excel', 'applicant_id;email\nlinh;a@x.org\n'],
    ['tabs', 'applicant_id\temail\nlinh\ta@x.org\n'],
    ['the line that Excel puts before', 'sep=;\r\napplicant_id;email\r\nlinh;a@x.org\r\n'],
    ['a byte order mark', '\ufeffapplicant_id,email\nlinh,a@x.org'],
    ['line ends of old Macs', 'applicant_id,email\rlinh,a@x.org\r'],
    ['headings as people write them', 'Applicant ID;E-Mail\nlinh;a@x.org\n'],
    ['headings by their paths', 'applicant.id,applicant.email\nlinh,a@x.org\n'],
    ['columns of the advisor', 'applicant_id,_status,email,,#x\nlinh,called,a@x.org,?,1\n'],
  ])('reads %s', (_, text) => {
    expect(cellsOf(text).map(({ texts }) => texts[0])).toEqual(['linh', 'a@x.org']);
  });

  it('keeps the digits of IDs, and warns of those that a spreadsheet has mangled', () => {
    expect(cellsOf('applicant_id,aamc_id\n00123,00456789\n').map(({ texts }) => texts[0])).toEqual([
      '00123',
      '00456789',
    ]);
    const { diagnostics } = parseRoster('applicant_id,aamc_id\nlinh,1.02E+07\n', { file: 'r.csv' });
    expect(diagnostics).toMatchObject([{ severity: 'warning', code: 'roster/mangled-id', source: { line: 2, column: 6 }, found: '1.02E+07' }]); // prettier-ignore
  });

  it('understands yes and no, and lists', () => {
    expect(cellsOf('applicant_id,waived,share\nlinh,Yes,scores; visa\n').map(({ texts }) => texts)).toEqual([['linh'], ['true'], ['scores', 'visa']]); // prettier-ignore
  });

  it('takes away the apostrophe that guards against formulas, and no other', () => {
    const text = `applicant_id,phone,given_name,why_you\nlinh,'+1 212 555 0100,'Abd,"'=x 'y"\n`;
    expect(cellsOf(text).map(({ texts }) => texts[0])).toEqual(['linh', '+1 212 555 0100', "'Abd", "=x 'y"]);
  });

  it('gives a row that cannot be read to its applicant, who must not be made without it', () => {
    const { applicants, diagnostics } = parseRoster(
      'applicant_id,folder,email\nlinh,a,x\nlinh,b,\nben,,x,y\nada,,x\n',
      { file: 'r.csv' },
    );
    expect(diagnostics).toEqual([]);
    expect(applicants?.map(({ id, rows, problems }) => [id, rows.length, ...problems.map(({ message }) => message)])).toEqual([
      ['linh', 2, 'row 3 names the folder "b", an earlier row of "linh" the folder "a"'],
      ['ben', 0, 'row 4 has more cells than the heading'],
      ['ada', 1],
    ]); // prettier-ignore
  });

  it('points at the quotation mark that is not closed', () => {
    const place = (text: string) => parseRoster(text, { file: 'r.csv' }).diagnostics[0]?.source;
    expect(place('applicant_id,email\nlinh,"x\n')).toMatchObject({ line: 2, column: 6 });
    expect(place('applicant_id,email\r\n"linh,x\r\n')).toMatchObject({ line: 2, column: 1 });
    expect(place('"applicant_id,email\n')).toMatchObject({ line: 1, column: 1 });
  });

  it.each([
    ['a heading that is no column', 'applicant_id,wrter_email\nlinh,x\n', ['roster/unknown-column']],
    ['a column that is there twice', 'applicant_id,email,E-mail\nlinh,x,y\n', ['roster/unknown-column']],
    ['no column of ids', 'email\nx\n', ['roster/missing-column']],
    ['a row without an id', 'applicant_id,email\n,x\n', ['roster/missing-id']],
    ['a row that is too long', 'applicant_id,email\nlinh,x,y\n', ['roster/syntax']],
    ['a quotation mark that is not closed', 'applicant_id,email\nlinh,"x\n', ['roster/syntax']],
    ['nothing', '', ['roster/syntax']],
    ['nothing but a heading', 'applicant_id,email\n,\n', ['roster/syntax']],
    ['all at once', 'wrter_email,email\nx,y\n', ['roster/unknown-column', 'roster/missing-column']],
    ['a misspelt applicant_id once', 'aplicant_id,email\nx,y\n', ['roster/unknown-column']],
    ['rows below a wrong heading', 'applicant_id,what\n,y\nlinh,,z\n', ['roster/unknown-column', 'roster/missing-id', 'roster/syntax']], // prettier-ignore
  ])('refuses %s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('says what a misspelt heading means', () => {
    expect(understandHeading('wrter_email')).toMatchObject({ hints: ['did you mean "writer_email"?', expect.anything(), expect.anything()] }); // prettier-ignore
    expect(understandHeading('letter.whyyou')).toMatchObject({ kind: 'unknown', hints: ['did you mean "letter.whyYou"?', expect.anything(), expect.anything()] }); // prettier-ignore
  });

  it.each([
    ['applicant.email', ['email']],
    ['applicant.name', ['family_name']],
    ['cv', ['medical_school']],
    ['specialties', ['specialty', 'goals']],
    ['specialties[1].id', ['specialty']],
    ['letters[2].id', ['letter']],
    ['letters[2].writer', ['writer_family_name', 'writer_role', 'writer_institution']],
    ['letters[0].moments[0].what', []],
    ['letters', ['specialty', 'writer_family_name', 'writer_role', 'writer_institution', 'relationship', 'why_you', 'waived', 'target_date']], // prettier-ignore
    ['programs[0].institution', ['programs[0].institution']],
    ['letters[0].writer.specialty', ['letter.writer.specialty']],
  ])('names the columns for %s, and only such as there are', (at, expected) => {
    expect(columnsFor(at)).toEqual(expected);
    for (const heading of expected) expect(understandHeading(heading).kind).toBe('column');
  });

  it('describes every column', () => {
    for (const column of ROSTER_COLUMNS) expect(describeColumn(column)).not.toBe('');
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r\n', 'applicant_id', 'é', '😀', 'sep=;'), {
          maxLength: 40,
        }),
        (parts) => {
          parseRoster(parts.join(''), { file: 'r.csv' });
        },
      ),
    );
  });

  it('gives back every cell that was written, at its place', () => {
    const cell = fc
      .array(fc.constantFrom('a', ' ', '"', ',', '\n', 'é', '😀'), { maxLength: 6 })
      .map((parts) => `x${parts.join('')}x`);
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const text = rows.map((row) => `${row.map((own) => `"${own.replaceAll('"', '""')}"`).join(',')}\n`).join('');
        const table = readCsv(text);
        if ('problem' in table) throw new Error(table.problem.message);
        expect(table.rows.map((row) => row.map((own) => own.text))).toEqual(rows);
        const lines = text.split('\n');
        for (const { at } of table.rows.flat()) expect(lines[at.line - 1]?.[at.column - 1]).toBe('"');
      }),
    );
  });
});
