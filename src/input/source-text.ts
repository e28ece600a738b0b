/** Removes a byte order mark and makes every line end a line feed; lines and columns stay what an editor shows. */
export function normalizeLineEnds(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/** Shortens text to one line of at most `limit` characters, as it was typed but with runs of space made one. */
export function shorten(text: string, limit = 60): string {
  const start = text
    .slice(0, limit * 8)
    .replace(/\s+/g, ' ')
    .trim();
  const characters = Array.from(start);
  const whole = characters.length <= limit && text.length <= limit * 8;
  return whole
    ? start
    : `${characters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
}

/** Offsets at which the lines of a text begin. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The index of the line that holds an offset, from 0. */
export function lineIndexAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A place as an editor shows it, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A text and the way from an offset in it to the place in the file. */
export interface SourceText {
  readonly text: string;
  locate(offset: number): Place;
}

/** Makes a {@link SourceText}; `shifts` holds by how many columns a repair moved a line (from 0) to the right. */
export function sourceText(text: string, shifts?: ReadonlyMap<number, number>): SourceText {
  const starts = lineStarts(text);
  return {
    text,
    locate(offset) {
      const at = Math.max(0, Math.min(offset, text.length));
      const line = lineIndexAt(starts, at);
      const column = at - (starts[line] ?? 0) + 1 - (shifts?.get(line) ?? 0);
      return { line: line + 1, column: Math.max(1, column) };
    },
  };
}
