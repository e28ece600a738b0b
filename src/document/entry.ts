import { readLine } from './inlines.js';
import type { Parsing, TextMode } from './parsing.js';
import type { EntryLine } from './types.js';

const STARTS_BLOCK = /^ {0,3}(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|>|`{3}|~{3})/;

/**
 * Splits the Markdown of an entry: its first lines, up to a blank line or a list, are the head, each `left | right`
 * parted at the first ` | ` of the template's text; the rest is the body.
 */
export function splitEntry(text: string): { head: readonly string[]; body: string } {
  const lines = text.replace(/^(?:[ \t]*\n)+/, '').split('\n');
  const found = lines.findIndex((line) => line.trim() === '' || STARTS_BLOCK.test(line));
  const end = found < 0 ? lines.length : found;
  return { head: lines.slice(0, end), body: lines.slice(end).join('\n') };
}

/** Reads the lines of an entry's head; a line with nothing on either side is left out. */
export function readEntryHead(lines: readonly string[], parsing: Parsing, mode: TextMode): EntryLine[] {
  return lines
    .map((raw) => {
      // Padded, so that a side that is left out by a condition still parts: `| 2024` and `Resident |`.
      const line = ` ${raw.trim()} `;
      const bar = line.indexOf(' | ');
      const [left, right] = bar < 0 ? [line, ''] : [line.slice(0, bar), line.slice(bar + 3)];
      return { left: readLine(left, parsing, mode), right: readLine(right, parsing, mode) };
    })
    .filter(({ left, right }) => left.length > 0 || right.length > 0);
}
