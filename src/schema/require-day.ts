import { isPartialDate } from './values.js';

/**
 * Refuses a day of issue that is none, before anything is counted from it.
 *
 * @throws {RangeError} for what is no YYYY-MM-DD that exists in the calendar
 */
export function requireDay(today: unknown): void {
  if (typeof today === 'string' && today.length === 10 && isPartialDate(today)) return;
  throw new RangeError(`today: ${JSON.stringify(today)} is not a date as YYYY-MM-DD that exists in the calendar`);
}
