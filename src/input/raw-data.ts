import type { DataPath } from './source-tree.js';

/** A value of data that may not fit the schema, with its path. */
export interface Raw {
  readonly value: unknown;
  readonly path: DataPath;
}

/** The value at a path, undefined where the data has none. */
export function valueAt(data: unknown, path: DataPath): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** The text at a path, trimmed; null where the data has none. */
export function textAt(data: unknown, path: DataPath): string | null {
  const value = valueAt(data, path);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** The entries of a list, each with its path; none where the data has no list. */
export function entriesAt(data: unknown, path: DataPath): Raw[] {
  const value = valueAt(data, path);
  return Array.isArray(value) ? value.map((entry: unknown, index) => ({ value: entry, path: [...path, index] })) : [];
}

/** Every mapping of the data, outermost first. */
export function mappingsIn(data: unknown, path: DataPath = []): Raw[] {
  if (Array.isArray(data)) return data.flatMap((entry: unknown, index) => mappingsIn(entry, [...path, index]));
  if (typeof data !== 'object' || data === null) return [];
  const inside = Object.entries(data).flatMap(([key, value]) => mappingsIn(value, [...path, key]));
  return [{ value: data, path }, ...inside];
}
