import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/index.js';
import { FontError } from '../errors.js';
import { createTypesetter, type FontSource, type FontTypesetter } from '../text/index.js';
import { packageFolder } from './package-folder.js';
import { failureReason } from './system-failure.js';

/** A line of `fonts.json`. */
interface FontEntry extends Omit<FontSource, 'bytes'> {
  readonly file: string;
}

let bundled: Promise<FontSource[]> | undefined;
let typesetter: Promise<FontTypesetter> | undefined;

/**
 * The faces that come with the package, in fallback order. Read once per process; each call gives a new array of the
 * same sources, to which own fonts can be added.
 *
 * @throws {FontError} `font/unusable`, when a font file cannot be read
 * @example
 * const own = { family: 'Mine', weight: 400, style: 'normal', bytes };
 * const typesetter = await createTypesetter({ fonts: [...(await loadFonts()), own] });
 */
export async function loadFonts(): Promise<FontSource[]> {
  bundled ??= readFonts(packageFolder('fonts', 'fonts.json')).catch((error: unknown) => {
    bundled = undefined;
    throw error;
  });
  return [...(await bundled)];
}

async function readFonts(folder: string): Promise<FontSource[]> {
  const entries = JSON.parse(await readFile(path.join(folder, 'fonts.json'), 'utf8')) as FontEntry[];
  const problems: Diagnostic[] = [];
  const sources = await Promise.all(
    entries.map(async ({ file, family, weight, style }): Promise<FontSource | undefined> => {
      try {
        const { buffer, byteOffset, length } = await readFile(path.join(folder, file));
        return { family, weight, style, bytes: new Uint8Array(buffer, byteOffset, length) };
      } catch (error) {
        const message = `the font file ${file} cannot be read: ${failureReason(error)}`;
        const hints = ['install lor-packet again'];
        problems.push(diagnostic('error', 'font/unusable', message, { found: path.join(folder, file), hints }));
        return undefined;
      }
    }),
  );
  if (problems.length > 0) throw new FontError('the fonts of the package cannot be used', problems);
  return sources.filter((source) => source !== undefined);
}

/**
 * A typesetter with the faces of {@link loadFonts}, made once per process and shared by all packets.
 *
 * @throws {FontError} as {@link loadFonts}
 */
export function defaultTypesetter(): Promise<FontTypesetter> {
  typesetter ??= loadFonts()
    .then((fonts) => createTypesetter({ fonts }))
    .catch((error: unknown) => {
      typesetter = undefined;
      throw error;
    });
  return typesetter;
}
