import type { DiagnosticCode } from '../../diagnostics/index.js';

/** The codes of documents that cannot be appended. */
export type AppendixProblemCode = Extract<DiagnosticCode, `appendix/${string}`>;

/** Why a document cannot be appended. Never leaves this folder: it becomes a diagnostic. */
export class AppendixError extends Error {
  override readonly name = 'AppendixError';
  readonly code: AppendixProblemCode;

  /** @param what what is wrong, after the name of the file: `is protected by a password` */
  constructor(code: AppendixProblemCode, what: string) {
    super(what);
    this.code = code;
  }
}
