import type { Slot } from './types.js';

/**
 * A slot mark is `OPEN digits CLOSE`. The two characters are Unicode noncharacters (U+FDD0, U+FDD1: "reserved for
 * process-internal use", Unicode 23.7): no text may hold them, so that no value can look like a mark, while private-use
 * characters in values stay as typed. Markdown gives them no meaning: neither white space nor punctuation.
 */
export const MARK_OPEN = '\uFDD0';
export const MARK_CLOSE = '\uFDD1';

/** Something to see that is no mark: a character before the first mark, after the last, or between two. */
const TEMPLATE_TEXT = /(?:^|\uFDD1)\s*[^\s\uFDD0]/;
const MARKS = /[\uFDD0\uFDD1]/g;
const ONE_MARK = /^\uFDD0(\d+)\uFDD1$/;
const SLOT_MARK = /\uFDD0(\d+)\uFDD1/g;

/** The mark of the slot with this number. */
export function slotMark(index: number): string {
  return `${MARK_OPEN}${index}${MARK_CLOSE}`;
}

/** Replaces the characters of slot marks in a text from outside with U+FFFD. */
export function cleanMarks(text: string): string {
  return text.replace(MARKS, '\uFFFD');
}

/** The number of the slot when the text is one mark and nothing else. */
export function onlySlot(text: string): number | undefined {
  const digits = ONE_MARK.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** A piece of composed Markdown: the template's own text, or a slot. */
export type MarkedPiece = { readonly text: string } | { readonly slot: Slot };

/** Splits a text at its slot marks; a mark without a slot is left out. */
export function splitAtMarks(text: string, slots: readonly Slot[]): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let end = 0;
  for (let open = text.indexOf(MARK_OPEN); open >= 0; open = text.indexOf(MARK_OPEN, end)) {
    const close = text.indexOf(MARK_CLOSE, open);
    if (close < 0) break;
    if (open > end) pieces.push({ text: text.slice(end, open) });
    const slot = slots[Number(text.slice(open + 1, close))];
    if (slot !== undefined) pieces.push({ slot });
    end = close + 1;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

/** Puts the slot values back as they are, each passed through `write` when given. */
export function fillMarks(text: string, slots: readonly Slot[], write = (slot: Slot): string => slot.value): string {
  return text.replace(SLOT_MARK, (_, digits: string) => {
    const slot = slots[Number(digits)];
    return slot === undefined ? '' : write(slot);
  });
}

/** True when nothing but white space would show: no template text and only empty values. */
export function isBlank(text: string, slots: readonly Slot[]): boolean {
  if (TEMPLATE_TEXT.test(text)) return false;
  return text.trim() === '' || fillMarks(text, slots).trim() === '';
}
