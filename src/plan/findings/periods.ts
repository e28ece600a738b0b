import { daysBetween, lastDayOf } from '../calendar.js';

/** The first day of a date that may lack its day or month. */
export function firstDay(date: string): string {
  return `${date}-01-01`.slice(0, 10).replace(/^(\d{4}-\d{2})-01-.*$/, '$1-01');
}

/** The last day of a date that may lack its day or month; of `present`, today. */
export function lastDay(date: string, today: string): string {
  return date === 'present' ? today : lastDayOf(date);
}

/** A period of the record as far as it can reach. ISO days, both inclusive. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/**
 * The longest span that a period can mean; null without a start. A period without an end counts until its start's end
 * only.
 */
export function spanOf(start: string | undefined, end: string | undefined, today: string): Span | null {
  const begin = start ?? (end === 'present' ? undefined : end);
  if (begin === undefined) return null;
  return { from: firstDay(begin), to: lastDay(end ?? begin, today) };
}

/** Days for which two periods overlap for certain, whatever the days are that their dates lack. */
export function certainOverlap(
  a: { readonly start: string; readonly end: string },
  b: { readonly start: string; readonly end: string },
  today: string,
): number {
  const surelyIn = (date: string): string => lastDay(date, today);
  const surelyOut = (date: string): string => (date === 'present' ? today : firstDay(date));
  const from = [surelyIn(a.start), surelyIn(b.start)].sort()[1] ?? '';
  const to = [surelyOut(a.end), surelyOut(b.end)].sort()[0] ?? '';
  return from < to ? daysBetween(from, to) : 0;
}

/** True when a date lies in none of the spans. */
export function isOutside(date: string, spans: readonly Span[], today: string): boolean {
  const from = firstDay(date);
  const to = lastDay(date, today);
  return spans.every((span) => to < span.from || from > span.to);
}
