/** Bytes that are set aside at once. */
const SHELF = 1 << 16;

let shelf = new Uint8Array(SHELF);
let used = 0;

/**
 * Copies bytes that are to be kept for long: many small arrays that share their memory take less of it, and less time,
 * than as many with a memory of their own.
 */
export function keepBytes(bytes: Uint8Array): Uint8Array {
  if (bytes.length > SHELF / 16) return bytes.slice();
  if (used + bytes.length > SHELF) {
    shelf = new Uint8Array(SHELF);
    used = 0;
  }
  const kept = shelf.subarray(used, used + bytes.length);
  kept.set(bytes);
  used += bytes.length;
  return kept;
}
