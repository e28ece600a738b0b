import type { ShapingFace } from './face.js';
import type { HarfBuzz, HarfBuzzFeature } from './harfbuzz.js';
import { OTHER_SCRIPT } from './script.js';
import type { GlyphRun } from './types.js';

/** What HarfBuzz is asked to shape: a part of a word; the rest of the word is context. */
export interface ShapeRequest {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  readonly face: ShapingFace;
  readonly script: string | null;
  readonly rtl: boolean;
  /** BCP 47 language that the font's rules follow. */
  readonly shapingLanguage: string;
  /** See {@link GlyphRun.lang}. */
  readonly lang: string | undefined;
  readonly features: HarfBuzzFeature[];
}

/** A run that also tells where it may be cut without shaping again. */
export interface ShapedRun extends GlyphRun {
  /**
   * By glyph: 1 when the text before its cluster and the text from there on have the same glyphs and advances alone.
   */
  readonly safeToBreak: Uint8Array;
}

/** Shapes a part of a word into glyphs. */
export type ShapeRun = (request: ShapeRequest) => ShapedRun;

/** Prepares the shaping function. It reuses one HarfBuzz buffer. */
export function createRunShaper(harfbuzz: HarfBuzz): ShapeRun {
  const { ClusterLevel, BufferFlag, Direction, GlyphFlag } = harfbuzz;
  const buffer = new harfbuzz.Buffer();
  return (request) => {
    const { word, start, end, face, rtl } = request;
    buffer.reset();
    buffer.addText(word, start, end - start);
    if (request.script === OTHER_SCRIPT) buffer.guessSegmentProperties();
    else buffer.setScript(request.script ?? 'Latn');
    buffer.setDirection(rtl ? Direction.RTL : Direction.LTR);
    buffer.setLanguage(request.shapingLanguage);
    // Marks keep their own source text, and the order of the glyphs stays that of the text: ToUnicode needs both.
    buffer.setClusterLevel(ClusterLevel.MONOTONE_CHARACTERS);
    buffer.setFlags(BufferFlag.REMOVE_DEFAULT_IGNORABLES);
    harfbuzz.shape(face.font, buffer, request.features);
    const infos = buffer.getGlyphInfos();
    const positions = buffer.getGlyphPositions();
    const count = infos.length;
    const glyphIds = new Uint16Array(count);
    const advances = new Int32Array(count);
    const xOffsets = new Int32Array(count);
    const yOffsets = new Int32Array(count);
    const safeToBreak = new Uint8Array(count);
    const clusters = new Array<number>(count);
    let width = 0;
    for (let i = 0; i < count; i++) {
      const position = positions[i];
      glyphIds[i] = infos[i]?.codepoint ?? 0;
      clusters[i] = infos[i]?.cluster ?? start;
      safeToBreak[i] = (infos[i]?.flags ?? 0) & GlyphFlag.UNSAFE_TO_BREAK ? 0 : 1;
      advances[i] = position?.xAdvance ?? 0;
      xOffsets[i] = position?.xOffset ?? 0;
      yOffsets[i] = position?.yOffset ?? 0;
      width += advances[i] ?? 0;
    }
    const glyphText = textOfGlyphs(word, start, end, clusters, rtl);
    return {
      face,
      text: word.slice(start, end),
      rtl,
      lang: request.lang,
      glyphIds,
      advances,
      xOffsets,
      yOffsets,
      glyphText,
      width,
      missing: [],
      safeToBreak,
    };
  };
}

/**
 * Gives each glyph its source text. Walks the glyphs in logical order (right-to-left runs from their end); the first
 * glyph of a cluster takes the text up to the next cluster, the others take none.
 */
function textOfGlyphs(word: string, start: number, end: number, clusters: readonly number[], rtl: boolean): string[] {
  const count = clusters.length;
  const texts = new Array<string>(count).fill('');
  let from = start;
  for (let i = 0; i < count;) {
    const cluster = clusters[rtl ? count - 1 - i : i];
    let next = i + 1;
    while (next < count && clusters[rtl ? count - 1 - next : next] === cluster) next++;
    const to = next < count ? (clusters[rtl ? count - 1 - next : next] ?? end) : end;
    texts[rtl ? count - 1 - i : i] = word.slice(from, to);
    from = to;
    i = next;
  }
  return texts;
}
