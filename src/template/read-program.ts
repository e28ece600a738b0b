import { diagnostic, type Diagnostic, type DiagnosticCode, type SourceLocation } from '../diagnostics/index.js';
import { PARTIAL_NAME } from '../schema/template.js';
import type {
  AstBlock,
  AstContent,
  AstHash,
  AstMustache,
  AstPartial,
  AstProgram,
  AstStatement,
} from './handlebars-ast.js';
import { locate } from './parse-template.js';
import type { BlockName, Expression, NamedExpression, Program, Statement } from './program.js';
import { readCall, readExpression, type ReadScope } from './read-expression.js';
import { didYouMean } from './similar-names.js';
import { cleanMarks } from './slot-marks.js';

/** The reserved partial that stands for the sections of the manifest. */
export const SECTIONS = 'sections';

const BLOCKS: readonly BlockName[] = ['if', 'unless', 'each', 'with'];

/** A partial that a program calls, and where. */
export interface PartialCall {
  readonly name: string;
  readonly at: SourceLocation;
  /** True outside blocks and without context or fields, where `{{> sections}}` may stand. */
  readonly plain: boolean;
}

/** What reading one file gives. */
export interface ReadProgram {
  readonly program: Program;
  readonly calls: readonly PartialCall[];
  readonly problems: readonly Diagnostic[];
}

/**
 * Reduces a Handlebars tree to a program and finds every construct that is not allowed. Anything not named here is
 * refused, so that a construct of a later Handlebars cannot slip in.
 */
export function readProgram(ast: AstProgram, file: string): ReadProgram {
  const problems: Diagnostic[] = [];
  const calls: PartialCall[] = [];
  const report = (code: DiagnosticCode, message: string, at: SourceLocation, hints: readonly string[] = []): void => {
    problems.push(diagnostic('error', code, message, { source: at, hints }));
  };
  const scope: ReadScope = { file, parameters: [], report };

  const readBody = (body: AstProgram | undefined, inside: ReadScope, plain: boolean): Program => ({
    statements: (body?.body ?? []).flatMap((statement) => readStatement(statement, inside, plain)),
  });

  const readStatement = (node: AstStatement, inside: ReadScope, plain: boolean): Statement[] => {
    const at = locate(file, node.loc);
    switch (node.type) {
      case 'ContentStatement':
        return node.value === '' ? [] : [{ kind: 'text', text: cleanMarks(node.value), at: startOfText(node, at) }];
      case 'CommentStatement':
        return [];
      case 'MustacheStatement':
        return readMustache(node, inside, at);
      case 'BlockStatement':
        return readBlock(node, inside, at);
      case 'PartialStatement':
        return readPartial(node, inside, at, plain);
      case 'PartialBlockStatement':
        report('template/forbidden', 'partial blocks {{#> ...}} are not allowed', at, ['use {{> name}}']);
        return [];
      default:
        report('template/forbidden', 'decorators and inline partials are not allowed', at, [
          'put the text into a file of its own under partials/',
        ]);
        return [];
    }
  };

  const readMustache = (node: AstMustache, inside: ReadScope, at: SourceLocation): Statement[] => {
    const name = node.path.type === 'PathExpression' ? node.path.original : '';
    const args = node.params.length;
    if (name === 'md' && (args > 0 || node.hash !== undefined || !node.escaped)) {
      if (node.escaped) {
        report('template/forbidden', 'Markdown is printed with three braces', at, ['write {{{md x}}}']);
        return [];
      }
      const [field] = node.params;
      if (args !== 1 || field?.type !== 'PathExpression' || node.hash !== undefined) {
        report('template/forbidden', '{{{md x}}} takes one field', at);
        return [];
      }
      const expression = readExpression(field, inside);
      return expression === undefined ? [] : [{ kind: 'value', slot: 'markdown', expression, at }];
    }
    if (!node.escaped) {
      report('template/forbidden', `raw output of "${name}" is not allowed`, at, [
        `write {{${name}}} for text, or {{{md ${name}}}} for a field that is Markdown`,
      ]);
      return [];
    }
    const expression = readCall(node, inside);
    if (expression?.kind === 'literal') {
      report('template/forbidden', 'a literal between braces prints nothing useful', at, ['write the text itself']);
      return [];
    }
    return expression === undefined ? [] : [{ kind: 'value', slot: 'literal', expression, at }];
  };

  const readBlock = (node: AstBlock, inside: ReadScope, at: SourceLocation): Statement[] => {
    const name = node.path.type === 'PathExpression' ? node.path.original : '';
    const read = (body: AstProgram | undefined): Program => {
      const parameters = body?.blockParams ?? [];
      if (parameters.length === 0) return readBody(body, inside, false);
      return readBody(body, { ...inside, parameters: [parameters, ...inside.parameters] }, false);
    };
    const body = read(node.program);
    const otherwise = readBody(node.inverse, inside, false);
    if (node.openStrip.open === undefined) {
      report('template/forbidden', 'raw blocks {{{{...}}}} are not allowed', at);
      return [];
    }
    const block = BLOCKS.find((known) => known === name);
    if (block === undefined) {
      const hints = didYouMean(name, BLOCKS, (known) => `{{#${known} ...}}`);
      const hint = `blocks are ${BLOCKS.map((known) => `{{#${known} ...}}`).join(', ')}`;
      report('template/unknown-helper', `there is no block {{#${name}}}`, at, [...hints, hint]);
      return [];
    }
    const [first] = node.params;
    if (first === undefined || node.params.length > 1) {
      report('template/syntax', `{{#${block}}} takes one value, found ${node.params.length}`, at);
      return [];
    }
    const argument = readExpression(first, inside);
    const includeZero = readBlockOptions(node.hash, block, inside);
    if (argument === undefined) return [];
    const hasParameters = (node.program?.blockParams ?? []).length > 0;
    if (hasParameters && (block === 'if' || block === 'unless')) {
      report('template/syntax', `{{#${block}}} has no block parameters`, at);
    }
    const zero = includeZero === undefined ? {} : { includeZero };
    return [{ kind: 'block', name: block, argument, ...zero, hasParameters, body, otherwise, at }];
  };

  const readBlockOptions = (hash: AstHash | undefined, block: BlockName, inside: ReadScope): Expression | undefined => {
    let includeZero: Expression | undefined;
    for (const pair of hash?.pairs ?? []) {
      if (pair.key === 'includeZero' && (block === 'if' || block === 'unless')) {
        includeZero = readExpression(pair.value, inside);
      } else {
        report('template/unknown-helper', `{{#${block}}} has no option "${pair.key}"`, locate(file, pair.loc));
      }
    }
    return includeZero;
  };

  const readPartial = (node: AstPartial, inside: ReadScope, at: SourceLocation, plain: boolean): Statement[] => {
    if (node.name.type !== 'PathExpression' && node.name.type !== 'StringLiteral') {
      report('template/forbidden', 'the name of a partial must be written out', at, ['use {{#if}} around {{> name}}']);
      return [];
    }
    const name = node.name.type === 'StringLiteral' ? node.name.value : node.name.original;
    if (!PARTIAL_NAME.test(name)) {
      const hints = ['partials are files under partials/, called by lower-case letters, digits, hyphens'];
      report('template/forbidden', `"${name}" cannot be the name of a partial`, at, hints);
      return [];
    }
    const fields = (node.hash?.pairs ?? []).flatMap((pair): NamedExpression[] => {
      const value = readExpression(pair.value, inside);
      return value === undefined ? [] : [{ name: pair.key, value }];
    });
    const [given] = node.params;
    const context = given === undefined ? undefined : readExpression(given, inside);
    calls.push({ name, at, plain: plain && given === undefined && fields.length === 0 });
    if (name === SECTIONS) return [{ kind: 'sections', at }];
    const inContext = context === undefined ? {} : { context };
    return [{ kind: 'partial', name, ...inContext, fields, indent: node.indent ?? '', at }];
  };

  const program = readBody(ast, scope, true);
  return { program, calls, problems };
}

/** Where a text begins after white space control took some of its first lines away. */
function startOfText({ value, original }: AstContent, at: SourceLocation): SourceLocation {
  const taken = original.slice(0, Math.max(0, original.indexOf(value))).split('\n').length - 1;
  return taken === 0 ? at : { file: at.file, line: at.line + taken, column: 1 };
}
