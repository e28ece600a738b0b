import { coversText, createCodePointTest } from './coverage.js';
import { readFaceMetrics } from './face-metrics.js';
import { openFontFile } from './font-container.js';
import { embeddingProblem, type FontNames, readFontNames } from './font-names.js';
import type { HarfBuzz, HarfBuzzFont } from './harfbuzz.js';
import { isFontProblem, unusableTables, type FontProblem } from './sfnt.js';
import type { FontFace, FontSource } from './types.js';

/** A face that can also be shaped with. */
export interface ShapingFace extends FontFace {
  readonly font: HarfBuzzFont;
  /** Glyph of a code point by the cmap, 0 when it has none. */
  glyphOf(codePoint: number): number;
}

/** The name of a face in its library. */
export function faceKey(face: FontNames): string {
  return `${face.family}/${face.weight}/${face.style}`;
}

/**
 * The faces of a font source, or why it cannot be used: one, or all of a collection. Their metrics are read at once;
 * what HarfBuzz needs is made when a face is first drawn with: most fallback faces never are.
 */
export function parseFaces(harfbuzz: HarfBuzz, source: FontSource): ShapingFace[] | FontProblem {
  const first = openFontFile(source.bytes, source.face ?? 0);
  if (isFontProblem(first)) return first;
  const indexes = source.face === undefined ? Array.from({ length: first.faceCount }, (_, i) => i) : [source.face];
  if (indexes.length > 1 && source.family !== undefined) {
    const hint = `give the number of the face that you want, such as \`face: 0\`, or no family to get all of them`;
    return { problem: `it is a collection of ${first.faceCount} faces under one name`, hint };
  }
  const faces: ShapingFace[] = [];
  for (const index of indexes) {
    const face = parseFace(harfbuzz, source, index);
    if (isFontProblem(face)) {
      return indexes.length > 1 ? { ...face, problem: `${face.problem} (face ${index} of the collection)` } : face;
    }
    faces.push(face);
  }
  return faces;
}

function parseFace(harfbuzz: HarfBuzz, source: FontSource, index: number): ShapingFace | FontProblem {
  const content = openFontFile(source.bytes, index);
  if (isFontProblem(content)) return content;
  const { tables } = content;
  const unusable = unusableTables(content) ?? embeddingProblem(tables);
  if (unusable !== undefined) return unusable;
  const metrics = readFaceMetrics(tables);
  if (isFontProblem(metrics)) return metrics;
  const names = namesOf(source, content.tables);
  if (isFontProblem(names)) return names;
  const { advances, capHeight, xHeight, ...sizes } = metrics;
  const last = advances[advances.length - 1] ?? 0;
  const bytes = once(() => content.pack());
  const face = once(() => new harfbuzz.Face(new harfbuzz.Blob(bytes()), 0));
  const font = once(() => new harfbuzz.Font(face()));
  const postScriptName = once(() => asPostScriptName(face().getName(6, 'en') || faceKey(names)));
  // A copy: the array that HarfBuzz returns looks into memory that it uses again.
  const has = once(() => createCodePointTest(face().collectUnicodes().slice()));
  const glyphOf = (codePoint: number): number => font().nominalGlyph(codePoint) ?? 0;
  const heightOf = (letter: string): number | undefined => {
    const glyph = glyphOf(letter.charCodeAt(0));
    const bearing = glyph === 0 ? undefined : font().glyphExtents(glyph)?.yBearing;
    return bearing !== undefined && bearing > 0 ? bearing : undefined;
  };
  return {
    key: faceKey(names),
    ...names,
    get bytes() {
      return bytes();
    },
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
    outline: (glyphId) => font().glyphToPath(glyphId),
    glyphOf,
  };
}

function namesOf(source: FontSource, tables: Parameters<typeof readFontNames>[0]): FontNames | FontProblem {
  const { family, weight, style } = source;
  if (family !== undefined && weight !== undefined && style !== undefined) return { family, weight, style };
  const own = readFontNames(tables);
  const name = family ?? own.family;
  if (name === undefined) {
    return { problem: 'it does not name its family', hint: 'give the family under which the theme asks for it' };
  }
  return { family: name, weight: weight ?? own.weight, style: style ?? own.style };
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
