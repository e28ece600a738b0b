/**
 * A 128-bit hash of bytes, as four 32-bit words: names the file (its `ID`) and font subsets by their content, so that
 * equal input gives equal output. Not a cryptographic hash; nothing depends on it being hard to invert.
 */
export function contentHash(bytes: Uint8Array): [number, number, number, number] {
  let a = 0x9e3779b9,
    b = 0x85ebca6b,
    c = 0xc2b2ae35,
    d = 0x27d4eb2f;
  const whole = bytes.length & ~3;
  for (let i = 0; i < whole; i += 4) {
    const word = bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    a = Math.imul(a ^ word, 0x01000193);
    b = (Math.imul((b << 13) | (b >>> 19), 5) + word) | 0;
    c = Math.imul(c ^ (word >>> 16) ^ word, 0x5bd1e995);
    d = Math.imul(((d ^ word) << 7) | ((d ^ word) >>> 25), 0x1b873593);
  }
  for (let i = whole; i < bytes.length; i++) {
    a = Math.imul(a ^ bytes[i]!, 0x01000193);
    b = Math.imul(b ^ bytes[i]!, 0x85ebca6b);
    c = Math.imul(c ^ bytes[i]!, 0x5bd1e995);
    d = Math.imul(d ^ bytes[i]!, 0x1b873593);
  }
  const length = bytes.length | 0;
  return [finish(a ^ length), finish(b ^ a ^ length), finish(c ^ b), finish(d ^ c)];
}

function finish(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The hash as 32 hexadecimal digits. */
export function contentHashHex(bytes: Uint8Array): string {
  return contentHash(bytes)
    .map((word) => word.toString(16).padStart(8, '0'))
    .join('')
    .toUpperCase();
}

/** Six capital letters from the hash: the tag of a font subset (PDF 1.7, 9.6.4). */
export function subsetTag(bytes: Uint8Array): string {
  let [rest] = contentHash(bytes);
  let tag = '';
  for (let i = 0; i < 6; i++) {
    tag += String.fromCharCode(65 + (rest % 26));
    rest = Math.floor(rest / 26);
  }
  return tag;
}
