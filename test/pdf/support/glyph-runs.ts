import { readFileSync } from 'node:fs';
import type { FontFace, GlyphRun } from '../../../src/text/types.js';

/** Faces and shaped runs for tests of the PDF stage, straight from HarfBuzz: one run per word and per space. */

const hb = await import('harfbuzzjs');
const ROOT = new URL('../../../node_modules/@expo-google-fonts/', import.meta.url);

const FILES = {
  serif: ['Source Serif 4', 400, 'normal', 'source-serif-4/400Regular/SourceSerif4_400Regular.ttf'],
  serifItalic: ['Source Serif 4', 400, 'italic', 'source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf'],
  sans: ['Source Sans 3', 400, 'normal', 'source-sans-3/400Regular/SourceSans3_400Regular.ttf'],
  sansBold: ['Source Sans 3', 700, 'normal', 'source-sans-3/700Bold/SourceSans3_700Bold.ttf'],
  noto: ['Noto Serif', 400, 'normal', 'noto-serif/400Regular/NotoSerif_400Regular.ttf'],
  amiri: ['Amiri', 400, 'normal', 'amiri/400Regular/Amiri_400Regular.ttf'],
  hebrew: ['Noto Sans Hebrew', 400, 'normal', 'noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf'],
  devanagari: [
    'Noto Sans Devanagari',
    400,
    'normal',
    'noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf',
  ],
  thai: ['Noto Sans Thai', 400, 'normal', 'noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf'],
} as const;

/** Names of the faces that tests use. */
export type FaceName = keyof typeof FILES;

interface TestFace extends FontFace {
  readonly font: InstanceType<typeof hb.Font>;
}

const faces = new Map<FaceName, TestFace>();

/** A face read from the development dependencies. */
export function face(name: FaceName): TestFace {
  const known = faces.get(name);
  if (known !== undefined) return known;
  const [family, weight, style, file] = FILES[name];
  const bytes = new Uint8Array(readFileSync(new URL(file, ROOT)));
  const made = parseFace(bytes, family, weight, style);
  faces.set(name, made);
  return made;
}

function parseFace(bytes: Uint8Array, family: string, weight: number, style: 'normal' | 'italic'): TestFace {
  const hbFace = new hb.Face(new hb.Blob(bytes), 0);
  const font = new hb.Font(hbFace);
  const table = (tag: string): DataView => {
    // A copy: the table is a view on WebAssembly memory, which moves when it grows.
    const data = hbFace.referenceTable(tag)!.slice();
    return new DataView(data.buffer, data.byteOffset, data.byteLength);
  };
  const head = table('head');
  const os2 = table('OS/2');
  const post = table('post');
  const covered = new Set(hbFace.collectUnicodes());
  return {
    key: `${family}/${weight}/${style}`,
    family,
    weight,
    style,
    postScriptName: hbFace.getName(6, 'en'),
    bytes,
    unitsPerEm: head.getUint16(18),
    ascent: os2.getInt16(68),
    descent: os2.getInt16(70),
    capHeight: os2.getInt16(88),
    xHeight: os2.getInt16(86),
    italicAngle: post.getInt32(4) / 65536,
    boundingBox: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    isFixedPitch: post.getUint32(12) !== 0,
    advance: (glyphId) => font.glyphHAdvance(glyphId),
    outline: () => '',
    covers: (text) => [...text].every((character) => covered.has(character.codePointAt(0)!)),
    font,
  };
}

/** How to shape a run. */
export interface RunOptions {
  readonly rtl?: boolean;
  readonly lang?: string;
}

/** Shapes one word in one face. */
export function shapeWord(text: string, in_: FontFace, options: RunOptions = {}): GlyphRun {
  const rtl = options.rtl ?? false;
  const buffer = new hb.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setDirection(rtl ? hb.Direction.RTL : hb.Direction.LTR);
  buffer.setClusterLevel(hb.ClusterLevel.MONOTONE_CHARACTERS);
  hb.shape((in_ as TestFace).font, buffer);
  const glyphs = buffer.getGlyphInfosAndPositions();
  const starts = [...new Set(glyphs.map((glyph) => glyph.cluster))].sort((a, b) => a - b);
  const seen = new Set<number>();
  const glyphText = new Array<string>(glyphs.length).fill('');
  const order = glyphs.map((_, index) => (rtl ? glyphs.length - 1 - index : index));
  for (const index of order) {
    const { cluster } = glyphs[index]!;
    if (seen.has(cluster)) continue;
    seen.add(cluster);
    glyphText[index] = text.slice(cluster, starts[starts.indexOf(cluster) + 1] ?? text.length);
  }
  const advances = Int32Array.from(glyphs, (glyph) => glyph.xAdvance ?? 0);
  return {
    face: in_,
    text,
    rtl,
    lang: options.lang,
    glyphIds: Uint16Array.from(glyphs, (glyph) => glyph.codepoint),
    advances,
    xOffsets: Int32Array.from(glyphs, (glyph) => glyph.xOffset ?? 0),
    yOffsets: Int32Array.from(glyphs, (glyph) => glyph.yOffset ?? 0),
    glyphText,
    width: advances.reduce((sum, advance) => sum + advance, 0),
    missing: [],
  };
}

const cache = new Map<string, GlyphRun>();

/** Shapes a text in one face: words and spaces are runs of their own, in visual order, and shared as a typesetter's. */
export function shapeText(text: string, name: FaceName, options: RunOptions = {}): GlyphRun[] {
  const words = text.split(/([\s\u00a0]+)/).filter((word) => word !== '');
  const runs = words.map((word) => {
    const key = [name, options.rtl, options.lang, word].join('|');
    let run = cache.get(key);
    if (run === undefined) cache.set(key, (run = shapeWord(word, face(name), options)));
    return run;
  });
  return options.rtl ? runs.reverse() : runs;
}
