import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/index.js';
import { FontError } from '../errors.js';
import { createTypesetter, type FontSource, type FontTypesetter } from '../text/index.js';
import { companionFonts } from './companion-fonts.js';
import { readFontPlace, stampFontPlace } from './font-place.js';
import { packageFolder } from './package-folder.js';
import { failureReason } from './system-failure.js';

/** A line of `fonts.json`. */
interface FontEntry extends Required<Pick<FontSource, 'family' | 'weight' | 'style'>> {
  readonly file: string;
  /** Of the file, in hexadecimal digits. */
  readonly sha256: string;
}

let entries: Promise<FontEntry[]> | undefined;
let bundled: Promise<FontSource[]> | undefined;
const fontFolder = (): string => packageFolder('fonts', 'fonts.json');
/** By their places; with what the files there were like when they were read. */
const typesetters = new Map<string, { readonly stamp: string; readonly typesetter: Promise<FontTypesetter> }>();

/**
 * Own fonts, then the faces that come with the package, then those of installed companion packages: the order in which
 * they stand in for a character that the theme's family lacks. The package's faces are read once per process; each call
 * gives a new array of the same sources.
 *
 * @param places - font files (.ttf, .ttc, .woff), or folders whose font files are all taken. @default none
 * @throws {FontError} `font/unusable`, with every place that cannot be read
 * @example
 * const typesetter = await createTypesetter({ fonts: await loadFonts(['fonts/NotoSansSC-Regular.ttf']) });
 */
export async function loadFonts(places: readonly string[] = []): Promise<FontSource[]> {
  bundled ??= readBundled().catch((error: unknown) => {
    bundled = undefined;
    throw error;
  });
  const [own, ours, companions] = await Promise.all([ownFonts(places), bundled, companionFonts()]);
  return [...own, ...ours, ...companions];
}

/**
 * What tells the fonts of {@link loadFonts} from others: names and bytes, and for the faces of the package the digests of
 * their files, which therefore need not be read.
 *
 * @throws {FontError} as {@link loadFonts}
 */
export async function fontMarks(places: readonly string[]): Promise<(string | Uint8Array)[]> {
  const [own, ours, companions] = await Promise.all([ownFonts(places), bundledEntries(), companionFonts()]);
  const marks = (sources: readonly FontSource[]): (string | Uint8Array)[] =>
    sources.flatMap(({ family, weight, style, bytes }) => [JSON.stringify([family, weight, style]), bytes]);
  return [...marks(own), ...ours.map((entry) => JSON.stringify(entry)), ...marks(companions)];
}

async function ownFonts(places: readonly string[]): Promise<FontSource[]> {
  const problems: Diagnostic[] = [];
  const own: FontSource[] = [];
  for (const place of places) own.push(...(await readFontPlace(place, problems)));
  if (problems.length > 0) throw new FontError('fonts cannot be used', problems);
  return own;
}

function bundledEntries(): Promise<FontEntry[]> {
  entries ??= readFile(path.join(fontFolder(), 'fonts.json'), 'utf8')
    .then((text) => JSON.parse(text) as FontEntry[])
    .catch((error: unknown) => {
      entries = undefined;
      throw error;
    });
  return entries;
}

async function readBundled(): Promise<FontSource[]> {
  const folder = fontFolder();
  const problems: Diagnostic[] = [];
  const sources = await Promise.all(
    (await bundledEntries()).map(async ({ file, family, weight, style }): Promise<FontSource | undefined> => {
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
 * A typesetter with the faces of {@link loadFonts}, made once per process for the same places and shared by all packets.
 * A font file that has been replaced since makes a new one; who has the earlier one keeps it.
 *
 * @param places - as of {@link loadFonts}
 * @throws {FontError} as {@link loadFonts}, or when a font cannot be used
 */
export async function defaultTypesetter(places: readonly string[] = []): Promise<FontTypesetter> {
  const resolved = places.map((place) => path.resolve(place));
  const key = resolved.join('\0');
  // Before the files are read: what changes meanwhile is noticed by the next call.
  const stamp = (await Promise.all(resolved.map(stampFontPlace))).join('\0');
  const known = typesetters.get(key);
  if (known?.stamp === stamp) return known.typesetter;
  const typesetter = loadFonts(places).then((fonts) => createTypesetter({ fonts }));
  const made = { stamp, typesetter };
  typesetters.set(key, made);
  typesetter.catch(() => {
    if (typesetters.get(key) === made) typesetters.delete(key);
  });
  return typesetter;
}
