import type { SourceLocation } from '../diagnostics/index.js';

/**
 * A template after reading: the Handlebars syntax tree reduced to what the evaluator runs. Plain data, so that it can
 * be kept, compared and sent to a worker; nothing in it is code.
 */
export interface Program {
  readonly statements: readonly Statement[];
}

/** The program of `packet.md.hbs`, which holds the one `sections` statement. */
export type FrameProgram = Program;

export type Statement = TextStatement | ValueStatement | BlockStatement | PartialStatement | SectionsStatement;

/** Text of the template itself. */
export interface TextStatement {
  readonly kind: 'text';
  readonly text: string;
  /** Where the text begins. */
  readonly at: SourceLocation;
}
/** `{{x}}` and `{{{md x}}}`: one slot. */
export interface ValueStatement {
  readonly kind: 'value';
  readonly slot: 'literal' | 'markdown';
  readonly expression: Expression;
  readonly at: SourceLocation;
}
/** `{{#if}}`, `{{#unless}}`, `{{#each}}`, `{{#with}}`. */
export interface BlockStatement {
  readonly kind: 'block';
  readonly name: BlockName;
  readonly argument: Expression;
  /** `{{#if n includeZero=true}}`. */
  readonly includeZero?: Expression;
  /** True when the bodies declare block parameters (`as |item index|`). */
  readonly hasParameters: boolean;
  readonly body: Program;
  readonly otherwise: Program;
  readonly at: SourceLocation;
}
/** `{{> name context key=value}}`. */
export interface PartialStatement {
  readonly kind: 'partial';
  readonly name: string;
  readonly context?: Expression;
  readonly fields: readonly NamedExpression[];
  /** White space before a partial that stands alone on its line; every line of its output gets it. */
  readonly indent: string;
  readonly at: SourceLocation;
}
/** `{{> sections}}`. */
export interface SectionsStatement {
  readonly kind: 'sections';
  readonly at: SourceLocation;
}

export type BlockName = 'if' | 'unless' | 'each' | 'with';

export type Expression = LiteralExpression | PathExpression | CallExpression;

export interface LiteralExpression {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null;
}
/** `a.b`, `../a`, `this`, `@index`, or a block parameter. */
export interface PathExpression {
  readonly kind: 'path';
  readonly root: PathRoot;
  readonly parts: readonly string[];
  /** As written. */
  readonly original: string;
  readonly at: SourceLocation;
}
export type PathRoot =
  | { readonly kind: 'context'; readonly up: number }
  | { readonly kind: 'data'; readonly up: number }
  /** `up` block parameter lists outward, then the one at `index`. */
  | { readonly kind: 'parameter'; readonly up: number; readonly index: number };
/** A helper with its arguments. */
export interface CallExpression {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Expression[];
  readonly at: SourceLocation;
}
export interface NamedExpression {
  readonly name: string;
  readonly value: Expression;
}
