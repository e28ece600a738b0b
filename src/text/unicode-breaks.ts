import LineBreaker from 'linebreak';
import { Opportunity, type Opportunities } from './opportunity.js';

const SPACE = 0x20;
const OPENING_PARENTHESIS = 0x28;

/** Letters and digits of the Latin, Greek and Cyrillic scripts: classes AL and NU, without the signs among them. */
function isPlainCharacter(code: number): boolean {
  if (code < 0x80)
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
  if (code < 0x250) return code >= 0xc0 && code !== 0xd7 && code !== 0xf7;
  if (code < 0x400) return code >= 0x391 && code <= 0x3c9 && code !== 0x3a2;
  return code <= 0x481 || (code >= 0x1e00 && code <= 0x1eff);
}

/** `! ) , . : ; ?` */
function isClosing(code: number): boolean {
  return (
    code === 0x2e || code === 0x2c || code === 0x29 || code === 0x3a || code === 0x3b || code === 0x21 || code === 0x3f
  );
}

/**
 * True for a word in which no line may end, and beside which a line may end at every space: plain characters, perhaps
 * after an opening parenthesis, perhaps with closing punctuation.
 */
function isPlainWord(text: string, start: number, end: number): boolean {
  let at = text.charCodeAt(start) === OPENING_PARENTHESIS ? start + 1 : start;
  const first = at;
  while (at < end && isPlainCharacter(text.charCodeAt(at))) at++;
  if (at === first) return false;
  while (at < end && isClosing(text.charCodeAt(at))) at++;
  return at === end;
}

/** Enters the opportunities of a stretch of text that lie after `after` and not after `last`. */
function addBreaks(text: string, from: number, to: number, after: number, last: number, found: Opportunities): void {
  const breaker = new LineBreaker(text.slice(from, to));
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    const position = from + next.position;
    if (position > last) return;
    if (position > after) found[position] = Opportunity.Break;
  }
}

/**
 * Enters the break opportunities of UAX 14, that at the end of the text included. What stands between plain words is
 * looked up pair by pair, with the plain words at its sides; among plain words themselves every space is one.
 */
export function addUnicodeBreaks(text: string, found: Opportunities): void {
  const { length } = text;
  if (length === 0) return;
  // The last plain word, or the beginning of the text.
  let plainStart = 0;
  let plainEnd = 0;
  let isOpen = text.charCodeAt(0) === SPACE;
  for (let start = 0; start < length;) {
    if (text.charCodeAt(start) === SPACE) {
      start++;
      continue;
    }
    let end = text.indexOf(' ', start);
    if (end < 0) end = length;
    if (isPlainWord(text, start, end)) {
      if (isOpen) addBreaks(text, plainStart, end, plainEnd, start, found);
      else if (start > 0) found[start] = Opportunity.Break;
      isOpen = false;
      plainStart = start;
      plainEnd = end;
    } else isOpen = true;
    start = end;
  }
  if (isOpen) addBreaks(text, plainStart, length, plainEnd, length, found);
  found[length] = Opportunity.Break;
}
