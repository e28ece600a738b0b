import LineBreaker from 'linebreak';
import { keepTogether } from './keep-together.js';

/** What may happen at an offset of a text. */
export const Opportunity = {
  None: 0,
  /** A break by UAX 14, or between words of a script without spaces. */
  Break: 1,
  /** A break inside an address or ID that is too long for its line. */
  Address: 2,
  /** A break of last resort, where the rules forbid one but the piece is wider than the line. */
  Emergency: 3,
} as const;

/** {@link Opportunity} by offset: entry `i` stands for the place before UTF-16 unit `i`. */
export type Opportunities = Uint8Array;

/** Scripts written without spaces between words, which UAX 14 leaves to a dictionary (class SA). */
const DICTIONARY_TEXT = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
const dictionary = new Intl.Segmenter('th', { granularity: 'word' });

/** Break opportunities of a text: UAX 14, dictionary words, and what must stay together taken out again. */
export function findOpportunities(text: string, zeroWidthBreaks: ReadonlySet<number>): Opportunities {
  const opportunities = new Uint8Array(text.length + 1);
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    opportunities[next.position] = Opportunity.Break;
  }
  for (const match of text.matchAll(DICTIONARY_TEXT)) {
    for (const { index } of dictionary.segment(match[0])) {
      if (index > 0) opportunities[match.index + index] = Opportunity.Break;
    }
  }
  keepTogether(text, opportunities);
  for (const offset of zeroWidthBreaks) opportunities[offset] = Opportunity.Break;
  opportunities[0] = Opportunity.None;
  return opportunities;
}
