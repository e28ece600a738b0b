import { keepTogether } from './keep-together.js';
import { Opportunity, type Opportunities } from './opportunity.js';
import { addUnicodeBreaks } from './unicode-breaks.js';

/** Scripts written without spaces between words, which UAX 14 leaves to a dictionary (class SA). */
const DICTIONARY_TEXT = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
/** Made when such a text first comes: it takes longer to make than a page to set. */
let dictionary: Intl.Segmenter | undefined;

/** Break opportunities of a text: UAX 14, dictionary words, and what must stay together taken out again. */
export function findOpportunities(text: string, zeroWidthBreaks: ReadonlySet<number>, lang: string): Opportunities {
  const opportunities = new Uint8Array(text.length + 1);
  addUnicodeBreaks(text, opportunities);
  for (const match of text.matchAll(DICTIONARY_TEXT)) {
    dictionary ??= new Intl.Segmenter('th', { granularity: 'word' });
    for (const { index } of dictionary.segment(match[0])) {
      if (index > 0) opportunities[match.index + index] = Opportunity.Break;
    }
  }
  keepTogether(text, lang, opportunities);
  for (const offset of zeroWidthBreaks) opportunities[offset] = Opportunity.Break;
  opportunities[0] = Opportunity.None;
  return opportunities;
}
