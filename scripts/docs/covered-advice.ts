import type { DiagnosticCode } from '../../src/diagnostics/index.js';
import type { Reference } from '../../src/reference/index.js';

/** One piece of advice and what carries it. At least one of the lists is not empty. */
export interface CoveredAdvice {
  /** In our words. */
  readonly advice: string;
  /** Partials of the template `classic`. */
  readonly sections?: readonly string[];
  /** Paths of the application, with `[]` for lists. */
  readonly fields?: readonly string[];
  readonly findings?: readonly DiagnosticCode[];
  /** Paths of the plan, with `[]` for lists. */
  readonly plan?: readonly string[];
  readonly tables?: readonly (keyof Reference)[];
}

/** A part of the guide. */
export interface GuidePart {
  readonly title: string;
  readonly rows: readonly CoveredAdvice[];
}
