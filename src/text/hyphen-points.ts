import type { Hyphenator } from './hyphenation.js';
import type { Paragraph } from './paragraph.js';
import type { Piece } from './pieces.js';
import type { BreakOptions } from './types.js';
import type { ShapedWord } from './word-shaper.js';

/** A place inside a piece where it may be hyphenated. */
export interface HyphenPoint {
  /** UTF-16 units before the hyphen. */
  readonly offset: number;
  /** Width of the part before it with its hyphen, and of the part after it, ems. */
  readonly before: number;
  readonly after: number;
}

type HyphenOptions = Pick<BreakOptions, 'hyphenate' | 'lang' | 'properNames'>;

/** Characters beside a piece that make it a part of a longer word or of an address. */
const CONTINUES = /[\p{L}\p{N}\p{M}@/_\-\u2010\u2011]/u;
const NONE: readonly HyphenPoint[] = [];

/** Points by the patterns: they depend on the word, its face and its language only, as does the shaped word. */
const known = new WeakMap<ShapedWord, readonly HyphenPoint[]>();
/** The same for words with a capital where they begin a sentence. */
const knownAtStart = new WeakMap<ShapedWord, readonly HyphenPoint[]>();

const CAPITAL = /^[^\p{L}]*(\p{Lu}[\p{L}\p{M}]*)/u;
/** The end of a sentence before a word: no abbreviation such as `Dr.` or an initial ends in four small letters. */
const SENTENCE_END =
  /(?:^|[\p{Ll}\p{M}]{4}["'\u2019\u201D)]*[.!?…]|[\p{L}\p{N}][!?]|[\d)][.!?])["'\u2019\u201D)]*\s+$|^$/u;

/**
 * Finds where the words of a paragraph may be hyphenated. Soft hyphens of the source count always, and alone in their
 * word; the patterns only where hyphenation is on.
 */
export class HyphenPointFinder {
  readonly #hyphenator: Hyphenator;
  readonly #paragraph: Paragraph;
  readonly #options: HyphenOptions;

  constructor(hyphenator: Hyphenator, paragraph: Paragraph, options: HyphenOptions) {
    this.#hyphenator = hyphenator;
    this.#paragraph = paragraph;
    this.#options = options;
  }

  /** The places inside a piece where it may be hyphenated, in order. */
  pointsIn(piece: Piece): readonly HyphenPoint[] {
    const { text, spans, softHyphens } = this.#paragraph;
    const options = this.#options;
    const { span, start, end } = piece;
    if (spans[span]?.noHyphen === true) return NONE;
    if (softHyphens.size > 0) {
      const soft = [...softHyphens].filter((offset) => offset > start && offset < end);
      if (soft.length > 0)
        return measureParts(
          piece,
          text.slice(start, end),
          soft.map((offset) => offset - start),
        );
    }
    if (!options.hyphenate || continuesAt(text, start - 1) || continuesAt(text, end)) return NONE;
    const word = text.slice(start, end);
    const capitalised = CAPITAL.exec(word)?.[1];
    if (capitalised !== undefined && options.properNames?.has(capitalised) === true) return NONE;
    const beginsSentence = capitalised !== undefined && SENTENCE_END.test(text.slice(Math.max(0, start - 12), start));
    const cache = beginsSentence ? knownAtStart : known;
    const found = cache.get(piece.shaped);
    if (found !== undefined) return found;
    const lang = spans[span]?.lang ?? options.lang;
    const offsets = this.#hyphenator.hyphenate(word, lang, beginsSentence);
    if (offsets === undefined) return NONE;
    const points = measureParts(piece, word, offsets);
    cache.set(piece.shaped, points);
    return points;
  }
}

/** True when the character at an offset, if there is one, makes the word beside it part of something longer. */
function continuesAt(text: string, offset: number): boolean {
  return offset >= 0 && offset < text.length && CONTINUES.test(text.charAt(offset));
}

/**
 * The parts are as wide as they will be set: cut from the shaped word where its glyphs do not depend on each other,
 * else shaped apart, so that no kerning over the break is counted.
 */
function measureParts({ setting, shaped }: Piece, word: string, offsets: readonly number[]): readonly HyphenPoint[] {
  if (offsets.length === 0) return NONE;
  const hyphen = setting.hyphen().ems;
  return offsets.map((offset) => {
    const cut = advanceBefore(shaped, offset);
    if (cut !== undefined) return { offset, before: cut + hyphen, after: shaped.ems - cut };
    const [before, after] = [setting.shape(word.slice(0, offset)).ems, setting.shape(word.slice(offset)).ems];
    return { offset, before: before + hyphen, after };
  });
}

/** Advance of the first `offset` UTF-16 units, ems; undefined where the word cannot be cut without shaping again. */
function advanceBefore({ runs }: ShapedWord, offset: number): number | undefined {
  let ems = 0;
  let at = 0;
  for (const { rtl, face, text, width, advances, glyphText, safeToBreak } of runs) {
    if (rtl) return undefined;
    if (at + text.length <= offset) {
      at += text.length;
      ems += width / face.unitsPerEm;
      continue;
    }
    for (const [glyph, part] of glyphText.entries()) {
      if (at === offset && part !== '') return safeToBreak[glyph] === 1 ? ems : undefined;
      at += part.length;
      ems += (advances[glyph] ?? 0) / face.unitsPerEm;
    }
    return undefined;
  }
  return undefined;
}
