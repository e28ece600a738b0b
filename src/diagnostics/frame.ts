/** Widest source line that is shown whole, in terminal columns. */
const MAX_WIDTH = 100;
/** Columns kept before the caret when a line is trimmed. */
const LEAD = 40;

/** Control characters, halves of surrogate pairs and direction marks, which could change what a terminal shows. */
const UNSAFE = /[\p{Cc}\p{Cs}\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029\uFEFF]/gu;
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}/u;
const ZERO_WIDTH = /[\p{Mn}\p{Me}\u200B-\u200D]/u;

/** Text with every tab as a space and every other character that a terminal would obey made visible as `�`. */
export function printable(text: string): string {
  return text.replaceAll('\t', ' ').replace(UNSAFE, '\uFFFD');
}

/** Columns that a character takes in a terminal (UAX #11, wide and fullwidth as two). */
function widthOf(character: string): number {
  if (ZERO_WIDTH.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

function widthOfText(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

/** A source line as it is shown, with the caret below it; columns of the terminal, from 0. */
export interface Frame {
  readonly text: string;
  readonly caret: number;
  readonly length: number;
}

/** As much of a text as has room in so many columns of a terminal, safe to print. */
export function fitted(text: string, columns: number): string {
  let width = 0;
  let fit = '';
  for (const character of printable(text)) {
    width += widthOf(character);
    if (width > columns) break;
    fit += character;
  }
  return fit;
}

/**
 * Prepares a source line for showing: safe to print, trimmed around the caret when it is long.
 *
 * @param column From 1, in UTF-16 units.
 * @param found What the caret underlines, when it stands at the column.
 */
export function frameLine(line: string, column: number, found = ''): Frame {
  const before = printable(line.slice(0, column - 1));
  const after = printable(line.slice(column - 1));
  const whole = printable(found).replace(/…$/, '');
  const marked = after.startsWith(whole) ? whole : '';
  const rest = after.trimEnd();

  let start = before;
  if (widthOfText(before) + widthOfText(rest) > MAX_WIDTH && widthOfText(before) > LEAD) {
    const characters = Array.from(before);
    let width = 0;
    let keep = characters.length;
    while (keep > 0 && width < LEAD) width += widthOf(characters[(keep -= 1)] ?? '');
    start = `…${characters.slice(keep).join('')}`;
  }
  const caret = widthOfText(start);
  let end = '';
  let width = caret;
  for (const character of rest) {
    width += widthOf(character);
    if (width > MAX_WIDTH) {
      end += '…';
      break;
    }
    end += character;
  }
  const length = Math.max(1, Math.min(widthOfText(marked), widthOfText(end)));
  return { text: start + end, caret, length };
}
