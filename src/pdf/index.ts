export { openAppendices, type AppendixOutcome, type AppendixRequest } from './appendix/open-appendices.js';
export type { OpenedAppendices } from './appendix/open-appendices.js';
export type { Conformance, ConformanceReason, ConformanceStandard } from './conformance.js';
export type { Deflate, PdfMetadata, WritePdfOptions, WrittenPdf } from './types.js';
export { portableDeflate } from './portable-deflate.js';
export { writePdf } from './write-pdf.js';
