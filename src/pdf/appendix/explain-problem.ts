import { diagnostic, type Diagnostic } from '../../diagnostics/index.js';
import type { AppendixError, AppendixProblemCode } from './appendix-error.js';
import type { AppendixRequest } from './types.js';

/** What to do about a document that cannot be appended. */
const REMEDIES: Readonly<Partial<Record<AppendixProblemCode, string>>> = {
  'appendix/missing': 'put the file beside the application, and pass its bytes in `files`',
  'appendix/not-pdf': 'save or print it as a PDF, and check that the name belongs to the right file',
  'appendix/encrypted': 'open it with its password, print it to a new PDF without one, and append that',
  'appendix/damaged': 'open it in a PDF viewer and print it to a new PDF, or download it again',
  'appendix/too-large': 'keep only the pages that the writer needs, or save it smaller (scans in 200 dots per inch)',
  'appendix/no-pages': 'check the page numbers under `pages`, and that the file has pages',
  'appendix/portfolio': 'save each document in it as a PDF of its own and append those',
  'appendix/dynamic-form': 'open it in Adobe Acrobat Reader, print it to a new PDF, and append that',
};

/** The warning about a document that is not in the packet. */
export function explainProblem(request: AppendixRequest, problem: AppendixError): Diagnostic {
  const message = `the appendix "${request.file}" ${problem.message}; the packet is made without it`;
  const remedy = REMEDIES[problem.code];
  return diagnostic('warning', problem.code, message, {
    path: request.path,
    found: request.file,
    hints: remedy === undefined ? [] : [remedy],
  });
}
