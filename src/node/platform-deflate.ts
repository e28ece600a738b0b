import { deflateSync } from 'node:zlib';
import type { Deflate } from '../pdf/deflate.js';

/**
 * zlib of the platform at level 6: about twice as fast as the portable one. Its bytes can differ between versions of
 * Node; leave it out where packets must be the same bytes everywhere.
 */
export const platformDeflate: Deflate = (bytes) => {
  const packed = deflateSync(bytes, { level: 6 });
  return new Uint8Array(packed.buffer, packed.byteOffset, packed.length);
};
