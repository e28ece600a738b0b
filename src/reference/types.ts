import type { FormId, ServiceId } from '../schema/letter.js';

/** Where a row comes from and how far it can be trusted. */
export interface Sourced {
  /** Keys of the fact sheet, such as `AAMC-FAQ27`. */
  readonly sources: readonly string[];
  readonly confidence: 'high' | 'medium' | 'low';
}

/** One date of a season. `expected` dates are projections and are printed as "expected". */
export interface SeasonEvent extends Sourced {
  readonly id:
    | 'season-opens'
    | 'portal-opens'
    | 'applicants-submit'
    | 'review-begins'
    | 'match-registration'
    | 'rank-lists'
    | 'match-day'
    | 'season-ends';
  readonly label: string;
  /** ISO date; YYYY-MM where no day is known. */
  readonly date: string;
  readonly expected: boolean;
}

/** One application season, named by the year in which training starts. */
export interface Season {
  readonly year: number;
  readonly label: string;
  readonly events: readonly SeasonEvent[];
}

/** A service that collects letters. */
export interface Service extends Sourced {
  readonly id: ServiceId;
  readonly name: string;
  /** Where the writer uploads. */
  readonly portal: string;
  /** The service that the applicant uses. */
  readonly applicantSide: string;
  /** What the number of a request is called. */
  readonly idLabel: string;
  /** True when the writer needs the number to upload. */
  readonly idNeeded: boolean;
  /** Most letters that one program gets. */
  readonly maxPerProgram: number;
}

/** How a letter is uploaded to one service in some seasons. Sentences address the letter writer. */
export interface UploadGuide extends Sourced {
  readonly service: ServiceId;
  /** First and last season, inclusive; null is open. */
  readonly fromSeason: number | null;
  readonly toSeason: number | null;
  /** Three steps for page 1. */
  readonly short: readonly string[];
  readonly steps: readonly string[];
  readonly fileRules: readonly string[];
  readonly help: readonly { readonly text: string; readonly url?: string }[];
  /** ISO date on which the guide was compared with its sources. */
  readonly checkedOn: string;
}

/** A specialty and its letter conventions. Every program may differ. */
export interface Specialty extends Sourced {
  readonly id: string;
  readonly name: string;
  /** Service family: ERAS resolves to a portal by season. */
  readonly application: 'ERAS' | 'ResidencyCAS' | 'SF Match';
  /** Letters that programs usually want. */
  readonly letters: { readonly usual: number; readonly max: number };
  /** From whom, in words. */
  readonly mix: string;
  readonly form: FormId | null;
  /** Adjective for "a letter for ...", such as "internal medicine". */
  readonly inText: string;
}

/** How a standardized form reaches the service. */
export type FormChannel = 'portal-form' | 'external-form-then-pdf' | 'cas-form' | 'pdf';

/** A fact that a form asks for, and where the brief has it. */
export interface FormQuestion {
  readonly label: string;
  readonly from:
    | 'applicant-name'
    | 'aamc-id'
    | 'writer'
    | 'writer-contact'
    | 'signers'
    | 'known-since'
    | 'contact'
    | 'settings'
    | 'duration'
    | 'role'
    | 'grading'
    | 'writer-judgement'
    | 'letter-id';
}

/** A standardized letter form. */
export interface Form extends Sourced {
  readonly id: FormId;
  readonly name: string;
  readonly fullName: string;
  readonly channel: FormChannel;
  readonly note: string;
  /** In the form's own order. */
  readonly questions: readonly FormQuestion[];
}
