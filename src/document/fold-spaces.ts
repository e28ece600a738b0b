/** White space other than one space: most texts have none, and are then not copied. */
const WIDE_SPACE = /[\t\r\n][ \t\r\n]*| [ \t\r\n]+/g;

/** Folds each stretch of spaces, tabs and line ends to one space, as HTML does; no-break spaces stay. */
export function foldSpaces(text: string): string {
  return text.replace(WIDE_SPACE, ' ');
}
