/** The part of the Handlebars syntax tree that is read here. Lines count from 1, columns from 0. */
export interface AstLocation {
  readonly start: { readonly line: number; readonly column: number };
}

interface AstNode {
  readonly loc: AstLocation;
}
export interface AstProgram {
  readonly type: 'Program';
  readonly body: readonly AstStatement[];
  readonly blockParams?: readonly string[];
}
export interface AstContent extends AstNode {
  readonly type: 'ContentStatement';
  /** The text without what white space control took away. */
  readonly value: string;
  /** The text as written; `loc` is where it begins. */
  readonly original: string;
}
export interface AstComment extends AstNode {
  readonly type: 'CommentStatement';
}
interface AstCallParts extends AstNode {
  readonly path: AstExpression;
  readonly params: readonly AstExpression[];
  readonly hash?: AstHash;
}
export interface AstMustache extends AstCallParts {
  readonly type: 'MustacheStatement' | 'Decorator';
  /** False for `{{{x}}}` and `{{&x}}`. */
  readonly escaped: boolean;
}
export interface AstBlock extends AstCallParts {
  readonly type: 'BlockStatement' | 'DecoratorBlock';
  readonly program?: AstProgram;
  readonly inverse?: AstProgram;
  /** Without `open` for raw blocks, `{{{{x}}}}`. */
  readonly openStrip: { readonly open?: boolean };
}
export interface AstPartial extends AstNode {
  readonly type: 'PartialStatement' | 'PartialBlockStatement';
  readonly name: AstExpression;
  readonly params: readonly AstExpression[];
  readonly hash?: AstHash;
  readonly indent?: string;
}
export type AstStatement = AstContent | AstComment | AstMustache | AstBlock | AstPartial;

export interface AstPath extends AstNode {
  readonly type: 'PathExpression';
  readonly data: boolean;
  readonly depth: number;
  readonly parts: readonly string[];
  readonly original: string;
}
export interface AstSubExpression extends AstCallParts {
  readonly type: 'SubExpression';
}
export type AstLiteral =
  | (AstNode & { readonly type: 'StringLiteral'; readonly value: string })
  | (AstNode & { readonly type: 'NumberLiteral'; readonly value: number })
  | (AstNode & { readonly type: 'BooleanLiteral'; readonly value: boolean })
  | (AstNode & { readonly type: 'NullLiteral' | 'UndefinedLiteral' });
export type AstExpression = AstPath | AstSubExpression | AstLiteral;

export interface AstHash {
  readonly pairs: readonly (AstNode & { readonly key: string; readonly value: AstExpression })[];
}
