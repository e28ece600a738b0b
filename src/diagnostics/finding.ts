import type { Severity, Who } from './severity.js';

/** What a code means and why it matters. */
export interface CodeMeaning {
  readonly meaning: string;
  readonly why: string;
}

/** A finding of planning: what an advisor would notice in an application, as one row of the catalog. */
export interface FindingMeaning extends CodeMeaning {
  /** A few words for lists. */
  readonly title: string;
  readonly severity: Exclude<Severity, 'error'>;
  /** Who can mend it. */
  readonly who: Who;
  /** What to do about it. */
  readonly remedy: string;
  /** Keys of the fact sheet that the rule rests on. */
  readonly sources: readonly string[];
}
