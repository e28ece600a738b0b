import { Opportunity, type Opportunities } from './opportunity.js';

/** A stretch of text from `start` to `end`, UTF-16 offsets. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

const WORTH_LOOKING = /[@\d]|:\/\/|www\./;
/** What stands between spaces; an em dash parts words as a space does. */
const TOKEN = /[^\s\u2014]+/g;
const ADDRESS = /[^@]@[^@]|:\/\/|^www\.|^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+\/./u;
const ID = /\d/;
/** Scripts whose lines break between letters: a number among them makes no ID. */
const BREAKS_ANYWHERE = /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u2E80-\uFFEF\u{20000}-\u{3FFFF}]/u;
/** Fewer characters than these do not stand alone at the end or start of a line. */
const SHORTEST_PART = 3;
const SEPARATOR = /[/.\-_@?&=]/;

/** Finds e-mail addresses, URLs, DOIs, and IDs or numbers with separators in them (`2019–2021`, `ABC-123`). */
export function findAddresses(text: string): TextRange[] {
  if (!WORTH_LOOKING.test(text)) return [];
  const found: TextRange[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const token = match[0];
    if ((ID.test(token) || ADDRESS.test(token)) && !BREAKS_ANYWHERE.test(token)) {
      found.push({ start: match.index, end: match.index + token.length });
    }
  }
  return found;
}

/**
 * Sets the break opportunities inside an address: none, or, when it is `long` for its line, the ordinary ones and
 * those after `/ . - _ @ ? & =`, all without a hyphen. `opportunities` is changed.
 */
export function breakAddress(
  text: string,
  { start, end }: TextRange,
  long: boolean,
  opportunities: Opportunities,
): void {
  for (let offset = start + 1; offset < end; offset++) {
    const atEdge = offset - start < SHORTEST_PART || end - offset < SHORTEST_PART;
    if (!long || atEdge) opportunities[offset] = Opportunity.None;
    else if (SEPARATOR.test(text.charAt(offset - 1)) && !SEPARATOR.test(text.charAt(offset))) {
      opportunities[offset] = Opportunity.Address;
    } else if (opportunities[offset] !== Opportunity.None) opportunities[offset] = Opportunity.Address;
  }
}
