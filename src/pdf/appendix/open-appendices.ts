import { diagnostic, type Diagnostic } from '../../diagnostics/index.js';
import type { AppendedDocument } from '../../layout/appended-document.js';
import type { ConformanceReason } from '../conformance.js';
import { ObjectStore } from '../object-store.js';
import type { Deflate } from '../types.js';
import { AppendixError, type AppendixProblemCode } from './appendix-error.js';
import { appendDocument, type AppendixNote } from './append-document.js';
import type { CopiedPage, CopiedPages } from './copied-page.js';
import { explainProblem } from './explain-problem.js';

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
  readonly reasons: readonly ConformanceReason[];
}

/**
 * Reads and copies the documents of one packet. Each ends in pages, as an attachment, or as a diagnostic that says what
 * is wrong and what to do; none of them stops the packet. The work for each is bounded.
 *
 * @param files bytes by the names that the requests use
 * @example
 * const appendices = await openAppendices([{ file: 'cv.pdf', title: 'CV', mode: 'figure', path: '' }], files, deflate);
 */
export async function openAppendices(
  requests: readonly AppendixRequest[],
  files: Readonly<Record<string, Uint8Array>>,
  deflate: Deflate,
): Promise<OpenedAppendices> {
  const lib = await import('pdf-lib');
  const store = new ObjectStore(lib, deflate);
  const outcomes: AppendixOutcome[] = [];
  const pages: (readonly CopiedPage[])[] = [];
  const reasons: ConformanceReason[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const request of requests) {
    const bytes = Object.hasOwn(files, request.file) ? files[request.file] : undefined;
    const mark = store.mark();
    try {
      if (!bytes) throw new AppendixError('appendix/missing', 'is not at hand');
      const label = String.fromCharCode(0x41 + pages.length);
      const appended = await appendDocument(lib, bytes, request, label, store);
      if ('document' in appended) {
        pages.push(appended.copied);
        outcomes.push({ request, kind: 'pages', document: appended.document });
        reasons.push(...appended.reasons);
      } else {
        outcomes.push({ request, kind: 'attached', bytes });
      }
      diagnostics.push(...appended.notes.map((note) => noteDiagnostic(request, note)));
    } catch (error) {
      store.rollBack(mark);
      const problem = problemOf(error);
      outcomes.push({ request, kind: 'missing', code: problem.code });
      diagnostics.push(explainProblem(request, problem));
    }
  }
  const documents = outcomes.flatMap((outcome) => (outcome.kind === 'pages' ? [outcome.document] : []));
  return { outcomes, documents, diagnostics, copied: { store, pages, reasons } };
}

/** Whatever the library throws over a hostile file is the file's fault; a fault of ours is not. */
function problemOf(error: unknown): AppendixError {
  if (error instanceof AppendixError) return error;
  // Too deep for the stack, or too large for an array: both are what hostile files aim at.
  if (error instanceof RangeError) return new AppendixError('appendix/damaged', 'is damaged beyond repair');
  throw error;
}

function noteDiagnostic(request: AppendixRequest, note: AppendixNote): Diagnostic {
  const severity = note.code === 'appendix/content-removed' ? 'info' : 'warning';
  return diagnostic(severity, note.code, `the appendix "${request.file}" ${note.what}`, {
    path: request.path,
    found: request.file,
    hints: [note.hint],
  });
}
