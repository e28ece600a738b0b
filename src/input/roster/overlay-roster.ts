import { diagnostic, type Diagnostic } from '../../diagnostics/index.js';
import { foldWord } from '../did-you-mean.js';
import { sourceDocument, type SourceDocument } from '../source-document.js';
import { formatPath, type DataPath, type MappingEntry, type MappingNode, type PathStep, type ScalarNode, type SequenceNode, type SourceNode } from '../source-tree.js'; // prettier-ignore
import { doubtfulApplicant, doubtfulLetter, misspeltNames, type DoubtfulName } from './misspelt-names.js';
import { columnPath, columnsFor } from './roster-columns.js';
import type { RosterApplicant, RosterCell, RosterRow } from './read-roster.js';

/** Offsets from here on are cells of the roster: beyond the end of any file. */
const ROSTER_OFFSET = 2 ** 40;

/** What to do about rows that contradict each other, by what they are about. */
const AGREE = {
  application: 'rows of one applicant must agree about the applicant; leave the cell empty in all but one of them',
  letter: 'both rows are about the same letter: give each letter of a writer an id of its own in the column "letter", or remove one of the rows', // prettier-ignore
  specialty: 'rows for one specialty must agree about it; leave the cell empty in all but one of them',
} as const;

/** A document with what a roster says laid over it. */
export interface OverlaidDocument {
  readonly document: SourceDocument;
  /** Cells of one applicant that contradict each other, or that belong to nothing. */
  readonly diagnostics: readonly Diagnostic[];
  /** Names in rows that were probably meant to be others, given what was found in the document. */
  readonly misspelt: (found: readonly Diagnostic[]) => Diagnostic[];
}

/**
 * Lays the rows of an applicant over the applicant's document: a filled cell counts more than the file, a row joins the
 * letter of its id (or of its writer), and a letter that the file does not have is added. Places of values lead into the
 * roster, so that what is wrong with one is told with its row and column.
 *
 * @param base the applicant's file as read; null when there is none
 */
export function overlayRoster(base: SourceDocument | null, applicant: RosterApplicant): OverlaidDocument {
  const overlay = new Overlay(applicant);
  const root = overlay.apply(base?.root ?? null);
  overlay.checkUnplaced();
  const start = applicant.rows[0]?.cells[0];
  const first = { line: start?.line ?? 1, column: 1 };
  const empty = sourceDocument(applicant.file, { source: { text: '', locate: () => first }, root: null, mistakes: [] });
  const below = base ?? empty;
  return {
    document: {
      ...below,
      root,
      locate: (offset) => (offset >= ROSTER_OFFSET ? overlay.locate(offset) : below.locate(offset)),
      slice: (range) => (range.start >= ROSTER_OFFSET ? overlay.slice(range.start) : below.slice(range)),
    },
    diagnostics: overlay.diagnostics,
    misspelt: (found) => misspeltNames(base ? overlay.doubts : doubtfulApplicant(applicant), found),
  };
}

/** Says of findings in a roster in which row and column they are, as a spreadsheet shows them. */
export function nameCells(diagnostics: readonly Diagnostic[], { file, rows }: RosterApplicant): Diagnostic[] {
  return diagnostics.map((found) => {
    const { source } = found;
    if (source?.file !== file) return found;
    const cells = rows.flatMap((row) => row.cells);
    const cell = cells.find(({ line, column }) => line === source.line && column === source.column);
    const row = cell ?? cells.find(({ line }) => line === source.line);
    if (found.code === 'input/missing' && found.path !== undefined) {
      const columns = columnsFor(found.path);
      if (columns.length === 0) return found;
      const names = columns.map((name) => `"${name}"`).join(', ');
      const where = `row ${row?.row ?? rows[0]?.row ?? 2}: fill the column${columns.length > 1 ? 's' : ''} ${names}`;
      return { ...found, hints: [where, ...found.hints] };
    }
    return cell ? { ...found, hints: [`in row ${cell.row}, column "${cell.name}"`, ...found.hints] } : found;
  });
}

class Overlay {
  readonly #applicant: RosterApplicant;
  readonly #cells: RosterCell[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly doubts: DoubtfulName[] = [];
  /** The letters of the file, before any row. */
  #letters: readonly SourceNode[] = [];
  readonly #set = new Map<string, RosterCell>();
  /** Cells about a specialty in rows that are for none. */
  readonly #unplaced: RosterCell[] = [];

  constructor(applicant: RosterApplicant) {
    this.#applicant = applicant;
  }

  locate(offset: number): { file: string; line: number; column: number } {
    const { line = 1, column = 1 } = this.#cells[offset - ROSTER_OFFSET] ?? {};
    return { file: this.#applicant.file, line, column };
  }

  slice(offset: number): string {
    return this.#cells[offset - ROSTER_OFFSET]?.texts.join('; ') ?? '';
  }

  apply(root: SourceNode | null): SourceNode {
    this.#letters = itemsOf(childOf(root, 'letters'));
    let node: SourceNode = root?.kind === 'mapping' ? root : this.#group(this.#applicant.rows[0]?.cells[0]);
    for (const row of this.#applicant.rows) node = this.#applyRow(node, row);
    return node;
  }

  #applyRow(root: SourceNode, { cells }: RosterRow): SourceNode {
    let node = root;
    for (const cell of cells) if (cell.root === 'application') node = this.#put(node, cell.path, cell);
    const own = cells.filter((cell) => cell.root === 'letter');
    const index = own.length > 0 ? this.#letterIndex(node, own) : -1;
    if (index >= 0) {
      if (index >= itemsOf(childOf(node, 'letters')).length) this.#doubt(index, own);
      const hasId = textOf(childOf(itemOf(childOf(node, 'letters'), index), 'id')) !== null;
      const writer = own.find(({ path }) => formatPath(path) === 'writer.name.family');
      if (!hasId && writer && !own.some(({ path }) => formatPath(path) === 'id')) {
        const id = this.#freeId(node, slugOf(writer.texts[0] ?? '') || 'letter');
        node = this.#put(node, ['letters', index, 'id'], { ...writer, texts: [id] });
      }
      for (const cell of own) node = this.#put(node, ['letters', index, ...cell.path], cell);
    }
    const specialty = textOf(childOf(itemOf(childOf(node, 'letters'), index), 'specialty'));
    const wanted = own.find(({ path }) => formatPath(path) === 'specialty');
    const about = cells.filter((cell) => cell.root === 'specialty');
    if (specialty === null || specialty === 'general') {
      this.#unplaced.push(...about);
      return node;
    }
    const items = itemsOf(childOf(node, 'specialties'));
    const at = items.findIndex((item) => textOf(childOf(item, 'id')) === specialty);
    const place = at >= 0 ? at : items.length;
    if (at < 0 && wanted && (about.length > 0 || items.length === 0)) {
      node = this.#put(node, ['specialties', place, 'id'], { ...wanted, texts: [specialty] });
    }
    if (at < 0 && !wanted) return node;
    for (const cell of about) node = this.#put(node, ['specialties', place, ...cell.path], cell);
    return node;
  }

  /**
   * Reports cells about a specialty in rows that are for none, unless another row has put the same there: then nothing
   * is lost.
   */
  checkUnplaced(): void {
    const placed = new Set([...this.#set.values()].map((cell) => `${columnPath(cell)}\n${cell.texts.join('\n')}`));
    for (const cell of this.#unplaced) {
      if (placed.has(`${columnPath(cell)}\n${cell.texts.join('\n')}`)) continue;
      const { row, name, line, column } = cell;
      const message = `column "${name}" of row ${row} is about a specialty, and the row is for none`;
      const hints = ['name in the row a letter that is for the specialty (columns "letter", "specialty")', 'or clear the cell']; // prettier-ignore
      const source = { file: this.#applicant.file, line, column };
      const about = { path: columnPath(cell), source, found: cell.texts.join('; ').slice(0, 60), hints };
      this.diagnostics.push(diagnostic('error', 'roster/unplaced', message, about));
    }
  }

  /** The letter that a row is about: that of its id, else that of its writer and specialty, else a new one. */
  #letterIndex(root: SourceNode, cells: readonly RosterCell[]): number {
    const items = itemsOf(childOf(root, 'letters'));
    const cellAt = (path: string): string | null =>
      cells.find((cell) => formatPath(cell.path) === path)?.texts[0] ?? null;
    const id = cellAt('id');
    const same = (one: string | null, other: string | null): boolean =>
      one === null || (other !== null && foldWord(one) === foldWord(other));
    const found = items.findIndex((item) => {
      if (id !== null) return textOf(childOf(item, 'id')) === id;
      const name = childOf(childOf(item, 'writer'), 'name');
      const family = cellAt('writer.name.family');
      return (
        family !== null &&
        same(family, textOf(childOf(name, 'family'))) &&
        same(cellAt('writer.name.given'), textOf(childOf(name, 'given'))) &&
        same(cellAt('specialty'), textOf(childOf(item, 'specialty')))
      );
    });
    return found >= 0 ? found : items.length;
  }

  #doubt(index: number, cells: readonly RosterCell[]): void {
    const ids = this.#letters.flatMap((item) => textOf(childOf(item, 'id')) ?? []);
    const families = this.#letters.flatMap(
      (item) => textOf(childOf(childOf(childOf(item, 'writer'), 'name'), 'family')) ?? [],
    );
    const doubt = doubtfulLetter(this.#applicant.file, index, cells, { ids, families });
    if (doubt) this.doubts.push(doubt);
  }

  #freeId(root: SourceNode, base: string): string {
    const taken = new Set(itemsOf(childOf(root, 'letters')).map((item) => textOf(childOf(item, 'id'))?.toLowerCase()));
    let id = base;
    for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
    return id;
  }

  #put(root: SourceNode, path: DataPath, cell: RosterCell): SourceNode {
    const key = formatPath(path);
    const earlier = this.#set.get(key);
    if (earlier && earlier.texts.join('\n') !== cell.texts.join('\n')) {
      const [first, second] = [earlier.texts.join('; '), cell.texts.join('; ')];
      const message = `row ${cell.row} has "${second.slice(0, 60)}" in column "${cell.name}", row ${earlier.row} has "${first.slice(0, 60)}"`; // prettier-ignore
      const { line, column } = cell;
      const hints = [AGREE[cell.root]];
      const source = { file: this.#applicant.file, line, column };
      this.diagnostics.push(diagnostic('error', 'roster/conflict', message, { path: columnPath(cell), source, hints }));
      return root;
    }
    if (!earlier) this.#set.set(key, cell);
    return this.#replace(root, path, cell);
  }

  #replace(node: SourceNode | null, path: DataPath, cell: RosterCell): SourceNode {
    const [step, ...rest] = path;
    if (step === undefined) return this.#value(cell);
    if (typeof step === 'number') {
      const list: SequenceNode =
        node?.kind === 'sequence' ? node : { kind: 'sequence', range: this.#range(cell), items: [] };
      const items = [...list.items];
      // A gap, as when only [1] is given, is an entry without anything.
      while (items.length < step) items.push(this.#group(cell));
      items[step] = this.#replace(items[step] ?? null, rest, cell);
      return { ...list, items };
    }
    const group: MappingNode = node?.kind === 'mapping' ? node : this.#group(cell);
    const known = group.entries.find(({ key }) => key === step);
    const value = this.#replace(known?.value ?? null, rest, cell);
    const entry: MappingEntry = { key: step, keyRange: known?.keyRange ?? value.range, value };
    const entries = known ? group.entries.map((own) => (own === known ? entry : own)) : [...group.entries, entry];
    return { ...group, entries };
  }

  #value(cell: RosterCell): SourceNode {
    const range = this.#range(cell);
    const [text = ''] = cell.texts;
    const scalar = (own: string): ScalarNode => ({ kind: 'scalar', range, text: own, quoted: false });
    return cell.isList ? { kind: 'sequence', range, items: cell.texts.map(scalar) } : scalar(text);
  }

  #group(cell: RosterCell | undefined): MappingNode {
    return { kind: 'mapping', range: cell ? this.#range(cell) : { start: 0, end: 0 }, entries: [] };
  }

  #range(cell: RosterCell): { start: number; end: number } {
    let index = this.#cells.indexOf(cell);
    if (index < 0) index = this.#cells.push(cell) - 1;
    return { start: ROSTER_OFFSET + index, end: ROSTER_OFFSET + index + 1 };
  }
}

function childOf(node: SourceNode | null | undefined, key: PathStep): SourceNode | null {
  if (node?.kind !== 'mapping') return null;
  return node.entries.find((entry) => entry.key === key)?.value ?? null;
}

function itemsOf(node: SourceNode | null): readonly SourceNode[] {
  return node?.kind === 'sequence' ? node.items : [];
}

function itemOf(node: SourceNode | null, index: number): SourceNode | null {
  return itemsOf(node)[index] ?? null;
}

function textOf(node: SourceNode | null): string | null {
  return node?.kind === 'scalar' && node.text.trim() !== '' ? node.text.trim() : null;
}

function slugOf(text: string): string {
  return text
    .replace(/[đĐ]/g, 'd')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9_-]+/gi, '-')
    .replace(/^[-_]+|-+$/g, '')
    .slice(0, 60)
    .toLowerCase();
}
