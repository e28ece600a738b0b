import type { FontFace, GlyphRun } from '../text/types.js';
import {
  advanceWidth,
  type DrawnGlyph,
  encodeGlyphs,
  encodeRun,
  glyphWidth,
  type GlyphOperands,
} from './encoded-run.js';
import { type Carrier, carriersOf, MARK_ADVANCE } from './rtl-carriers.js';
import { readSfnt } from './sfnt.js';
import { type SyntheticGlyph, SyntheticGlyphs } from './synthetic-glyph.js';

/** The bidi marks that a document draws as blank glyphs (UAX 9, 2.6): left-to-right and right-to-left. */
export type SpokenMark = '\u200e' | '\u200f';

/** The right-to-left runs of one face in this document. */
interface FaceRuns {
  readonly runs: Map<GlyphRun, Carrier[]>;
  readonly marks: Map<SpokenMark, GlyphRun>;
}

/**
 * The right-to-left runs of a document. Their glyphs stand in visual order, and readers turn them round by themselves;
 * so each character must be found by itself, marks before their letter, which takes glyphs that the face has not.
 */
export class RightToLeftRuns {
  readonly #faces = new Map<FontFace, FaceRuns>();
  readonly #encoded = new Map<GlyphRun, GlyphOperands>();

  /** Adds a run and returns the glyphs of the face that it can draw as they are, with their texts. */
  plainGlyphs(run: GlyphRun): { readonly glyphId: number; readonly text: string }[] {
    let face = this.#faces.get(run.face);
    if (face === undefined) this.#faces.set(run.face, (face = { runs: new Map(), marks: new Map() }));
    let carriers = face.runs.get(run);
    if (carriers === undefined) face.runs.set(run, (carriers = carriersOf(run, encodeRun(run).texts)));
    return carriers.flatMap((carrier) => {
      const glyphId = plainGlyph(carrier);
      return glyphId === undefined ? [] : [{ glyphId, text: carrier.text }];
    });
  }

  /**
   * Encodes the runs of a face, and returns the glyphs that they need beyond those of the face.
   *
   * @param texts what each glyph of the face stands for in the document
   */
  encodeRuns(face: FontFace, texts: ReadonlyMap<number, string>): ReadonlyMap<number, SyntheticGlyph> {
    const found = this.#faces.get(face);
    if (found === undefined) return new Map();
    const synthetic = new SyntheticGlyphs(glyphCount(face));
    for (const mark of ['\u200e', '\u200f'] as const) {
      const id = synthetic.add({ components: [], advance: Math.round(MARK_ADVANCE * face.unitsPerEm), text: mark });
      if (id !== undefined) found.marks.set(mark, this.#markRun(face, id));
    }
    for (const [run, carriers] of found.runs) {
      const drawn = carriers.map((carrier) => draw(face, carrier, texts, synthetic));
      this.#encoded.set(run, encodeGlyphs(drawn));
    }
    return synthetic.glyphs;
  }

  encoded(run: GlyphRun): GlyphOperands | undefined {
    return this.#encoded.get(run);
  }

  /** A run of the blank glyph that stands for the mark. */
  mark(face: FontFace, mark: SpokenMark): GlyphRun | undefined {
    return this.#faces.get(face)?.marks.get(mark);
  }

  /** Where the first character of a run is found, ems from its start, and whether that is a mark on a letter. */
  start(run: GlyphRun): { readonly x: number; readonly isMark: boolean } {
    const first = this.#faces.get(run.face)?.runs.get(run)?.[0];
    if (first === undefined) return { x: 0, isMark: false };
    return { x: first.x / run.face.unitsPerEm, isMark: /^\p{Mn}/u.test(first.text) };
  }

  #markRun(face: FontFace, id: number): GlyphRun {
    const none = new Int32Array(1);
    const width = Math.round(MARK_ADVANCE * face.unitsPerEm);
    const run: GlyphRun = {
      face,
      text: '',
      rtl: true,
      lang: undefined,
      glyphIds: Uint16Array.of(id),
      advances: Int32Array.of(width),
      xOffsets: none,
      yOffsets: none,
      glyphText: [''],
      width,
      missing: [],
    };
    const glyph = { glyphId: id, x: 0, y: 0, width: advanceWidth(face, width) };
    this.#encoded.set(run, encodeGlyphs([glyph]));
    return run;
  }
}

/** The glyph of a carrier that is drawn where it starts, on the baseline. */
function plainGlyph({ glyphs, x, isWidened }: Carrier): number | undefined {
  const [glyph] = glyphs;
  const isPlain = glyphs.length === 1 && glyph?.dx === x && glyph.dy === 0 && isWidened !== true;
  return isPlain ? glyph.glyphId : undefined;
}

function draw(
  face: FontFace,
  carrier: Carrier,
  texts: ReadonlyMap<number, string>,
  synthetic: SyntheticGlyphs,
): DrawnGlyph {
  const scale = 1000 / face.unitsPerEm;
  const { text, glyphs, x, advance } = carrier;
  const plain = plainGlyph(carrier);
  if (plain !== undefined && texts.get(plain) === text) {
    return { glyphId: plain, x: x * scale, y: 0, width: glyphWidth(face, plain) };
  }
  const components = glyphs.map(({ glyphId, dx, dy }) => ({ glyphId, dx: dx - x, dy }));
  const id = synthetic.add({ components, advance: Math.max(0, advance), text });
  if (id !== undefined) return { glyphId: id, x: x * scale, y: 0, width: advanceWidth(face, Math.max(0, advance)) };
  // No room for one more glyph: the picture is right, the text of this glyph is that of the glyph that it copies.
  const glyph = glyphs[0] ?? { glyphId: 0, dx: x, dy: 0 };
  return { glyphId: glyph.glyphId, x: glyph.dx * scale, y: glyph.dy * scale, width: glyphWidth(face, glyph.glyphId) };
}

function glyphCount(face: FontFace): number {
  return readSfnt(face.bytes, face.key).get('maxp')?.getUint16(4) ?? 0xffff;
}
