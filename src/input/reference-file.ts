import { notSupplied } from './named-files.js';
import type { Problems } from './problems.js';
import { textAt } from './raw-data.js';

/** The file that `reference` names, or null when the tables stand in the application itself or nowhere. */
export function namedReference(data: unknown): string | null {
  return textAt(data, ['reference']);
}

/** Finds a file of reference tables that was not supplied. */
export function checkReferenceFile(data: unknown, supplied: unknown, problems: Problems): void {
  const file = namedReference(data);
  if (file === null || supplied !== undefined) return;
  problems.add({
    code: 'input/file-missing',
    message: notSupplied(file),
    path: ['reference'],
    hints: ['put the file beside the application, or correct its name'],
  });
}
