import { diagnostic, type Diagnostic, FINDINGS, type FindingCode } from '../../diagnostics/index.js';
import type { Application } from '../../schema/application.js';
import type { LetterPlan, PlannedLetter, PlannedSpecialty } from '../types.js';

/** What a check may look at. */
export interface FindingContext {
  readonly application: Application;
  readonly plan: LetterPlan;
  /** Day of issue, YYYY-MM-DD. */
  readonly today: string;
  /** True for an international medical graduate. */
  readonly isImg: boolean;
  /** The letters with their paths, in the order of the application. */
  readonly letters: readonly LetterAt[];
  /** Each specialty with the letters that serve it. */
  readonly specialties: readonly SpecialtyAt[];
}

/** A planned letter and where it stands. */
export interface LetterAt extends PlannedLetter {
  /** Such as `letters[2]`. */
  readonly path: string;
}

/** A specialty of the application, where it stands, and the letters that serve it. */
export interface SpecialtyAt extends PlannedSpecialty {
  readonly path: string;
  readonly letters: readonly LetterAt[];
}

/** One check: a few related findings. It never throws and never changes what it looks at. */
export type FindingCheck = (context: FindingContext) => readonly Diagnostic[];

/** Where a finding is, and what else to say. */
export interface FindingPlace {
  readonly path: string;
  readonly found?: string | undefined;
  /** What to do in this case, before the remedy of the catalog. */
  readonly hints?: readonly string[];
  readonly source?: Diagnostic['source'];
}

/**
 * A finding with the severity, remedy and sources of its row in the catalog.
 *
 * @example finding('letters/one-site', 'all 3 letters come from Lakeside Hospital', { path: 'letters' })
 */
export function finding(code: FindingCode, message: string, place: FindingPlace): Diagnostic {
  const { severity, who, why, remedy, sources } = FINDINGS[code];
  const { path, found, hints = [], source } = place;
  return diagnostic(severity, code, message, {
    path,
    ...(source ? { source } : {}),
    ...(found === undefined || found === '' ? {} : { found: shorten(found) }),
    hints: [...hints, remedy],
    reference: sources.join(', '),
    why,
    who,
  });
}

/** Longest text that a finding repeats. */
const MAX_FOUND = 60;

function shorten(text: string): string {
  const characters = Array.from(text.replace(/\s+/g, ' ').trim());
  return characters.length <= MAX_FOUND ? characters.join('') : `${characters.slice(0, MAX_FOUND - 1).join('')}…`;
}

/** Looks at an application and its plan once, for all checks. */
export function findingContext(application: Application, plan: LetterPlan): FindingContext {
  const letters = plan.letters.map((planned, index): LetterAt => ({ ...planned, path: `letters[${index}]` }));
  return {
    application,
    plan,
    today: plan.today,
    isImg: application.applicant.img !== undefined,
    letters,
    specialties: plan.specialties.map((specialty, index) => ({
      ...specialty,
      path: `specialties[${index}]`,
      letters: letters.filter(({ serves }) => serves.some(({ id }) => id === specialty.id)),
    })),
  };
}

/** `Dr. Rivera` or `Linh Tran` of a writer, as a message names them. */
export function writerName({ letter }: Pick<PlannedLetter, 'letter'>): string {
  return letter.writer.addressAs ?? `${letter.writer.title} ${letter.writer.name.family}`;
}
