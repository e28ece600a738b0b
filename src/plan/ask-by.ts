import { leadDays, type Reference } from '../reference/index.js';
import { addDays, lastDayOf } from './calendar.js';
import type { AskBy, PlannedLetter } from './types.js';

/** Days by which letters for an early match are asked for before others: all of its dates are earlier (facts §6). */
const EARLY_MATCH_DAYS = 30;
/** Longest time, in days, after which the end of the shared work is still a reason to have asked then. */
const FRESH_DAYS = 365;

type Dated = Pick<PlannedLetter, 'letter' | 'season' | 'serves'>;

/** Last day of the latest shared work that has a month and is not going on; null when none has. */
function endOfWork({ letter }: Dated): string | null {
  const ends = letter.sharedWork.flatMap(({ start, end }) => end ?? start ?? []);
  if (ends.includes('present')) return null;
  return (
    ends
      .filter((end) => end.length > 4)
      .map(lastDayOf)
      .sort()
      .at(-1) ?? null
  );
}

/**
 * By when to ask for a letter: three months before its date or when the season opens, whichever comes first; at the end
 * of the shared work when that is fresher, or when the work ends later, but at least a month before the date (facts §6).
 */
export function askBy(planned: Dated, reference: Reference, today: string): AskBy {
  const { request } = planned.letter;
  const isEarly = planned.serves.some((specialty) => specialty.reference?.earlyMatch === true);
  const lead = leadDays(reference, 'best') + (isEarly ? EARLY_MATCH_DAYS : 0);
  const latest = addDays(request.targetDate, -leadDays(reference, 'shortest'));
  const opens = planned.season?.events.find(({ id, date }) => id === 'season-opens' && date.length === 10)?.date;

  let date = addDays(request.targetDate, -lead);
  let because: AskBy['because'] = 'lead-time';
  if (opens !== undefined && opens < date) [date, because] = [opens, 'season-opens'];
  const end = endOfWork(planned);
  if (end !== null && end >= addDays(date, -FRESH_DAYS)) {
    const atEnd = end < latest ? end : latest;
    if (end <= date || atEnd > date) [date, because] = [atEnd, 'end-of-work'];
  }

  const asked = request.askedOn ?? request.agreedOn;
  const isAsked = (asked !== undefined && asked <= today) || request.status !== 'draft';
  return { date, because, state: isAsked ? 'done' : date < today ? 'passed' : 'ahead' };
}
