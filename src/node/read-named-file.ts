import { readFile, stat } from 'node:fs/promises';
import { diagnostic, type Diagnostic } from '../diagnostics/index.js';
import { findBeside, type Missing } from './read-statement.js';
import { unreadable } from './read-text.js';

/** The largest file of an application that is read, in bytes. */
export const MAX_FILE_BYTES = 64_000_000;

/** The bytes of a file, or why there are none. */
export type ReadNamedFile = { readonly bytes: Uint8Array } | { readonly problem: Diagnostic };

const NAMED_FILE: Missing = { endings: /\.(?:pdf|jpe?g|png|webp)$/i, otherwise: 'or remove what names it' };

/**
 * Reads a file that an application names for its bytes, only from inside the applicant's folder. Never throws: a file
 * that is missing, too large or not a regular file comes back as a problem that says what to do.
 */
export async function readNamedFile(folder: string, name: string): Promise<ReadNamedFile> {
  const found = await findBeside(folder, name, NAMED_FILE);
  if ('problem' in found) return found;
  const { file } = found;
  try {
    const about = await stat(file);
    // A pipe or device would be waited for, perhaps for ever.
    if (!about.isFile()) {
      const what = about.isDirectory() ? 'is a folder, not a file' : 'is not a regular file';
      return { problem: diagnostic('error', 'input/file-missing', `${file} ${what}`) };
    }
    if (about.size > MAX_FILE_BYTES) return { problem: tooLarge(file, about.size) };
    const bytes = await readFile(file);
    if (bytes.length > MAX_FILE_BYTES) return { problem: tooLarge(file, bytes.length) };
    // A plain array: a Buffer may share its memory with other small files.
    return { bytes: new Uint8Array(bytes) };
  } catch (error) {
    return { problem: unreadable(file, error) };
  }
}

function tooLarge(file: string, size: number): Diagnostic {
  const message = `${file} is larger than ${MAX_FILE_BYTES / 1_000_000} MB`;
  return diagnostic('error', 'input/too-large', message, {
    found: `${(size / 1_000_000).toFixed(1)} MB`,
    hints: ['save it smaller: scan in 200 dots per inch, or keep only the pages that the writer needs'],
  });
}
