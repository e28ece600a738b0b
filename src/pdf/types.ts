import type { Deflate } from './deflate.js';
import type { CopiedAppendices } from './appendix/types.js';
import type { Conformance, ConformanceReason } from './conformance.js';

/** What goes into the document information and XMP. */
export interface PdfMetadata {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  /** BCP 47 language of the document. @example 'en-US' */
  readonly language: string;
  /** Name and version of what made it, for Creator and Producer. */
  readonly creator: string;
  /** ISO 8601 instant in UTC, `2026-07-01T00:00:00Z`; nothing else of the clock enters the file. */
  readonly date: string;
}

export interface WritePdfOptions {
  readonly metadata: PdfMetadata;
  /** @default the portable one (fflate), the same bytes in Node and browsers */
  readonly deflate?: Deflate;
  /** What speaks against a standard that the writer itself cannot see. @default none */
  readonly reasons?: readonly ConformanceReason[];
  /** What was copied of the appended documents, by `openAppendices`; for this file alone. @default none */
  readonly appendices?: CopiedAppendices;
}

/** A written file. */
export interface WrittenPdf {
  readonly bytes: Uint8Array;
  /** What its metadata claims. */
  readonly conformance: Conformance;
}
