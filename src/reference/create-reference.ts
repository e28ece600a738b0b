import { diagnostic, hasErrors, type Diagnostic } from '../diagnostics/index.js';
import { InputError } from '../errors.js';
import { referenceRows, referenceSchema, type ReferenceInput, type ReferenceRows } from '../schema/reference.js';
import { BUILTIN_REFERENCE } from './builtin-reference.js';
import { checkReference } from './check-reference.js';
import { changeRow, type LooseRow } from './merge-rows.js';
import { issueDiagnostics } from './row-issues.js';
import { derivedFields, EVENT_RULES, ROW_RULES } from './row-rules.js';
import type { Reference } from './types.js';

/** Tables with a user's rows, and what is wrong with those rows. */
export interface ResolvedReference {
  readonly reference: Reference;
  /** Errors about the user's rows. A row that is not whole is left out. */
  readonly diagnostics: readonly Diagnostic[];
}

const TABLES = Object.keys(ROW_RULES) as (keyof Reference)[];

/** The season's events with those of the user laid over them; a date that the user gives is not a projection. */
function mergeEvents(base: readonly LooseRow[], changes: readonly LooseRow[]): LooseRow[] {
  const rows = new Map(base.map((event) => [event.id, event]));
  for (const change of changes) {
    const stated = change['date'] !== undefined && change['expected'] === undefined;
    rows.set(change.id, changeRow(rows.get(change.id), stated ? { ...change, expected: false } : change, EVENT_RULES));
  }
  return [...rows.values()].sort((a, b) => (String(a['date']) < String(b['date']) ? -1 : 1));
}

function mergeRow(table: keyof Reference, base: LooseRow | undefined, change: LooseRow): LooseRow {
  const rules = ROW_RULES[table];
  if (table !== 'seasons') return derivedFields(table, changeRow(base, change, rules));
  const { events, ...rest } = change as LooseRow & { readonly events?: readonly LooseRow[] };
  const known = (base?.['events'] ?? []) as readonly LooseRow[];
  return derivedFields(table, { ...changeRow(base, rest, rules), events: mergeEvents(known, events ?? []) });
}

/** Fields of a specialty that follow from others. */
function withShorthands(row: LooseRow): LooseRow {
  const systems = row['systems'] as readonly { readonly application: string }[];
  const wants = row['wants'] as { readonly form: { readonly id: string } | null };
  return { ...row, application: systems[0]?.application, form: wants.form?.id ?? null };
}

/** A whole row without the shorthands, as the schema knows it. */
function withoutShorthands(row: LooseRow): LooseRow {
  const { application: _application, form: _form, ...rest } = row;
  return rest;
}

function mergeTable(
  table: keyof Reference,
  base: readonly LooseRow[],
  changes: readonly LooseRow[],
  path: string,
): { rows: readonly LooseRow[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const rows = new Map(base.map((row) => [row.id, row]));
  const added: string[] = [];
  const seen = new Set<string>();
  for (const [index, change] of changes.entries()) {
    const at = `${path}[${index}]`;
    const old = rows.get(change.id);
    if (seen.has(change.id)) {
      diagnostics.push(
        diagnostic('error', 'input/duplicate-id', `the id "${change.id}" is used twice in ${table}`, {
          path: `${at}.id`,
          found: change.id,
          hints: ['put the fields of both into one entry'],
        }),
      );
      continue;
    }
    seen.add(change.id);
    const isSpecialty = table === 'specialties';
    const row = mergeRow(table, old && isSpecialty ? withoutShorthands(old) : old, change);
    const parsed = referenceRows[table].safeParse(row);
    if (!parsed.success) {
      diagnostics.push(...issueDiagnostics(parsed.error.issues, at, old === undefined));
      continue;
    }
    const whole = parsed.data as LooseRow;
    rows.set(change.id, isSpecialty ? withShorthands(whole) : whole);
    if (!old) added.push(change.id);
  }
  // A guide of the user's comes first, so that it is found before a built-in one for the same service and season.
  const ids = table === 'uploadGuides' ? [...added, ...base.map(({ id }) => id)] : [...rows.keys()];
  return { rows: ids.flatMap((id) => rows.get(id) ?? []), diagnostics };
}

/**
 * Lays a user's rows over tables and says what is wrong with them; never throws. A known id changes the fields that are
 * given, a new id adds a row; either way the row then names `user` as its first source.
 *
 * @param options.base tables to lay the rows over. @default the built-in ones
 * @param options.path what the paths of diagnostics begin with. @default 'reference'
 */
export function resolveReference(
  input: ReferenceInput | undefined,
  options: { readonly base?: Reference; readonly path?: string } = {},
): ResolvedReference {
  const { base = BUILTIN_REFERENCE, path = 'reference' } = options;
  if (input === undefined) return { reference: base, diagnostics: [] };
  const under = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const parsed = referenceSchema.safeParse(input);
  if (!parsed.success) {
    return { reference: base, diagnostics: issueDiagnostics(parsed.error.issues, path, false) };
  }
  const changes = parsed.data satisfies ReferenceRows as Partial<Record<keyof Reference, readonly LooseRow[]>>;
  const diagnostics: Diagnostic[] = [];
  const tables: Record<string, readonly LooseRow[]> = {};
  for (const table of TABLES) {
    const rows = base[table] as unknown as readonly LooseRow[];
    const merged = mergeTable(table, rows, changes[table] ?? [], under(table));
    tables[table] = merged.rows;
    diagnostics.push(...merged.diagnostics);
  }
  const reference = tables as unknown as Reference;
  return { reference, diagnostics: [...diagnostics, ...checkReference(reference, changes, under)] };
}

/**
 * The reference tables with a user's own rows.
 *
 * @param overrides rows to change or add; see {@link ReferenceInput}
 * @throws {InputError} with everything that is wrong with the rows
 * @example
 * const reference = createReference({
 *   seasons: [{ id: 'eras-2027', events: [{ id: 'review-begins', date: '2026-09-23' }] }],
 * });
 * planLetters(application, { today: '2026-07-06', reference });
 */
export function createReference(overrides?: ReferenceInput): Reference {
  const { reference, diagnostics } = resolveReference(overrides, { path: '' });
  if (hasErrors(diagnostics)) throw new InputError('the reference tables have errors', diagnostics);
  return reference;
}
