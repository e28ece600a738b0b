import type { Diagnostic } from '../../diagnostics/index.js';
import type { AppendedDocument } from '../../layout/appended-document.js';
import type { ConformanceReason } from '../conformance.js';
import type { ObjectStore } from '../object-store.js';
import type { AppendixProblemCode } from './appendix-error.js';
import type { CopiedStructure } from './copied-structure.js';
import type { CopiedPages } from './copied-page.js';

/** A document that a packet is to append. */
export interface AppendixRequest {
  /** The file as the application names it; the key of its bytes. */
  readonly file: string;
  readonly title: string;
  readonly mode: 'figure' | 'copy' | 'attach-only';
  /** Such as `1-3,5`. @default all pages */
  readonly pages?: string | undefined;
  /** BCP 47, when it differs from the packet's. */
  readonly language?: string | undefined;
  /** Where the application names the file, for diagnostics. */
  readonly path: string;
}

/** What became of a request. */
export type AppendixOutcome =
  | { readonly request: AppendixRequest; readonly kind: 'pages'; readonly document: AppendedDocument }
  | { readonly request: AppendixRequest; readonly kind: 'attached'; readonly bytes: Uint8Array }
  | { readonly request: AppendixRequest; readonly kind: 'missing'; readonly code: AppendixProblemCode };

/** The appendices of one packet, ready to be set and written. */
export interface OpenedAppendices {
  /** In the order of the requests. */
  readonly outcomes: readonly AppendixOutcome[];
  /** Those with pages. */
  readonly documents: readonly AppendedDocument[];
  readonly diagnostics: readonly Diagnostic[];
  /** For the writer: the objects copied so far, and each page of each document. */
  readonly copied: CopiedAppendices;
}

/** What is copied of appended documents. Belongs to the one file that is made of it. */
export interface CopiedAppendices {
  readonly store: ObjectStore;
  readonly pages: CopiedPages;
  /** The tags of each document; undefined for those that are pictures. */
  readonly structures: readonly (CopiedStructure | undefined)[];
  readonly reasons: readonly ConformanceReason[];
}
