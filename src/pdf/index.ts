export type { Deflate, PdfMetadata, WritePdfOptions } from './types.js';
export { writePdf } from './write-pdf.js';
