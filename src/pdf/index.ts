export type { Conformance, ConformanceReason, ConformanceStandard } from './conformance.js';
export type { Attachment, Deflate, PdfMetadata, WritePdfOptions, WrittenPdf } from './types.js';
export { writePdf } from './write-pdf.js';
