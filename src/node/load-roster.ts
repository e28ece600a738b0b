import { readFile, stat } from 'node:fs/promises';
import { diagnostic, type Diagnostic } from '../diagnostics/index.js';
import { parseRoster, type ReadRoster } from '../input/roster/read-roster.js';
import { decodeUtf8, unreadable } from './read-text.js';
import { WORKBOOK } from './roster-name.js';

/** The largest roster that is read, in bytes. */
const MAX_ROSTER_BYTES = 20_000_000;
/** How workbooks begin, whatever their names: a ZIP archive (.xlsx, .ods), a compound file (.xls). */
const WORKBOOK_BYTES = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
] as const;

/** A roster as read from disk, with its text for messages. */
export interface LoadedRoster extends ReadRoster {
  readonly text: string | null;
}

/**
 * Loads a roster: CSV in UTF-8 (with or without byte order mark) or in UTF-16 with one, as Excel's "Unicode text".
 * Never throws for what is on disk.
 */
export async function loadRoster(file: string): Promise<LoadedRoster> {
  const failed = (problem: Diagnostic): LoadedRoster => ({ applicants: null, diagnostics: [problem], text: null });
  if (WORKBOOK.test(file)) return failed(workbookProblem(file));
  try {
    const found = await stat(file);
    if (!found.isFile()) return failed(diagnostic('error', 'input/file-missing', `${file} is not a regular file`));
    if (found.size > MAX_ROSTER_BYTES) {
      const hints = ['split it into several files'];
      return failed(
        diagnostic('error', 'input/too-large', `${file} is larger than ${MAX_ROSTER_BYTES / 1_000_000} MB`, { hints }),
      );
    }
    const bytes = await readFile(file);
    if (WORKBOOK_BYTES.some((start) => start.every((byte, index) => bytes[index] === byte))) {
      return failed(workbookProblem(file));
    }
    const decoded = decodeTable(bytes, file);
    if ('problem' in decoded) return failed(decoded.problem);
    return { ...parseRoster(decoded.text, { file }), text: decoded.text };
  } catch (error) {
    return failed(unreadable(file, error));
  }
}

function workbookProblem(file: string): Diagnostic {
  const hints = ['in Excel or LibreOffice, save the sheet as "CSV UTF-8 (comma delimited)", and give that file'];
  return diagnostic('error', 'roster/syntax', `${file} is a workbook, not a CSV table`, { hints });
}

function decodeTable(bytes: Uint8Array, file: string): { readonly text: string } | { readonly problem: Diagnostic } {
  const [first, second] = bytes;
  const isLittle = first === 0xff && second === 0xfe;
  const isBig = first === 0xfe && second === 0xff;
  if (!isLittle && !isBig) return decodeUtf8(bytes, file);
  // TextDecoder knows utf-16be only where Node has full ICU, as all published builds have.
  return { text: new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(bytes) };
}
