import type { Place } from '../schema/values.js';

/** Printed forms of dates, places and lists: American English, the same on every machine. */

/** Names of the months, January first. */
export const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const NBSP = '\u00a0';
const EN_DASH = '\u2013';

function parts(iso: string): { year: string; month: string | null; day: number | null } {
  const [year = '', month, day] = iso.split('-');
  return {
    year,
    month: month === undefined ? null : (MONTHS[Number(month) - 1] ?? null),
    day: day === undefined ? null : Number(day),
  };
}

/** `2026`, `September 2026`, `September 4, 2026`; day and month do not part at a line's end. */
export function printDate(iso: string): string {
  const { year, month, day } = parts(iso);
  if (month === null) return year;
  return day === null ? `${month} ${year}` : `${month}${NBSP}${day}, ${year}`;
}

/** A date of the brief: ISO, printed, and its weekday when the day is known. */
export function dateOf(iso: string): { iso: string; text: string; weekday: string | null } {
  const weekday = iso.length === 10 ? (WEEKDAYS[new Date(`${iso}T00:00:00Z`).getUTCDay()] ?? null) : null;
  return { iso, text: printDate(iso), weekday };
}

function shortDate(iso: string): string {
  const { year, month } = parts(iso);
  if (month === null) return year;
  return `${month.length > 4 ? month.slice(0, 3) : month}${NBSP}${year}`;
}

/**
 * A period as printed beside an entry: months, an en dash, `present`; null without any date.
 *
 * @example printPeriod('2024-07', 'present') // 'July 2024 – present'
 * @example printPeriod('2024-09-02', '2024-11') // 'Sep – Nov 2024'
 */
export function printPeriod(start: string | undefined, end: string | undefined): string | null {
  if (!start && !end) return null;
  const to = end === 'present' ? 'present' : end ? shortDate(end) : null;
  if (!start) return to;
  const from = shortDate(start);
  if (!to || to === from) return from;
  const isSameYear =
    end !== 'present' && end?.length !== 4 && start.length > 4 && start.slice(0, 4) === end?.slice(0, 4);
  return `${isSameYear ? from.slice(0, -5) : from}${NBSP}${EN_DASH}${NBSP}${to}`;
}

/** City, state and country on one line; null when nothing is known. */
export function printPlace(place: Place | undefined): string | null {
  const text = [place?.city, place?.state, place?.country].filter(Boolean).join(', ');
  return text === '' ? null : text;
}

/** `a`, `a and b`, `a, b, and c`. */
export function printList(items: readonly string[]): string {
  if (items.length <= 2) return items.join(' and ');
  return `${items.slice(0, -1).join(', ')}, and ${items.at(-1) ?? ''}`;
}

/** `in 60 days`, `tomorrow`, `today`, `yesterday`, `3 days ago`. */
export function printDaysLeft(days: number): string {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days}${NBSP}days` : `${-days}${NBSP}days ago`;
}

/** First letter in upper case, the rest untouched. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toLocaleUpperCase('en-US') + text.slice(1);
}

/** The text with a full stop unless it ends in a mark of its own. */
export function asSentence(text: string): string {
  return /[.!?…:;]["”’)\]]*$/u.test(text) ? text : `${text}.`;
}

/** The text without quotation marks that enclose the whole of it. */
export function unquoted(text: string): string {
  return /^["“][^"“”]*["”]$/u.test(text) ? text.slice(1, -1) : text;
}

/** The text in quotation marks, unless it has some of its own. */
export function quoted(text: string): string {
  return /["“”]/u.test(text) ? text : `“${text}”`;
}

/** The first sentence of a text; an abbreviation such as "Dr." or a single letter does not end one. */
export function firstSentence(text: string): string {
  const end = /(?<!\b(?:Dr|Mr|Mrs|Ms|Prof|St|No|vs|\p{L}))[.!?]["”’)]*(?=\s)/u.exec(text);
  return asSentence(end ? text.slice(0, end.index + end[0].length) : text);
}
