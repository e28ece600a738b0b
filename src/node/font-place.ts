import type { Stats } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/index.js';
import { MAX_FONT_BYTES, type FontSource } from '../text/index.js';
import { failureReason, systemCode } from './system-failure.js';

/** Names of font files, by their end. */
const FONT_FILE = /\.(?:ttf|otf|ttc|otc|woff2?)$/i;
/** Font files of one folder; more is a wrong folder, such as the system's. */
const MAX_FILES = 100;

/**
 * Reads a font file, or all font files of a folder and the folders in it, in the order of their names. What cannot be
 * read is added to `problems`.
 */
export async function readFontPlace(place: string, problems: Diagnostic[]): Promise<FontSource[]> {
  try {
    const found = await stat(place);
    if (!found.isDirectory()) return await readFontFile(place, problems);
    const names = (await readdir(place, { recursive: true })).filter((name) => FONT_FILE.test(name)).sort();
    if (names.length === 0) {
      const hints = ['put .ttf files into it, or give the file itself'];
      problems.push(unreadableFont(place, 'has no font files', hints));
    } else if (names.length > MAX_FILES) {
      const hints = ['give the files that the packets need, or a folder with only those'];
      problems.push(unreadableFont(place, `has ${names.length} font files, more than ${MAX_FILES}`, hints));
      return [];
    }
    const sources = await Promise.all(names.map((name) => readFontFile(path.join(place, name), problems)));
    return sources.flat();
  } catch (error) {
    problems.push(missing(place, error));
    return [];
  }
}

/**
 * What changes when a font file, or one of a folder, is replaced: sizes and times, not contents, since telling must cost
 * little. What cannot be looked at is nothing here: {@link readFontPlace} says why.
 */
export async function stampFontPlace(place: string): Promise<string> {
  const found = await stat(place).catch(() => null);
  if (!found?.isDirectory()) return stampOf(place, found);
  const names = (await readdir(place, { recursive: true }).catch(() => []))
    .filter((name) => FONT_FILE.test(name))
    .sort();
  const files = names.slice(0, MAX_FILES + 1).map(async (name) => {
    const file = path.join(place, name);
    return stampOf(file, await stat(file).catch(() => null));
  });
  return (await Promise.all(files)).join('\n');
}

/** A copy may keep the time of change of its contents, but not the file's number and the time of its own change. */
function stampOf(file: string, found: Stats | null): string {
  return JSON.stringify([file, found && [found.size, found.mtimeMs, found.ctimeMs, found.ino]]);
}

async function readFontFile(file: string, problems: Diagnostic[]): Promise<FontSource[]> {
  try {
    const found = await stat(file);
    // A pipe or device would be waited for, perhaps for ever.
    if (!found.isFile()) {
      problems.push(unreadableFont(file, 'is not a regular file', ['give a font file or a folder of them']));
    } else if (found.size > MAX_FONT_BYTES) {
      const hints = [`use a face of less than ${MAX_FONT_BYTES / 1_000_000} MB, such as a subset for one region`];
      problems.push(unreadableFont(file, `has ${Math.ceil(found.size / 1_000_000)} MB`, hints));
    } else {
      const { buffer, byteOffset, length } = await readFile(file);
      return [{ bytes: new Uint8Array(buffer, byteOffset, length), origin: file }];
    }
  } catch (error) {
    problems.push(missing(file, error));
  }
  return [];
}

function missing(place: string, error: unknown): Diagnostic {
  if (systemCode(error) === 'ENOENT') {
    return unreadableFont(place, 'does not exist', ['check the path; names of files and folders are case-sensitive']);
  }
  return unreadableFont(place, `cannot be read: ${failureReason(error)}`, []);
}

function unreadableFont(place: string, what: string, hints: readonly string[]): Diagnostic {
  return diagnostic('error', 'font/unusable', `the font ${place} ${what}`, { found: place, hints });
}
