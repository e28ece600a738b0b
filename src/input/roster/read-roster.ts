import { diagnostic, hasErrors, type Diagnostic, type SourceLocation } from '../../diagnostics/index.js';
import { applicationSchema } from '../../schema/application.js';
import { elementOf, expectedOf, schemaAt } from '../schema-shape.js';
import { shorten } from '../source-text.js';
import { readCsv, type CsvCell, type CsvTable } from './read-csv.js';
import { columnPath, inFormat, understandHeading, type RosterColumn } from './roster-columns.js';

/** A filled cell of a roster: where its value goes, and where it stands. Plain data. */
export interface RosterCell extends RosterColumn {
  /** The name of the column. */
  readonly name: string;
  /** The value; more than one where the field is a list. */
  readonly texts: readonly string[];
  readonly isList: boolean;
  /** Row as a spreadsheet counts it. */
  readonly row: number;
  readonly line: number;
  readonly column: number;
}

/** A row of a roster: one letter. */
export interface RosterRow {
  readonly row: number;
  readonly cells: readonly RosterCell[];
}

/** What a roster says of one applicant. Plain data: it goes to a worker. */
export interface RosterApplicant {
  readonly id: string;
  /** The file of the roster. */
  readonly file: string;
  /** The applicant's folder or file as the roster names it. */
  readonly folder: string | null;
  readonly rows: readonly RosterRow[];
  /** The id of an applicant with a file that this one, who has none, may be a misspelling of. */
  readonly near?: string;
  /** Errors about rows of this applicant that are not in `rows`, or not with all they say: nothing is made of the rest. */
  readonly problems: readonly Diagnostic[];
}

/** A roster as read. */
export interface ReadRoster {
  /** Applicants in the order of their first rows; null when the table cannot be used. */
  readonly applicants: readonly RosterApplicant[] | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Longest roster: more rows than any office has letters. */
const MAX_ROWS = 100_000;
/** An identifier that a spreadsheet has turned into a number. */
const MANGLED = /^[+-]?\d+(?:[.,]\d+)?E[+-]?\d+$/i;
const YES = /^(?:yes|y|x|1|true|wahr|oui|sí|si|ja)$/i;
const NO = /^(?:no|n|0|false|falsch|non|nein)$/i;
/** The apostrophe that keeps a spreadsheet from taking a cell for a formula; `init --roster` writes it, too. */
const FORMULA_GUARD = /^'(?=\s*[=+\-@\uff0b\uff0d\uff1d\uff20])/;

/** Reads a roster: a table with a heading line and a row for each letter. Never throws. */
export function parseRoster(text: string, { file }: { readonly file: string }): ReadRoster {
  const table = readCsv(text);
  if ('problem' in table) {
    const { message, hints, at } = table.problem;
    const source = { file, ...at };
    return { applicants: null, diagnostics: [diagnostic('error', 'roster/syntax', message, { source, hints })] };
  }
  return readTable(table, file);
}

/** Makes applicants of a table of cells. */
export function readTable({ rows }: CsvTable, file: string): ReadRoster {
  const diagnostics: Diagnostic[] = [];
  const headRow = rows.findIndex((row) => row.some(({ text }) => text.trim() !== ''));
  const head = rows[headRow];
  const placeOf = ({ at }: CsvCell): SourceLocation => ({ file, ...at });
  if (!head || rows.length > MAX_ROWS) {
    const message = head ? `the roster has more than ${MAX_ROWS} rows` : 'the roster is empty';
    const hints = head ? ['split it'] : ['run "lor-packet init --roster" for a template'];
    return { applicants: null, diagnostics: [diagnostic('error', 'roster/syntax', message, { source: { file, line: 1, column: 1 }, hints })] }; // prettier-ignore
  }
  const columns = understandHead(head, placeOf, diagnostics);
  const idColumn = columns.findIndex((known) => known?.name === 'applicant_id' || (known && columnPath(known.column) === 'applicant.id' && known.name !== 'folder')); // prettier-ignore
  // A heading that is a misspelt "applicant_id" has said so.
  if (idColumn < 0 && !diagnostics.some(({ hints }) => hints.includes('did you mean "applicant_id"?'))) {
    const hints = ['add the column "applicant_id", with the same id in all rows of one applicant'];
    const source = { file, line: head[0]?.at.line ?? 1, column: 1 };
    diagnostics.push(diagnostic('error', 'roster/missing-column', 'the roster has no column "applicant_id"', { source, hints })); // prettier-ignore
  }
  const hasHead = !hasErrors(diagnostics);
  if (idColumn < 0) return { applicants: null, diagnostics };

  const applicants = new Map<string, { folder: string | null; rows: RosterRow[]; problems: Diagnostic[] }>();
  const folderColumn = columns.findIndex((known) => known?.name === 'folder');
  let filled = 0;
  rows.forEach((row, index) => {
    if (index <= headRow || row.every(({ text }) => text.trim() === '')) return;
    filled += 1;
    const number = index + 1;
    const id = row[idColumn]?.text.trim() ?? '';
    const applicant = applicants.get(id) ?? { folder: null, rows: [], problems: [] };
    if (id !== '') applicants.set(id, applicant);
    const excess = row.slice(head.length).find(({ text }) => text.trim() !== '');
    if (excess) {
      const message = `row ${number} has more cells than the heading`;
      const hints = ['a cell with a separator in it must stand in quotation marks'];
      const problems = id === '' ? diagnostics : applicant.problems;
      problems.push(diagnostic('error', 'roster/syntax', message, { source: placeOf(excess), found: shorten(excess.text), hints })); // prettier-ignore
      return;
    }
    if (id === '') {
      const first = row.find(({ text }) => text.trim() !== '');
      const message = `row ${number} has no applicant_id`;
      const hints = ['fill it in; all rows of one applicant have the same'];
      diagnostics.push(diagnostic('error', 'roster/missing-id', message, { ...(first ? { source: placeOf(first) } : {}), hints })); // prettier-ignore
      return;
    }
    const cells = row.flatMap((cell, at) => {
      const known = columns[at];
      return known && known.name !== 'folder' && cell.text.trim() !== '' ? [readCell(cell, known, number)] : [];
    });
    for (const cell of cells) diagnostics.push(...mangled(cell, file));
    const folder = row[folderColumn];
    const named = folder?.text.trim() ?? '';
    if (named !== '') applicant.folder ??= named;
    if (folder && named !== '' && named !== applicant.folder) {
      const message = `row ${number} names the folder "${shorten(named)}", an earlier row of "${id}" the folder "${shorten(applicant.folder ?? '')}"`; // prettier-ignore
      const hints = ['name the folder in one row of each applicant, or the same in all'];
      applicant.problems.push(diagnostic('error', 'roster/conflict', message, { source: placeOf(folder), hints }));
    }
    applicant.rows.push({ row: number, cells });
  });
  if (filled === 0) {
    const hints = ['write a row for each letter', 'check that the whole sheet was saved'];
    const source = { file, line: head[0]?.at.line ?? 1, column: 1 };
    diagnostics.push(
      diagnostic('error', 'roster/syntax', 'the roster has no row below its heading', { source, hints }),
    );
  }
  const found = [...applicants].map(([id, rest]) => ({ id, file, ...rest }));
  if (hasHead && filled > 0) return { applicants: found, diagnostics };
  return { applicants: null, diagnostics: [...diagnostics, ...found.flatMap(({ problems }) => problems)] };
}

interface KnownColumn {
  readonly name: string;
  readonly column: RosterColumn;
}

function understandHead(
  head: readonly CsvCell[],
  placeOf: (cell: CsvCell) => SourceLocation,
  diagnostics: Diagnostic[],
): (KnownColumn | null)[] {
  const seen = new Map<string, CsvCell>();
  return head.map((cell) => {
    const meaning = understandHeading(cell.text);
    if (meaning.kind === 'own') return null;
    const found = shorten(cell.text);
    if (meaning.kind === 'unknown') {
      const { hints } = meaning;
      diagnostics.push(diagnostic('error', 'roster/unknown-column', `there is no column "${found}"`, { source: placeOf(cell), found, hints })); // prettier-ignore
      return null;
    }
    const key = meaning.name === 'folder' ? 'folder' : columnPath(meaning.column);
    if (seen.has(key)) {
      const hints = ['keep one of them'];
      diagnostics.push(diagnostic('error', 'roster/unknown-column', `the column "${found}" is there twice`, { source: placeOf(cell), found, hints })); // prettier-ignore
    }
    seen.set(key, cell);
    return meaning;
  });
}

function readCell({ text, at }: CsvCell, { name, column }: KnownColumn, row: number): RosterCell {
  const { root, path } = column;
  const schema = schemaAt(applicationSchema, inFormat(column));
  const expected = schema ? expectedOf(schema) : 'text';
  const place = { name, root, path, row, line: at.line, column: at.column };
  const value = text.replace(/\r\n?/g, '\n').trim().replace(FORMULA_GUARD, '');
  if (expected === 'list' && schema && elementOf(schema)) {
    return { ...place, isList: true, texts: value.split(/[;|\n]/).map((part) => part.trim()).filter((part) => part !== '') }; // prettier-ignore
  }
  const flag = YES.test(value) ? 'true' : NO.test(value) ? 'false' : value;
  return { ...place, isList: false, texts: [expected === 'boolean' ? flag : value] };
}

function mangled({ name, path, texts, row, line, column }: RosterCell, file: string): Diagnostic[] {
  const isId = path.some((step) => typeof step === 'string' && /id$/i.test(step)) || /id$/i.test(name);
  const found = texts[0] ?? '';
  if (!isId || !MANGLED.test(found)) return [];
  const message = `"${found}" in row ${row}, column "${name}", looks like an ID that a spreadsheet turned into a number`;
  const hints = ['format the column as text, type the ID again, and save the table again'];
  return [diagnostic('warning', 'roster/mangled-id', message, { source: { file, line, column }, found, hints })];
}
