import type { DiagnosticCode, SourceLocation } from '../diagnostics/index.js';
import type { AstExpression, AstMustache, AstPath, AstSubExpression } from './handlebars-ast.js';
import { HELPERS } from './helper-table.js';
import { locate } from './parse-template.js';
import type { Expression, PathExpression, PathRoot } from './program.js';
import { didYouMean } from './similar-names.js';

/** What is known where an expression stands. */
export interface ReadScope {
  readonly file: string;
  /** Names of block parameters, innermost list first. */
  readonly parameters: readonly (readonly string[])[];
  readonly report: (code: DiagnosticCode, message: string, at: SourceLocation, hints?: readonly string[]) => void;
}

/** Built in elsewhere, refused here, with what to do instead. */
const REFUSED: Readonly<Record<string, string>> = {
  lookup: 'write the path out, as in {{a.b}}',
  log: 'templates cannot write to a console',
  helperMissing: 'call a helper by its own name',
  blockHelperMissing: 'call a block by its own name',
};

const PROTOTYPE_PARTS = new Set(['__proto__', 'constructor', 'prototype', '__defineGetter__', '__lookupGetter__']);

/** Reads a literal, a path or a call in parentheses. Reports what is not allowed and gives `undefined` for it. */
export function readExpression(node: AstExpression, scope: ReadScope): Expression | undefined {
  switch (node.type) {
    case 'StringLiteral':
    case 'NumberLiteral':
    case 'BooleanLiteral':
      return { kind: 'literal', value: node.value };
    case 'NullLiteral':
    case 'UndefinedLiteral':
      return { kind: 'literal', value: null };
    case 'PathExpression':
      return readPath(node, scope);
    case 'SubExpression':
      return readCall(node, scope);
  }
}

/** Reads `{{x}}`, `{{helper a b}}` or `(helper a b)`: a field when it is a path alone, no helper, else a call. */
export function readCall(node: AstMustache | AstSubExpression, scope: ReadScope): Expression | undefined {
  const at = locate(scope.file, node.loc);
  const { path } = node;
  const pairs = node.hash?.pairs ?? [];
  const bare = node.type !== 'SubExpression' && node.params.length === 0 && pairs.length === 0;
  if (path.type !== 'PathExpression') {
    if (bare) return readExpression(path, scope);
    scope.report('template/syntax', 'a helper must be called by its name', at);
    return undefined;
  }
  const name = path.original;
  if (Object.hasOwn(REFUSED, name)) {
    scope.report('template/forbidden', `"${name}" is not allowed`, at, [REFUSED[name] ?? '']);
    return undefined;
  }
  const helper = Object.hasOwn(HELPERS, name) ? HELPERS[name] : undefined;
  const shadowed = scope.parameters.some((list) => list.includes(name));
  if (bare && (helper === undefined || shadowed)) return readPath(path, scope);
  if (name === 'md') {
    scope.report('template/forbidden', 'md cannot be used inside another call', at, ['write {{{md x}}} by itself']);
    return undefined;
  }
  if (helper === undefined) {
    const hints = didYouMean(name, Object.keys(HELPERS), (known) => `{{${HELPERS[known]?.usage ?? known}}}`);
    scope.report('template/unknown-helper', `there is no helper "${name}"`, at, hints);
    return undefined;
  }
  for (const pair of pairs) {
    const where = locate(scope.file, pair.loc);
    scope.report('template/unknown-helper', `helper "${name}" has no option "${pair.key}"`, where);
  }
  const [least, most] = helper.takes;
  if (node.params.length < least || node.params.length > most) {
    const hints = [`write {{${helper.usage}}}`, ...(bare ? [`for a field of that name write {{this.${name}}}`] : [])];
    const takes = least === most ? String(least) : `${least} to ${most}`;
    const message = `helper "${name}" takes ${takes} ${most === 1 ? 'value' : 'values'}, found ${node.params.length}`;
    scope.report('template/syntax', message, at, hints);
    return undefined;
  }
  const args = node.params.flatMap((param) => readExpression(param, scope) ?? []);
  return args.length === node.params.length ? { kind: 'call', name, args, at } : undefined;
}

function readPath(node: AstPath, scope: ReadScope): PathExpression | undefined {
  const at = locate(scope.file, node.loc);
  const { original } = node;
  const hidden = node.parts.find((part) => PROTOTYPE_PARTS.has(part));
  if (hidden !== undefined) {
    scope.report('template/forbidden', `"${hidden}" is not a field of the brief`, at);
    return undefined;
  }
  if (node.data && node.parts[0] === 'partial-block') {
    scope.report('template/forbidden', '@partial-block is not allowed', at);
    return undefined;
  }
  return { kind: 'path', ...rootOf(node, scope), original, at };
}

/** Where a path begins; as in Handlebars, `this.x`, `./x` and `../x` step over block parameters of the same name. */
function rootOf(node: AstPath, scope: ReadScope): { root: PathRoot; parts: readonly string[] } {
  const { parts, depth } = node;
  if (node.data) return { root: { kind: 'data', up: depth }, parts };
  const scoped = /^(?:\.|this\b)/.test(node.original);
  const [first] = parts;
  if (!scoped && depth === 0 && first !== undefined) {
    const up = scope.parameters.findIndex((list) => list.includes(first));
    const index = scope.parameters[up]?.indexOf(first) ?? -1;
    if (index >= 0) return { root: { kind: 'parameter', up, index }, parts: parts.slice(1) };
  }
  return { root: { kind: 'context', up: depth }, parts };
}
