import type { Diagnostic } from '../diagnostics/index.js';
import type { Form, Season, SeasonEvent, Service, Specialty, UploadGuide } from '../reference/index.js';
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

/** One letter with everything about it that does not depend on how it is printed. */
export interface PlannedLetter {
  readonly letter: Letter;
  /** What the letter is for; null for a general letter. */
  readonly specialty: PlannedSpecialty | null;
  /** All specialties that the letter serves: its own, or all of the application for a general letter. */
  readonly serves: readonly PlannedSpecialty[];
  readonly service: Service;
  readonly guide: UploadGuide | null;
  readonly form: Form | null;
  /** Days from issue to the target date; negative when it has passed. */
  readonly daysLeft: number;
  readonly writerInUs: boolean;
  /** True when the writer's own specialty is the one that the letter is for. */
  readonly sameSpecialty: boolean;
  readonly share: ReadonlySet<ShareKey>;
  readonly programs: readonly Program[];
  readonly timeline: readonly TimelineEvent[];
}

/** Which letters a program gets. */
export interface ProgramAssignment {
  readonly program: Program;
  readonly letterIds: readonly string[];
  readonly wanted: number;
  readonly limit: number;
}

/** The plan for an application on a day: what crosses the border between the data and the briefs. */
export interface LetterPlan {
  /** The day of issue, YYYY-MM-DD. */
  readonly today: string;
  readonly season: Season | null;
  readonly seasonLabel: string;
  readonly seasonEvents: readonly SeasonEvent[];
  readonly specialties: readonly PlannedSpecialty[];
  readonly letters: readonly PlannedLetter[];
  readonly assignments: readonly ProgramAssignment[];
  readonly diagnostics: readonly Diagnostic[];
}
