import type { Inline, Text } from './types.js';

/** Line ends of any system, vertical tab, form feed, NEL, U+2028 and U+2029. */
const LINE_END = /[\n\r\v\f\u0085\u2028\u2029]/;

/**
 * Collects the inlines of one paragraph, heading or cell. White space of the *template* is collapsed, as in HTML, and
 * dropped at the ends; text of a value stays as typed, except that a line end in it becomes a line break.
 */
export class InlineRun {
  readonly #parts: Inline[] = [];
  #pending = '';

  /**
   * @param breaks What a line end in a value becomes: a heading stays on one line.
   * @param path Brief path of the Markdown value whose text this is; empty for the template's own.
   */
  constructor(
    private readonly breaks: 'break' | 'space' = 'break',
    private readonly path = '',
  ) {}

  /** Text of the template or of a Markdown value, entities already decoded. */
  text(value: string): void {
    this.#pending += value;
  }

  /** A value, as typed. */
  literal(value: string, path: string): void {
    const typed = value.split(LINE_END);
    const first = typed.findIndex((line) => line.trim() !== '');
    const last = typed.findLastIndex((line) => line.trim() !== '');
    const lines: string[] = [];
    for (let index = first; index >= 0 && index <= last; index += 1) {
      const line = typed[index] ?? '';
      if (line.trim() === '') continue;
      const from = index > first ? line.trimStart() : line;
      lines.push((index < last ? from.trimEnd() : from).replaceAll('\t', ' '));
    }
    for (const [index, line] of (this.breaks === 'break' ? lines : [lines.join(' ')]).entries()) {
      if (line === '') continue;
      if (index > 0) this.lineBreak();
      this.#flush();
      this.#parts.push(path === '' ? { type: 'text', value: line } : { type: 'text', value: line, path });
    }
  }

  /** Finished inlines; text that flows joins the text around it. */
  add(...inlines: readonly Inline[]): void {
    for (const inline of inlines) {
      if (inline.type === 'text' && FLOWING.has(inline) && (inline.path ?? '') === this.path) {
        this.text(inline.value);
      } else {
        this.#flush();
        this.#parts.push(inline);
      }
    }
  }

  lineBreak(): void {
    this.#flush();
    this.#parts.push({ type: 'break' });
  }

  /** The inlines; `trim` drops white space of the template and breaks at both ends. */
  finish(trim: boolean): Inline[] {
    this.#flush();
    const parts = this.#parts;
    if (!trim) return parts;
    trimAtBreaks(parts);
    while (parts[0]?.type === 'break') parts.shift();
    while (parts.at(-1)?.type === 'break') parts.pop();
    return parts;
  }

  #flush(): void {
    const value = this.#pending.replace(/[ \t\n\r]+/g, ' ');
    this.#pending = '';
    if (value !== '') this.#parts.push(flowingText(value, this.path));
  }
}

/** Text whose white space may go; the mark never leaves this file. */
const FLOWING = new WeakSet<Text>();

function flowingText(value: string, path: string): Text {
  const text: Text = path === '' ? { type: 'text', value } : { type: 'text', value, path };
  FLOWING.add(text);
  return text;
}

function trimAtBreaks(parts: Inline[]): void {
  for (let index = parts.length - 1; index >= 0; index -= 1) {
    const part = parts[index];
    if (part?.type !== 'text' || !FLOWING.has(part)) continue;
    let { value } = part;
    const [before, after] = [parts[index - 1], parts[index + 1]];
    if (before === undefined || before.type === 'break') value = value.replace(/^ +/, '');
    if (after === undefined || after.type === 'break') value = value.replace(/ +$/, '');
    if (value === part.value) continue;
    if (value === '') parts.splice(index, 1);
    else parts[index] = flowingText(value, part.path ?? '');
  }
}
