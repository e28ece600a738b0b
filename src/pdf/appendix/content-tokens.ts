/** The tokens of content streams (PDF 1.7, 7.2 and 7.8.2). */

const REGULAR = 0;
const SPACE = 1;
const DELIMITER = 2;

const KINDS = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) KINDS[byte] = SPACE;
for (const character of '()<>[]{}/%') KINDS[character.charCodeAt(0)] = DELIMITER;

/** True for white space. */
export function isSpace(byte: number | undefined): boolean {
  return byte !== undefined && KINDS[byte] === SPACE;
}

/** True for a character that can stand in a word. */
export function isRegular(byte: number | undefined): boolean {
  return byte !== undefined && KINDS[byte] === REGULAR;
}

/** The end of the token that starts at an offset; an array or a dictionary is one. */
export function endOfToken(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]!;
  if (byte === 0x28) return endOfString(bytes, at);
  if (byte === 0x3c && bytes[at + 1] !== 0x3c) {
    const end = bytes.indexOf(0x3e, at);
    return end < 0 ? bytes.length : end + 1;
  }
  if (byte === 0x5b || byte === 0x3c) return endOfGroup(bytes, at);
  let end = at + 1;
  if (KINDS[byte] === DELIMITER && byte !== 0x2f) return end;
  while (end < bytes.length && KINDS[bytes[end]!] === REGULAR) end++;
  return end;
}

/** The end of an array or dictionary, with all that is nested in it. */
function endOfGroup(bytes: Uint8Array, start: number): number {
  let depth = 0;
  let at = start;
  while (at < bytes.length) {
    const byte = bytes[at]!;
    const isDouble = (byte === 0x3c || byte === 0x3e) && bytes[at + 1] === byte;
    if (byte === 0x28) at = endOfString(bytes, at);
    else if (byte === 0x3c && !isDouble) {
      const end = bytes.indexOf(0x3e, at);
      at = end < 0 ? bytes.length : end + 1;
    } else if (byte === 0x25) while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++;
    else if (byte === 0x5b || (byte === 0x3c && isDouble)) {
      depth++;
      at += isDouble ? 2 : 1;
    } else if (byte === 0x5d || (byte === 0x3e && isDouble)) {
      depth--;
      at += isDouble ? 2 : 1;
      if (depth <= 0) return at;
    } else at++;
  }
  return bytes.length;
}

/** What follows an inline image is text; what follows two letters inside its data hardly ever. */
export function looksLikeText(bytes: Uint8Array, at: number): boolean {
  for (let i = at; i < Math.min(at + 12, bytes.length); i++) {
    const byte = bytes[i]!;
    if (byte > 0x7e || (byte < 0x20 && KINDS[byte] !== SPACE)) return false;
  }
  return true;
}

export function isOperand(bytes: Uint8Array, start: number, end: number): boolean {
  const byte = bytes[start]!;
  if (byte === 0x2f || byte === 0x28 || byte === 0x3c || byte === 0x5b) return true;
  if ((byte >= 0x30 && byte <= 0x39) || byte === 0x2b || byte === 0x2d || byte === 0x2e) return true;
  if (end - start > 5 || end - start < 4) return false;
  const word = text(bytes, start, end);
  return word === 'true' || word === 'false' || word === 'null';
}

function endOfString(bytes: Uint8Array, start: number): number {
  let depth = 0;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === 0x5c) at++;
    else if (byte === 0x28) depth++;
    else if (byte === 0x29 && --depth === 0) return at + 1;
  }
  return bytes.length;
}

export function text(bytes: Uint8Array, start: number, end: number): string {
  let result = '';
  for (let at = start; at < Math.min(end, start + 2000); at++) result += String.fromCharCode(bytes[at]!);
  return result;
}

export function decodeName(name: string): string {
  return name.replace(/#([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
}
