import type { GlyphRun } from '../text/types.js';
import { ByteSink } from './byte-sink.js';
import { extractableText, textPerGlyph } from './glyph-text.js';

/** Glyphs of one run at one height. `bytes` is the inside of a TJ array; it always ends with a string. */
export interface RunPiece {
  /** Height above the baseline, 1/1000 em. */
  readonly rise: number;
  readonly bytes: Uint8Array;
}

/** A run as PDF text operands: independent of size, place and document, so it is made once per run. */
export interface EncodedRun {
  readonly pieces: readonly RunPiece[];
  /** How far the pen moves, 1/1000 em: the advances that viewers add up plus the adjustments. */
  readonly advance: number;
  /** Text of each glyph, see {@link textPerGlyph}. */
  readonly texts: readonly string[];
  /** The whole run as a reader should get it, in logical order. */
  readonly text: string;
}

/** An advance as the W array states it, 1/1000 em; kept to two decimals so that text and W agree exactly. */
export function advanceWidth(face: GlyphRun['face'], advance: number): number {
  return Math.round((advance * 100_000) / face.unitsPerEm) / 100;
}

/** The width of a glyph of the face as the W array states it. */
export function glyphWidth(face: GlyphRun['face'], glyphId: number): number {
  return advanceWidth(face, face.advance(glyphId));
}

const BACKSLASH = 0x5c;

/** Writes one byte of a literal string (PDF 1.7, 7.3.4.2): a bare carriage return would be read as a line feed. */
function writeStringByte(sink: ByteSink, value: number): void {
  if (value === 0x0d) sink.byte(BACKSLASH).byte(0x72);
  else if (value === 0x28 || value === 0x29 || value === BACKSLASH) sink.byte(BACKSLASH).byte(value);
  else sink.byte(value);
}

/** A glyph to draw: where it starts and how far viewers move on after it, 1/1000 em. */
export interface DrawnGlyph {
  readonly glyphId: number;
  readonly x: number;
  /** Height above the baseline. */
  readonly y: number;
  readonly width: number;
}

/** Encodes glyphs as the inside of TJ arrays. */
export function encodeGlyphs(glyphs: Iterable<DrawnGlyph>, capacity: number): Pick<EncodedRun, 'pieces' | 'advance'> {
  const pieces: RunPiece[] = [];
  const sink = new ByteSink(4 * capacity + 16);
  let rise = 0;
  let inString = false;
  let pen = 0;
  const adjust = (to: number): void => {
    // Whole thousandths: the rest is carried along, so that it never adds up.
    const shift = Math.round(to - pen);
    if (shift === 0) return;
    if (inString) sink.byte(0x29);
    inString = false;
    sink.latin1(String(-shift));
    pen += shift;
  };
  const finish = (): void => {
    if (inString) sink.byte(0x29);
    inString = false;
    if (sink.length > 0) pieces.push({ rise, bytes: sink.toBytes() });
    sink.drop(sink.length);
  };
  for (const { glyphId, x, y, width } of glyphs) {
    if (y !== rise) {
      finish();
      rise = y;
    }
    adjust(x);
    if (!inString) sink.byte(0x28);
    inString = true;
    writeStringByte(sink, glyphId >> 8);
    writeStringByte(sink, glyphId & 255);
    pen += width;
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

function encode(run: GlyphRun): EncodedRun {
  const drawn = encodeGlyphs(glyphsOf(run), run.glyphIds.length);
  return { ...drawn, texts: textPerGlyph(run), text: extractableText(run.text) };
}

const encoded = new WeakMap<GlyphRun, EncodedRun>();

/** The operands of a run; computed at its first use and kept as long as the run itself. */
export function encodeRun(run: GlyphRun): EncodedRun {
  let result = encoded.get(run);
  if (result === undefined) {
    result = encode(run);
    encoded.set(run, result);
  }
  return result;
}
