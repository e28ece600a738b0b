import type { SourceLocation } from '../diagnostics/index.js';

/** A piece of composed Markdown and where in a template file it begins. */
export interface Chunk {
  readonly text: string;
  readonly at: SourceLocation | undefined;
}

/** From composed line `from` on (counted from 1), lines come from this file, beginning at this line of it. */
export interface LineOrigin {
  readonly from: number;
  readonly file: string;
  readonly line: number;
}

/** Where each line of composed Markdown comes from; a line belongs to the piece that its first character is in. */
export function lineOrigins(chunks: readonly Chunk[]): LineOrigin[] {
  const origins: LineOrigin[] = [];
  let line = 1;
  let atLineStart = true;
  for (const { text, at } of chunks) {
    if (text === '') continue;
    const breaks = countBreaks(text);
    const first = atLineStart ? line : line + 1;
    if (at !== undefined && (atLineStart || breaks > 0)) {
      origins.push({ from: first, file: at.file, line: at.line + (first - line) });
    }
    line += breaks;
    atLineStart = text.endsWith('\n');
  }
  return origins;
}

/** The place in the templates that a line of composed Markdown comes from. */
export function originOfLine(origins: readonly LineOrigin[], line: number): SourceLocation | undefined {
  const origin = origins.findLast(({ from }) => from <= line);
  return origin === undefined ? undefined : { file: origin.file, line: origin.line + (line - origin.from), column: 1 };
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
