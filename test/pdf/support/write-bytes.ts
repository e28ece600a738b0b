import type { LaidOutDocument } from '../../../src/layout/types.js';
import { writePdf, type WritePdfOptions } from '../../../src/pdf/index.js';

/** The bytes alone of what {@link writePdf} writes. */
export async function writeBytes(document: LaidOutDocument, options: WritePdfOptions): Promise<Uint8Array> {
  return writePdf(document, options).bytes;
}
