export { attachedAppendices } from './appendix/attached-appendices.js';
export type { AppendixOutcome, AppendixRequest, OpenedAppendices } from './appendix/types.js';
export type { Conformance, ConformanceReason, ConformanceStandard } from './conformance.js';
export type { Attachment, PdfMetadata, WritePdfOptions, WrittenPdf } from './types.js';
export { type Deflate, portableDeflate } from './deflate.js';
export { writePdf } from './write-pdf.js';
