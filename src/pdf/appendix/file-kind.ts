import { hasWord } from './byte-scanner.js';

/** Where the header of a PDF starts; some writers put something before it. -1 when there is none. */
export function findHeader(bytes: Uint8Array): number {
  for (let at = 0; at < Math.min(bytes.length, 4096); at++) if (hasWord(bytes, at, '%PDF-')) return at;
  return -1;
}

/** What a file that is no PDF looks like. */
export function kindOf(bytes: Uint8Array): string {
  const starts = (word: string): boolean => hasWord(bytes, 0, word);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'a JPEG picture';
  if (starts('\x89PNG')) return 'a PNG picture';
  if (starts('PK\x03\x04')) return 'a Word document or an archive';
  if (starts('\xd0\xcf\x11\xe0')) return 'an old Word document';
  const start = String.fromCharCode(...bytes.subarray(0, 256))
    .trimStart()
    .toLowerCase();
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return 'a web page';
  return 'something else';
}
