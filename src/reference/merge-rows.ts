import { USER_SOURCE } from './sources.js';

/** A row as data whose fields are not known here. */
export type LooseRow = Readonly<Record<string, unknown>> & { readonly id: string };

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Lays the fields given over those of a row; a group of numbers such as `letters` field by field, a list as a whole. */
function overlay(base: Readonly<Record<string, unknown>>, change: LooseRow, groups: ReadonlySet<string>): LooseRow {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined) continue;
    const old = merged[key];
    merged[key] = groups.has(key) && isPlain(old) && isPlain(value) ? { ...old, ...definedOf(value) } : value;
  }
  return { ...merged, id: change.id };
}

function definedOf(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));
}

/** Marks a row as the user's: the source `user` stands first. */
function asUsers(row: LooseRow): LooseRow {
  const sources = Array.isArray(row['sources']) ? (row['sources'] as string[]) : [];
  return { ...row, sources: [USER_SOURCE, ...sources.filter((key) => key !== USER_SOURCE)] };
}

/** What {@link changeRow} needs to know of a table. */
export interface RowRules {
  /** Fields of a new row that need not be given. */
  readonly defaults: Readonly<Record<string, unknown>>;
  /** Fields that are groups: changed field by field. */
  readonly groups: ReadonlySet<string>;
  /** False for rows that have no sources of their own. */
  readonly hasSources: boolean;
}

/** A row as the user wants it: the built-in one with the fields given, or a new one with the defaults of its table. */
export function changeRow(base: LooseRow | undefined, change: LooseRow, rules: RowRules): LooseRow {
  const row = overlay(base ?? rules.defaults, change, rules.groups);
  return rules.hasSources ? asUsers(row) : row;
}
