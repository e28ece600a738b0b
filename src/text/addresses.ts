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
/** Separators between the parts of an address. */
const PART_END = /[/@?&=]/;

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

/** How wide a part of the text is, for {@link breakAddress}. Lengths are points. */
export interface AddressRoom {
  readonly measure: number;
  readonly widthOf: (range: TextRange) => number;
}

/**
 * Sets the break opportunities inside an address, all without a hyphen. None when it is at most half as wide as its line;
 * else after `/ @ ? & =`. A part between these that is wide too breaks after `. - _` and where the text allows it; one
 * with digits, which may be an ID, only when it is wider than the line. `opportunities` is changed.
 */
export function breakAddress(text: string, range: TextRange, room: AddressRoom, opportunities: Opportunities): void {
  const ordinary = opportunities.slice(range.start, range.end);
  opportunities.fill(Opportunity.None, range.start + 1, range.end);
  if (room.widthOf(range) <= room.measure / 2) return;
  let start = range.start;
  for (let end = range.start + 1; end <= range.end; end++) {
    const ends = end === range.end;
    if (!ends && !(PART_END.test(text.charAt(end - 1)) && mayBreak(text, range, end))) continue;
    if (!ends) opportunities[end] = Opportunity.Address;
    const widest = ID.test(text.slice(start, end)) ? room.measure : room.measure / 2;
    if (room.widthOf({ start, end }) > widest) {
      for (let offset = start + 1; offset < end; offset++) {
        const isWeak = SEPARATOR.test(text.charAt(offset - 1)) || ordinary[offset - range.start] !== Opportunity.None;
        if (isWeak && mayBreak(text, range, offset)) opportunities[offset] = Opportunity.Address;
      }
    }
    start = end;
  }
}

/** False near the edges of an address, between separators, and after `://`. */
function mayBreak(text: string, { start, end }: TextRange, offset: number): boolean {
  if (offset - start < SHORTEST_PART || end - offset < SHORTEST_PART) return false;
  return !SEPARATOR.test(text.charAt(offset)) && !text.startsWith('://', offset - 3);
}
