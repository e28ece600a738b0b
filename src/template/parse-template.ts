import { parse, parser } from 'handlebars/dist/cjs/handlebars/compiler/base.js';

import { diagnostic, type Diagnostic, type SourceLocation } from '../diagnostics/index.js';
import type { AstLocation, AstProgram } from './handlebars-ast.js';
import { isNestedTooDeeply } from './template-nesting.js';

/** Longest template file, in characters; longer ones are hardly templates. */
const LONGEST_FILE = 100_000;

class SyntaxFault extends Error {
  constructor(
    message: string,
    readonly line: number,
    readonly column: number,
    readonly atEnd: boolean,
  ) {
    super(message);
  }
}

/** A Handlebars location (columns from 0) as one that editors use (columns from 1). */
export function locate(file: string, loc: AstLocation): SourceLocation {
  return { file, line: loc.start.line, column: loc.start.column + 1 };
}

/**
 * Parses one template file. Only text is taken: an object would be believed to be a finished syntax tree
 * (GHSA-2w6w-674q-4c4q and its kin), and nothing here runs such a tree.
 */
export function parseTemplate(source: unknown, file: string): { ast: AstProgram } | { problem: Diagnostic } {
  const start: SourceLocation = { file, line: 1, column: 1 };
  if (typeof source !== 'string') {
    const found = source === null ? 'null' : typeof source;
    return { problem: diagnostic('error', 'template/invalid', `${file} is not text`, { source: start, found }) };
  }
  if (source.length > LONGEST_FILE) {
    const message = `${file} is longer than ${LONGEST_FILE} characters`;
    return { problem: diagnostic('error', 'template/limit', message, { source: start }) };
  }
  if (isNestedTooDeeply(source)) return { problem: tooDeep(start) };
  try {
    return { ast: parseHandlebars(source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')) };
  } catch (fault) {
    return { problem: syntaxProblem(fault, source, file) };
  }
}

function parseHandlebars(source: string): AstProgram {
  // The generated parser is one shared object. It is synchronous, so its error hook can be lent and given back; without
  // it a syntax error has no column.
  const ownHook = parser.parseError;
  parser.parseError = (message, { token, text }) => {
    const at = parser.lexer.yylloc;
    const found = token === 'EOF' ? 'the end of the file' : JSON.stringify(text);
    const lexical = token === null;
    throw new SyntaxFault(
      lexical ? 'Handlebars cannot read this' : `unexpected ${found}`,
      lexical ? at.last_line : at.first_line,
      (lexical ? at.last_column : at.first_column) + 1,
      token === 'EOF',
    );
  };
  try {
    return parse(source) as AstProgram;
  } finally {
    parser.parseError = ownHook;
  }
}

function syntaxProblem(fault: unknown, source: string, file: string): Diagnostic {
  if (fault instanceof RangeError) return tooDeep({ file, line: 1, column: 1 });
  if (fault instanceof SyntaxFault) {
    const open = fault.atEnd ? lastOpenBlock(source, file) : undefined;
    if (open !== undefined) {
      const hints = [`add {{/${open.name}}}`];
      return diagnostic('error', 'template/syntax', `{{#${open.name}}} is never closed`, { source: open.at, hints });
    }
    const at = { file, line: fault.line, column: fault.column };
    return diagnostic('error', 'template/syntax', fault.message, { source: at });
  }
  if (!(fault instanceof Error)) throw fault;
  // Handlebars' own exception: the tree could not be built, as with a closing name that does not match.
  const { lineNumber = 1, column = 0 } = fault as Error & { lineNumber?: number; column?: number };
  const message = fault.message.replace(/ - \d+:\d+$/, '');
  return diagnostic('error', 'template/syntax', message, { source: { file, line: lineNumber, column: column + 1 } });
}

function tooDeep(source: SourceLocation): Diagnostic {
  return diagnostic('error', 'template/limit', `${source.file} is nested too deeply to be read`, { source });
}

/** The innermost block that is open at the end of the file. */
function lastOpenBlock(source: string, file: string): { name: string; at: SourceLocation } | undefined {
  const open: { name: string; index: number }[] = [];
  for (const match of source.matchAll(/\{\{(?:!--[\s\S]*?--|~?([#^/])\s*([\w.-]+))/g)) {
    const [, sigil, name] = match;
    if (sigil === undefined || name === undefined) continue;
    if (sigil === '/') open.pop();
    else open.push({ name, index: match.index });
  }
  const last = open.at(-1);
  if (last === undefined) return undefined;
  const before = source.slice(0, last.index).split('\n');
  const line = before.length;
  return { name: last.name, at: { file, line, column: (before.at(-1) ?? '').length + 1 } };
}
