import type { SourceLocation } from '../diagnostics/index.js';
import type { TemplateSection } from '../schema/template.js';
import type { Evaluation, Located } from './evaluation.js';
import { HelperFault, HELPERS, isEmpty } from './helper-table.js';
import type { BlockStatement, Expression, PartialStatement, Program, Statement } from './program.js';
import { resolvePath } from './resolve-path.js';
import { childPath, withContext, type Scope } from './scope.js';
import { fenceSection } from './section-fence.js';
import { isBlank } from './slot-marks.js';
import type { PreparedTemplate } from './types.js';

/**
 * Runs programs over one brief. An interpreter rather than compiled code: it needs no `eval`, so it works under a
 * strict Content Security Policy; every value becomes a slot, every path is checked, and all work is counted.
 */
export class Evaluator {
  constructor(
    private readonly template: PreparedTemplate,
    private readonly evaluation: Evaluation,
  ) {}

  run(program: Program, scope: Scope): string {
    let output = '';
    for (const statement of program.statements) output += this.#statement(statement, scope);
    return output;
  }

  #statement(statement: Statement, scope: Scope): string {
    switch (statement.kind) {
      case 'text':
        this.evaluation.countCharacters(statement.text.length);
        return statement.text;
      case 'value': {
        this.evaluation.countStep(statement.at);
        const located = this.#printable(this.#evaluate(statement.expression, scope), statement.at);
        return this.evaluation.slot(statement.slot, located);
      }
      case 'block':
        this.evaluation.countStep(statement.at);
        return this.#block(statement, scope);
      case 'partial':
        this.evaluation.countStep(statement.at);
        return this.#partial(statement, scope);
      case 'sections':
        return this.template.manifest.sections.map((section) => this.#section(section, scope)).join('');
    }
  }

  #section(section: TemplateSection, scope: Scope): string {
    const program = this.template.partials.get(section.partial);
    const markdown = program === undefined ? '' : this.run(program, { ...scope, depth: scope.depth + 1 });
    return isBlank(markdown, this.evaluation.slots) ? '' : fenceSection(section, markdown);
  }

  #block(block: BlockStatement, scope: Scope): string {
    const argument = this.#evaluate(block.argument, scope);
    const { value } = argument;
    switch (block.name) {
      case 'if':
      case 'unless': {
        const zeroCounts = value === 0 && block.includeZero !== undefined;
        const holds = zeroCounts && this.#holds(block.includeZero, scope) ? true : !isEmpty(value);
        return this.run(holds === (block.name === 'if') ? block.body : block.otherwise, scope);
      }
      case 'with': {
        if (isEmpty(value)) return this.run(block.otherwise, scope);
        const inner = withContext(scope, argument);
        return this.run(block.body, block.hasParameters ? withParameters(inner, [argument]) : inner);
      }
      case 'each':
        return this.#each(block, argument, scope);
    }
  }

  #holds(expression: Expression | undefined, scope: Scope): boolean {
    return expression !== undefined && Boolean(this.#evaluate(expression, scope).value);
  }

  #each(block: BlockStatement, argument: Located, scope: Scope): string {
    const { value, path } = argument;
    if (typeof value !== 'object' || value === null) {
      if (value !== null && value !== undefined && value !== '' && value !== false) {
        const hints = ['for one value use {{#if}} or {{#with}}'];
        this.evaluation.report('template/forbidden', `{{#each}} needs a list, not a ${typeof value}`, block.at, { hints });
      }
      return this.run(block.otherwise, scope);
    }
    const keys: readonly (string | number)[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
    if (keys.length === 0) return this.run(block.otherwise, scope);
    let output = '';
    for (const [index, key] of keys.entries()) {
      this.evaluation.countIteration(block.at);
      const item = { value: (value as Record<string | number, unknown>)[key], path: childPath(path, key) };
      const values = { index, key, first: index === 0, last: index === keys.length - 1 };
      const turn = { ...withContext(scope, item), data: { values, up: scope.data } };
      const inner = block.hasParameters ? withParameters(turn, [item, { value: key, path: '' }]) : turn;
      output += this.run(block.body, inner);
    }
    return output;
  }

  #partial(statement: PartialStatement, scope: Scope): string {
    const depth = scope.depth + 1;
    this.evaluation.enterPartial(depth, statement.name, statement.at);
    const program = this.template.partials.get(statement.name);
    if (program === undefined) return '';
    const context = statement.context === undefined ? scope.context : this.#evaluate(statement.context, scope);
    let inner: Scope = { ...withContext(scope, context), parameters: [], depth };
    if (statement.fields.length > 0) {
      const fieldPaths = new Map<string, string>();
      const value: Record<string, unknown> = isRecord(context.value) ? { ...context.value } : {};
      for (const field of statement.fields) {
        const located = this.#evaluate(field.value, scope);
        Object.defineProperty(value, field.name, { value: located.value, enumerable: true, configurable: true });
        fieldPaths.set(field.name, located.path);
      }
      inner = { ...inner, context: { value, path: context.path, fieldPaths, up: scope.context } };
    }
    const output = this.run(program, inner);
    return statement.indent === '' ? output : this.#indent(output, statement);
  }

  /** As Handlebars: every line of a partial that stands alone on its line gets the white space before its call. */
  #indent(output: string, { indent, at }: PartialStatement): string {
    const lines = output.split('\n');
    const last = lines.at(-1) === '' ? lines.length - 1 : lines.length;
    this.evaluation.countCharacters(indent.length * last, at);
    return lines.map((line, index) => (index < last ? indent + line : line)).join('\n');
  }

  #evaluate(expression: Expression, scope: Scope): Located {
    if (expression.kind === 'literal') return { value: expression.value, path: '' };
    if (expression.kind === 'path') return resolvePath(expression, scope, this.evaluation);
    this.evaluation.countStep(expression.at);
    const args = expression.args.map((arg) => this.#evaluate(arg, scope));
    const path = args.find((arg) => arg.path !== '')?.path ?? '';
    try {
      return { value: HELPERS[expression.name]?.run(args.map((arg) => arg.value)), path };
    } catch (fault) {
      if (!(fault instanceof HelperFault)) throw fault;
      const hints = [`use it as {{${HELPERS[expression.name]?.usage ?? expression.name}}}`];
      const where = path === '' ? { hints } : { hints, path };
      this.evaluation.report('template/forbidden', `${expression.name}: ${fault.message}`, expression.at, where);
      return { value: null, path };
    }
  }

  #printable(located: Located, at: SourceLocation): Located {
    const { value, path } = located;
    if (typeof value !== 'object' || value === null) return located;
    const list = Array.isArray(value);
    const hints = list
      ? ['go through it with {{#each}}, or use {{join list ", "}} or {{and-list list}}']
      : ['print one of its fields', ...Object.keys(value).slice(0, 3).map((key) => `"${childPath(path, key)}"`)];
    const message = `${list ? 'a list' : 'a group of fields'} cannot be printed`;
    this.evaluation.report('template/forbidden', message, at, path === '' ? { hints } : { path, hints });
    return { value: '', path };
  }
}

function withParameters(scope: Scope, values: readonly Located[]): Scope {
  return { ...scope, parameters: [values, ...scope.parameters] };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
