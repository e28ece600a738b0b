import { plainText, wordLine, wordsOf } from './prose.js';

/** Words that many institutions share, and words that begin a sentence; what is left of a name tells it apart. */
const GENERIC = new Set(
  (
    'hospital hospitals medical center centre clinic clinics university health healthcare school schools college ' +
    'institute institution general department division system systems foundation community regional memorial national ' +
    'county city district state field faculty pharmacy medicine surgery sciences science service services teaching ' +
    'public private free student students run association society infirmary hospice program campus main academic ' +
    'emergency surgical internal primary family care heart failure stroke cancer diabetes pain women children continuity ' +
    'outpatient inpatient resident residents rural urban mobile research academy hypertension asthma wound memory ' +
    'fracture dialysis transplant refugee hiv tuberculosis eye skin sickle cell vaccine weekly evening day night ' +
    'at in the of and for a an on from my our to when after before then as while during with through this that de la ' +
    'monday tuesday wednesday thursday friday saturday sunday'
  ).split(' '),
);

/**
 * What tells an institution apart: its name without accents, additions and generic words, or null when nothing is left.
 *
 * @example siteKey('Sơn Khê District Health Center and six commune health stations') // 'son khe'
 */
export function siteKey(name: string): string | null {
  const main = name.split(/[,(;/]| and (?=\p{Ll})/u)[0] ?? name;
  const words = wordsOf(plainText(main)).filter((word) => !GENERIC.has(word.replace(/['’]s$/u, '')));
  return words.length === 0 ? null : words.join(' ');
}

/** The words of a text as one line with single spaces, so that whole names can be found in it. */
export function searchable(text: string): string {
  return ` ${wordLine(text)} `;
}

/** True when a text names an institution by what tells it apart. */
export function namesSite(searchableText: string, site: string): boolean {
  const key = siteKey(site);
  return key !== null && searchableText.includes(` ${key} `);
}

/** True when two names mean institutions that share what tells them apart. */
export function isSameSite(a: string, b: string): boolean {
  return namesSite(searchable(a), b) || namesSite(searchable(b), a);
}

// Names and words are bounded, so that no text takes more than linear time.
const INSTITUTION =
  /(?:(?:\p{Lu}[\p{L}\p{M}’'.-]{0,30}|of|for|de|the|&)\s{1,3}){0,7}(?:Hospital|Medical (?:Center|Centre|School|College)|Health (?:Center|Centre|System)|Clinic|University|Institute|College|Infirmary|Hospice|Foundation)(?![\p{L}\p{M}])(?:\s{1,3}of(?:\s{1,3}the)?(?:\s{1,3}\p{Lu}[\p{L}\p{M}’'-]{1,30}){1,4})?/gu;
const AWARD =
  /(?:\p{Lu}[\p{L}\p{M}’'-]{0,30}\s{1,3}(?:(?:of|for|in)\s{1,3})?){1,6}(?:Award|Prize|Medal|Scholarship|Fellowship|Honor Society)(?![\p{L}\p{M}])/gu;
/** Bodies that a physician belongs to or reads, not places to work at. */
const SOCIETY = /^(?:American|Royal|National|European|World)\s/u;

/** A name in a text, where it begins, and what tells it apart. */
export interface NamedThing {
  readonly name: string;
  readonly offset: number;
  readonly key: string;
}

function namesIn(text: string, pattern: RegExp): NamedThing[] {
  return Array.from(text.matchAll(pattern)).flatMap((match) => {
    const lead = /^(?:(?:At|In|The|From|My|Our|After|When|And|For|Of|To|With|A|An|the|of|for)\s+)+/u.exec(match[0]);
    const name = match[0].slice(lead?.[0].length ?? 0);
    const key = siteKey(name);
    return key === null ? [] : [{ name, offset: match.index + (lead?.[0].length ?? 0), key }];
  });
}

/** The institutions that a text names. */
export function institutionsIn(text: string): NamedThing[] {
  return namesIn(text, INSTITUTION).filter(({ name }) => !SOCIETY.test(name));
}

const AWARD_WORDS = new Set(
  'award prize medal scholarship fellowship honor best clinical nobel postdoctoral'.split(' '),
);

/** The awards that a text names. */
export function awardsIn(text: string): NamedThing[] {
  return namesIn(text, AWARD).flatMap((thing) => {
    const words = thing.key.split(' ').filter((word) => !AWARD_WORDS.has(word));
    return words.length === 0 || /\bNobel\b/.test(thing.name) ? [] : [{ ...thing, key: words.join(' ') }];
  });
}
