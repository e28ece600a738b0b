/** A key at the start of a line, after list marks: `  - letterId: x`. */
const KEYED_LINE = /^(\s*(?:- +)*)([A-Za-z_$][\w$-]*|"[^"\n]*"|'[^'\n]*')(\s*:)(.*)$/;
const FIRST_WORD = /^(\s*(?:- +)*)([A-Za-z_][\w-]*)/;

/**
 * The lines of a damaged YAML file, with the repairs that let the parser read the rest: a value taken out, a line
 * moved to the column where it belongs. Line indexes count from 0; no repair adds or removes a line.
 */
export class RepairableLines {
  readonly lines: string[];
  /** By how many columns a line was moved to the right, by its index. */
  readonly shifts = new Map<number, number>();
  /** Lines whose value was taken out. */
  readonly emptied = new Set<number>();
  readonly #lost = new Set<number>();
  readonly lostWords = new Set<string>();

  constructor(text: string) {
    this.lines = text.split('\n');
  }

  get text(): string {
    return this.lines.join('\n');
  }

  line(index: number): string {
    return this.lines[index] ?? '';
  }

  /** Columns of white space before the first character. */
  indentOf(index: number): number {
    return this.line(index).length - this.line(index).trimStart().length;
  }

  isBlank(index: number): boolean {
    return /^\s*(#.*)?$/.test(this.line(index));
  }

  /** The key of a line and what follows the colon, when the line has a key. */
  keyOf(index: number): { readonly key: string; readonly rest: string } | null {
    const match = KEYED_LINE.exec(this.line(index));
    return match ? { key: match[2] ?? '', rest: match[4] ?? '' } : null;
  }

  /** The nearest line before (or after) that is not blank; -1 when there is none. */
  neighbour(index: number, step: -1 | 1): number {
    let at = index + step;
    while (at >= 0 && at < this.lines.length && this.isBlank(at)) at += step;
    return at < this.lines.length ? at : -1;
  }

  /** Takes out what could not be read on a line, the least first; false when nothing is left to take. */
  empty(index: number): boolean {
    if (this.isBlank(index)) return false;
    if (!this.emptied.has(index)) {
      this.emptied.add(index);
      const keyed = KEYED_LINE.exec(this.line(index));
      const word = keyed ?? FIRST_WORD.exec(this.line(index));
      if (word && !(keyed && keyed[4] === '')) {
        this.lines[index] = `${word[1] ?? ''}${word[2] ?? ''}:`;
        return true;
      }
    }
    const word = FIRST_WORD.exec(this.line(index));
    if (word?.[2] !== undefined) this.lostWords.add(word[2]);
    this.#lost.add(index);
    this.lines[index] = '';
    return true;
  }

  /** Moves a line, and the deeper or equal lines that follow it, to another column. */
  reindent(index: number, column: number, withFollowing: boolean): void {
    const indent = this.indentOf(index);
    this.#move(index, column - indent);
    if (!withFollowing) return;
    for (let at = index + 1; at < this.lines.length; at += 1) {
      if (this.isBlank(at)) continue;
      if (this.indentOf(at) < indent) break;
      this.#move(at, column - indent);
    }
  }

  #move(index: number, by: number): void {
    const line = this.line(index);
    this.lines[index] = by >= 0 ? ' '.repeat(by) + line : line.slice(-by);
    this.shifts.set(index, (this.shifts.get(index) ?? 0) + by);
  }

  /** Makes every tab of indentation `width` spaces. */
  expandTabs(width: number): void {
    for (const [index, line] of this.lines.entries()) {
      const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
      if (!indent.includes('\t')) continue;
      const tabs = indent.split('\t').length - 1;
      this.lines[index] = indent.replaceAll('\t', ' '.repeat(width)) + line.slice(indent.length);
      this.shifts.set(index, (this.shifts.get(index) ?? 0) + tabs * (width - 1));
    }
  }

  /** Puts characters into a line. What stands after them is taken as moved; before them, the column is one off. */
  insert(index: number, column: number, characters: string): void {
    const line = this.line(index);
    this.lines[index] = line.slice(0, column) + characters + line.slice(column);
    if (line.slice(column).trim() !== '') this.shifts.set(index, (this.shifts.get(index) ?? 0) + characters.length);
  }

  /**
   * Takes out the line that begins a second document, so that the rest counts as the first one. When both have a key
   * in common, the second is a document of its own, and all of it goes.
   */
  endDocument(index: number): void {
    const topKeys = (lines: readonly string[]): string[] =>
      lines.flatMap((line) => /^([A-Za-z_]\w*)\s*:/.exec(line)?.[1] ?? []);
    const first = new Set(topKeys(this.lines.slice(0, index)));
    const isOwn = topKeys(this.lines.slice(index)).some((key) => first.has(key));
    const end = isOwn ? this.lines.length : index + 1;
    for (let at = index; at < end; at += 1) this.lines[at] = '';
  }

  /** Columns at which a line of this kind may begin, judged by the lines above it; deepest first. */
  openColumns(index: number): number[] {
    const isItem = /^\s*-(\s|$)/.test(this.line(index));
    const columns = new Set<number>();
    let limit = Infinity;
    for (let at = this.neighbour(index, -1); at >= 0 && limit > 0; at = this.neighbour(at, -1)) {
      const indent = this.indentOf(at);
      if (indent >= limit) continue;
      const mark = /^\s*(- +)+/.exec(this.line(at));
      if (mark && !isItem && mark[0].length < limit) columns.add(mark[0].length);
      if (Boolean(mark) === isItem) columns.add(indent);
      limit = indent;
    }
    return [...columns].sort((a, b) => b - a);
  }
}
