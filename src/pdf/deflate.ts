import { zlibSync } from 'fflate';

/** zlib-format compression (RFC 1950); synchronous, deterministic. */
export type Deflate = (bytes: Uint8Array) => Uint8Array;

/** The same bytes in Node and browsers. */
export const portableDeflate: Deflate = (bytes) => zlibSync(bytes, { level: 6 });
