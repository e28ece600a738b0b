import { addDays, type LetterPlan, type PlannedLetter, type TimelineEvent } from '../plan/index.js';
import { PROCESSING } from '../reference/index.js';
import type { Application } from '../schema/application.js';
import type { Brief } from '../schema/brief.js';
import { dateOf, printDate, printList } from './print.js';

type Row = Brief['dates'][number];

/** Events of a season that a writer needs; opening, submission, rank lists and the end concern the applicant. */
const EVENTS_FOR_WRITERS: ReadonlySet<string | undefined> = new Set(['review-begins', 'early-match', 'match-day']);

/** The day that lies a number of business days, Monday to Friday, before another. */
function businessDaysBefore(iso: string, days: number): string {
  let date = iso;
  for (let left = days; left > 0;) {
    date = addDays(date, -1);
    const weekday = dateOf(date).weekday;
    if (weekday !== 'Saturday' && weekday !== 'Sunday') left -= 1;
  }
  return date;
}

/** True where ECFMG stands between the upload and the programs: an international graduate's letter in ERAS. */
function isProcessed(application: Application, { service }: PlannedLetter): boolean {
  return application.applicant.img !== undefined && service.id.startsWith('eras');
}

/** The latest upload for ECFMG to be done when programs begin to review; null when that day is not known or past. */
function processingRow(plan: LetterPlan, planned: PlannedLetter): Row | null {
  const review = planned.timeline.find(({ event }) => event === 'review-begins');
  if (!review || review.date.length < 10) return null;
  const date = businessDaysBefore(review.date, PROCESSING.businessDays);
  if (date <= plan.today) return null;
  return { date: dateOf(date), label: PROCESSING.label, kind: 'season', expected: review.expected };
}

function rowOf(event: TimelineEvent, reminders: readonly TimelineEvent[]): Row | null {
  const { date, label, kind, expected } = event;
  if (kind === 'season' && !EVENTS_FOR_WRITERS.has(event.event)) return null;
  if (kind !== 'reminder') return { date: dateOf(date), label, kind, expected };
  if (event !== reminders[0]) return null;
  const text = printList(reminders.map((reminder) => printDate(reminder.date).replace(/, \d{4}$/, '')));
  const plural = reminders.length > 1 ? 'Short reminders' : 'A short reminder';
  return { date: { ...dateOf(date), text }, label: `${plural} from me, unless the letter is in`, kind, expected };
}

/** The dates of the packet, in order; reminders share one row, and a letter that is in has none. */
export function datesOf(application: Application, plan: LetterPlan, planned: PlannedLetter): Row[] {
  const isIn = planned.letter.request.status === 'uploaded';
  const timeline = isIn
    ? planned.timeline.filter(({ kind }) => kind !== 'reminder' && kind !== 'target')
    : planned.timeline;
  const reminders = timeline.filter(({ kind }) => kind === 'reminder');
  const rows = timeline.flatMap((event) => rowOf(event, reminders) ?? []);
  const processing = isIn || !isProcessed(application, planned) ? null : processingRow(plan, planned);
  if (!processing) return rows;
  const later = rows.findIndex(({ date }) => date.iso > processing.date.iso);
  return rows.toSpliced(later < 0 ? rows.length : later, 0, processing);
}

const EXPECTED_NOTE = 'Expected dates may move.';

/** Labels of a graphic, where the table beside it says more. */
const SHORT_LABELS = { reminder: 'Reminder', reminders: 'Reminders', target: 'Target date' } as const;

/** The dates of the packet for a graphic: every reminder by itself, labels short. */
export function timelineOf(application: Application, plan: LetterPlan, planned: PlannedLetter): Brief['timeline'] {
  const reminders = planned.timeline.filter(({ kind }) => kind === 'reminder');
  const { agreedOn } = planned.letter.request;
  return datesOf(application, plan, planned).flatMap(({ date, label, kind, expected }): Brief['timeline'] => {
    const mark = { on: date.iso, kind, expected };
    if (kind === 'reminder') {
      const text = reminders.length > 1 ? SHORT_LABELS.reminders : SHORT_LABELS.reminder;
      return reminders.map((reminder) => ({ ...mark, on: reminder.date, label: text }));
    }
    if (kind === 'target') return [{ ...mark, label: SHORT_LABELS.target }];
    if (kind === 'request') return [{ ...mark, label: agreedOn ? 'You agreed' : 'I asked you' }];
    return [{ ...mark, label: label === PROCESSING.label ? PROCESSING.shortLabel : label }];
  });
}

/** How long the letter takes after the upload, where a service stands between, and what `expected` means. */
export function datesNoteOf(application: Application, planned: PlannedLetter, dates: Brief['dates']): string | null {
  const isIn = planned.letter.request.status === 'uploaded';
  const processing = !isIn && isProcessed(application, planned) ? [PROCESSING.note] : [];
  const moving = dates.some(({ expected }) => expected) ? [EXPECTED_NOTE] : [];
  return [...processing, ...moving].join(' ') || null;
}
