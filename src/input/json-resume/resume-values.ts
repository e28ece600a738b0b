import type * as z from 'zod';
import { formatPath, type DataPath } from '../source-tree.js';

/** A value of the document that no field of an application took. */
export interface UnmappedValue {
  /** Where it stands in the document, as `work[2].url`. */
  readonly path: string;
  readonly value: string | number | boolean;
  /** Why it was not taken. */
  readonly reason: string;
}

const NO_FIELD = 'the application has no field for it';

/** The values of a document, and which of them found a place. */
export class ResumeValues {
  readonly #document: unknown;
  readonly #taken = new Set<string>();
  readonly #reasons = new Map<string, string>();

  constructor(document: unknown) {
    this.#document = document;
  }

  /** The value at a path, untouched. */
  at(path: DataPath): unknown {
    let value = this.#document;
    for (const step of path) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
      value = (value as Record<string | number, unknown>)[step];
    }
    return value;
  }

  /** The entries of a list, by their paths; none where there is no list. */
  entries(path: DataPath): DataPath[] {
    const value = this.at(path);
    if (value !== undefined && value !== null && !Array.isArray(value)) this.leave(path, 'must be a list');
    return Array.isArray(value) ? value.map((_, index) => [...path, index]) : [];
  }

  /** The text at a path without taking it; null when there is none. */
  peek(path: DataPath): string | null {
    const value = this.at(path);
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  }

  /** The text at a path when a field takes it, which then counts as mapped. */
  take<Value>(
    path: DataPath,
    field: z.ZodType<Value>,
    change: (text: string) => unknown = (text) => text,
  ): Value | null {
    const text = this.peek(path);
    if (text === null) {
      const value = this.at(path);
      const isText = value === undefined || value === null || typeof value === 'string';
      if (!isText) this.leave(path, `must be text, not ${kindOf(value)}`);
      return null;
    }
    const result = field.safeParse(change(text));
    if (!result.success) {
      this.leave(path, `${result.error.issues[0]?.message ?? 'does not have the form that the field takes'}`);
      return null;
    }
    this.#taken.add(formatPath(path));
    return result.data;
  }

  /** The text at a path that an entry cannot do without; where there is none, the rest of the entry is left, too. */
  need<Value>(path: DataPath, field: z.ZodType<Value>, reason: string): Value | null {
    const value = this.take(path, field);
    if (value === null) this.leave(path.slice(0, -1), reason);
    return value;
  }

  /** Counts a value as mapped that was put somewhere by hand. */
  mark(path: DataPath): void {
    this.#taken.add(formatPath(path));
  }

  /** Says why the values at and below a path are not taken. */
  leave(path: DataPath, reason: string): void {
    this.#reasons.set(formatPath(path), reason);
  }

  /** Everything that nothing took, in the order of the document. Empty texts do not count. */
  unmapped(): UnmappedValue[] {
    const left: UnmappedValue[] = [];
    const visit = (value: unknown, path: DataPath, inherited: string): void => {
      const name = formatPath(path);
      const reason = this.#reasons.get(name) ?? inherited;
      if (Array.isArray(value)) value.forEach((entry, index) => visit(entry, [...path, index], reason));
      else if (typeof value === 'object' && value !== null) {
        for (const [key, entry] of Object.entries(value)) visit(entry, [...path, key], reason);
      } else if (
        typeof value === 'number' ||
        typeof value === 'boolean' ||
        (typeof value === 'string' && value.trim() !== '')
      ) {
        if (!this.#taken.has(name)) left.push({ path: name, value, reason });
      }
    };
    visit(this.#document, [], NO_FIELD);
    return left;
  }
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'number' ? 'a number' : typeof value === 'boolean' ? 'yes or no' : 'a group';
}
