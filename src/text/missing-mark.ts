import { isDefaultIgnorable } from './coverage.js';
import type { ShapingFace } from './face.js';
import { graphemesOf } from './graphemes.js';
import type { ShapedRun } from './shape-run.js';

/** Signs that stand for a character without a glyph, best first: replacement character, white square, question mark. */
const MARKS = [0xfffd, 0x25a1, 0x3f] as const;

interface Mark {
  readonly face: ShapingFace;
  readonly glyph: number;
}

/**
 * A run of visible marks, one for each grapheme cluster of the text: never glyph 0 (PDF/A forbids it), never blank,
 * so that nobody overlooks the gap in a name.
 */
export function createMissingRun(
  text: string,
  faces: readonly [ShapingFace, ...ShapingFace[]],
  rtl: boolean,
  lang: string | undefined,
): ShapedRun {
  const { face, glyph } = findMark(faces);
  const clusters = [...graphemesOf(text)].map(({ segment }) => segment);
  const advance = face.font.glyphHAdvance(glyph);
  const zeros = new Int32Array(clusters.length);
  return {
    face,
    text,
    rtl,
    lang,
    glyphIds: new Uint16Array(clusters.length).fill(glyph),
    advances: new Int32Array(clusters.length).fill(advance),
    xOffsets: zeros,
    yOffsets: zeros,
    glyphText: rtl ? clusters.reverse() : clusters,
    width: advance * clusters.length,
    missing: [...text].filter((character) => !isDefaultIgnorable(character)),
    safeToBreak: new Uint8Array(clusters.length).fill(1),
  };
}

function findMark(faces: readonly [ShapingFace, ...ShapingFace[]]): Mark {
  for (const codePoint of MARKS) {
    for (const face of faces) {
      const glyph = face.glyphOf(codePoint);
      if (glyph !== 0) return { face, glyph };
    }
  }
  // A face of symbols only: its first glyph with an outline.
  const face = faces[0];
  for (let glyph = 1; glyph < 0xffff; glyph++) {
    const extents = face.font.glyphExtents(glyph);
    if (extents === undefined) break;
    if (extents.width > 0) return { face, glyph };
  }
  return { face, glyph: 1 };
}
