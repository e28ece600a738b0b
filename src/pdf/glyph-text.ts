import type { GlyphRun } from '../text/types.js';

/**
 * Characters that direct layout and are no text: bidi marks, embeddings, isolates (readers of the PDF run the bidi
 * algorithm again), and the values that PDF/A forbids in a ToUnicode map (ISO 19005-2, 6.2.11.7.2).
 */
const NOT_TEXT = /[\0\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;
const NONSPACING = /^\p{Mn}$/u;
/** Spaces and hyphens that only keep a line together: to readers, and to those who search, they are like any other. */
const NO_BREAK_SPACE = /[\u00a0\u202f]/g;
const NO_BREAK_HYPHEN = /\u2011/g;

/** The text as a reader of the PDF should get it. A soft hyphen stays only where it is the visible hyphen itself. */
export function extractableText(text: string): string {
  const clean = text
    .replace(NOT_TEXT, '')
    .replace(NO_BREAK_SPACE, ' ')
    .replace(NO_BREAK_HYPHEN, '-')
    .replace(/\p{Surrogate}/gu, '\ufffd');
  return clean.length > 1 ? clean.replaceAll('\u00ad', '') : clean;
}

/**
 * Points that shapers draw before the other marks of their letter, whatever the order in the text: HarfBuzz permutes
 * the combining classes of Hebrew as the SBL Hebrew manual orders the points, and puts the shadda first in Arabic.
 */
const DRAWN_FIRST = ['\u05c1', '\u05c2', '\u05bc', '\u05bf', '\u05b9', '\u05ba', '\u0651'];

function inDrawnOrder(marks: readonly string[]): string[] {
  const rank = (mark: string): number => (DRAWN_FIRST.includes(mark) ? DRAWN_FIRST.indexOf(mark) : DRAWN_FIRST.length);
  return [...marks].sort((a, b) => rank(a) - rank(b));
}

/** Splits a base with marks, or marks alone, into one character per glyph; undefined when they do not pair up. */
function spread(text: string, glyphs: number): string[] | undefined {
  for (const form of [text, text.normalize('NFC')]) {
    const characters = [...form];
    if (characters.length !== glyphs || !characters.slice(1).every((c) => NONSPACING.test(c))) continue;
    const bases = NONSPACING.test(characters[0]!) ? 0 : 1;
    return [...characters.slice(0, bases), ...inDrawnOrder(characters.slice(bases))];
  }
  return undefined;
}

/**
 * The text that each glyph of a run stands for, in visual order. The text stage gives a cluster's text to its first
 * glyph; where the cluster is a base and its marks, each glyph gets its own character here, so that the base glyph
 * keeps its plain meaning in the rest of the document.
 */
export function textPerGlyph(run: GlyphRun): string[] {
  const texts = run.glyphText.map(extractableText);
  const count = texts.length;
  const at = (logical: number): number => (run.rtl ? count - 1 - logical : logical);
  for (let first = 0; first < count;) {
    let end = first + 1;
    while (end < count && run.glyphText[at(end)] === '') end++;
    if (end - first > 1) {
      const parts = spread(texts[at(first)]!, end - first);
      parts?.forEach((part, i) => {
        texts[at(first + i)] = part;
      });
    }
    first = end;
  }
  return texts;
}
