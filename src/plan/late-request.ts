import { leadDays } from '../reference/index.js';
import { addDays, daysBetween } from './calendar.js';
import type { LetterPlan, PlannedLetter } from './types.js';

/** Days before programs begin reviewing that leave a letter time to arrive (facts §3 [ECFMG-FAQ]: five business days). */
const MARGIN_DAYS = 7;
/** Shortest delay, in days, that is worth offering. */
const WORTHWHILE_DAYS = 3;

/** The latest day to offer instead of the target date, or null when review begins too soon or its day is not known. */
function laterDate({ letter, season }: PlannedLetter): { readonly date: string; readonly expected: boolean } | null {
  const review = season?.events.find(({ id, date }) => id === 'review-begins' && date.length === 10);
  if (!review) return null;
  const date = addDays(review.date, -MARGIN_DAYS);
  return date >= addDays(letter.request.targetDate, WORTHWHILE_DAYS) ? { date, expected: review.expected } : null;
}

/** A letter for the same specialty that could take this one's place: agreed on or in, and not due later. */
function substitute(planned: PlannedLetter, letters: readonly PlannedLetter[]): PlannedLetter | null {
  const serves = new Set(planned.serves.map(({ id }) => id));
  const could = letters.filter(
    (other) =>
      other.letter.id !== planned.letter.id &&
      other.letter.nature === 'professional' &&
      other.service.application === planned.service.application &&
      [...serves].every((id) => other.serves.some((specialty) => specialty.id === id)) &&
      (other.letter.request.status === 'uploaded' || other.letter.request.agreedOn !== undefined) &&
      planned.programs.some((program) => !other.programs.includes(program)),
  );
  return could[0] ?? null;
}

/** True when the writer has less time than writers ask for; an overdue letter needs a new date instead. */
function isLate(
  { letter, daysLeft }: PlannedLetter,
  { today, reference }: Pick<LetterPlan, 'today' | 'reference'>,
): boolean {
  const { status, askedOn, targetDate } = letter.request;
  if (status === 'uploaded' || daysLeft < 0) return false;
  const since = askedOn !== undefined && askedOn < today ? askedOn : today;
  return daysBetween(since, targetDate) < leadDays(reference, 'shortest');
}

/**
 * The best next steps for a letter that was asked for late, most useful first: a later date where the season leaves one, a
 * shorter letter, a way out, and who else could write. None for a letter that is not late.
 */
export function lateSteps(planned: PlannedLetter, plan: Pick<LetterPlan, 'letters' | 'today' | 'reference'>): string[] {
  if (!isLate(planned, plan)) return [];
  const { letter, season } = planned;
  const steps: string[] = [];
  const later = laterDate(planned);
  if (later && later.date > plan.today) {
    const why = later.expected
      ? 'a week before programs are expected to begin reviewing'
      : 'a week before review begins';
    steps.push(`offer a later date, up to ${later.date} (${why})`);
  } else if (season?.events.some(({ id }) => id === 'review-begins')) {
    steps.push('there is no later date before programs begin reviewing: say so when you ask');
  } else {
    steps.push('ask the programs until when letters are read, and offer the writer that date');
  }
  steps.push(
    letter.moments.length > 0
      ? 'offer that a short letter on one or two of the moments in the packet is enough'
      : 'offer that a short letter is enough, and add one or two moments that the writer saw',
  );
  if (letter.request.agreedOn) return [...steps, 'the writer has agreed: hand over everything at once'];
  const other = substitute(planned, plan.letters);
  steps.push(
    other
      ? `make it easy to decline: letter "${other.letter.id}" could go to these programs instead`
      : 'make it easy to decline, and have another writer in mind who knows your work',
  );
  return steps;
}
