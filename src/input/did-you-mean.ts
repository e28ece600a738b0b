import leven from 'leven';

/** Longest word that is compared; longer ones are no misspelling of anything here. */
const MAX_WORD = 80;

/** A word without what people get wrong first: case, accents, hyphens, underscores, spaces. */
export function foldWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{M}\s_.-]/gu, '')
    .toLowerCase();
}

/**
 * The candidate that a misspelt word most likely meant, or null. Words that differ in case or hyphens only always
 * match; otherwise at most a third of the letters, and never more than three, may differ (letters in
 * another order count as one), or the word is part of one candidate only.
 *
 * @example nearestWord('aamcID', ['aamcId', 'email']) // 'aamcId'
 */
export function nearestWord(word: string, candidates: readonly string[]): string | null {
  if (word.length > MAX_WORD) return null;
  const folded = foldWord(word);
  if (folded === '') return null;
  let best: string | null = null;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    if (candidate === word) continue;
    const target = foldWord(candidate);
    const length = Math.max(folded.length, target.length);
    const limit = Math.min(3, Math.floor(length / 3));
    const isSwapped = folded.length > 3 && sortLetters(folded) === sortLetters(target);
    const distance = folded === target ? 0 : isSwapped ? 1 : leven(folded, target, { maxDistance: limit + 1 });
    if (distance <= limit && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best ?? partOf(folded, candidates);
}

function sortLetters(word: string): string {
  return Array.from(word).sort().join('');
}

/** The only candidate that has the word in it: `internal-med` for `internal-medicine`. */
function partOf(folded: string, candidates: readonly string[]): string | null {
  const holders = folded.length < 4 ? [] : candidates.filter((candidate) => foldWord(candidate).includes(folded));
  return holders.length === 1 ? (holders[0] ?? null) : null;
}

/** Keys that people expect under another name, folded; used only where the object has the key on the right. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  address: ['place', 'email'],
  authorname: ['name'],
  bio: ['summary'],
  company: ['organization', 'institution'],
  deadline: ['targetDate'],
  degree: ['credentials'],
  desc: ['description'],
  due: ['targetDate'],
  duedate: ['targetDate'],
  employer: ['organization', 'institution'],
  first: ['given'],
  firstname: ['given'],
  forename: ['given'],
  from: ['start'],
  fullname: ['full', 'name'],
  givenname: ['given'],
  hospital: ['institution', 'organization', 'site'],
  last: ['family'],
  lastname: ['family'],
  familyname: ['family'],
  location: ['place'],
  mail: ['email'],
  mobile: ['phone'],
  nickname: ['preferred'],
  organisation: ['organization'],
  position: ['title', 'position'],
  publications: ['scholarlyWork'],
  school: ['institution'],
  since: ['start', 'knownSince'],
  startdate: ['start'],
  enddate: ['end'],
  surname: ['family'],
  telephone: ['phone'],
  to: ['end'],
  university: ['institution'],
  until: ['end'],
  url: ['website', 'portalUrl'],
  waiver: ['waived'],
  why: ['whyYou'],
  year: ['season'],
};

/** The key that someone meant who wrote `key`: a misspelling of one of `keys`, or another word for one of them. */
export function nearestKey(key: string, keys: readonly string[]): string | null {
  const folded = foldWord(key);
  const synonym = Object.hasOwn(SYNONYMS, folded) ? SYNONYMS[folded]?.find((other) => keys.includes(other)) : undefined;
  return synonym ?? nearestWord(key, keys);
}
