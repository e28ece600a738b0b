import { addDays, daysBetween } from '../../plan/calendar.js';

/** Dates of the starter application. All are computed from the day on which it is made. */
export interface StarterDates {
  readonly today: string;
  /** The season that somebody who starts today can still apply in with good notice. */
  readonly season: number;
  /** When the letter is to be there: two months from today, at the latest in the middle of September. */
  readonly target: string;
  /** Year of today. */
  readonly year: number;
  /** The month `months` before today, YYYY-MM. */
  monthsAgo(months: number): string;
}

/** Programs begin to read in the last third of September (reference/seasons), so letters are wanted before. */
const LAST_TARGET = '09-15';
/** Notice in days under which the season is too close: the next one is meant. */
const NOTICE = 31;
/** Seasons that the format knows. */
const FIRST_SEASON = 2026;
const LAST_SEASON = 2040;

/** The date itself, or the Friday before a weekend. 1970-01-05 was a Monday. */
function workingDay(date: string): string {
  const weekday = daysBetween('1970-01-05', date) % 7;
  return weekday > 4 ? addDays(date, 4 - weekday) : date;
}

/** Dates from which the starter application gives no finding on the day it is made, whatever day that is. */
export function starterDates(today: string): StarterDates {
  const year = Number(today.slice(0, 4));
  const open = daysBetween(today, `${year}-${LAST_TARGET}`) >= NOTICE;
  const autumn = open ? year : year + 1;
  const last = `${autumn}-${LAST_TARGET}`;
  const twoMonths = addDays(today, 60);
  return {
    today,
    year,
    season: Math.min(LAST_SEASON, Math.max(FIRST_SEASON, autumn + 1)),
    target: workingDay(twoMonths < last ? twoMonths : last),
    monthsAgo(months) {
      const index = year * 12 + Number(today.slice(5, 7)) - 1 - months;
      return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
    },
  };
}
