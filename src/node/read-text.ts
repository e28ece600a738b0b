import { readFile, stat } from 'node:fs/promises';
import { diagnostic, type Diagnostic, type SourceLocation } from '../diagnostics/index.js';
import { failureReason, systemCode } from './system-failure.js';

/** The largest text file that is read, in bytes. */
export const MAX_TEXT_BYTES = 2_000_000;

/** The text of a file, or why there is none. */
export type ReadText = { readonly text: string } | { readonly problem: Diagnostic };

const SAVE_AS_UTF8 = 'save it again with the encoding UTF-8 (in VS Code "Save with Encoding", in Notepad "Save as")';

/** How files begin that people take for text. RTF is ASCII, so that its codes would be printed as the text. */
const DOCUMENT_KINDS: readonly (readonly [beginning: string, kind: string])[] = [
  ['PK\u0003\u0004', 'a Word document or an archive'],
  ['\u00D0\u00CF\u0011\u00E0', 'an old Word document'],
  ['{\\rtf', 'a document in Rich Text Format (RTF)'],
  ['%PDF-', 'a PDF'],
];

/** A diagnostic about a file that cannot be read. */
export function unreadable(file: string, error: unknown): Diagnostic {
  if (systemCode(error) === 'ENOENT') {
    const hints = ['check the path; names of files and folders are case-sensitive'];
    return diagnostic('error', 'input/file-missing', `there is no file ${file}`, { hints });
  }
  const reason = failureReason(error);
  const hints = reason === 'permission denied' ? ['give yourself the right to read it'] : [];
  return diagnostic('error', 'input/file-missing', `${file} cannot be read: ${reason}`, { hints });
}

/**
 * Reads a file that must be UTF-8 text. A byte order mark is dropped. Never throws: a file that is missing, too large,
 * not a regular file or not UTF-8 comes back as a problem that says what to do.
 */
export async function readText(file: string): Promise<ReadText> {
  try {
    const found = await stat(file);
    // A pipe or device would be waited for, perhaps for ever.
    if (!found.isFile()) {
      const what = found.isDirectory() ? 'is a folder, not a file' : 'is not a regular file';
      return { problem: diagnostic('error', 'input/file-missing', `${file} ${what}`) };
    }
    if (found.size > MAX_TEXT_BYTES) return { problem: tooLarge(file, found.size) };
    const bytes = await readFile(file);
    return bytes.length > MAX_TEXT_BYTES ? { problem: tooLarge(file, bytes.length) } : decodeUtf8(bytes, file);
  } catch (error) {
    return { problem: unreadable(file, error) };
  }
}

function tooLarge(file: string, size: number): Diagnostic {
  const message = `${file} is larger than ${MAX_TEXT_BYTES / 1_000_000} MB`;
  return diagnostic('error', 'input/too-large', message, {
    found: `${(size / 1_000_000).toFixed(1)} MB`,
    hints: ['check that it is the right file: text of an application takes a small part of that'],
  });
}

/** Decodes strictly, because a wrong guess would print names wrongly and say nothing. */
export function decodeUtf8(bytes: Uint8Array, file: string): ReadText {
  const start: SourceLocation = { file, line: 1, column: 1 };
  const problem = (what: string, hint: string, source: SourceLocation): ReadText => ({
    problem: diagnostic('error', 'input/encoding', `${file} ${what}`, { source, hints: [hint] }),
  });
  if (isUtf16(bytes)) return problem('is UTF-16, not UTF-8', SAVE_AS_UTF8, start);
  const kind = DOCUMENT_KINDS.find(([beginning]) => startsWith(bytes, beginning))?.[1];
  if (kind !== undefined) return problem(`is ${kind}, not text`, 'save its content as plain text in UTF-8', start);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const offset = firstInvalidByte(bytes);
    const lines = new TextDecoder().decode(bytes.subarray(0, offset)).split(/\r\n?|\n/);
    const source = { file, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
    const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
    const what = `is not UTF-8 text (byte 0x${byte} in line ${source.line}); perhaps it is Latin-1 or Windows-1252`;
    return problem(what, SAVE_AS_UTF8, source);
  }
}

function startsWith(bytes: Uint8Array, ascii: string): boolean {
  return Array.from(ascii).every((character, index) => bytes[index] === character.charCodeAt(0));
}

/** A UTF-16 byte order mark, or a zero in one of the first two bytes as ASCII text in UTF-16 has. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) return false;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return (first === 0) !== (second === 0) && bytes.length % 2 === 0;
}

/** Index of the first byte that cannot be part of UTF-8 text, found by halving. */
function firstInvalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (valid < invalid) {
    const middle = (valid + invalid) >> 1;
    if (isUtf8Start(bytes.subarray(0, middle + 1))) valid = middle + 1;
    else invalid = middle;
  }
  // The decoder complains one byte late when a character is cut short: the culprit is then the byte that began it.
  const end = Math.min(valid, bytes.length);
  for (let back = 1; back <= 3 && end - back >= 0; back += 1) {
    const byte = bytes[end - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return isWhole(bytes, end - back, end) ? end : end - back;
  }
  return end;
}

function isUtf8Start(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function isWhole(bytes: Uint8Array, from: number, to: number): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(from, to));
    return true;
  } catch {
    return false;
  }
}
