import { foldSpaces } from './fold-spaces.js';
import type { Inline, Text } from './types.js';

/** Line ends of any system, vertical tab, form feed, NEL, U+2028 and U+2029. */
const LINE_END = /[\n\r\v\f\u0085\u2028\u2029]/;

/**
 * Collects the inlines of one paragraph, heading or cell. White space of the *template* is collapsed, as in HTML, and
 * dropped at the ends; text of a value stays as typed, except that a line end in it becomes a line break.
 */
export class InlineRun {
  readonly #parts: Inline[] = [];
  /** Places in the parts of text whose white space may go. */
  readonly #flowing = new Set<number>();
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

  /** A value, as typed; `lang` is its language when it states one. */
  literal(value: string, path: string, lang?: string): void {
    const origin = { ...(path === '' ? {} : { path }), ...(lang === undefined ? {} : { lang }) };
    if (!LINE_END.test(value)) {
      if (value.trim() === '') return;
      this.#flush();
      this.#parts.push({ type: 'text', value: value.replaceAll('\t', ' '), ...origin });
      return;
    }
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
      this.#parts.push({ type: 'text', value: line, ...origin });
    }
  }

  /** Inlines that are finished. */
  add(...inlines: readonly Inline[]): void {
    if (inlines.length === 0) return;
    this.#flush();
    this.#parts.push(...inlines);
  }

  lineBreak(): void {
    this.#flush();
    this.#parts.push({ type: 'break' });
  }

  /** The inlines; `trim` drops white space of the template and breaks at both ends. */
  finish(trim: boolean): Inline[] {
    this.#flush();
    if (!trim) return this.#parts;
    const parts = this.#trimmed();
    while (parts[0]?.type === 'break') parts.shift();
    while (parts.at(-1)?.type === 'break') parts.pop();
    return parts;
  }

  #flush(): void {
    if (this.#pending === '') return;
    const value = foldSpaces(this.#pending);
    this.#pending = '';
    this.#flowing.add(this.#parts.length);
    this.#parts.push(this.#flowingText(value));
  }

  #flowingText(value: string): Text {
    return this.path === '' ? { type: 'text', value } : { type: 'text', value, path: this.path };
  }

  /** The parts without white space at breaks and ends where it flows. */
  #trimmed(): Inline[] {
    const parts = this.#parts;
    const trimmed: Inline[] = [];
    for (let index = 0; index < parts.length; index++) {
      const part = parts[index]!;
      if (part.type !== 'text' || !this.#flowing.has(index)) {
        trimmed.push(part);
        continue;
      }
      const [before, after] = [parts[index - 1], parts[index + 1]];
      let { value } = part;
      // White space is collapsed to single spaces by now; a no-break space (`&nbsp;`) is not white space here.
      if (value.startsWith(' ') && (before === undefined || before.type === 'break')) value = value.slice(1);
      if (value.endsWith(' ') && (after === undefined || after.type === 'break')) value = value.slice(0, -1);
      if (value === part.value) trimmed.push(part);
      else if (value !== '') trimmed.push(this.#flowingText(value));
    }
    return trimmed;
  }
}
