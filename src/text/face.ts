import { coversText, createCodePointTest } from './coverage.js';
import { readFaceMetrics } from './face-metrics.js';
import type { HarfBuzz, HarfBuzzFont } from './harfbuzz.js';
import { isFontProblem, readSfnt, type FontProblem } from './sfnt.js';
import type { FontFace, FontSource } from './types.js';

/** A face that can also be shaped with. */
export interface ShapingFace extends FontFace {
  readonly font: HarfBuzzFont;
  /** Glyph of a code point by the cmap, 0 when it has none. */
  glyphOf(codePoint: number): number;
}

/** The name of a face in its library. */
export function faceKey(face: Pick<FontSource, 'family' | 'weight' | 'style'>): string {
  return `${face.family}/${face.weight}/${face.style}`;
}

/**
 * Checks a font source and reads its metrics, or says why it cannot be used. What HarfBuzz needs is made when the face
 * is first drawn with: most fallback faces never are.
 */
export function parseFace(harfbuzz: HarfBuzz, source: FontSource): ShapingFace | FontProblem {
  const tables = readSfnt(source.bytes);
  if (isFontProblem(tables)) return tables;
  const metrics = readFaceMetrics(tables);
  if (isFontProblem(metrics)) return metrics;
  const { advances, capHeight, xHeight, ...sizes } = metrics;
  const last = advances[advances.length - 1] ?? 0;
  const face = once(() => new harfbuzz.Face(new harfbuzz.Blob(source.bytes), 0));
  const font = once(() => new harfbuzz.Font(face()));
  const postScriptName = once(() => asPostScriptName(face().getName(6, 'en') || faceKey(source)));
  // A copy: the array that HarfBuzz returns looks into memory that it uses again.
  const has = once(() => createCodePointTest(face().collectUnicodes().slice()));
  const glyphOf = (codePoint: number): number => font().nominalGlyph(codePoint) ?? 0;
  const heightOf = (letter: string): number | undefined => {
    const glyph = glyphOf(letter.charCodeAt(0));
    const bearing = glyph === 0 ? undefined : font().glyphExtents(glyph)?.yBearing;
    return bearing !== undefined && bearing > 0 ? bearing : undefined;
  };
  return {
    key: faceKey(source),
    family: source.family,
    weight: source.weight,
    style: source.style,
    bytes: source.bytes,
    ...sizes,
    capHeight: capHeight ?? heightOf('H') ?? Math.round(0.7 * metrics.ascent),
    xHeight: xHeight ?? heightOf('x') ?? Math.round(0.5 * metrics.ascent),
    get postScriptName() {
      return postScriptName();
    },
    get font() {
      return font();
    },
    advance: (glyphId) => advances[glyphId] ?? last,
    covers: (text) => coversText(has(), text),
    glyphOf,
  };
}

/** A value that is made on first use. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Keeps the characters that a PostScript name may have (PDF 1.7, 7.3.5 regular characters, narrowed). */
function asPostScriptName(name: string): string {
  return name.replace(/[^A-Za-z0-9-]/g, '');
}
