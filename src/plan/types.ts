import type { Diagnostic } from '../diagnostics/index.js';
import type { Form, Reference, Season, SeasonEvent, Service, Specialty, UploadGuide } from '../reference/index.js';
import type { Program } from '../schema/application.js';
import type { Letter, ShareKey } from '../schema/letter.js';

/** A specialty of the application: its row of the reference tables when it has one, and its name. */
export interface PlannedSpecialty {
  readonly id: string;
  readonly name: string;
  /** As used inside a sentence, such as "internal medicine". */
  readonly inText: string;
  readonly reference: Specialty | null;
}

/** A date of a letter or its season. */
export interface TimelineEvent {
  /** YYYY-MM-DD, or YYYY-MM where no day is known. */
  readonly date: string;
  readonly label: string;
  readonly kind: 'request' | 'reminder' | 'target' | 'season';
  /** For an event of the season: which. */
  readonly event?: SeasonEvent['id'];
  readonly expected: boolean;
}

/** A date of a letter as the applicant keeps it: those that the writer sees, and when to ask and to thank. */
export interface AgendaEvent {
  /** YYYY-MM-DD, or YYYY-MM where no day is known. */
  readonly date: string;
  /** To the applicant. */
  readonly label: string;
  readonly kind: 'ask-by' | 'request' | 'reminder' | 'target' | 'thanks' | 'season';
  /** For an event of the season: which. */
  readonly event?: SeasonEvent['id'];
  readonly expected: boolean;
}

/** The day by which to ask for a letter. */
export interface AskBy {
  /** YYYY-MM-DD; never after the target date. */
  readonly date: string;
  readonly because: 'lead-time' | 'season-opens' | 'end-of-work';
  /** `done` once the writer was asked; `passed` where the day is over and nobody is known to have been asked. */
  readonly state: 'done' | 'ahead' | 'passed';
}

/** One letter with everything about it that does not depend on how it is printed. */
export interface PlannedLetter {
  readonly letter: Letter;
  /** The tables of the plan. */
  readonly reference: Reference;
  /** What the letter is for; null for a general letter. */
  readonly specialty: PlannedSpecialty | null;
  /** All specialties that the letter serves: its own, or all of the application for a general letter. */
  readonly serves: readonly PlannedSpecialty[];
  readonly service: Service;
  /** The season of that service with the events that concern this letter; null when the tables have none. */
  readonly season: Season | null;
  readonly seasonLabel: string;
  readonly guide: UploadGuide | null;
  readonly form: Form | null;
  /** Days from issue to the target date; negative when it has passed. */
  readonly daysLeft: number;
  readonly writerInUs: boolean;
  /** True when the writer's own specialty is the one that the letter is for. */
  readonly sameSpecialty: boolean;
  readonly share: ReadonlySet<ShareKey>;
  readonly programs: readonly Program[];
  /** What the writer sees of its dates, in order. */
  readonly timeline: readonly TimelineEvent[];
  readonly askBy: AskBy;
  /** All of its dates, in order, for the applicant. */
  readonly agenda: readonly AgendaEvent[];
  /** For a letter that was asked for late: what to do, most useful first. */
  readonly lateSteps: readonly string[];
}

/** Why a letter goes to a program. */
export interface AssignmentReason {
  readonly letterId: string;
  /** True when the application names the program under `programs`; false for a proposal. */
  readonly fixed: boolean;
  /** In words, to the applicant. */
  readonly reason: string;
}

/** A letter that the application names for a program, and that does not go there. */
export interface LetterLeftOut {
  readonly letterId: string;
  /** The named letters are more than the program takes, or the letter is for another specialty. */
  readonly because: 'over-limit' | 'other-specialty';
  readonly reason: string;
}

/** Which letters a program gets, and why. */
export interface ProgramAssignment {
  readonly program: Program;
  /** In the order of the application; never more than `limit`. */
  readonly letterIds: readonly string[];
  /** Letters that the program wants, as far as its service takes them. */
  readonly wanted: number;
  /** Most letters that its service takes. */
  readonly limit: number;
  /** One for each of `letterIds`, in the same order. */
  readonly reasons: readonly AssignmentReason[];
  readonly leftOut: readonly LetterLeftOut[];
  /** Points of the professional letters together; they compare sets of letters for one program, and nothing else. */
  readonly score: number;
}

/** The plan for an application on a day: what crosses the border between the data and the briefs. */
export interface LetterPlan {
  /** The day of issue, YYYY-MM-DD. */
  readonly today: string;
  /** The tables that the plan was made with; briefs and findings read these and no others. */
  readonly reference: Reference;
  /** The ERAS season of the application; each letter has the one of its own service. */
  readonly season: Season | null;
  readonly seasonLabel: string;
  readonly seasonEvents: readonly SeasonEvent[];
  readonly specialties: readonly PlannedSpecialty[];
  readonly letters: readonly PlannedLetter[];
  readonly assignments: readonly ProgramAssignment[];
  readonly diagnostics: readonly Diagnostic[];
}
