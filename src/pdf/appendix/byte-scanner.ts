/** Reads the few things outside objects that a PDF file is made of: numbers, keywords, headers of objects. */

const isSpace = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x0c || byte === 0;
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** The first offset at or after `at` that is neither white space nor in a comment. */
export function skipSpace(bytes: Uint8Array, at: number): number {
  for (;;) {
    while (at < bytes.length && isSpace(bytes[at])) at++;
    if (bytes[at] !== 0x25) return at;
    while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at++;
  }
}

/** A whole number without sign at an offset, after white space; null where there is none. */
export function readNumber(bytes: Uint8Array, at: number): { readonly value: number; readonly end: number } | null {
  let end = skipSpace(bytes, at);
  const start = end;
  let value = 0;
  while (isDigit(bytes[end]) && end - start < 15) value = value * 10 + (bytes[end++]! - 0x30);
  return end === start || isDigit(bytes[end]) ? null : { value, end };
}

/** True when the ASCII word stands at the offset. */
export function hasWord(bytes: Uint8Array, at: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (bytes[at + i] !== word.charCodeAt(i)) return false;
  return true;
}

/** The head of an indirect object, `12 0 obj`, at an offset; null where there is none. */
export function readObjectHead(
  bytes: Uint8Array,
  at: number,
): { readonly number: number; readonly generation: number; readonly end: number } | null {
  const number = readNumber(bytes, at);
  const generation = number && readNumber(bytes, number.end);
  if (!number || !generation) return null;
  const keyword = skipSpace(bytes, generation.end);
  if (!hasWord(bytes, keyword, 'obj')) return null;
  return { number: number.value, generation: generation.value, end: keyword + 3 };
}

/** The start of the head that ends with the `obj` at an offset, read backwards; -1 where there is none. */
export function startOfHead(bytes: Uint8Array, obj: number): number {
  let at = obj;
  for (let part = 0; part < 2; part++) {
    const gap = at;
    while (at > 0 && isSpace(bytes[at - 1])) at--;
    if (part === 1 && at === gap) return -1;
    const digits = at;
    while (at > 0 && isDigit(bytes[at - 1])) at--;
    if (at === digits || digits - at > 10) return -1;
  }
  return at;
}
