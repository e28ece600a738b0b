/** The module of pdf-lib, which reads documents to append; loaded only when there are any. */
export type PdfLib = typeof import('pdf-lib');
