import { keepTogether } from './keep-together.js';
import { Opportunity, type Opportunities } from './opportunity.js';
import { addUnicodeBreaks } from './unicode-breaks.js';

/** Scripts written without spaces between words, which UAX 14 leaves to a dictionary (class SA). */
const DICTIONARY_TEXT = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
/** Made when such a text first comes: it takes longer to make than a page to set. */
let dictionary: Intl.Segmenter | undefined;

/**
 * The space between a closing quotation mark and an opening bracket: UAX 14 allows no break there because the mark might
 * open a quotation (rule 15 before Unicode 15.1); after a letter or a point it does not.
 */
const QUOTE_BEFORE_BRACKET = /(?<=[^\s([{\u201E\u201A][\u201D\u2019\u201C"'\u00BB] +)(?=[([{])/g;

/** Break opportunities of a text: UAX 14, dictionary words, and what must stay together taken out again. */
export function findOpportunities(text: string, zeroWidthBreaks: ReadonlySet<number>, lang: string): Opportunities {
  const opportunities = new Uint8Array(text.length + 1);
  addUnicodeBreaks(text, opportunities);
  // `matchAll` makes a new pattern each time.
  if (text.search(DICTIONARY_TEXT) >= 0) {
    for (const match of text.matchAll(DICTIONARY_TEXT)) {
      dictionary ??= new Intl.Segmenter('th', { granularity: 'word' });
      for (const { index } of dictionary.segment(match[0])) {
        if (index > 0) opportunities[match.index + index] = Opportunity.Break;
      }
    }
  }
  if (/[([{]/.test(text)) {
    for (const { index } of text.matchAll(QUOTE_BEFORE_BRACKET)) opportunities[index] = Opportunity.Break;
  }
  keepTogether(text, lang, opportunities);
  for (const offset of zeroWidthBreaks) opportunities[offset] = Opportunity.Break;
  opportunities[0] = Opportunity.None;
  return opportunities;
}
