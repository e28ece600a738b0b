import { fullName } from '../../brief/people.js';
import { dateOf } from '../../brief/print.js';
import { addDays, daysBetween, type AgendaEvent, type LetterPlan, type PlannedLetter } from '../../plan/index.js';
import type { Application } from '../../schema/application.js';
import { composeTitled } from '../../template/text-templates.js';
import { markOf } from '../batch/hash.js';
import { iCalendar, type CalendarEntry } from './i-calendar.js';
import type { OutputTexts } from './output-texts.js';

/** At nine in the morning: of the day, of the day before, of a week before. */
const ON_THE_DAY = 'PT9H';
const DAY_BEFORE = '-PT15H';
const WEEK_BEFORE = '-P6DT15H';

/** The calendar of one applicant: when to ask, to remind and to thank, target dates, and the dates of the seasons. */
export function remindersCalendar(application: Application, plan: LetterPlan, { texts }: OutputTexts): string {
  const { applicant } = application;
  const name = fullName(applicant.name);
  const owner = applicant.id ?? name;
  const entries = new Map<string, CalendarEntry>();
  const add = (uid: string, event: AgendaEvent, planned: PlannedLetter): void => {
    const { kind } = event;
    if (kind === 'request' || entries.has(uid)) return;
    const isIn = planned.letter.request.status === 'uploaded';
    const { title, body } = composeTitled(texts.event, {
      kind,
      label: event.label,
      date: dateOf(event.date),
      expected: event.expected,
      isIn,
      applicant: name,
      season: planned.seasonLabel,
      letter: kind === 'season' ? null : letterOf(planned),
    });
    const [from, until] = daysOf(event.date);
    const alarms = from < plan.today ? [] : alarmsOf(event, isIn);
    entries.set(uid, { uid, from, until, summary: title, description: body, isSettled: !event.expected, alarms });
  };
  for (const planned of plan.letters) {
    const { letter, agenda } = planned;
    for (const event of agenda) {
      // Of several reminders each has its distance from the target date, which it keeps when that date moves.
      const distance = event.kind === 'reminder' ? [String(daysBetween(event.date, letter.request.targetDate))] : [];
      const parts =
        event.kind === 'season'
          ? [owner, planned.seasonLabel, event.event ?? event.label, event.expected ? event.date.slice(0, 4) : '']
          : [owner, letter.id, ...distance];
      add(`${markOf([event.kind, ...parts])}@lor-packet`, event, planned);
    }
  }
  const ordered = [...entries.values()].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.uid < b.uid ? -1 : 1)); // prettier-ignore
  return iCalendar({ name: `Letters of recommendation: ${name}`, issued: plan.today, entries: ordered });
}

function letterOf({ letter, specialty }: PlannedLetter): object {
  const { id, writer, request } = letter;
  return {
    id,
    writer: `${writer.title} ${writer.name.family}`,
    forWhat: specialty?.name ?? 'General',
    target: dateOf(request.targetDate),
    letterId: request.letterId ?? null,
  };
}

/** First day, and the day after the last; of a month without a day all of it. */
function daysOf(date: string): [string, string] {
  if (date.length === 10) return [date, addDays(date, 1)];
  const first = `${date.slice(0, 7)}-01`.padEnd(10, '0');
  return [first, `${addDays(first, 31).slice(0, 7)}-01`];
}

function alarmsOf({ kind, expected, date }: AgendaEvent, isIn: boolean): string[] {
  if (expected || date.length < 10 || (isIn && kind === 'target')) return [];
  if (kind === 'target') return [WEEK_BEFORE, ON_THE_DAY];
  return [kind === 'season' ? DAY_BEFORE : ON_THE_DAY];
}
