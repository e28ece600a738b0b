import type * as z from 'zod';
import { foldWord, nearestKey } from './did-you-mean.js';
import type { Problem } from './problems.js';
import type { UnknownKey } from './read-values.js';
import { elementOf, schemaAt, shapeOf } from './schema-shape.js';
import { shorten } from './source-text.js';
import { formatPath, type DataPath } from './source-tree.js';

/** Every group of keys of the format, with its path: lists as `letters[]`. */
function mappingsOf(
  schema: z.ZodType,
  at: readonly string[] = [],
): { at: readonly string[]; keys: readonly string[] }[] {
  const element = elementOf(schema);
  if (element) return mappingsOf(element, [...at.slice(0, -1), `${at.at(-1) ?? ''}[]`]);
  const shape = shapeOf(schema);
  if (!shape) return [];
  const inside = Object.entries(shape).flatMap(([key, value]) => mappingsOf(value, [...at, key]));
  return [{ at, keys: Object.keys(shape) }, ...inside];
}

function patternOf(path: DataPath): string[] {
  const pattern: string[] = [];
  for (const step of path) {
    if (typeof step === 'number') pattern.push(`${pattern.pop() ?? ''}[]`);
    else pattern.push(step);
  }
  return pattern;
}

/** Steps up and down from one group of keys to another. */
function distanceBetween(a: readonly string[], b: readonly string[]): number {
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared += 1;
  return a.length + b.length - 2 * shared;
}

/** What the owner of an unknown key most likely meant. */
export interface ExplainedKey {
  readonly problem: Problem;
  /** Paths of what it stands for; a complaint that one of these is missing would say the same twice. */
  readonly meant: readonly DataPath[];
}

/** Explains keys that the format does not have: a misspelling, or a key of another group. */
export function explainUnknownKeys(keys: readonly UnknownKey[], schema: z.ZodType): ExplainedKey[] {
  if (keys.length === 0) return [];
  const owners = new Map<string, { at: readonly string[]; key: string }[]>();
  for (const { at, keys: known } of mappingsOf(schema)) {
    for (const key of known) owners.set(foldWord(key), [...(owners.get(foldWord(key)) ?? []), { at, key }]);
  }
  return keys.map(({ path, entry }) => {
    const parent = path.slice(0, -1);
    const pattern = patternOf(parent);
    const owner = schemaAt(schema, parent);
    const own = Object.keys((owner && shapeOf(owner)) ?? {});
    const folded = foldWord(entry.key);
    const elsewhere = (owners.get(folded) ?? [])
      .map((found) => ({ ...found, distance: distanceBetween(found.at, pattern) }))
      .sort((a, b) => a.distance - b.distance)[0];
    const sameSpelling = own.find((key) => foldWord(key) === folded);
    const near = sameSpelling ?? (elsewhere && elsewhere.distance <= 1 ? null : nearestKey(entry.key, own));
    const problem = {
      code: 'input/unknown-key',
      message: `unknown key "${shorten(entry.key)}"`,
      path,
      at: 'key',
    } as const;
    if (near !== null)
      return { meant: [[...parent, near]], problem: { ...problem, hints: [`did you mean "${near}"?`] } };
    const takes = `${parent.length === 0 ? 'the top level' : `"${formatPath(parent)}"`} takes: ${own.join(', ')}`;
    if (!elsewhere) return { meant: [], problem: { ...problem, hints: [takes] } };
    const where = elsewhere.at.length === 0 ? 'at the top level' : `in ${elsewhere.at.join('.')}`;
    const belongs = `"${elsewhere.key}" belongs ${where}`;
    const { meant, move } = neighbourhood(parent, pattern, elsewhere.at);
    return {
      meant: [...meant, ...meant.map((group) => [...group, elsewhere.key])],
      problem: { ...problem, hints: [move === null ? belongs : `${belongs}: ${move}`, takes] },
    };
  });
}

/** Whether a key stands one or more levels too deep, or beside the group that should hold it, and how to move it. */
function neighbourhood(
  parent: DataPath,
  pattern: readonly string[],
  target: readonly string[],
): { readonly meant: readonly DataPath[]; readonly move: string | null } {
  const outer = parent.map((_, length) => parent.slice(0, length)).findLast((path) => isEqual(patternOf(path), target));
  if (outer) return { meant: [outer], move: 'indent it less' };
  const group = target.at(-1);
  const isInside = group !== undefined && !group.endsWith('[]') && isEqual(target.slice(0, -1), pattern);
  return isInside ? { meant: [[...parent, group]], move: `indent it under "${group}:"` } : { meant: [], move: null };
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}
