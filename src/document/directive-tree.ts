import { SECTION_FENCE } from '../template/index.js';

/**
 * Composed Markdown split at its directives, before Markdown is parsed. Values are still marks, so no value can open or
 * close one. A directive opens with three or more colons and a name, and closes with a line of colons alone: the
 * innermost open directive with as many colons, or else the innermost with fewer. Directives of equal length nest by
 * counting; a longer one also ends what was left open inside it.
 */
export interface DirectiveNode {
  readonly kind: 'directive';
  readonly name: string;
  /** What stands after the name. */
  readonly attributes: string;
  readonly line: number;
  readonly children: readonly DirectivePart[];
}
/** Lines of Markdown between directives. */
export interface MarkdownPart {
  readonly kind: 'markdown';
  readonly text: string;
  /** Line of the composed Markdown that the text begins on. */
  readonly line: number;
}
export type DirectivePart = DirectiveNode | MarkdownPart;

/** A line of colons that was not closed, or that closes nothing. */
export interface FenceProblem {
  readonly kind: 'unclosed' | 'stray';
  readonly name: string;
  readonly line: number;
}

/** Directives of one line, without content. */
const ONE_LINERS: ReadonlySet<string> = new Set(['pagebreak', 'break', 'short', 'moved']);

const DIRECTIVE_LINE = /^[ \t]*(:{3,})[ \t]*(?:([a-zA-Z][\w-]*)(?:[ \t]+(\S.*?))?)?[ \t]*$/;
const CODE_FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;

interface OpenDirective {
  readonly colons: number;
  readonly name: string;
  readonly attributes: string;
  readonly line: number;
  readonly children: DirectivePart[];
  lines: string[];
  /** Line that `lines` begin on. */
  textLine: number;
}

/** Splits composed Markdown into directives and the Markdown between them. */
export function splitDirectives(markdown: string): { parts: readonly DirectivePart[]; problems: FenceProblem[] } {
  const problems: FenceProblem[] = [];
  const root: OpenDirective = { colons: 0, name: '', attributes: '', line: 0, children: [], lines: [], textLine: 1 };
  const stack: OpenDirective[] = [root];
  let code: string | undefined;

  const top = (): OpenDirective => stack.at(-1) ?? root;
  const endText = (open: OpenDirective): void => {
    if (open.lines.some((line) => line.trim() !== '')) {
      open.children.push({ kind: 'markdown', text: open.lines.join('\n'), line: open.textLine });
    }
    open.lines = [];
  };
  const close = (): void => {
    const open = stack.pop() ?? root;
    endText(open);
    const { name, attributes, line, children } = open;
    top().children.push({ kind: 'directive', name, attributes, line, children });
  };
  const closeDownTo = (index: number): void => {
    while (stack.length > index + 1) {
      problems.push({ kind: 'unclosed', name: top().name, line: top().line });
      close();
    }
    close();
  };

  const addLine = (line: string, number: number): void => {
    if (top().lines.length === 0) top().textLine = number;
    top().lines.push(line);
  };

  for (const [index, line] of markdown.split('\n').entries()) {
    const [match, colons = '', name, attributes = ''] = DIRECTIVE_LINE.exec(line) ?? [];
    const ofSection = colons.length >= SECTION_FENCE.length;
    if (code !== undefined && !ofSection) {
      if (closesCode(line, code)) code = undefined;
      addLine(line, index + 1);
      continue;
    }
    if (match === undefined) {
      code = opensCode(line);
      addLine(line, index + 1);
      continue;
    }
    code = undefined;
    if (name === undefined) {
      const closed = findClosed(stack, colons.length);
      if (closed < 1) problems.push({ kind: 'stray', name: colons, line: index + 1 });
      else closeDownTo(closed);
      continue;
    }
    endText(top());
    const open = { colons: colons.length, name, attributes, line: index + 1, children: [], lines: [], textLine: 0 };
    if (ONE_LINERS.has(name))
      top().children.push({ kind: 'directive', name, attributes, line: index + 1, children: [] });
    else stack.push(open);
  }
  if (stack.length > 1) closeDownToUnclosed();
  endText(root);
  return { parts: root.children, problems };

  function closeDownToUnclosed(): void {
    while (stack.length > 1) {
      problems.push({ kind: 'unclosed', name: top().name, line: top().line });
      close();
    }
  }
}

function findClosed(stack: readonly OpenDirective[], colons: number): number {
  const exact = stack.findLastIndex((open) => open.colons === colons);
  return exact >= 1 ? exact : stack.findLastIndex((open) => open.colons > 0 && open.colons < colons);
}

function opensCode(line: string): string | undefined {
  const [, fence, info = ''] = CODE_FENCE.exec(line) ?? [];
  return fence === undefined || (fence.startsWith('`') && info.includes('`')) ? undefined : fence;
}

function closesCode(line: string, fence: string): boolean {
  const [, found = '', info = ''] = CODE_FENCE.exec(line) ?? [];
  return found.startsWith(fence) && info.trim() === '';
}
