import type { DiagnosticCode } from './codes.js';
import type { Severity, Who } from './severity.js';

/** A position in a text that the user can open. `line` and `column` count from 1; `column` counts UTF-16 units. */
export interface SourceLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * One problem, as data: a stable code, what is wrong, where, what was found, and what to do.
 *
 * @example
 * { severity: 'error', code: 'input/unknown-key', message: 'unknown key "aamcID"', path: 'applicant.aamcID',
 *   source: { file: 'application.yaml', line: 7, column: 3 }, found: 'aamcID', hints: ['did you mean "aamcId"?'] }
 */
export interface Diagnostic {
  readonly severity: Severity;
  readonly code: DiagnosticCode;
  /** One sentence that says what is wrong; lower case, no full stop, no colour. */
  readonly message: string;
  /** Where in the data, dotted: `letters[2].request.letterId`. */
  readonly path?: string;
  /** Where in a file. */
  readonly source?: SourceLocation;
  /** The offending value as the user typed it, shortened. */
  readonly found?: string;
  /** What to do about it, most useful first. */
  readonly hints: readonly string[];
  /** The rule behind it: a facts key, a PDF clause, a UAX number. */
  readonly reference?: string;
  /** For a finding of planning: why it matters, as half a sentence. */
  readonly why?: string;
  /** For a finding of planning: who can mend it. */
  readonly who?: Who;
  /** For a finding that the application silences: the reason given there. Its severity is then `info`. */
  readonly silenced?: string;
}

/** Builds a {@link Diagnostic}; `hints` may be left out. */
export function diagnostic(
  severity: Severity,
  code: DiagnosticCode,
  message: string,
  rest: Omit<Diagnostic, 'severity' | 'code' | 'message' | 'hints'> & { readonly hints?: readonly string[] } = {},
): Diagnostic {
  const { hints = [], ...where } = rest;
  return { severity, code, message, ...where, hints };
}

/** True when at least one diagnostic is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.severity === 'error');
}
