import { diagnostic, type Diagnostic, type SourceLocation } from '../diagnostics/index.js';
import { DIRECTIVES, describeType, isAllowed } from './directive-table.js';
import type { Program, Statement } from './program.js';
import { didYouMean } from './similar-names.js';
import type { PreparedTemplate } from './types.js';

/** A line that opens a directive, as far as the template's own text says it. */
const OPENING = /^[ \t]*:{3,}[ \t]*([a-zA-Z][\w-]*)(?:[ \t]+(\S.*?))?[ \t]*$/;
const CODE_FENCE = /^ {0,3}(?:`{3,}|~{3,})/;
/** `key=value` without a value of the brief in it. */
const WRITTEN_OUT = /(?:^|\s)([a-zA-Z][\w-]*)=(?:"([^"]*)"|'([^']*)'|(\S*))/g;
/** Written by the template stage only. */
const RESERVED = 'section';

/**
 * Finds directives that do not exist, and attributes and values that they do not take, in the text of a template: in all
 * branches and without data. (What a value of the brief makes of an attribute is seen when a packet is parsed.)
 */
export function checkDirectives(template: Pick<PreparedTemplate, 'frame' | 'partials'>): Diagnostic[] {
  const problems: Diagnostic[] = [];
  for (const program of [template.frame, ...Object.values(template.partials)]) checkProgram(program, problems);
  return problems;
}

function checkProgram(program: Program, problems: Diagnostic[]): void {
  let code = false;
  let before: Statement | undefined;
  program.statements.forEach((statement, index) => {
    if (statement.kind === 'block') {
      checkProgram(statement.body, problems);
      checkProgram(statement.otherwise, problems);
    }
    if (statement.kind === 'text') {
      const lines = statement.text.split('\n');
      const isCut = index < program.statements.length - 1;
      lines.forEach((line, number) => {
        if (CODE_FENCE.test(line)) code = !code;
        // A text that follows a value on the same line does not begin a line.
        const begins = number > 0 || statement.at.column === 1 || before?.kind !== 'value';
        if (code || !begins) return;
        const at = {
          ...statement.at,
          line: statement.at.line + number,
          column: number === 0 ? statement.at.column : 1,
        };
        checkLine(line, at, isCut && number === lines.length - 1, problems);
      });
    }
    before = statement;
  });
}

/** @param isCut - the line goes on with something that only the data tells */
function checkLine(line: string, at: SourceLocation, isCut: boolean, problems: Diagnostic[]): void {
  const [match, name = '', attributes = ''] = OPENING.exec(line) ?? [];
  if (match === undefined) return;
  const source = { ...at, column: at.column + line.indexOf(':') };
  const report = (message: string, found: string, hints: readonly string[]): void => {
    problems.push(diagnostic('error', 'document/unknown-directive', message, { source, found, hints }));
  };
  const known = Object.hasOwn(DIRECTIVES, name) && name !== RESERVED ? DIRECTIVES[name] : undefined;
  if (known === undefined) {
    if (isCut && attributes === '') return;
    const names = Object.keys(DIRECTIVES).filter((candidate) => candidate !== RESERVED);
    report(`there is no directive ":::${name}"`, name, [
      ...didYouMean(name, names, (candidate) => `":::${candidate}"`),
      `the directives are ${names.join(', ')}`,
    ]);
    return;
  }
  const pairs = [...attributes.matchAll(WRITTEN_OUT)];
  pairs.forEach(([, key = '', double, single, bare = ''], index) => {
    const allowed = Object.hasOwn(known, key) ? known[key] : undefined;
    const value = double ?? single ?? bare;
    const unfinished = isCut && index === pairs.length - 1;
    if (allowed === undefined) {
      const takes = Object.keys(known);
      const may = takes.length > 0 ? [`it takes ${takes.join(', ')}`] : ['it takes no attributes'];
      report(`:::${name} does not take "${key}"`, key, [...didYouMean(key, takes), ...may]);
    } else if (!unfinished && !isAllowed(value, allowed)) {
      report(`:::${name} has no ${key} "${value}"`, value, [`it may be ${describeType(allowed)}`]);
    }
  });
}
