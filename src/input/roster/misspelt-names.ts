import { diagnostic, type Diagnostic } from '../../diagnostics/index.js';
import { nearestWord } from '../did-you-mean.js';
import { formatPath } from '../source-tree.js';
import type { RosterApplicant, RosterCell } from './read-roster.js';

/** A row that adds a letter or an applicant, where another name could have been meant. */
export interface DoubtfulName {
  /** The place of what the row adds; empty for the applicant. */
  readonly path: string;
  readonly problem: Diagnostic;
}

/**
 * The doubt about a letter that a row adds to those of the applicant's file: its id, or else the family name of its
 * writer, is nearly that of one of them. Null when it is like none.
 *
 * @param known ids and family names of the letters in the file
 */
export function doubtfulLetter(
  file: string,
  index: number,
  cells: readonly RosterCell[],
  known: { readonly ids: readonly string[]; readonly families: readonly string[] },
): DoubtfulName | null {
  const cellAt = (path: string): RosterCell | undefined => cells.find((cell) => formatPath(cell.path) === path);
  const id = cellAt('id');
  const cell = id ?? cellAt('writer.name.family');
  const name = cell?.texts[0] ?? '';
  const meant = nearestWord(name, id ? known.ids : known.families);
  if (!cell || meant === null) return null;
  const message = `the file has no letter ${id ? '' : 'of '}"${name}"`;
  return doubt({ path: `letters[${index}]`, cell, file, message, meant, otherwise: 'a new letter' });
}

/** The doubt about an applicant who has no file, and whose id is nearly that of one who has; else none. */
export function doubtfulApplicant({ file, rows, id, near }: RosterApplicant): readonly DoubtfulName[] {
  const cell = rows[0]?.cells.find((own) => own.root === 'application' && formatPath(own.path) === 'applicant.id');
  if (!cell || near === undefined) return [];
  const message = `no applicant with a file has the id "${id}"`;
  return [doubt({ path: '', cell, file, message, meant: near, otherwise: 'an applicant without a file' })];
}

/**
 * The doubts that are worth telling: about what lacks something. Who adds a letter or an applicant has given all that
 * it needs.
 */
export function misspeltNames(doubts: readonly DoubtfulName[], found: readonly Diagnostic[]): Diagnostic[] {
  const missing = found.filter(({ code, severity }) => code === 'input/missing' && severity === 'error');
  const isAbout = (at: string, path: string): boolean => path === '' || at === path || at.startsWith(`${path}.`);
  return doubts.flatMap(({ path, problem }) => (missing.some((own) => isAbout(own.path ?? '', path)) ? [problem] : []));
}

function doubt(about: {
  readonly path: string;
  readonly cell: RosterCell;
  readonly file: string;
  readonly message: string;
  readonly meant: string;
  readonly otherwise: string;
}): DoubtfulName {
  const { path, cell, file, message, meant, otherwise } = about;
  const hints = [`did you mean "${meant}"?`, `for ${otherwise}, fill in what is missing`];
  const source = { file, line: cell.line, column: cell.column };
  const at = [path, formatPath(cell.path)].filter((part) => part !== '').join('.');
  const found = cell.texts[0] ?? '';
  return { path, problem: diagnostic('error', 'input/unknown-reference', message, { path: at, source, found, hints }) };
}
