import type { SourceLocation } from '../diagnostics/index.js';
import type { TemplateSection } from '../schema/template.js';
import type { Evaluation, Located } from './evaluation.js';
import { HelperFault, HELPERS, isEmpty } from './helper-table.js';
import type { Chunk } from './line-origins.js';
import type { BlockStatement, Expression, PartialStatement, Program, Statement } from './program.js';
import { resolvePath } from './resolve-path.js';
import { childPath, withContext, type Scope } from './scope.js';
import { sectionFence } from './section-fence.js';
import { sectionsFor } from './section-order.js';
import { isBlank } from './slot-marks.js';
import type { PreparedTemplate } from './types.js';

/** What is run: programs by name, and the manifest where `{{> sections}}` may stand. */
type Programs = Pick<PreparedTemplate, 'partials'> & Partial<Pick<PreparedTemplate, 'manifest'>>;

/**
 * Runs programs over one brief. An interpreter rather than compiled code: it needs no `eval`, so it works under a
 * strict Content Security Policy; every value becomes a slot, every path is checked, and all work is counted.
 */
export class Evaluator {
  #chunks: Chunk[] = [];

  constructor(
    private readonly template: Programs,
    private readonly evaluation: Evaluation,
  ) {}

  /** Runs a program and returns what it prints, piece by piece. */
  run(program: Program, scope: Scope): Chunk[] {
    const outer = this.#chunks;
    const chunks: Chunk[] = [];
    this.#chunks = chunks;
    this.#run(program, scope);
    this.#chunks = outer;
    return chunks;
  }

  #run(program: Program, scope: Scope): void {
    for (const statement of program.statements) this.#statement(statement, scope);
  }

  #statement(statement: Statement, scope: Scope): void {
    switch (statement.kind) {
      case 'text':
        this.evaluation.countCharacters(statement.text.length, statement.at);
        this.#chunks.push(statement);
        return;
      case 'value': {
        this.evaluation.countStep(statement.at);
        const located = this.#printable(this.#evaluate(statement.expression, scope), statement.at);
        this.#chunks.push({ text: this.evaluation.slot(statement.slot, located), at: statement.at });
        return;
      }
      case 'block':
        this.evaluation.countStep(statement.at);
        this.#block(statement, scope);
        return;
      case 'partial':
        this.evaluation.countStep(statement.at);
        this.#partial(statement, scope);
        return;
      case 'sections':
        if (!this.template.manifest) return;
        for (const section of sectionsFor(this.template.manifest, scope)) this.#section(section, scope);
    }
  }

  /** Own properties only: a partial may be called `constructor`. */
  #program(name: string): Program | undefined {
    const { partials } = this.template;
    return Object.hasOwn(partials, name) ? partials[name] : undefined;
  }

  #section(section: TemplateSection, scope: Scope): void {
    const program = this.#program(section.partial);
    const chunks = program === undefined ? [] : trimChunks(this.run(program, { ...scope, depth: scope.depth + 1 }));
    if (isBlank(textOf(chunks), this.evaluation.slots)) return;
    const { open, close } = sectionFence(section);
    this.#chunks.push({ text: open, at: undefined });
    for (const chunk of chunks) this.#chunks.push(chunk);
    this.#chunks.push({ text: close, at: undefined });
  }

  #block(block: BlockStatement, scope: Scope): void {
    const argument = this.#evaluate(block.argument, scope);
    const { value } = argument;
    switch (block.name) {
      case 'if':
      case 'unless': {
        const zeroCounts = value === 0 && block.includeZero !== undefined;
        const holds = zeroCounts && this.#holds(block.includeZero, scope) ? true : !isEmpty(value);
        this.#run(holds === (block.name === 'if') ? block.body : block.otherwise, scope);
        return;
      }
      case 'with': {
        const inner = withContext(scope, argument);
        if (isEmpty(value)) this.#run(block.otherwise, scope);
        else this.#run(block.body, block.hasParameters ? withParameters(inner, [argument]) : inner);
        return;
      }
      case 'each':
        this.#each(block, argument, scope);
    }
  }

  #holds(expression: Expression | undefined, scope: Scope): boolean {
    return expression !== undefined && Boolean(this.#evaluate(expression, scope).value);
  }

  #each(block: BlockStatement, argument: Located, scope: Scope): void {
    const { value, path } = argument;
    if (typeof value !== 'object' || value === null) {
      if (value !== null && value !== undefined && value !== '' && value !== false) {
        const hints = ['for one value use {{#if}} or {{#with}}'];
        this.evaluation.report('template/forbidden', `{{#each}} needs a list, not a ${typeof value}`, block.at, {
          hints,
        });
      }
      this.#run(block.otherwise, scope);
      return;
    }
    const keys: readonly (string | number)[] = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
    if (keys.length === 0) this.#run(block.otherwise, scope);
    for (const [index, key] of keys.entries()) {
      this.evaluation.countIteration(block.at);
      const item = { value: (value as Record<string | number, unknown>)[key], path: childPath(path, key) };
      const values = { index, key, first: index === 0, last: index === keys.length - 1 };
      const turn = { ...withContext(scope, item), data: { values, up: scope.data } };
      const inner = block.hasParameters ? withParameters(turn, [item, { value: key, path: '' }]) : turn;
      this.#run(block.body, inner);
    }
  }

  #partial(statement: PartialStatement, scope: Scope): void {
    const depth = scope.depth + 1;
    this.evaluation.enterPartial(depth, statement.name, statement.at);
    const program = this.#program(statement.name);
    if (program === undefined) return;
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
    if (statement.indent === '') this.#run(program, inner);
    else for (const chunk of this.#indent(this.run(program, inner), statement)) this.#chunks.push(chunk);
  }

  /** As Handlebars: every line of a partial that stands alone on its line gets the white space before its call. */
  #indent(chunks: readonly Chunk[], { indent, at }: PartialStatement): Chunk[] {
    let atLineStart = true;
    const last = chunks.findLastIndex(({ text }) => text !== '');
    const indented: Chunk[] = [];
    for (let index = 0; index <= last; index++) {
      const chunk = chunks[index]!;
      if (chunk.text === '') continue;
      const inside = chunk.text.slice(0, -1).replaceAll('\n', `\n${indent}`) + chunk.text.slice(-1);
      const text = (atLineStart ? indent : '') + inside;
      atLineStart = chunk.text.endsWith('\n') && index !== last;
      this.evaluation.countCharacters(text.length - chunk.text.length, at);
      indented.push({ text, at: chunk.at });
    }
    return indented;
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
      : [
          'print one of its fields',
          ...Object.keys(value)
            .slice(0, 3)
            .map((key) => `"${childPath(path, key)}"`),
        ];
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

/** Without white space before the first text and after the last. */
function trimChunks(chunks: readonly Chunk[]): Chunk[] {
  const first = chunks.findIndex(({ text }) => text.trim() !== '');
  const last = chunks.findLastIndex(({ text }) => text.trim() !== '');
  const trimmed: Chunk[] = [];
  for (let index = Math.max(0, first); index <= last; index++) {
    const { text: whole, at } = chunks[index]!;
    const end = index === last ? whole.trimEnd() : whole;
    const text = index === first ? end.trimStart() : end;
    const taken = index === first ? end.slice(0, end.length - text.length).split('\n').length - 1 : 0;
    trimmed.push({ text, at: at && taken > 0 ? { ...at, line: at.line + taken } : at });
  }
  return trimmed;
}

/** What chunks say, one after the other. */
export function textOf(chunks: readonly Chunk[]): string {
  let text = '';
  for (const chunk of chunks) text += chunk.text;
  return text;
}
