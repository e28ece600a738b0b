import { Opportunity, type Opportunities } from './opportunity.js';
import { kindsOf, WordKind } from './word-kinds.js';

/** Languages in which a preposition or conjunction of one letter never ends a line. */
const NO_SINGLE_LETTER_AT_END: ReadonlySet<string> = new Set(['pl', 'cs', 'sk', 'ru', 'uk', 'be']);

const SPACE = 0x20;
/** Words that it joins are words of their own to what stands beside them: `September 4,` before a year. */
const NO_BREAK_SPACE = /[\u00a0\u202f]/;
const AFTER_NO_BREAK_SPACE = /[\u00a0\u202f].*$/s;
const BEFORE_NO_BREAK_SPACE = /^.*[\u00a0\u202f]/s;
const EM_DASH = '\u2014';

/**
 * Takes out the break opportunities between words that belong together (`Dr. Okafor`, `Peter J. Lee`, `5 mg`, `No. 5`),
 * makes those between words that had better stay together reluctant (`ERAS 2027`, `September 4, 2026`, `Okafor, MD`), and lets no line start
 * with a dash or an ellipsis, nor break a compound after one or two letters or before them (`X-ray`, `de-identified`, `hands-on`), nor a
 * short one with slashes at all (`he/him`, `MD/PhD`, `and/or`). `opportunities` is changed.
 */
export function keepTogether(text: string, lang: string, opportunities: Opportunities): void {
  const noSingles = NO_SINGLE_LETTER_AT_END.has(lang.split('-', 1)[0]?.toLowerCase() ?? '');
  let before = 0;
  let phone = false;
  let start = 0;
  while (start < text.length) {
    let end = text.indexOf(' ', start);
    if (end < 0) end = text.length;
    if (end > start) {
      const word = text.slice(start, end);
      const isJoined = NO_BREAK_SPACE.test(word);
      const kinds = kindsOf(isJoined ? word.replace(AFTER_NO_BREAK_SPACE, '') : word);
      phone = phone ? (kinds & WordKind.PhonePart) !== 0 : false;
      if (start > 0 && opportunities[start] === Opportunity.Break) {
        if (phone || belongsTogether(before, kinds) || (noSingles && (before & WordKind.Single) !== 0)) {
          opportunities[start] = Opportunity.None;
        } else if (betterTogether(before, kinds)) opportunities[start] = Opportunity.Reluctant;
      }
      before = isJoined ? kindsOf(word.replace(BEFORE_NO_BREAK_SPACE, '')) : kinds;
      phone ||= (kinds & WordKind.Phone) !== 0;
    }
    start = end + 1;
    while (start < text.length && text.charCodeAt(start) === SPACE) start++;
  }
  keepMarks(text, opportunities);
}

/** Kinds of a word and of the one after it that belong together. */
type Pair = readonly [before: number, after: number];

/** No line may end between these. */
const BELONG: readonly Pair[] = [
  [WordKind.Title | WordKind.Initial, WordKind.Capitalised],
  [WordKind.Number, WordKind.Unit | WordKind.ThreeDigits | WordKind.StepPart],
  [WordKind.Label, WordKind.Figure],
  [WordKind.Month, WordKind.Day],
  [WordKind.Day, WordKind.Month],
  [WordKind.Given, WordKind.Initial],
  [WordKind.Capitalised, WordKind.NameEnd],
];
/** A line should end between these only for want of a better place. */
const BETTER: readonly Pair[] = [
  [WordKind.Month | WordKind.Capitalised | WordKind.Small, WordKind.Year],
  [WordKind.EndsInComma | WordKind.Degree, WordKind.Degree],
  [WordKind.Exam, WordKind.Label],
  [WordKind.Count, WordKind.Small | WordKind.To],
  [WordKind.To, WordKind.Count],
];

function isPair(pairs: readonly Pair[], before: number, after: number): boolean {
  for (const [left, right] of pairs) if ((before & left) !== 0 && (after & right) !== 0) return true;
  return false;
}

/** True when no line may end between two words. */
function belongsTogether(before: number, after: number): boolean {
  if ((after & (WordKind.Mark | WordKind.SpacedPunctuation)) !== 0 || (before & WordKind.OpeningMark) !== 0)
    return true;
  return isPair(BELONG, before, after);
}

/** True when a line should end between two words only for want of a better place: not so scarce a one that gaps get wide. */
function betterTogether(before: number, after: number): boolean {
  const isDate =
    (before & WordKind.Day) !== 0 && (before & WordKind.EndsInComma) !== 0 && (after & WordKind.Year) !== 0;
  return isDate || isPair(BETTER, before, after);
}

/** After the hyphen of a compound with a part of one or two letters before or after it. */
const SHORT_PART =
  /(?<=(?<![\p{L}\p{N}\p{M}])(?:[\p{L}\p{N}]\p{M}*){1,2}-)(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}]\p{M}*-)(?=(?:[\p{L}\p{N}]\p{M}*){1,2}(?![\p{L}\p{N}\p{M}]))/gu;

/** Words and slashes, without anything else in between. */
const SLASHED = /(?:[\p{L}\p{N}]\p{M}*)+(?:\/(?:[\p{L}\p{N}]\p{M}*)+)+/gu;
/** A compound with slashes of at most so many characters is as one word: `they/them/theirs`. */
const LONGEST_SLASHED_WORD = 16;

/** Breaks inside words that UAX 14 allows and no typesetter would make. */
function keepMarks(text: string, opportunities: Opportunities): void {
  for (let at = text.indexOf(EM_DASH, 1); at >= 0; at = text.indexOf(EM_DASH, at + 1)) {
    if (text.charCodeAt(at - 1) !== SPACE) opportunities[at] = Opportunity.None;
  }
  if (text.includes('/')) {
    for (const { 0: word, index } of text.matchAll(SLASHED)) {
      if (word.length <= LONGEST_SLASHED_WORD) opportunities.fill(Opportunity.None, index + 1, index + word.length);
    }
  }
  if (!text.includes('-') || text.search(SHORT_PART) < 0) return;
  for (const { index } of text.matchAll(SHORT_PART)) {
    opportunities[index] = Opportunity.None;
  }
}
