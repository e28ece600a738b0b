import { readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/index.js';
import { didYouMean } from '../template/similar-names.js';
import { readText, unreadable, type ReadText } from './read-text.js';
import { systemCode } from './system-failure.js';

/** What to say about a file that is not there. */
export interface Missing {
  /** Files that could be meant. */
  readonly endings: RegExp;
  /** What to do instead of naming a file. */
  readonly otherwise: string;
}

const STATEMENT: Missing = { endings: /\.(?:md|markdown|txt)$/i, otherwise: 'or write the text itself under `text`' };

/** Reads the file of a statement; see {@link findBeside}. */
export async function readStatement(folder: string, name: string): Promise<ReadText> {
  return readBeside(folder, name, STATEMENT);
}

/** The path of a file that an application names, or why it cannot be read. */
export type FoundBeside = { readonly file: string } | { readonly problem: Diagnostic };

/**
 * Finds a file that an application names, only inside the applicant's folder: an application can come from somebody
 * else, and must not pull other files of the machine into a packet, by `..`, by a full path or by a link.
 */
export async function findBeside(folder: string, name: string, missing: Missing): Promise<FoundBeside> {
  const file = path.join(folder, name);
  if (/^(?:https?|file):\/\//i.test(name)) return { problem: onTheWeb(name, missing) };
  if (path.isAbsolute(name) || path.win32.isAbsolute(name) || isOutside(path.resolve(folder), path.resolve(file))) {
    return { problem: outside(name) };
  }
  try {
    const [home, target] = await Promise.all([realpath(folder), realpath(file)]);
    return isOutside(home, target) ? { problem: outside(name) } : { file };
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') return { problem: unreadable(file, error) };
    return { problem: await notThere(folder, name, file, missing) };
  }
}

/** Reads a text file that an application names; see {@link findBeside}. */
export async function readBeside(folder: string, name: string, missing: Missing): Promise<ReadText> {
  const found = await findBeside(folder, name, missing);
  return 'problem' in found ? found : await readText(found.file);
}

function isOutside(folder: string, target: string): boolean {
  const way = path.relative(folder, target);
  return way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way);
}

function onTheWeb(name: string, missing: Missing): Diagnostic {
  const hints = [`save it beside the application and write the name of that file, ${missing.otherwise}`];
  const message = `"${name}" is an address, not the name of a file; nothing is downloaded`;
  return diagnostic('error', 'input/file-missing', message, { found: name, hints });
}

function outside(name: string): Diagnostic {
  return diagnostic('error', 'input/bad-value', `"${name}" lies outside the applicant's folder`, {
    found: name,
    hints: ['copy the file into the folder of the application and name it without a path'],
  });
}

async function notThere(folder: string, name: string, file: string, missing: Missing): Promise<Diagnostic> {
  const present = await readdir(folder).catch(() => []);
  const similar = present.filter((candidate) => missing.endings.test(candidate)).sort();
  // The folder of a file named without one is ".", which means nothing to a reader.
  const where = folder === '.' ? 'beside the application' : `into ${folder}`;
  const hints = [...didYouMean(name, similar), `put the file ${where}, ${missing.otherwise}`];
  return diagnostic('error', 'input/file-missing', `there is no file ${file}`, { found: name, hints });
}
