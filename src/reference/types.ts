/** Where a row comes from and how far it can be trusted. */
export interface Sourced {
  /** Keys of the table of sources, such as `AAMC-FAQ27`; `user` first where the row was changed by the user. */
  readonly sources: readonly string[];
  /** `high`: read on a first-party page; `medium`: secondary or older; `low`: one blog or forum, or an inference. */
  readonly confidence: Confidence;
  /** ISO date on which the row was compared with its sources. */
  readonly checkedOn: string;
}

export type Confidence = 'high' | 'medium' | 'low';

/** A page that rows cite. Copies and proxies are never linked: such a source has only its title. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
}

/** The application system that an applicant uses. Which letter service goes with it depends on the season. */
export type ApplicationSystem = 'ERAS' | 'ResidencyCAS' | 'SF Match' | 'Central Application';

/** One date of a season. `expected` dates are projections and are printed as "expected". */
export interface SeasonEvent extends Sourced {
  readonly id: SeasonEventId;
  readonly label: string;
  /** ISO date; YYYY-MM where no day is known. */
  readonly date: string;
  readonly expected: boolean;
}

export type SeasonEventId =
  | 'season-opens'
  | 'portal-opens'
  | 'applicants-submit'
  | 'review-begins'
  | 'match-registration'
  | 'rank-lists'
  | 'early-match'
  | 'match-day'
  | 'season-ends';

/** One season of an application system, named by the year in which training starts. */
export interface Season {
  /** Such as `eras-2027`. */
  readonly id: string;
  readonly application: ApplicationSystem;
  readonly year: number;
  readonly label: string;
  /** In order of their dates. What no source gives is left out. */
  readonly events: readonly SeasonEvent[];
}

/** A service that collects letters. */
export interface Service extends Sourced {
  /** One of the ids that a request may name as its `service`. */
  readonly id: string;
  readonly name: string;
  readonly application: ApplicationSystem;
  /** First and last season, inclusive; null is open. */
  readonly fromSeason: number | null;
  readonly toSeason: number | null;
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
  readonly id: string;
  /** Id of the service. */
  readonly service: string;
  /** First and last season, inclusive; null is open. */
  readonly fromSeason: number | null;
  readonly toSeason: number | null;
  /** Three steps for page 1. */
  readonly short: readonly string[];
  readonly steps: readonly string[];
  readonly fileRules: readonly string[];
  readonly help: readonly { readonly text: string; readonly url?: string | undefined }[];
}

/** The application system of a specialty in some seasons. */
export interface SystemPeriod {
  readonly application: ApplicationSystem;
  /** First and last season, inclusive; null is open. */
  readonly fromSeason: number | null;
  readonly toSeason: number | null;
}

/** A standardized form that programs of a specialty want. */
export interface WantedForm {
  readonly id: string;
  /** Letters on this form that a program wants at least. */
  readonly count: number;
  /** Letters on this form that a program likes to see. */
  readonly preferred: number;
  /** True when programs expect the form; false when a narrative letter is taken as well or no source asks for it. */
  readonly required: boolean;
}

/** The letter mix of a specialty in numbers. They are lower bounds. */
export interface LetterMix {
  /** Letters from the specialty itself. */
  readonly fromSpecialty: number;
  /** Whether a letter of the department chair is wanted. */
  readonly chair: 'expected' | 'often' | 'none';
  readonly form: WantedForm | null;
  /** Letters from outside the specialty. */
  readonly outside: number;
}

/** A specialty and its letter conventions. Every program may differ. */
export interface Specialty extends Sourced {
  readonly id: string;
  readonly name: string;
  /** As used inside a sentence, such as "internal medicine". */
  readonly inText: string;
  /** Other names of the specialty, and fields whose physicians count as of this specialty. */
  readonly alsoCalled: readonly string[];
  /** Application system of the latest season; for another season see `findApplicationSystem`. */
  readonly application: ApplicationSystem;
  /** Application systems by season, latest first. */
  readonly systems: readonly SystemPeriod[];
  /** Letters that programs usually want, and the most that they take. */
  readonly letters: { readonly usual: number; readonly max: number };
  /** From whom, in words. */
  readonly mix: string;
  /** From whom, in numbers. */
  readonly wants: LetterMix;
  /** Id of the form in `wants`, or null. */
  readonly form: string | null;
  /** True where the Match of the specialty is in January or February, so that all dates are earlier. */
  readonly earlyMatch: boolean;
  /** What else an advisor should know, or null. */
  readonly note: string | null;
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
  /** One of the ids that a request may name as its `form`. */
  readonly id: string;
  readonly name: string;
  readonly fullName: string;
  /** Id of the form of which this is a variant. */
  readonly variantOf: string | null;
  /** For a variant: false when programs do not take it for the form itself, only beside it. */
  readonly countsAsBase: boolean;
  /** First season in which it is used; null when it is older than the tables. */
  readonly fromSeason: number | null;
  readonly channel: FormChannel;
  readonly note: string;
  /** In the form's own order. */
  readonly questions: readonly FormQuestion[];
}

/** A word of a fixed list (competency, experience type, role ...) with its printed form. */
export interface Term extends Sourced {
  readonly id: string;
  readonly label: string;
}

/** How long before the target date a writer is asked. */
export interface LeadTime extends Sourced {
  /** `shortest`: less is a late request; `usual`: what offices advise; `best`: what to plan for. */
  readonly id: 'shortest' | 'usual' | 'best';
  readonly label: string;
  readonly days: number;
}

/** One reminder, or the thanks after the upload. */
export interface Reminder extends Sourced {
  readonly id: string;
  readonly label: string;
  /** Days before the target date. */
  readonly daysBefore: number;
}

/** All tables that plan, findings and briefs read. Plain data: `createReference` makes one with a user's own rows. */
export interface Reference {
  readonly seasons: readonly Season[];
  readonly services: readonly Service[];
  readonly uploadGuides: readonly UploadGuide[];
  readonly specialties: readonly Specialty[];
  readonly forms: readonly Form[];
  readonly leadTimes: readonly LeadTime[];
  readonly reminders: readonly Reminder[];
  readonly competencies: readonly Term[];
  readonly writerRoles: readonly Term[];
  readonly experienceTypes: readonly Term[];
  readonly focusAreas: readonly Term[];
  readonly characteristics: readonly Term[];
  readonly sources: readonly Source[];
}
