import type { FontFace } from '../text/types.js';

/** Meanings of a face above which numbers are given anew for the next document, so that they do not pile up. */
const LIMIT = 4096;

/** Numbers for what the glyphs of a face stand for, so that lines that are kept can name it shortly. */
export class MeaningTable {
  readonly face: FontFace;
  /** The glyph and the text of each number. */
  readonly glyphIds: number[] = [];
  readonly texts: string[] = [];
  readonly #numbers = new Map<number, number[]>();
  /** False when the face has another table now. */
  isCurrent = true;

  constructor(face: FontFace) {
    this.face = face;
  }

  /** The number of a glyph that stands for a text. */
  number(glyphId: number, text: string): number {
    let numbers = this.#numbers.get(glyphId);
    if (numbers === undefined) this.#numbers.set(glyphId, (numbers = []));
    const known = numbers.find((number) => this.texts[number] === text);
    if (known !== undefined) return known;
    const added = this.texts.length;
    this.glyphIds.push(glyphId);
    this.texts.push(text);
    numbers.push(added);
    if (this.texts.length === LIMIT) full.push(this);
    return added;
  }
}

const tables = new WeakMap<FontFace, MeaningTable>();
const full: MeaningTable[] = [];

/** What glyphs of one face stand for: for each its number in the table. */
export interface Meanings {
  readonly table: MeaningTable;
  readonly numbers: readonly number[];
}

export function meaningTable(face: FontFace): MeaningTable {
  let table = tables.get(face);
  if (table === undefined) tables.set(face, (table = new MeaningTable(face)));
  return table;
}

/** Puts new tables in the place of full ones; not while a document is read. */
export function renewMeaningTables(): void {
  for (const table of full.splice(0)) {
    table.isCurrent = false;
    tables.delete(table.face);
  }
}

function byGlyphId([a]: [number, number], [b]: [number, number]): number {
  return a - b;
}

/** What the glyphs of one face stand for in a document, and how often. */
export class GlyphMeanings {
  readonly #table: MeaningTable;
  /** By number. */
  readonly #weights: number[] = [];
  /** The numbers in the order of their first use. */
  readonly #used: number[] = [];

  constructor(table: MeaningTable) {
    this.#table = table;
  }

  /** @param numbers meanings by their numbers in the table */
  add(numbers: readonly number[], weight: number): void {
    const weights = this.#weights;
    while (weights.length < this.#table.texts.length) weights.push(0);
    for (let i = 0; i < numbers.length; i++) {
      const number = numbers[i]!;
      const known = weights[number]!;
      if (known === 0) this.#used.push(number);
      weights[number] = known + weight;
    }
  }

  /**
   * Chooses one text for each glyph: the most frequent one, the first on a tie, '' only when there is no other. Returns
   * the texts by ascending ids, and the numbers that were not chosen.
   */
  choose(): { readonly glyphs: Map<number, string>; readonly rejected: ReadonlySet<number> } {
    const { glyphIds, texts } = this.#table;
    const best = new Map<number, number>();
    const rejected = new Set<number>();
    for (const number of this.#used) {
      const glyphId = glyphIds[number]!;
      const other = best.get(glyphId);
      const isBetter = other === undefined || this.#rank(number) > this.#rank(other);
      if (isBetter) best.set(glyphId, number);
      if (other !== undefined) rejected.add(isBetter ? other : number);
    }
    const glyphs = new Map<number, string>();
    for (const [glyphId, number] of [...best].sort(byGlyphId)) glyphs.set(glyphId, texts[number]!);
    return { glyphs, rejected };
  }

  #rank(number: number): number {
    return this.#table.texts[number] === '' ? 0 : this.#weights[number]!;
  }
}
