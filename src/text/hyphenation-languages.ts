import type { PatternDefinition } from 'hyphen';

/** How a language is hyphenated. */
export interface HyphenationLanguage {
  /** Fewest letters before and after a hyphen, as TeX's language definitions have them (hyph-utf8). */
  readonly before: number;
  readonly after: number;
  /** The patterns, as published for TeX; loaded when first wanted. */
  readonly load: () => Promise<{ readonly default: PatternDefinition }>;
  /** Words with other hyphens than the patterns find, written with hyphens; none means the word stays whole. */
  readonly exceptions?: readonly string[];
  /** Capitals begin ordinary words too. */
  readonly capitalises?: boolean;
}

/** The patterns part these after letters that stand badly alone at the end of a line. */
const ENGLISH_EXCEPTIONS = [
  'analy-sis',
  'analy-ses',
  'ana-lyst',
  'ana-lysts',
  'ana-lytic',
  'ana-lyt-i-cal',
  'arsenal',
  'ortho-paedic',
  'ortho-paedics',
];

/**
 * By BCP 47 tag, in small letters. Each import stands by itself, so that bundlers make a file of each and a browser
 * loads only the languages of its texts. Vietnamese, written in syllables, has no hyphenation.
 */
const LANGUAGES: Readonly<Record<string, HyphenationLanguage>> = {
  'en-us': { before: 2, after: 3, load: () => import('hyphen/patterns/en-us.js'), exceptions: ENGLISH_EXCEPTIONS },
  'en-gb': { before: 2, after: 3, load: () => import('hyphen/patterns/en-gb.js'), exceptions: ENGLISH_EXCEPTIONS },
  bg: { before: 2, after: 2, load: () => import('hyphen/patterns/bg.js') },
  ca: { before: 2, after: 2, load: () => import('hyphen/patterns/ca.js') },
  cs: { before: 2, after: 3, load: () => import('hyphen/patterns/cs.js') },
  da: { before: 2, after: 2, load: () => import('hyphen/patterns/da.js') },
  de: { before: 2, after: 2, load: () => import('hyphen/patterns/de-1996.js'), capitalises: true },
  el: { before: 2, after: 2, load: () => import('hyphen/patterns/el-monoton.js') },
  es: { before: 2, after: 2, load: () => import('hyphen/patterns/es.js') },
  et: { before: 2, after: 3, load: () => import('hyphen/patterns/et.js') },
  fi: { before: 2, after: 2, load: () => import('hyphen/patterns/fi.js') },
  fr: { before: 2, after: 3, load: () => import('hyphen/patterns/fr.js') },
  hr: { before: 2, after: 2, load: () => import('hyphen/patterns/hr.js') },
  hu: { before: 2, after: 2, load: () => import('hyphen/patterns/hu.js') },
  hy: { before: 2, after: 2, load: () => import('hyphen/patterns/hy.js') },
  id: { before: 2, after: 2, load: () => import('hyphen/patterns/id.js') },
  it: { before: 2, after: 2, load: () => import('hyphen/patterns/it.js') },
  ka: { before: 2, after: 2, load: () => import('hyphen/patterns/ka.js') },
  la: { before: 2, after: 2, load: () => import('hyphen/patterns/la.js') },
  lt: { before: 2, after: 2, load: () => import('hyphen/patterns/lt.js') },
  lv: { before: 2, after: 2, load: () => import('hyphen/patterns/lv.js') },
  nb: { before: 2, after: 2, load: () => import('hyphen/patterns/nb.js') },
  nl: { before: 2, after: 2, load: () => import('hyphen/patterns/nl.js') },
  pl: { before: 2, after: 2, load: () => import('hyphen/patterns/pl.js') },
  pt: { before: 2, after: 3, load: () => import('hyphen/patterns/pt.js') },
  ro: { before: 2, after: 2, load: () => import('hyphen/patterns/ro.js') },
  ru: { before: 2, after: 2, load: () => import('hyphen/patterns/ru.js') },
  sk: { before: 2, after: 3, load: () => import('hyphen/patterns/sk.js') },
  sl: { before: 2, after: 2, load: () => import('hyphen/patterns/sl.js') },
  sr: { before: 2, after: 2, load: () => import('hyphen/patterns/sr-cyrl.js') },
  'sr-latn': { before: 2, after: 2, load: () => import('hyphen/patterns/sh-latn.js') },
  sv: { before: 2, after: 2, load: () => import('hyphen/patterns/sv.js') },
  tr: { before: 2, after: 2, load: () => import('hyphen/patterns/tr.js') },
  uk: { before: 2, after: 2, load: () => import('hyphen/patterns/uk.js') },
};

/** Tags that are hyphenated as others are. English outside North America follows British etymology. */
const LIKE: Readonly<Record<string, string>> = { en: 'en-us', 'en-ca': 'en-us', no: 'nb', nn: 'nb', bs: 'hr' };

/** Key of the language's entry, or undefined when it is not hyphenated. `de-AT` is hyphenated as `de`. */
export function hyphenationKey(tag: string): string | undefined {
  const parts = tag.toLowerCase().split('-');
  for (let count = parts.length; count > 0; count--) {
    const prefix = parts.slice(0, count).join('-');
    if (count === 1 && prefix === 'en' && parts.length > 1) return 'en-gb';
    const key = LIKE[prefix] ?? prefix;
    if (Object.hasOwn(LANGUAGES, key)) return key;
  }
  return undefined;
}

/** The entry of a key from {@link hyphenationKey}. */
export function hyphenationLanguage(key: string): HyphenationLanguage | undefined {
  return LANGUAGES[key];
}
