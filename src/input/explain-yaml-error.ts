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

const QUOTE_HINT = 'put the whole value in quotes: "…"; a double quote inside is written \\"';

/** The innermost node of a kind that begins on or before an offset and reaches to it. */
function nodeAround(document: Document.Parsed, offset: number, matches: (node: Node) => boolean): Node | null {
  let found: Node | null = null;
  visit(document, {
    Node(_, node) {
      const range = node.range;
      if (range && range[0] <= offset && range[2] >= offset && matches(node as Node)) found = node as Node;
    },
  });
  return found;
}

const isQuoted = (node: Node): boolean => isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
const isFlow = (node: Node): boolean => isCollection(node) && node.flow === true;

/** Finds what a YAML error comes from; `lines` holds the text that was parsed. */
export function explainYamlError(error: YAMLError, document: Document.Parsed, lines: RepairableLines): Culprit {
  const text = lines.text;
  const starts = lineStarts(text);
  const offset = Math.min(error.pos[0], Math.max(0, text.length - 1));
  const line = lineIndexAt(starts, offset);
  const startOf = (index: number): number => (starts[index] ?? 0) + lines.indentOf(index);
  const next = lines.neighbour(line, 1);

  const unclosed = (): Culprit | null => {
    const start = nodeAround(document, error.pos[0], isQuoted)?.range?.[0];
    if (start === undefined || lineIndexAt(starts, start) === line) return null;
    const closes = lineIndexAt(starts, error.pos[0]) + 1;
    const where = error.code === 'MISSING_CHAR' ? 'is not closed' : `closes only on line ${closes}`;
    return {
      offset: start,
      message: `the quotation mark that opens here ${where}`,
      hints: [`close the quotation mark at the end of the value: ${text[start] ?? '"'}…${text[start] ?? '"'}`],
    };
  };

  const noSpace = (index: number): Culprit | null => {
    const match = /^(\s*(?:- +)*)([A-Za-z_$][\w$-]*):(?!\/\/)(\S.*)$/.exec(lines.line(index));
    if (!match) return null;
    const at = (starts[index] ?? 0) + (match[1] ?? '').length + (match[2] ?? '').length + 1;
    return {
      offset: at,
      message: `a space is missing after "${match[2] ?? ''}:"`,
      hints: [`write "${match[2] ?? ''}: ${(match[3] ?? '').slice(0, 40)}"`],
    };
  };

  const overIndented = (index: number): Culprit | null => {
    if (next < 0 || lines.indentOf(next) <= lines.indentOf(index)) return null;
    const isPair = lines.keyOf(next) !== null || /^\s*-\s/.test(lines.line(next));
    const rest = lines.keyOf(index)?.rest.trim();
    if (!isPair || rest === '' || /^[|>"'[{&#]/.test(rest ?? '')) return null;
    const [column = lines.indentOf(index)] = lines.openColumns(next).filter((open) => open < lines.indentOf(next));
    return {
      offset: startOf(next),
      message: 'this line is indented more than it should be',
      hints: [`line ${index + 1} above already has its value; begin this line in column ${column + 1}`],
      repair: () => lines.reindent(next, column, true),
    };
  };

  const noSpaceAfterDash = (): Culprit | null => {
    if (!/^\s*-[A-Za-z_]/.test(lines.line(line))) return null;
    return {
      offset: startOf(line),
      message: 'a space is missing after the dash',
      hints: [`write "- ${lines.line(line).trim().slice(1, 40)}"`],
      repair: () => lines.insert(line, lines.indentOf(line) + 1, ' '),
    };
  };

  const noColon = (): Culprit => {
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
    const hints = ['put a colon and a space after the key', 'if it continues the text of the line above, indent it more than that line'];
    return { offset: startOf(line), message: 'this line is not "key: value"', hints };
  };

  switch (error.code) {
    case 'TAB_AS_INDENT': {
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
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY': {
      const rest = text.slice(offset, text.indexOf('\n', offset) === -1 ? text.length : text.indexOf('\n', offset));
      const colon = /:(\s|$)/.exec(rest.replace(/\s#.*$/, ''));
      const key = lines.keyOf(line);
      const isValue = key !== null && offset > startOf(line) + key.key.length;
      if (error.code === 'BLOCK_AS_IMPLICIT_KEY' && isValue && colon) {
        return { offset, message: 'a colon followed by a space inside a value', hints: [QUOTE_HINT] };
      }
      return noSpaceAfterDash() ?? noSpace(line) ?? (key ? overIndented(line) : null) ?? noColon();
    }
    case 'MISSING_CHAR':
    case 'BAD_INDENT': {
      if (/quote/.test(error.message)) {
        const hints = [QUOTE_HINT];
        return unclosed() ?? { offset, message: 'the quotation mark that opens here is not closed', hints };
      }
      const start = /^Flow|must end with/.test(error.message) ? nodeAround(document, error.pos[0], isFlow)?.range?.[0] : undefined;
      if (start !== undefined) {
        const bracket = text[start] ?? '[';
        const close = bracket === '[' ? ']' : '}';
        const message = `the "${bracket}" that opens here is not closed`;
        return { offset: start, message, hints: [`add "${close}" at the end, or put the value in quotes if it is text`] };
      }
      if (/All (mapping|sequence) items/.test(error.message)) {
        const indent = lines.indentOf(line);
        const near = (column: number): number => Math.abs(column - indent);
        const [column] = lines.openColumns(line).sort((a, b) => near(a) - near(b) || b - a);
        const hints = ['keys of one group begin in the same column'];
        if (column === undefined || column === indent) return { offset: startOf(line), message: 'wrong indentation', hints };
        return {
          offset: startOf(line),
          message: 'this line does not begin in the same column as its neighbours',
          hints: [`begin it in column ${column + 1}`],
          repair: () => lines.reindent(line, column, lines.keyOf(line)?.rest.trim() === ''),
        };
      }
      if (/Implicit map keys/.test(error.message)) return noSpace(line) ?? noColon();
      return { offset, message: 'a comma or a colon is missing here', hints: ['separate entries in brackets with commas'] };
    }
    case 'UNEXPECTED_TOKEN': {
      const across = unclosed();
      if (across) return across;
      const mark = /^(?:\s*(?:- +)*[A-Za-z_$][\w$-]*:)?\s*(?:- +)*([*&!])/.exec(lines.line(line));
      if (mark) {
        const message = `a value cannot begin with "${mark[1] ?? ''}" outside quotes`;
        return { offset: (starts[line] ?? 0) + mark[0].length - 1, message, hints: [QUOTE_HINT] };
      }
      const hints = [QUOTE_HINT, 'in single quotes, a quote inside is written twice: \'Children\'\'s\''];
      if (/at node end/.test(error.message)) return { offset, message: 'more text after the end of the value', hints };
      return { offset, message: `"${text[offset] ?? ''}" is not expected here`, hints: [QUOTE_HINT] };
    }
    case 'BAD_SCALAR_START': {
      const message = `a value cannot begin with "${text[offset] ?? ''}" outside quotes`;
      return { offset, message, hints: [QUOTE_HINT] };
    }
    case 'BAD_DQ_ESCAPE':
      return {
        offset,
        message: 'a backslash in double quotes begins a special character, and this is none',
        hints: ["write the backslash twice, or use single quotes: '…'"],
      };
    case 'MULTIPLE_DOCS':
      return {
        offset,
        message: 'a second document begins here',
        hints: ['one file holds one application; remove the line of "---" or "..."'],
        repair: () => lines.endDocument(line),
      };
    case 'BLOCK_IN_FLOW':
      return { offset, message: 'a comma is missing between entries in brackets', hints: ['separate entries with commas'] };
    case 'KEY_OVER_1024_CHARS':
      return { offset, message: 'a key of more than 1,024 characters', hints: [QUOTE_HINT] };
    default:
      return { offset, message: 'this cannot be read as YAML', hints: [QUOTE_HINT] };
  }
}

/** For how many spaces a tab stands, judged by the lines around the first one. */
function tabWidth(lines: RepairableLines, first: number): number {
  const tabs = lines.line(first).split(/[^ \t]/, 1)[0]?.split('\t').length ?? 2;
  const before = lines.neighbour(first, -1);
  const after = lines.neighbour(first, 1);
  const opensGroup = lines.keyOf(before)?.rest.trim() === '';
  const spaced = after >= 0 && !/^ *\t/.test(lines.line(after)) && lines.indentOf(after) > lines.indentOf(before);
  const child = spaced ? lines.indentOf(after) : lines.indentOf(before) + 2;
  const indent = opensGroup ? child : lines.indentOf(before);
  const width = indent / (tabs - 1);
  return Number.isInteger(width) && width > 0 ? width : 2;
}
