import path from 'node:path';
import { diagnostic, hasErrors, type Diagnostic } from '../diagnostics/index.js';
import { parseReference } from '../input/index.js';
import { pathLocator, type PathLocator } from '../input/locate-path.js';
import { resolveReference, type Reference } from '../reference/index.js';
import type { ReferenceRows } from '../schema/reference.js';
import { readBeside } from './read-statement.js';
import { readText, type ReadText } from './read-text.js';

/** A user's rows for the reference tables, as read from disk. */
export interface LoadedReference {
  /** The rows, or null when something about them is an error. */
  readonly rows: ReferenceRows | null;
  /** The built-in tables with those rows; without any row that has an error. */
  readonly reference: Reference;
  /** Everything found, with positions in the file. */
  readonly diagnostics: readonly Diagnostic[];
  /** The file, as a path from the working directory. */
  readonly file: string;
  /** The text of the file, or null when it could not be read. */
  readonly text: string | null;
}

/** Diagnostics with their places, by the paths of the values that they are about. */
export function placeFindings(diagnostics: readonly Diagnostic[], locate: PathLocator): Diagnostic[] {
  return diagnostics.map((found) => {
    const source = found.source ?? (found.path === undefined ? null : locate(found.path));
    const { severity, code, message, ...rest } = found;
    return source ? diagnostic(severity, code, message, { ...rest, source }) : found;
  });
}

function understand(read: ReadText, file: string): LoadedReference {
  const { reference: builtin } = resolveReference(undefined);
  if ('problem' in read) return { rows: null, reference: builtin, diagnostics: [read.problem], file, text: null };
  const { text } = read;
  const parsed = parseReference(text, { file });
  if (!parsed.reference) {
    return { rows: null, reference: builtin, diagnostics: parsed.diagnostics, file, text };
  }
  const resolved = resolveReference(parsed.reference, { path: '' });
  const found = resolved.diagnostics;
  const placed = found.length > 0 ? placeFindings(found, pathLocator(text, { file })) : [];
  const diagnostics = [...parsed.diagnostics, ...placed];
  const rows = hasErrors(diagnostics) ? null : parsed.reference;
  return { rows, reference: resolved.reference, diagnostics, file, text };
}

/**
 * Loads a file of reference tables, YAML or JSON, such as one that a school keeps for all its applicants.
 *
 * @returns what was found; it never throws for what is on disk
 * @example
 * const { reference, diagnostics } = await loadReference('school/reference.yaml');
 * if (!hasErrors(diagnostics)) planLetters(application, { today: '2026-07-06', reference });
 */
export async function loadReference(file: string): Promise<LoadedReference> {
  return understand(await readText(file), file);
}

/** Loads the file of reference tables that an application names, only from inside the applicant's folder. */
export async function loadReferenceBeside(folder: string, name: string): Promise<LoadedReference> {
  const read = await readBeside(folder, name, {
    endings: /\.(?:ya?ml|json)$/i,
    otherwise: 'or write the rows themselves under `reference`',
  });
  return understand(read, path.join(folder, name));
}
