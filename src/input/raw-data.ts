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
export function mappingsIn(data: unknown): Raw[] {
  const mappings: Raw[] = [];
  addMappings(data, [], mappings);
  return mappings;
}

function addMappings(data: unknown, path: DataPath, mappings: Raw[]): void {
  if (typeof data !== 'object' || data === null) return;
  if (Array.isArray(data)) {
    for (let index = 0; index < data.length; index++) addMappings(data[index], [...path, index], mappings);
    return;
  }
  mappings.push({ value: data, path });
  for (const [key, value] of Object.entries(data)) {
    if (typeof value === 'object') addMappings(value, [...path, key], mappings);
  }
}
