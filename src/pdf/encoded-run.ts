import type { GlyphRun } from '../text/types.js';
import { type Meanings, meaningTable } from './glyph-meanings.js';
import { textPerGlyph } from './glyph-text.js';

/**
 * Glyphs of one run at one height. `operands` is the inside of a TJ array without the parenthesis that ends it, one
 * character for each byte: it ends within a string, which the next run may go on with.
 */
export interface RunPiece {
  /** Height above the baseline, 1/1000 em. */
  readonly rise: number;
  readonly operands: string;
}

/** Glyphs as PDF text operands: independent of size and place. */
export interface GlyphOperands {
  readonly pieces: readonly RunPiece[];
  /** How far the pen moves, 1/1000 em: the advances that viewers add up plus the adjustments. */
  readonly advance: number;
}

/** A run as PDF text operands, made once per run, whatever document it is drawn in. */
export interface EncodedRun extends GlyphOperands {
  readonly run: GlyphRun;
  /** Text of each glyph, see {@link textPerGlyph}. */
  readonly texts: readonly string[];
  /** True when every glyph stands for a text of its own that readers count to the word. */
  readonly isClear: boolean;
  /** What is kept of `runMeanings`. */
  meanings: Meanings | undefined;
}

/** An advance as the W array states it, 1/1000 em; kept to two decimals so that text and W agree exactly. */
export function advanceWidth(face: GlyphRun['face'], advance: number): number {
  return Math.round((advance * 100_000) / face.unitsPerEm) / 100;
}

/** The width of a glyph of the face as the W array states it. */
export function glyphWidth(face: GlyphRun['face'], glyphId: number): number {
  return advanceWidth(face, face.advance(glyphId));
}

/** A glyph to draw: where it starts and how far viewers move on after it, 1/1000 em. */
export interface DrawnGlyph {
  readonly glyphId: number;
  readonly x: number;
  /** Height above the baseline. */
  readonly y: number;
  readonly width: number;
}

/**
 * The adjustment that takes the pen to a place, in whole thousandths of an em. What is less than one is carried along,
 * so that it never adds up.
 */
export function adjustment(from: number, to: number): number {
  const distance = to - from;
  return Math.abs(distance) < 1 ? 0 : Math.round(distance);
}

const ESCAPED: Readonly<Record<string, string>> = { '\r': '\\r', '(': '\\(', ')': '\\)', '\\': '\\\\' };

/** One byte of a literal string (PDF 1.7, 7.3.4.2): a bare carriage return would be read as a line feed. */
function stringByte(value: number): string {
  const character = String.fromCharCode(value);
  return ESCAPED[character] ?? character;
}

/** Encodes glyphs as the insides of TJ arrays. */
export function encodeGlyphs(glyphs: Iterable<DrawnGlyph>): GlyphOperands {
  const pieces: RunPiece[] = [];
  let rise = 0;
  let operands = '';
  let inString = false;
  let pen = 0;
  const finish = (): void => {
    if (operands !== '') pieces.push({ rise, operands });
    operands = '';
    inString = false;
  };
  for (const { glyphId, x, y, width } of glyphs) {
    if (y !== rise) {
      finish();
      rise = y;
    }
    const shift = adjustment(pen, x);
    if (shift !== 0) {
      operands += inString ? `)${-shift}` : -shift;
      inString = false;
    }
    if (!inString) operands += '(';
    inString = true;
    operands += stringByte(glyphId >> 8) + stringByte(glyphId & 255);
    pen += shift + width;
  }
  finish();
  return { pieces, advance: pen };
}

function* glyphsOf(run: GlyphRun): Generator<DrawnGlyph> {
  const scale = 1000 / run.face.unitsPerEm;
  let target = 0;
  for (let i = 0; i < run.glyphIds.length; i++) {
    const glyphId = run.glyphIds[i]!;
    const x = target + run.xOffsets[i]! * scale;
    yield { glyphId, x, y: run.yOffsets[i]! * scale, width: glyphWidth(run.face, glyphId) };
    target += run.advances[i]! * scale;
  }
}

/** Some readers part a word after a mark that is a glyph of its own. */
const NONSPACING = /^\p{Mn}/u;

const encoded = new WeakMap<GlyphRun, EncodedRun>();

/** The operands of a run; computed at its first use and kept as long as the run itself. */
export function encodeRun(run: GlyphRun): EncodedRun {
  let result = encoded.get(run);
  if (result === undefined) {
    const texts = textPerGlyph(run);
    const isClear = texts.every((text) => text !== '' && !NONSPACING.test(text));
    const { pieces, advance } = encodeGlyphs(glyphsOf(run));
    encoded.set(run, (result = { run, pieces, advance, texts, isClear, meanings: undefined }));
  }
  return result;
}

/** What the glyphs of a run stand for. */
export function runMeanings(encoded: EncodedRun): Meanings {
  let { meanings } = encoded;
  if (meanings?.table.isCurrent !== true) {
    const { run, texts } = encoded;
    const table = meaningTable(run.face);
    const numbers: number[] = [];
    for (let i = 0; i < texts.length; i++) numbers.push(table.number(run.glyphIds[i]!, texts[i]!));
    meanings = { table, numbers };
    encoded.meanings = meanings;
  }
  return meanings;
}
