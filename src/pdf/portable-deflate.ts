import { zlibSync } from 'fflate';
import type { Deflate } from './types.js';

/** The same bytes in Node and browsers. */
export const portableDeflate: Deflate = (bytes) => zlibSync(bytes, { level: 6 });
