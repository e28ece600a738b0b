import type { Problems } from './problems.js';
import { entriesAt, textAt, type Raw } from './raw-data.js';
import type { DataPath } from './source-tree.js';

/** Where an application names files that enter packets as bytes; `*` stands for every entry of a list. */
const PLACES: readonly DataPath[] = [
  ['applicant', 'photo'],
  ['appendices', '*', 'file'],
  ['letters', '*', 'appendices', '*', 'file'],
];

/** The files that an application names for their bytes, each once, in the order of {@link PLACES}. */
export function namedFilesIn(data: unknown): string[] {
  return [...new Set(mentions(data).map(({ file }) => file))];
}

/** The message for a file that was not supplied; who reads files finds by it which one is meant. */
export function notSupplied(file: string): string {
  return `the file "${file}" cannot be read`;
}

/** Finds named files that were not supplied. */
export function checkNamedFiles(data: unknown, supplied: ReadonlySet<string> | undefined, problems: Problems): void {
  if (!supplied) return;
  for (const { file, path } of mentions(data)) {
    if (supplied.has(file)) continue;
    const hints = ['put the file beside the application, or correct its name'];
    problems.add({ code: 'input/file-missing', message: notSupplied(file), path, hints });
  }
}

function mentions(data: unknown): { readonly file: string; readonly path: DataPath }[] {
  return PLACES.flatMap((place) => pathsOf(data, place)).flatMap((path) => {
    const file = textAt(data, path);
    return file === null ? [] : [{ file, path }];
  });
}

function pathsOf(data: unknown, place: DataPath): DataPath[] {
  const star = place.indexOf('*');
  if (star < 0) return [place];
  const rest = place.slice(star + 1);
  return entriesAt(data, place.slice(0, star)).flatMap(({ path }: Raw) => pathsOf(data, [...path, ...rest]));
}
