/**
 * Stretches in which every character is a grapheme cluster by itself: Latin, Greek, Cyrillic, Hebrew, Arabic
 * and Chinese letters, kana, punctuation, currency signs, arrows, mathematical and geometric signs; no marks, joiners,
 * selectors or line ends.
 */
const SINGLE =
  /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u0370-\u0377\u037A-\u037F\u0384-\u0482\u048A-\u052F\u05D0-\u05EA\u0620-\u064A\u0671-\u06D3\u1E00-\u1FFF\u2010-\u2027\u2030-\u205E\u20A0-\u20BF\u2190-\u22FF\u2500-\u25FF\u3041-\u3096\u30A1-\u30FA\u4E00-\u9FFF]*$/;

/** A grapheme cluster (UAX 29) and where it begins, in UTF-16 units. */
export interface Grapheme {
  readonly segment: string;
  readonly index: number;
}

let segmenter: Intl.Segmenter | undefined;

/**
 * The grapheme clusters of a text. What finds them takes longer to make than a page to set, so it is made for the first
 * text that needs it: most packets do without.
 */
export function graphemesOf(text: string): Iterable<Grapheme> {
  if (SINGLE.test(text)) return Array.from(text, (segment, index) => ({ segment, index }));
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return segmenter.segment(text);
}
