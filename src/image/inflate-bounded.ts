import { Unzlib } from 'fflate';

/** Input is inflated in pieces of this size, so that little more than what is asked for is ever made. */
const PIECE = 1 << 14;

/**
 * Inflates zlib data up to a number of bytes and no further: a small file cannot fill the memory.
 *
 * @returns exactly that many bytes, or undefined when there are fewer or the data are not zlib
 */
export function inflateBounded(parts: readonly Uint8Array[], size: number): Uint8Array | undefined {
  const result = new Uint8Array(size);
  let length = 0;
  const inflator = new Unzlib((chunk) => {
    result.set(chunk.subarray(0, Math.max(0, size - length)), Math.min(length, size));
    length += chunk.length;
  });
  try {
    for (const part of parts) {
      for (let at = 0; at < part.length && length < size; at += PIECE)
        inflator.push(part.subarray(at, at + PIECE), false);
    }
    if (length < size) inflator.push(new Uint8Array(), true);
  } catch {
    // Broken data, or none at all: what was inflated before may still be all that is needed.
  }
  return length >= size ? result : undefined;
}
