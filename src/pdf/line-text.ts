import type { FontFace, GlyphRun, LineRun } from '../text/types.js';
import type { Page } from '../layout/types.js';
import { ByteSink } from './byte-sink.js';
import { adjustment, type EncodedRun, encodeRun, type GlyphOperands, runMeanings } from './encoded-run.js';
import type { Meanings, MeaningTable } from './glyph-meanings.js';
import { keepBytes } from './kept-bytes.js';

/** Operators that show text in one font. */
export interface FontStretch {
  readonly face: FontFace;
  /** As it is written. */
  readonly size: number;
  readonly operators: Uint8Array;
}

/**
 * Runs that stand side by side, as PDF text: independent of the place and the document, unless they go from right to
 * left. A paragraph that is set again has the very same runs, so this is kept as long as they are.
 */
export class LineText {
  /** How many runs there are, and the last one. */
  readonly length: number;
  readonly last: LineRun | undefined;
  /** Those that draw something, in visual order. */
  readonly runs: readonly LineRun[];
  /** Those of them that go from right to left. */
  readonly rightToLeft: readonly GlyphRun[];
  /** True when a run states its language. */
  readonly hasLanguage: boolean;
  /** See {@link EncodedRun.isClear}. */
  readonly isClear: boolean;
  /** Index of the last run that is no white space, or -1. */
  readonly lastWord: number;
  #meanings: readonly Meanings[];
  /** The runs as operands, until they are put together. */
  #encoded: readonly EncodedRun[] | undefined;
  #stretches: readonly FontStretch[] | undefined;
  #cut: readonly [LineText, LineText] | undefined;

  constructor(runs: readonly LineRun[]) {
    const drawn: LineRun[] = [];
    const encoded: EncodedRun[] = [];
    const rightToLeft: GlyphRun[] = [];
    let hasLanguage = false;
    let isClear = true;
    let lastWord = -1;
    for (const placed of runs) {
      const { run } = placed;
      if (run.glyphIds.length === 0) continue;
      const operands = encodeRun(run);
      if (run.rtl) rightToLeft.push(run);
      if (run.lang !== undefined) hasLanguage = true;
      if (!operands.isClear) isClear = false;
      if (run.text.trim() !== '') lastWord = drawn.length;
      drawn.push(placed);
      encoded.push(operands);
    }
    this.length = runs.length;
    this.last = runs.at(-1);
    this.runs = drawn.length === runs.length ? runs : drawn;
    this.rightToLeft = rightToLeft;
    this.hasLanguage = hasLanguage;
    this.isClear = isClear;
    this.lastWord = lastWord;
    this.#meanings = lineMeanings(encoded);
    this.#encoded = encoded;
  }

  /** What the glyphs that go from left to right stand for. */
  get meanings(): readonly Meanings[] {
    if (!this.#meanings.every(({ table }) => table.isCurrent)) {
      this.#meanings = lineMeanings(this.runs.map(({ run }) => encodeRun(run)));
    }
    return this.#meanings;
  }

  /** The operators of text that goes from left to right. */
  get stretches(): readonly FontStretch[] {
    this.#stretches ??= fontStretches(this.runs, this.#encoded ?? this.runs.map(({ run }) => encodeRun(run)));
    this.#encoded = undefined;
    return this.#stretches;
  }

  /** All but the last run, and the last one: the hyphen of a broken word. */
  get cut(): readonly [LineText, LineText] {
    this.#cut ??= [new LineText(this.runs.slice(0, -1)), new LineText(this.runs.slice(-1))];
    this.#encoded = undefined;
    return this.#cut;
  }
}

function lineMeanings(encoded: readonly EncodedRun[]): readonly Meanings[] {
  const faces: { readonly table: MeaningTable; readonly numbers: number[] }[] = [];
  for (const run of encoded) {
    if (run.run.rtl) continue;
    const { table, numbers } = runMeanings(run);
    const known = faces.find((other) => other.table === table);
    if (known === undefined) faces.push({ table, numbers: numbers.slice() });
    else for (const number of numbers) known.numbers.push(number);
  }
  return faces;
}

const known = new WeakMap<LineRun, LineText>();

/** The text of runs that stand side by side. */
function lineText(runs: readonly LineRun[]): LineText {
  const [first] = runs;
  if (first === undefined) return new LineText(runs);
  let text = known.get(first);
  // Placed lines are parts of set ones: those that begin alike can end otherwise.
  if (text === undefined || text.length !== runs.length || text.last !== runs.at(-1)) {
    text = new LineText(runs);
    known.set(first, text);
  }
  return text;
}

/** The text of each item of a page that is text. */
export type PageTexts = readonly (LineText | undefined)[];

export function pageTexts({ items }: Page): PageTexts {
  const texts: (LineText | undefined)[] = [];
  for (const item of items) texts.push(item.kind === 'text' ? lineText(item.runs) : undefined);
  return texts;
}

const OPEN = '('.charCodeAt(0);
/** Ends a TJ array that ends within a string. */
const SHOW = ')]TJ\n';

/** Where operators are put together. */
const scratch = new ByteSink();

/**
 * The operators that show runs, given as operands too. Those of one face and size share a TJ array, in which adjustments in 1/1000 em place
 * each run at its `x`; the text object begins at the first one's.
 */
export function fontStretches(runs: readonly LineRun[], encoded: readonly GlyphOperands[]): readonly FontStretch[] {
  const stretches: FontStretch[] = [];
  let pen = runs[0]?.x ?? 0;
  let face: FontFace | undefined;
  let faceSize = 0;
  let open = false;
  let rise = 0;
  scratch.drop(scratch.length);
  for (let index = 0; index < runs.length; index++) {
    const { x, size: exactSize, run } = runs[index]!;
    const { pieces, advance } = encoded[index]!;
    // The size as it is written, so that the pen stays where the viewer has it.
    const size = Math.round(exactSize * 100) / 100;
    if (face !== run.face || faceSize !== size) {
      if (face !== undefined) finishStretch(stretches, face, faceSize, open);
      open = false;
      face = run.face;
      faceSize = size;
    }
    const shift = adjustment((pen * 1000) / size, (x * 1000) / size);
    pen += ((shift + advance) * size) / 1000;
    let pending = shift;
    for (const { rise: height, operands } of pieces) {
      const pieceRise = Math.round((height * size) / 10) / 100;
      if (pieceRise !== rise) {
        if (open) scratch.latin1(SHOW);
        open = false;
        scratch.operator([pieceRise], 'Ts');
        rise = pieceRise;
      }
      const isString = operands.charCodeAt(0) === OPEN;
      if (open && pending === 0 && isString) scratch.latin1(operands, 1);
      else {
        scratch.latin1(open ? ')' : '[');
        if (pending !== 0) scratch.integer(-pending);
        if (pending !== 0 && !isString) scratch.latin1(' ');
        scratch.latin1(operands);
      }
      open = true;
      pending = 0;
    }
  }
  if (open) scratch.latin1(SHOW);
  if (rise !== 0) scratch.operator([0], 'Ts');
  if (face !== undefined) finishStretch(stretches, face, faceSize, false);
  return stretches;
}

function finishStretch(stretches: FontStretch[], face: FontFace, size: number, open: boolean): void {
  if (open) scratch.latin1(SHOW);
  stretches.push({ face, size, operators: keepBytes(scratch.view()) });
  scratch.drop(scratch.length);
}
