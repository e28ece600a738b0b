import { diagnostic, type Diagnostic } from '../../diagnostics/index.js';
import type { ConformanceReason } from '../conformance.js';
import { ObjectStore } from '../object-store.js';
import type { Deflate } from '../deflate.js';
import { AppendixError } from './appendix-error.js';
import { appendDocument, type AppendixNote } from './append-document.js';
import type { CopiedPage } from './copied-page.js';
import type { CopiedStructure } from './copied-structure.js';
import { explainProblem } from './explain-problem.js';
import type { AppendixOutcome, AppendixRequest, OpenedAppendices } from './types.js';

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
  const store = new ObjectStore(deflate);
  const outcomes: AppendixOutcome[] = [];
  const pages: (readonly CopiedPage[])[] = [];
  const structures: (CopiedStructure | undefined)[] = [];
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
        structures.push(appended.structure);
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
  return { outcomes, documents, diagnostics, copied: { store, pages, structures, reasons } };
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
