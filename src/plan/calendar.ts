import { daysInMonth } from '../schema/values.js';

/** Calendar arithmetic on ISO dates, without a time zone. */

const DAY = 86_400_000;

function toDay(iso: string): number {
  return Math.round(Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8, 10))) / DAY);
}

/** Days from one YYYY-MM-DD to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return toDay(to) - toDay(from);
}

/**
 * The date `days` after (or before) a YYYY-MM-DD.
 *
 * @example addDays('2026-09-01', -7) // '2026-08-25'
 */
export function addDays(iso: string, days: number): string {
  return new Date((toDay(iso) + days) * DAY).toISOString().slice(0, 10);
}

/**
 * The last day of a date that may lack its day or month.
 *
 * @example lastDayOf('2026-02') // '2026-02-28'
 */
export function lastDayOf(date: string): string {
  if (date.length === 10) return date;
  const month = date.length === 7 ? Number(date.slice(5)) : 12;
  const year = date.slice(0, 4);
  return `${year}-${String(month).padStart(2, '0')}-${String(daysInMonth(Number(year), month)).padStart(2, '0')}`;
}
