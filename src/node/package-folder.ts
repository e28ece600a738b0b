import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Where the package's own folders can lie, seen from this module: beside the built library (`dist/node.js`), above a
 * part of the built command (`dist/command/part.js`), or in `dist` when the sources themselves are run.
 */
const PLACES = ['./', '../', '../../dist/'] as const;

/**
 * The folder of the package that holds a file, such as the folder of `fonts/fonts.json`.
 *
 * @throws {Error} when the package lacks it: the installation is damaged, or the sources were not built
 */
export function packageFolder(folder: 'fonts' | 'prepared' | 'schema' | 'samples', file: string): string {
  for (const place of PLACES) {
    const candidate = new URL(`${place}${folder}/`, import.meta.url);
    if (existsSync(new URL(file, candidate))) return fileURLToPath(candidate);
  }
  throw new Error(`${folder}/${file} is missing from the installed package; install lor-packet again`);
}
