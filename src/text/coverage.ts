const DEFAULT_IGNORABLE = /\p{Default_Ignorable_Code_Point}/u;
/** Spaces that HarfBuzz makes from the space glyph when the face lacks them. */
const SPACE_LIKE = /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/;

/** True when nothing is drawn for the character: joiners, bidi controls, variation selectors, soft hyphen (UAX 44). */
export function isDefaultIgnorable(character: string): boolean {
  return character > '\u00AC' && DEFAULT_IGNORABLE.test(character);
}

/** Answers whether a face maps the code point to a glyph. */
export type CodePointTest = (codePoint: number) => boolean;

/** @param codePoints - All code points of a face, ascending. */
export function createCodePointTest(codePoints: Uint32Array): CodePointTest {
  return (codePoint) => {
    let low = 0;
    let high = codePoints.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((codePoints[middle] ?? 0) < codePoint) low = middle + 1;
      else high = middle;
    }
    return codePoints[low] === codePoint;
  };
}

/**
 * True when a face with these code points can draw the text. Composed and decomposed forms count as the same, because
 * the shaper composes and decomposes as the face needs it; default-ignorable characters need no glyph.
 */
export function coversText(has: CodePointTest, text: string): boolean {
  if (coversEach(has, text)) return true;
  const composed = text.normalize('NFC');
  return composed !== text && coversEach(has, composed);
}

function coversEach(has: CodePointTest, text: string): boolean {
  for (const character of text) {
    if (!coversCharacter(has, character)) return false;
  }
  return true;
}

function coversCharacter(has: CodePointTest, character: string): boolean {
  if (has(character.codePointAt(0) ?? 0) || isDefaultIgnorable(character)) return true;
  if (SPACE_LIKE.test(character)) return has(0x20);
  // The shaper draws the non-breaking hyphen with the hyphen's glyph.
  if (character === '\u2011') return has(0x2010);
  const decomposed = character.normalize('NFD');
  if (decomposed === character) return false;
  for (const part of decomposed) {
    if (!has(part.codePointAt(0) ?? 0)) return false;
  }
  return true;
}
