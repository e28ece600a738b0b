import { diagnostic, type Diagnostic, type DiagnosticCode, type SourceLocation } from '../diagnostics/index.js';
import { ANY, TEXT, type GroupShape, type Shape } from '../schema/brief-shape.js';
import type { BlockStatement, Expression, PartialStatement, PathExpression, Program, Statement } from './program.js';
import { childPath } from './scope.js';
import { didYouMean } from './similar-names.js';

/** A shape with the brief path where it stands. */
interface Place {
  readonly shape: Shape;
  readonly path: string;
}
interface Context extends Place {
  /** Brief paths of the fields that a partial was called with. */
  readonly fieldPaths?: ReadonlyMap<string, string>;
  readonly up?: Context;
}
/** What names mean where a statement stands; the counterpart of `Scope`, with shapes for values. */
interface FieldScope {
  readonly context: Context;
  /** How many `{{#each}}` are around, for `@index` and its kin. */
  readonly loops: number;
  readonly parameters: readonly (readonly Place[])[];
  /** How many partials deep. */
  readonly depth: number;
}

/** What the check needs of a template. */
export interface CheckedPrograms {
  readonly frame: Program;
  readonly partials: Readonly<Record<string, Program>>;
  /** Partials that the manifest names as sections: they see the whole brief. */
  readonly sections: readonly string[];
}

const LOOP_VARIABLES: Readonly<Record<string, Shape>> = {
  index: { kind: 'number' },
  key: ANY,
  first: { kind: 'boolean' },
  last: { kind: 'boolean' },
};

/** Deeper calls, and more of them, are left to the run, which counts them. */
const DEEPEST = 32;
const MOST_READINGS = 2_000;

/**
 * Checks every field that a template names against the shape of its data, in all branches and without data: unknown
 * fields, groups and lists printed as text, loops over what is no list, Markdown output of fields that are not Markdown.
 */
export function checkFields(programs: CheckedPrograms, root: GroupShape): Diagnostic[] {
  const check = new FieldCheck(programs, root);
  check.program(programs.frame, check.top());
  for (const name of programs.sections) check.partial(name, check.top());
  return check.problems;
}

class FieldCheck {
  readonly problems: Diagnostic[] = [];
  readonly #seen = new Set<string>();
  /** Partials with the contexts that they were read in: the same call again finds nothing new. */
  readonly #read = new Set<string>();
  readonly #shapeIds = new Map<Shape, number>();

  constructor(
    private readonly programs: CheckedPrograms,
    private readonly root: GroupShape,
  ) {}

  top(): FieldScope {
    return { context: { shape: this.root, path: '' }, loops: 0, parameters: [], depth: 0 };
  }

  partial(name: string, scope: FieldScope): void {
    const { partials } = this.programs;
    const program = Object.hasOwn(partials, name) ? partials[name] : undefined;
    if (program === undefined || scope.depth > DEEPEST || this.#read.size > MOST_READINGS) return;
    const key = `${name} ${this.#contextKey(scope.context)} ${scope.loops > 0}`;
    if (this.#read.has(key)) return;
    this.#read.add(key);
    this.program(program, scope);
  }

  /** Names what `this` and every `../` mean. */
  #contextKey(context: Context): string {
    let key = '';
    for (let at: Context | undefined = context; at !== undefined; at = at.up) {
      const id = this.#shapeIds.get(at.shape) ?? this.#shapeIds.size;
      this.#shapeIds.set(at.shape, id);
      key += `${id}/`;
    }
    return key;
  }

  program(program: Program, scope: FieldScope): void {
    for (const statement of program.statements) this.#statement(statement, scope);
  }

  #statement(statement: Statement, scope: FieldScope): void {
    if (statement.kind === 'value') {
      const place = this.#expression(statement.expression, scope);
      if (statement.slot === 'markdown') this.#markdown(place, statement.at);
      else this.#printable(place, statement.at);
    } else if (statement.kind === 'block') this.#block(statement, scope);
    else if (statement.kind === 'partial') this.#call(statement, scope);
  }

  #block(block: BlockStatement, scope: FieldScope): void {
    const argument = this.#expression(block.argument, scope);
    if (block.includeZero) this.#expression(block.includeZero, scope);
    if (block.name === 'each') this.#each(block, argument, scope);
    else if (block.name === 'with') {
      const inner = within(scope, argument);
      this.program(block.body, block.hasParameters ? withParameters(inner, [argument]) : inner);
    } else this.program(block.body, scope);
    this.program(block.otherwise, scope);
  }

  #each(block: BlockStatement, argument: Place, scope: FieldScope): void {
    const { shape, path } = argument;
    if (shape.kind === 'text' || shape.kind === 'number' || shape.kind === 'boolean') {
      const hints = [...(shape.kind === 'text' ? ['for the paragraphs of a text use {{#each (paragraphs x)}}'] : [])];
      hints.push('for one value use {{#if}} or {{#with}}');
      const message = `{{#each}} needs a list, not a ${shape.kind}`;
      this.#report('template/forbidden', message, block.at, { path, hints });
    }
    const item: Place = { shape: shape.kind === 'list' ? shape.item : ANY, path: `${path}[]` };
    const turn = { ...within(scope, item), loops: scope.loops + 1 };
    const inner = block.hasParameters ? withParameters(turn, [item, { shape: ANY, path: '' }]) : turn;
    this.program(block.body, inner);
  }

  #call(call: PartialStatement, scope: FieldScope): void {
    const given = call.context === undefined ? scope.context : this.#expression(call.context, scope);
    const fields = call.fields.map(({ name, value }) => [name, this.#expression(value, scope)] as const);
    let inner: FieldScope = call.context === undefined ? scope : within(scope, given);
    if (fields.length > 0) {
      const own = given.shape.kind === 'group' ? given.shape.fields : {};
      const added = Object.fromEntries(fields.map(([name, { shape }]) => [name, shape]));
      const shape: Shape = given.shape.kind === 'any' ? ANY : { kind: 'group', fields: { ...own, ...added } };
      const fieldPaths = new Map(fields.map(([name, { path }]) => [name, path]));
      inner = { ...inner, context: { shape, path: given.path, fieldPaths, up: scope.context } };
    }
    this.partial(call.name, { ...inner, parameters: [], depth: scope.depth + 1 });
  }

  #expression(expression: Expression, scope: FieldScope): Place {
    if (expression.kind === 'literal') return { shape: ANY, path: '' };
    if (expression.kind === 'path') return this.#path(expression, scope);
    const [first, ...rest] = expression.args.map((arg) => this.#expression(arg, scope));
    if (first === undefined) return { shape: ANY, path: '' };
    return { shape: resultOf(expression.name, [first, ...rest]), path: first.path };
  }

  #path(expression: PathExpression, scope: FieldScope): Place {
    const { root, parts, at, original } = expression;
    if (root.kind === 'parameter') {
      return this.#follow(scope.parameters[root.up]?.[root.index] ?? { shape: ANY, path: '' }, parts, expression);
    }
    if (root.kind === 'data') return this.#data(expression, scope);
    let context: Context | undefined = scope.context;
    for (let climb = root.up; climb > 0; climb -= 1) context = context?.up;
    if (context !== undefined) return this.#follow(context, parts, expression, context);
    this.#report('template/unknown-field', `"${original}" climbs above the brief`, at);
    return { shape: ANY, path: '' };
  }

  #data({ parts, at, original, root }: PathExpression, scope: FieldScope): Place {
    const [name = '', ...rest] = parts;
    const climb = root.kind === 'data' ? root.up : 0;
    const place = (shape: Shape): Place => ({ shape, path: '' });
    if (name === 'root') return this.#follow(place(this.root), rest, { parts: rest, at, original });
    const variable = Object.hasOwn(LOOP_VARIABLES, name) ? LOOP_VARIABLES[name] : undefined;
    if (variable !== undefined && scope.loops > climb) return place(variable);
    const names = ['root', ...Object.keys(LOOP_VARIABLES)];
    const hints = variable ? [`@${name} exists inside {{#each}}`] : didYouMean(name, names, (known) => `"@${known}"`);
    this.#report('template/unknown-field', `there is no "${original}" here`, at, { hints });
    return place(ANY);
  }

  #follow(
    start: Place,
    parts: readonly string[],
    { at, original }: Pick<PathExpression, 'parts' | 'at' | 'original'>,
    context?: Context,
  ): Place {
    let { shape, path } = start;
    for (const [index, part] of parts.entries()) {
      if (shape.kind === 'any') return { shape: ANY, path: childPath(path, part) };
      const next = stepInto(shape, part);
      if (next === undefined) {
        const outer = index === 0 ? context : undefined;
        this.#unknown(part, { shape, path }, original, at, outer);
        return { shape: ANY, path };
      }
      const named = index === 0 ? context?.fieldPaths?.get(part) : undefined;
      path = named ?? (shape.kind === 'list' ? (part === 'length' ? path : `${path}[${part}]`) : childPath(path, part));
      shape = next;
    }
    return { shape, path };
  }

  #unknown(part: string, { shape, path }: Place, found: string, at: SourceLocation, context?: Context): void {
    const where = path === '' ? 'the brief' : `"${path}"`;
    const is = shape.kind === 'list' ? 'a list' : `a ${shape.kind}`;
    const message = `there is no field "${part}" in ${where}${shape.kind === 'group' ? '' : `, which is ${is}`}`;
    const hints: string[] = [];
    if (shape.kind === 'list') hints.push('go through it with {{#each}}, or take one item as in items.[0]');
    if (shape.kind === 'group') hints.push(...didYouMean(part, Object.keys(shape.fields)));
    let climb = '';
    for (let above = context?.up; above !== undefined; above = above.up) {
      climb += '../';
      if (above.shape.kind !== 'group' || !Object.hasOwn(above.shape.fields, part)) continue;
      hints.push(`an outer context has it: "${climb}${part}"`);
      break;
    }
    this.#report('template/unknown-field', message, at, { path: childPath(path, part), found, hints });
  }

  #printable({ shape, path }: Place, at: SourceLocation): void {
    if (shape.kind !== 'list' && shape.kind !== 'group') return;
    const list = shape.kind === 'list';
    const hints = list
      ? ['go through it with {{#each}}, or use {{join list ", "}} or {{and-list list}}']
      : [`print one of its fields: ${fieldNames(shape, path)}`];
    this.#report('template/forbidden', `${list ? 'a list' : 'a group of fields'} cannot be printed`, at, {
      path,
      hints,
    });
  }

  #markdown(place: Place, at: SourceLocation): void {
    const { shape, path } = place;
    if (shape.kind === 'list' || shape.kind === 'group') return this.#printable(place, at);
    if (shape.kind === 'any' || (shape.kind === 'text' && shape.markdown)) return;
    const hints = ['print it with two braces: {{x}}'];
    this.#report('template/forbidden', `"${path}" is not Markdown by the contract`, at, { path, hints });
  }

  #report(code: DiagnosticCode, message: string, at: SourceLocation, rest: Partial<Diagnostic> = {}): void {
    const key = `${code} ${at.file}:${at.line}:${at.column}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const { path, ...others } = rest;
    const where = path === undefined || path === '' ? {} : { path };
    this.problems.push(diagnostic('error', code, message, { ...others, ...where, source: at }));
  }
}

function fieldNames(shape: GroupShape, path: string): string {
  const names = Object.keys(shape.fields).slice(0, 3);
  return names.map((name) => `"${childPath(path, name)}"`).join(', ');
}

function stepInto(shape: Shape, part: string): Shape | undefined {
  if (shape.kind === 'list')
    return part === 'length' ? { kind: 'number' } : /^\d+$/.test(part) ? shape.item : undefined;
  if (shape.kind !== 'group') return undefined;
  return Object.hasOwn(shape.fields, part) ? shape.fields[part] : undefined;
}

/** What helpers give that a block or path may look into; all others give text, numbers or booleans. */
function resultOf(name: string, args: readonly Place[]): Shape {
  if (name === 'paragraphs') return { kind: 'list', item: TEXT };
  if (name === 'first') return args[0]?.shape ?? ANY;
  if (name === 'and' || name === 'or' || name === 'default') {
    const last = args.at(-1)?.shape ?? ANY;
    return args.every(({ shape }) => shape.kind === last.kind) ? last : ANY;
  }
  return name === 'count' ? { kind: 'number' } : ANY;
}

/** The same shape again at the same place is no new context, as the run sees it. */
function within(scope: FieldScope, inner: Place): FieldScope {
  const { context } = scope;
  const same = inner.shape === context.shape && inner.path === context.path && inner.shape.kind === 'group';
  return same ? scope : { ...scope, context: { ...inner, up: context } };
}

function withParameters(scope: FieldScope, values: readonly Place[]): FieldScope {
  return { ...scope, parameters: [values, ...scope.parameters] };
}
