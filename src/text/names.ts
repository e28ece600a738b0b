import type { TextRange } from './addresses.js';
import { Opportunity, type Opportunities } from './opportunity.js';
import type { Paragraph } from './paragraph.js';

/** Words with a capital joined by hyphens: `Mei-Ling`, `Arceneaux-Pike`. */
const CAPITALISED_COMPOUND = /\p{Lu}[\p{L}\p{M}\u2019]*(?:[-\u2010]\p{Lu}[\p{L}\p{M}\u2019]*)+/gu;
/** In a name also those whose later parts are small: `Min-ji`, `eh-LEH-nee`. */
const COMPOUND = /[\p{L}\p{M}\u2019]+(?:[-\u2010][\p{L}\p{M}\u2019]+)+/gu;
const HYPHEN = /[-\u2010]/;

/** Finds the names with hyphens in them: no line should end inside one. */
export function findCompoundNames({ text, spans, spanStarts }: Paragraph): TextRange[] {
  if (!HYPHEN.test(text)) return [];
  const found = findIn(text, CAPITALISED_COMPOUND, 0, text.length);
  for (let index = 0; index < spans.length; index++) {
    if (spans[index]!.isName !== true) continue;
    found.push(...findIn(text, COMPOUND, spanStarts[index] ?? 0, spanStarts[index + 1] ?? text.length));
  }
  return found;
}

function findIn(text: string, pattern: RegExp, from: number, to: number): TextRange[] {
  const found: TextRange[] = [];
  for (const { 0: word, index } of text.slice(from, to).matchAll(pattern)) {
    found.push({ start: from + index, end: from + index + word.length });
  }
  return found;
}

/** Where a part of a name ends: the best place for its line to end. */
const PART_END = /[,;)\u00B7]/;

/** Makes lines that end inside a name rather end after a comma in it. `opportunities` is changed. */
export function preferNameParts({ text, spans, spanStarts }: Paragraph, opportunities: Opportunities): void {
  for (let index = 0; index < spans.length; index++) {
    if (spans[index]!.isName !== true) continue;
    const end = spanStarts[index + 1] ?? text.length;
    for (let offset = (spanStarts[index] ?? 0) + 2; offset < end; offset++) {
      if (opportunities[offset] !== Opportunity.Break || text.charAt(offset - 1) !== ' ') continue;
      if (!PART_END.test(text.charAt(offset - 2))) opportunities[offset] = Opportunity.Reluctant;
    }
  }
}
