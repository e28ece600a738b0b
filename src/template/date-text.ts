import { MONTHS } from '../brief/print.js';

const SHORT_MONTHS = MONTHS.map((month) => month.slice(0, 3));
const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

interface DateParts {
  readonly year: string;
  readonly month?: number;
  readonly day?: number;
}

function readDate(text: string): DateParts | undefined {
  const match = DATE.exec(text.trim());
  if (match === null) return undefined;
  const [, year = '', month, day] = match;
  const parts = {
    year,
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
  };
  return parts.month !== undefined && MONTHS[parts.month - 1] === undefined ? undefined : parts;
}

/**
 * A date as US readers write it, no finer than it is known: `2026` stays, `2026-09` is "Sep 2026", `2026-09-15` is
 * "September 15, 2026". Text that is no such date comes back as it is.
 */
export function dateText(text: string): string {
  const date = readDate(text);
  if (date?.month === undefined) return date?.year ?? text;
  if (date.day === undefined) return `${SHORT_MONTHS[date.month - 1]} ${date.year}`;
  return `${MONTHS[date.month - 1]} ${date.day}, ${date.year}`;
}

/** The same with short months: "Sep 15, 2026". */
export function shortDateText(text: string): string {
  const date = readDate(text);
  if (date?.month === undefined || date.day === undefined) return dateText(text);
  return `${SHORT_MONTHS[date.month - 1]} ${date.day}, ${date.year}`;
}

/**
 * A range of dates with an en dash, repeating nothing: "2019–2021", "Sep–Oct 2024", "September 15–28, 2026",
 * "Jul 2019 – Jun 2021". No end means "present"; no start leaves the end alone; neither gives an empty text.
 */
export function dateRangeText(from: string, to: string): string {
  if (from === '') return to === '' ? '' : dateText(to);
  if (to === '') return `${dateText(from)} – present`;
  if (from === to) return dateText(from);
  const a = readDate(from);
  const b = readDate(to);
  if (a === undefined || b === undefined || a.year !== b.year) return spaced(dateText(from), dateText(to));
  if (a.month !== undefined && b.month !== undefined) {
    if (a.day === undefined && b.day === undefined) {
      return `${SHORT_MONTHS[a.month - 1]}–${SHORT_MONTHS[b.month - 1]} ${a.year}`;
    }
    if (a.day !== undefined && b.day !== undefined) {
      const start = `${MONTHS[a.month - 1]} ${a.day}`;
      return a.month === b.month
        ? `${start}–${b.day}, ${a.year}`
        : `${start} – ${MONTHS[b.month - 1]} ${b.day}, ${a.year}`;
    }
  }
  return spaced(dateText(from), dateText(to));
}

/** The dash is set close between single words and spaced where a side has spaces itself. */
function spaced(from: string, to: string): string {
  return /\s/.test(from) || /\s/.test(to) ? `${from} – ${to}` : `${from}–${to}`;
}
