import type { PatternDefinition } from 'hyphen';
import { createBoundedCache } from '../bounded-cache.js';
import { hyphenationKey, hyphenationLanguage, type HyphenationLanguage } from './hyphenation-languages.js';

/** Finds where a word may be hyphenated. */
export interface Hyphenator {
  /** Loads the patterns of languages that have not been wanted before. Languages without hyphenation are ignored. */
  load(languages: Iterable<string>): Promise<void>;
  /** Number of languages whose patterns are loaded. */
  loaded(): number;
  /**
   * Offsets in the token before which a hyphen may end the line, ascending; none when the token must stay whole,
   * undefined as long as the patterns of its language are not loaded. A word with a capital is hyphenated where it begins a sentence, else only
   * in languages that capitalise ordinary words: it may be a name.
   */
  hyphenate(token: string, language: string, beginsSentence: boolean): readonly number[] | undefined;
}

const MINIMUM_LETTERS = 6;
/** One word with punctuation around it, capitals only at its start: no compounds, no IDs, no addresses. */
const HYPHENATABLE = /^[^\p{L}\p{N}]*(\p{L}\p{M}*[\p{Ll}\p{Lo}\p{M}'\u2019]*)[^\p{L}\p{N}]*$/u;
const NOT_A_WORD = /[@/\d\-\u2010\u2011]|\.(?=.*\p{L})/u;
const STARTS_WITH_CAPITAL = /^[^\p{L}]*\p{Lu}/u;
const NOTHING: readonly number[] = [];
/** The hyphenation package keeps every word it has seen; its memory is thrown away after so many. */
const WORDS_BEFORE_RENEWAL = 20_000;
const HYPHEN = '\u00AD';

type FindHyphens = (token: string) => readonly number[];

/** Prepares a hyphenator without any language. */
export function createHyphenator(): Hyphenator {
  const languages = new Map<string, { readonly find: FindHyphens; readonly capitalises: boolean }>();
  const keys = createBoundedCache<string>(100);
  const keyOf = (tag: string): string => {
    const found = keys.get(tag) ?? hyphenationKey(tag) ?? '';
    keys.set(tag, found);
    return found;
  };
  return {
    async load(tags) {
      const wanted = new Set([...tags].map(keyOf));
      await Promise.all(
        [...wanted].map(async (key) => {
          const language = hyphenationLanguage(key);
          if (language === undefined || languages.has(key)) return;
          const [{ default: create }, { default: patterns }] = await Promise.all([import('hyphen'), language.load()]);
          languages.set(key, {
            find: createFinder(create, patterns, language),
            capitalises: language.capitalises ?? false,
          });
        }),
      );
    },
    loaded: () => languages.size,
    hyphenate(token, tag, beginsSentence) {
      const language = languages.get(keyOf(tag));
      if (language === undefined) return undefined;
      if (!beginsSentence && !language.capitalises && STARTS_WITH_CAPITAL.test(token)) return NOTHING;
      return language.find(token);
    },
  };
}

function createFinder(
  create: (typeof import('hyphen'))['default'],
  patterns: PatternDefinition,
  { before, after, exceptions = [] }: HyphenationLanguage,
): FindHyphens {
  const [levels, trie, published] = patterns;
  const own = new Map(exceptions.map((word) => [word.replaceAll('-', ''), word.replaceAll('-', HYPHEN)]));
  const renew = (): ((text: string) => string) =>
    create([levels, trie, { ...published }], { hyphenChar: HYPHEN, minWordLength: MINIMUM_LETTERS });
  let insertHyphens = renew();
  let words = 0;
  const known = createBoundedCache<readonly number[]>(WORDS_BEFORE_RENEWAL);

  const find = (token: string): readonly number[] => {
    const word = NOT_A_WORD.test(token) ? undefined : HYPHENATABLE.exec(token)?.[1];
    if (word === undefined || word.length < MINIMUM_LETTERS) return NOTHING;
    if (++words % WORDS_BEFORE_RENEWAL === 0) insertHyphens = renew();
    const start = token.indexOf(word);
    const small = word.toLowerCase();
    // Some capitals have two small letters (Turkish dotted I): offsets would not fit.
    if (small.length !== word.length) return NOTHING;
    const offsets: number[] = [];
    let offset = 0;
    for (const syllable of (own.get(small) ?? insertHyphens(small)).split(HYPHEN)) {
      offset += syllable.length;
      if (offset >= before && offset <= word.length - after) offsets.push(start + offset);
    }
    return offsets;
  };
  return (token) => {
    let found = known.get(token);
    if (found === undefined) known.set(token, (found = find(token)));
    return found;
  };
}
