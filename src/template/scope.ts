import type { Located } from './evaluation.js';

/** The chain of contexts that `..` climbs; a new link only where a block or partial changes the context. */
export interface ContextLink extends Located {
  /** Brief paths of fields that a partial was called with, where they differ from `path` and the field's name. */
  readonly fieldPaths?: ReadonlyMap<string, string>;
  readonly up?: ContextLink;
}

/** The `@` variables of one loop turn. */
export interface DataFrame {
  readonly values: Readonly<Record<string, unknown>>;
  readonly up?: DataFrame;
}

/** Everything that a name can mean where a statement stands. */
export interface Scope {
  readonly root: Located;
  readonly context: ContextLink;
  readonly data: DataFrame;
  /** Values of block parameters, innermost list first. */
  readonly parameters: readonly (readonly Located[])[];
  /** How many partials deep. */
  readonly depth: number;
}

/** The scope at the top of the frame. */
export function rootScope(brief: object): Scope {
  const root = { value: brief, path: '' };
  return { root, context: root, data: { values: {} }, parameters: [], depth: 0 };
}

/**
 * The scope inside a block with another context. The same object again is no new link, as in Handlebars; equal texts or
 * numbers are one, so that what `..` means does not depend on the data.
 */
export function withContext(scope: Scope, inner: Located): Scope {
  if (inner.value === scope.context.value && typeof inner.value === 'object') return scope;
  return { ...scope, context: { ...inner, up: scope.context } };
}

/** The path of a field or item below a path: `a.b`, `a[0]`. */
export function childPath(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  return path === '' ? key : `${path}.${key}`;
}
