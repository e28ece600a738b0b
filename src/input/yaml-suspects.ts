import { isCollection, isScalar, visit, type Document, type Node, type YAMLError } from 'yaml';
import type { RepairableLines } from './repair-lines.js';
import { lineIndexAt, lineStarts } from './source-text.js';

/** What a YAML error comes from, in the words of someone who types a file, and how to read past it. */
export interface Culprit {
  /** Offset of the mistake in the text that was parsed. */
  readonly offset: number;
  readonly message: string;
  readonly hints: readonly string[];
  /** A repair that keeps the value; without one the value of the line is taken out. */
  readonly repair?: () => void;
}

/** What helps with most values that YAML cannot read. */
export const QUOTE_HINT = 'put the whole value in quotes: "…"; a double quote inside is written \\"';

/** The innermost node of a kind that begins on or before an offset and reaches to it. */
export function nodeAround(document: Document.Parsed, offset: number, matches: (node: Node) => boolean): Node | null {
  let found: Node | null = null;
  visit(document, {
    Node(_, node) {
      const range = node.range;
      if (range && range[0] <= offset && range[2] >= offset && matches(node)) found = node;
    },
  });
  return found;
}

const isQuoted = (node: Node): boolean =>
  isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
export const isFlow = (node: Node): boolean => isCollection(node) && node.flow === true;

/** Where the parser stumbled. */
export interface Scene {
  readonly error: YAMLError;
  readonly document: Document.Parsed;
  readonly lines: RepairableLines;
  readonly text: string;
  readonly starts: readonly number[];
  readonly offset: number;
  /** The line of the offset, and the next one that is not blank (-1 for none), from 0. */
  readonly line: number;
  readonly next: number;
}

/** Looks at the place of an error; `lines` holds the text that was parsed. */
export function sceneOf(error: YAMLError, document: Document.Parsed, lines: RepairableLines): Scene {
  const text = lines.text;
  const starts = lineStarts(text);
  const offset = Math.min(error.pos[0], Math.max(0, text.length - 1));
  const line = lineIndexAt(starts, offset);
  return { error, document, lines, text, starts, offset, line, next: lines.neighbour(line, 1) };
}

/** The offset of the first character of a line that is not white space. */
export function startOfLine({ starts, lines }: Scene, line: number): number {
  return (starts[line] ?? 0) + lines.indentOf(line);
}

/** A quotation mark that opens on an earlier line than the one where the parser stumbled. */
export function unclosedQuote(scene: Scene): Culprit | null {
  const { error, document, starts, text, line } = scene;
  const start = nodeAround(document, error.pos[0], isQuoted)?.range?.[0];
  if (start === undefined || lineIndexAt(starts, start) === line) return null;
  const closes = lineIndexAt(starts, error.pos[0]) + 1;
  const where = error.code === 'MISSING_CHAR' ? 'is not closed' : `closes only on line ${closes}`;
  return {
    offset: start,
    message: `the quotation mark that opens here ${where}`,
    hints: [`close the quotation mark at the end of the value: ${text[start] ?? '"'}…${text[start] ?? '"'}`],
  };
}

/** `key:` and a space that is none for YAML, or a full-width colon: they look right and come along from documents. */
export function oddSeparator({ lines, starts, line }: Scene): Culprit | null {
  const match = /^(\s*(?:- +)*)([A-Za-z_$][\w$-]*)(?:：|:(?=[^\S \t]))/.exec(lines.line(line));
  if (!match) return null;
  const [whole, before = '', key = ''] = match;
  const isFullWidth = whole.endsWith('：');
  const column = isFullWidth ? before.length + key.length : whole.length;
  return {
    offset: (starts[line] ?? 0) + column,
    message: isFullWidth
      ? `the colon after "${key}" is a full-width one`
      : `the space after "${key}:" is no ordinary one`,
    hints: [isFullWidth ? `write "${key}: " with an ordinary colon and a space` : 'delete the space and type it anew'],
  };
}

/** `key:value`. */
export function missingSpace({ lines, starts, line }: Scene): Culprit | null {
  const match = /^(\s*(?:- +)*)([A-Za-z_$][\w$-]*):(?!\/\/)(\S.*)$/.exec(lines.line(line));
  if (!match) return null;
  const at = (starts[line] ?? 0) + (match[1] ?? '').length + (match[2] ?? '').length + 1;
  return {
    offset: at,
    message: `a space is missing after "${match[2] ?? ''}:"`,
    hints: [`write "${match[2] ?? ''}: ${(match[3] ?? '').slice(0, 40)}"`],
  };
}

/** A line that is indented below one that already has its value. */
export function excessIndent(scene: Scene): Culprit | null {
  const { lines, line, next } = scene;
  if (next < 0 || lines.indentOf(next) <= lines.indentOf(line)) return null;
  const isPair = lines.keyOf(next) !== null || /^\s*-\s/.test(lines.line(next));
  const rest = lines.keyOf(line)?.rest.trim();
  if (!isPair || rest === '' || /^[|>"'[{&#]/.test(rest ?? '')) return null;
  const [column = lines.indentOf(line)] = lines.openColumns(next).filter((open) => open < lines.indentOf(next));
  return {
    offset: startOfLine(scene, next),
    message: 'this line is indented more than it should be',
    hints: [`line ${line + 1} above already has its value; begin this line in column ${column + 1}`],
    repair: () => lines.reindent(next, column, true),
  };
}

/** `-key: value`. */
export function missingSpaceAfterDash(scene: Scene): Culprit | null {
  const { lines, line } = scene;
  if (!/^\s*-[A-Za-z_]/.test(lines.line(line))) return null;
  return {
    offset: startOfLine(scene, line),
    message: 'a space is missing after the dash',
    hints: [`write "- ${lines.line(line).trim().slice(1, 40)}"`],
    repair: () => lines.insert(line, lines.indentOf(line) + 1, ' '),
  };
}

/** `key` without a colon, or text that stands where a key should. */
export function missingColon(scene: Scene): Culprit {
  const { lines, starts, line, next } = scene;
  const word = /^\s*(?:- +)*([A-Za-z_$][\w$-]*)\s*$/.exec(lines.line(line))?.[1];
  if (word !== undefined && next >= 0 && lines.indentOf(next) > lines.indentOf(line)) {
    const end = lines.line(line).trimEnd().length;
    return {
      offset: (starts[line] ?? 0) + end,
      message: `a colon is missing after "${word}"`,
      hints: [`write "${word}:"`],
      repair: () => lines.insert(line, end, ':'),
    };
  }
  const hints = [
    'put a colon and a space after the key',
    'if it continues the text of the line above, indent it more than that line',
  ];
  return { offset: startOfLine(scene, line), message: 'this line is not "key: value"', hints };
}

/** A tab that indents a line, with the number of lines that have the same. */
export function tabIndent({ lines, starts, line }: Scene): Culprit {
  const tabbed = lines.lines.flatMap((content, index) => (/^ *\t/.test(content) ? [index] : []));
  const first = tabbed[0] ?? line;
  const others = tabbed.length - 1;
  const also = others > 0 ? [`the same on ${others} more ${others === 1 ? 'line' : 'lines'}`] : [];
  return {
    offset: (starts[first] ?? 0) + Math.max(0, lines.line(first).indexOf('\t')),
    message: 'a tab cannot indent a line',
    hints: ['use spaces, two for each level', ...also],
    ...(tabbed.length > 0 ? { repair: () => lines.expandTabs(tabWidth(lines, first)) } : {}),
  };
}

/** For how many spaces a tab stands, judged by the lines around the first one. */
function tabWidth(lines: RepairableLines, first: number): number {
  const tabs =
    lines
      .line(first)
      .split(/[^ \t]/, 1)[0]
      ?.split('\t').length ?? 2;
  const before = lines.neighbour(first, -1);
  const after = lines.neighbour(first, 1);
  const opensGroup = lines.keyOf(before)?.rest.trim() === '';
  const spaced = after >= 0 && !/^ *\t/.test(lines.line(after)) && lines.indentOf(after) > lines.indentOf(before);
  const child = spaced ? lines.indentOf(after) : lines.indentOf(before) + 2;
  const indent = opensGroup ? child : lines.indentOf(before);
  const width = indent / (tabs - 1);
  return Number.isInteger(width) && width > 0 ? width : 2;
}
