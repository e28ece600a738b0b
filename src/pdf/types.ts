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
  /** Files to carry along; with any, the file claims PDF/A-3a in place of PDF/A-2a. @default none */
  readonly attachments?: readonly Attachment[];
  /** What was copied of the appended documents, by `openAppendices`; for this file alone. @default none */
  readonly appendices?: CopiedAppendices;
}

/** A file that the PDF carries, associated with the whole document. */
export interface Attachment {
  /** File name, unique, of printable ASCII characters. @example 'brief.json' */
  readonly name: string;
  /** IANA media type. @example 'application/json' */
  readonly mediaType: string;
  /** What it is to the document (ISO 19005-3, 6.8; ISO 32000-2, 7.11.3). */
  readonly relationship: 'Source' | 'Data' | 'Alternative' | 'Supplement';
  /** What it is, for people. */
  readonly description: string;
  readonly bytes: Uint8Array;
}

/** A written file. */
export interface WrittenPdf {
  readonly bytes: Uint8Array;
  /** What its metadata claims. */
  readonly conformance: Conformance;
}
