import { diagnostic, type Diagnostic } from '../diagnostics/index.js';
import type { Season } from '../reference/index.js';
import type { Letter } from '../schema/letter.js';
import { addDays, daysBetween } from './calendar.js';
import type { TimelineEvent } from './types.js';

/** Days before the target date on which the applicant reminds the writer (facts §6). */
export const REMINDER_DAYS = [21, 7, 2] as const;
/** The shortest notice that writers ask for, in days (facts §6: at least a month). */
export const SHORTEST_NOTICE_DAYS = 30;

/** Dates of one letter in order: request, reminders still ahead, target, and the season's events still ahead. */
export function letterTimeline(letter: Letter, season: Season | null, today: string): TimelineEvent[] {
  const { askedOn, agreedOn, targetDate } = letter.request;
  const asked = agreedOn ? undefined : askedOn;
  const events: TimelineEvent[] = [];
  if (asked) events.push({ date: asked, label: 'I asked you for this letter', kind: 'request', expected: false });
  if (agreedOn) events.push({ date: agreedOn, label: 'You agreed to write it', kind: 'request', expected: false });
  for (const days of REMINDER_DAYS) {
    const date = addDays(targetDate, -days);
    if (date > today)
      events.push({
        date,
        label: 'A short reminder from me, unless the letter is in',
        kind: 'reminder',
        expected: false,
      });
  }
  events.push({ date: targetDate, label: 'Target date for this letter', kind: 'target', expected: false });
  for (const event of season?.events ?? []) {
    if (event.date.length === 10 ? event.date < today : event.date < today.slice(0, 7)) continue;
    events.push({ date: event.date, label: event.label, kind: 'season', event: event.id, expected: event.expected });
  }
  const order = { request: 0, reminder: 1, target: 2, season: 3 };
  return events.sort((a, b) => (a.date === b.date ? order[a.kind] - order[b.kind] : a.date < b.date ? -1 : 1));
}

/** What is late or too late about a letter, as of `today`. */
export function timingFindings(letter: Letter, season: Season | null, today: string, path: string): Diagnostic[] {
  const { targetDate, askedOn, status } = letter.request;
  if (status === 'uploaded') return [];
  const where = { path: `${path}.request.targetDate`, found: targetDate };
  const findings: Diagnostic[] = [];
  const left = daysBetween(today, targetDate);
  if (left < 0) {
    findings.push(
      diagnostic('warning', 'timing/overdue', `the target date of letter "${letter.id}" passed ${-left} days ago`, {
        ...where,
        hints: ['agree on a new date with the writer and change `targetDate`'],
        reference: 'SEED',
      }),
    );
  } else if (daysBetween(askedOn ?? today, targetDate) < SHORTEST_NOTICE_DAYS) {
    findings.push(
      diagnostic('warning', 'timing/late-request', `the writer of letter "${letter.id}" has less than a month`, {
        ...where,
        hints: ['ask whether the date is possible, and offer a later one'],
        reference: 'AAFP',
      }),
    );
  }
  const review = season?.events.find((event) => event.id === 'review-begins');
  if (review && targetDate > review.date) {
    const when = `${review.date}${review.expected ? ', expected' : ''}`;
    findings.push(
      diagnostic(
        'warning',
        'timing/after-review',
        `letter "${letter.id}" is due after programs begin reviewing (${when})`,
        { ...where, hints: [`agree on a date before ${review.date}`], reference: review.sources[0] ?? 'AAMC-TL26' },
      ),
    );
  }
  return findings;
}
