import type { Document, YAMLError } from 'yaml';
import type { RepairableLines } from './repair-lines.js';
import {
  excessIndent,
  isFlow,
  missingColon,
  missingSpace,
  missingSpaceAfterDash,
  nodeAround,
  oddSeparator,
  QUOTE_HINT,
  sceneOf,
  startOfLine,
  tabIndent,
  unclosedQuote,
  type Culprit,
} from './yaml-suspects.js';

/** Finds what a YAML error comes from; `lines` holds the text that was parsed. */
export function explainYamlError(error: YAMLError, document: Document.Parsed, lines: RepairableLines): Culprit {
  const scene = sceneOf(error, document, lines);
  const { text, starts, offset, line } = scene;

  switch (error.code) {
    case 'TAB_AS_INDENT':
      return tabIndent(scene);
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY': {
      const rest = text.slice(offset, text.indexOf('\n', offset) === -1 ? text.length : text.indexOf('\n', offset));
      const colon = /:(\s|$)/.exec(rest.replace(/\s#.*$/, ''));
      const key = lines.keyOf(line);
      const isValue = key !== null && offset > startOfLine(scene, line) + key.key.length;
      if (error.code === 'BLOCK_AS_IMPLICIT_KEY' && isValue && colon) {
        return { offset, message: 'a colon followed by a space inside a value', hints: [QUOTE_HINT] };
      }
      return (
        missingSpaceAfterDash(scene) ??
        oddSeparator(scene) ??
        missingSpace(scene) ??
        (key ? excessIndent(scene) : null) ??
        missingColon(scene)
      );
    }
    case 'MISSING_CHAR':
    case 'BAD_INDENT': {
      if (/quote/.test(error.message)) {
        const hints = [QUOTE_HINT];
        return unclosedQuote(scene) ?? { offset, message: 'the quotation mark that opens here is not closed', hints };
      }
      const start = /^Flow|must end with/.test(error.message)
        ? nodeAround(document, error.pos[0], isFlow)?.range?.[0]
        : undefined;
      if (start !== undefined) {
        const bracket = text[start] ?? '[';
        const close = bracket === '[' ? ']' : '}';
        const message = `the "${bracket}" that opens here is not closed`;
        return {
          offset: start,
          message,
          hints: [`add "${close}" at the end, or put the value in quotes if it is text`],
        };
      }
      if (/All (mapping|sequence) items/.test(error.message)) {
        const indent = lines.indentOf(line);
        const near = (column: number): number => Math.abs(column - indent);
        const [column] = lines.openColumns(line).sort((a, b) => near(a) - near(b) || b - a);
        const hints = ['keys of one group begin in the same column'];
        if (column === undefined || column === indent)
          return { offset: startOfLine(scene, line), message: 'wrong indentation', hints };
        return {
          offset: startOfLine(scene, line),
          message: 'this line does not begin in the same column as its neighbours',
          hints: [`begin it in column ${column + 1}`],
          repair: () => lines.reindent(line, column, lines.keyOf(line)?.rest.trim() === ''),
        };
      }
      if (/Implicit map keys/.test(error.message)) return missingSpace(scene) ?? missingColon(scene);
      return {
        offset,
        message: 'a comma or a colon is missing here',
        hints: ['separate entries in brackets with commas'],
      };
    }
    case 'UNEXPECTED_TOKEN': {
      const across = unclosedQuote(scene);
      if (across) return across;
      const mark = /^(?:\s*(?:- +)*[A-Za-z_$][\w$-]*:)?\s*(?:- +)*([*&!])/.exec(lines.line(line));
      if (mark) {
        const message = `a value cannot begin with "${mark[1] ?? ''}" outside quotes`;
        return { offset: (starts[line] ?? 0) + mark[0].length - 1, message, hints: [QUOTE_HINT] };
      }
      const hints = [QUOTE_HINT, "in single quotes, a quote inside is written twice: 'Children''s'"];
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
      return {
        offset,
        message: 'a comma is missing between entries in brackets',
        hints: ['separate entries with commas'],
      };
    case 'KEY_OVER_1024_CHARS':
      return { offset, message: 'a key of more than 1,024 characters', hints: [QUOTE_HINT] };
    default:
      return { offset, message: 'this cannot be read as YAML', hints: [QUOTE_HINT] };
  }
}
