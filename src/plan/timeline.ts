import type { Reference, Season } from '../reference/index.js';
import type { Letter } from '../schema/letter.js';
import { addDays } from './calendar.js';
import type { AgendaEvent, AskBy, TimelineEvent } from './types.js';

/** Days after the target date by which the writer has been thanked, whatever came of it. */
const THANKS_DAYS = 3;

const ASK_BY_LABELS: Readonly<Record<AskBy['because'], string>> = {
  'lead-time': 'ask for the letter (three months before its date)',
  'season-opens': 'ask for the letter (the season opens)',
  'end-of-work': 'ask for the letter (end of your work together)',
};

const ORDER: readonly AgendaEvent['kind'][] = ['ask-by', 'request', 'reminder', 'target', 'thanks', 'season'];

/** By date; a month without a day stands before its days. */
function inOrder<Event extends AgendaEvent>(events: readonly Event[]): Event[] {
  return [...events].sort((a, b) => {
    if (a.date !== b.date) return a.date < b.date ? -1 : 1;
    return ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);
  });
}

/** Events of a season that are not over. */
function seasonEvents(season: Season | null, today: string): (TimelineEvent & { kind: 'season' })[] {
  const events = season?.events ?? [];
  return events
    .filter(({ date }) => date >= today.slice(0, date.length))
    .map(({ id, label, date, expected }) => ({ date, label, kind: 'season', event: id, expected }));
}

/** Reminders from a day on, that day's own included. */
function reminders(letter: Letter, reference: Reference, from: string): { date: string; label: string }[] {
  return reference.reminders
    .map(({ daysBefore, label }) => ({ date: addDays(letter.request.targetDate, -daysBefore), label }))
    .filter(({ date }) => date >= from);
}

/** Dates of one letter as its writer sees them, in order: request, reminders and events still ahead, target date. */
export function letterTimeline(
  letter: Letter,
  season: Season | null,
  reference: Reference,
  today: string,
): TimelineEvent[] {
  const { askedOn, agreedOn, targetDate } = letter.request;
  const events: TimelineEvent[] = [];
  const add = (kind: TimelineEvent['kind'], date: string, label: string): void => {
    events.push({ date, label, kind, expected: false });
  };
  if (agreedOn) add('request', agreedOn, 'You agreed to write it');
  else if (askedOn) add('request', askedOn, 'I asked you for this letter');
  for (const { date } of reminders(letter, reference, addDays(today, 1))) {
    add('reminder', date, 'A short reminder from me, unless the letter is in');
  }
  add('target', targetDate, 'Target date for this letter');
  return inOrder([...events, ...seasonEvents(season, today)]);
}

/** Dates of one letter as the applicant keeps them, in order: also when to ask, and when to thank. */
export function letterAgenda(
  letter: Letter,
  season: Season | null,
  ask: AskBy,
  reference: Reference,
  today: string,
): AgendaEvent[] {
  const { askedOn, agreedOn, targetDate, status } = letter.request;
  const isIn = status === 'uploaded';
  const events: AgendaEvent[] = [];
  const add = (kind: AgendaEvent['kind'], date: string, label: string): void => {
    events.push({ date, label, kind, expected: false });
  };
  if (ask.state === 'ahead') add('ask-by', ask.date, ASK_BY_LABELS[ask.because]);
  if (ask.state === 'passed') add('ask-by', today, `ask now: the day to ask was ${ask.date}`);
  if (askedOn) add('request', askedOn, 'asked');
  if (agreedOn) add('request', agreedOn, 'agreed');
  if (!isIn) {
    for (const { date, label } of reminders(letter, reference, today)) {
      add('reminder', date, label.charAt(0).toLowerCase() + label.slice(1));
    }
  }
  add('target', targetDate, isIn ? 'target date; the letter is in' : 'target date');
  const thanksDate = addDays(targetDate, THANKS_DAYS);
  if (isIn) add('thanks', thanksDate < today ? thanksDate : today, 'thank the writer: the letter is in');
  else add('thanks', thanksDate, 'thank the writer, as soon as the letter is in');
  return inOrder([...events, ...seasonEvents(season, today)]);
}
