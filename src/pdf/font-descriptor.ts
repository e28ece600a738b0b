import type { FontFace } from '../text/types.js';
import { readSfnt } from './sfnt.js';

/** Flags of a font descriptor (PDF 1.7, 9.8.2). */
const FIXED_PITCH = 1;
const SERIF = 1 << 1;
const SYMBOLIC = 1 << 2;
const NONSYMBOLIC = 1 << 5;
const ITALIC = 1 << 6;

/** The Adobe standard Latin character set beyond ASCII and Latin-1 (PDF 1.7, annex D.2). */
const BEYOND_LATIN_1 =
  '\\u0131\\u0141\\u0142\\u0152\\u0153\\u0160\\u0161\\u0178\\u017d\\u017e\\u0192\\u02c6\\u02c7\\u02d8-\\u02dd' +
  '\\u2013\\u2014\\u2018-\\u201a\\u201c-\\u201e\\u2020-\\u2022\\u2026\\u2030\\u2039\\u203a\\u2044' +
  '\\u20ac\\u2122\\u2212\\ufb01\\ufb02';
const STANDARD_LATIN = new RegExp(`^[\\x20-\\x7e\\xa0-\\xac\\xae-\\xff${BEYOND_LATIN_1}]*$`);

/** True when the face says of itself that it has serifs: by its IBM family class, else by PANOSE. */
function hasSerifs(face: FontFace): boolean {
  const os2 = readSfnt(face.bytes, face.key).get('OS/2');
  if (os2 === undefined || os2.byteLength < 42) return /serif/i.test(face.family) && !/sans/i.test(face.family);
  const familyClass = os2.getInt16(30) >> 8;
  if (familyClass !== 0) return familyClass <= 7 && familyClass !== 6;
  const latinText = os2.getUint8(32) === 2;
  const serifStyle = os2.getUint8(33);
  if (latinText && serifStyle >= 2) return serifStyle <= 10;
  return /serif/i.test(face.family) && !/sans/i.test(face.family);
}

/** The Flags of the descriptor, given the texts that the embedded glyphs stand for. */
export function descriptorFlags(face: FontFace, texts: Iterable<string>): number {
  let flags = NONSYMBOLIC;
  for (const text of texts) if (!STANDARD_LATIN.test(text)) flags = SYMBOLIC;
  if (face.isFixedPitch) flags |= FIXED_PITCH;
  if (hasSerifs(face)) flags |= SERIF;
  if (face.style === 'italic' || face.italicAngle !== 0) flags |= ITALIC;
  return flags;
}

/**
 * The width of the vertical stems, 1/1000 em, estimated from the weight: TrueType fonts do not state it, and viewers
 * need it only to imitate a font that is not embedded.
 */
export function estimateStemV(weight: number): number {
  return Math.round(50 + (weight / 65) ** 2);
}
