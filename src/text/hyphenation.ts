import { createBoundedCache } from './bounded-cache.js';

/** Finds where a word may be hyphenated. */
export interface Hyphenator {
  /** Offsets in the token before which a hyphen may end the line, ascending; none when the token must stay whole. */
  hyphenate(token: string, lang: string): readonly number[];
}

const MINIMUM_LETTERS = 6;
const MINIMUM_BEFORE = 2;
const MINIMUM_AFTER = 3;
/** One word of small letters with punctuation around it: no names, no compounds, no IDs, no addresses. */
const HYPHENATABLE = /^[^\p{L}\p{N}]*(\p{Ll}[\p{Ll}\p{M}'\u2019]*)[^\p{L}\p{N}]*$/u;
const NOT_A_WORD = /[@/\d\-\u2010\u2011]|\.(?=.*\p{L})/u;
const NOTHING: readonly number[] = [];
/** The hyphenation package keeps every word it has seen; its memory is thrown away after so many. */
const WORDS_BEFORE_RENEWAL = 20_000;

/** Loads the patterns (English, as published for TeX) and prepares a hyphenator. Other languages get no hyphens. */
export async function loadHyphenator(): Promise<Hyphenator> {
  const [{ default: createHyphenator }, { default: patterns }] = await Promise.all([
    import('hyphen'),
    import('hyphen/patterns/en-us.js'),
  ]);
  const [levels, trie, exceptions] = patterns;
  const renew = (): ((text: string) => string) =>
    createHyphenator([levels, trie, { ...exceptions }], { hyphenChar: '\u00AD', minWordLength: MINIMUM_LETTERS });
  let insertHyphens = renew();
  let words = 0;
  const known = createBoundedCache<readonly number[]>(WORDS_BEFORE_RENEWAL);

  const hyphenateToken = (token: string): readonly number[] => {
    const word = NOT_A_WORD.test(token) ? undefined : HYPHENATABLE.exec(token)?.[1];
    if (word === undefined || word.length < MINIMUM_LETTERS) return NOTHING;
    if (++words % WORDS_BEFORE_RENEWAL === 0) insertHyphens = renew();
    const start = token.indexOf(word);
    const offsets: number[] = [];
    let offset = 0;
    for (const syllable of insertHyphens(word).split('\u00AD')) {
      offset += syllable.length;
      if (offset >= MINIMUM_BEFORE && offset <= word.length - MINIMUM_AFTER) offsets.push(start + offset);
    }
    return offsets;
  };

  return {
    hyphenate(token, lang) {
      if (!/^en(?:-|$)/i.test(lang)) return NOTHING;
      const found = known.get(token) ?? hyphenateToken(token);
      known.set(token, found);
      return found;
    },
  };
}
