import { MONTHS } from '../brief/print.js';
import { daysInMonth } from '../schema/values.js';

/** Days since the year 0 of the proleptic Gregorian calendar, good for differences and months alike. */
export type DayNumber = number;

const DAY = 86_400_000;

function dayOf(year: number, month: number, day: number): DayNumber {
  return Math.round(Date.UTC(year, month - 1, day) / DAY);
}

/** The days that a date covers, as far as it is known: `to` is the first day after it. */
export function daysOf(date: string): { readonly from: DayNumber; readonly to: DayNumber } {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return { from: dayOf(year, 1, 1), to: dayOf(year + 1, 1, 1) };
  if (day === undefined) return { from: dayOf(year, month, 1), to: dayOf(year, month, daysInMonth(year, month)) + 1 };
  const from = dayOf(year, month, day);
  return { from, to: from + 1 };
}

/** A piece of an axis between two ticks: a month, a quarter, a year or several. */
export interface AxisStep {
  readonly from: DayNumber;
  readonly to: DayNumber;
  /** Names for the step from long to short; the caller takes the first that fits. */
  readonly names: readonly string[];
  readonly year: number;
  /** True for the first step of a year. */
  readonly startsYear: boolean;
}

/** Months in a step, from fine to coarse. */
const STEPS = [1, 3, 12, 24, 60, 120, 240] as const;

/** The steps that cover a span, whole at both ends: as fine as `most` of them allow. */
export function axisSteps(from: DayNumber, to: DayNumber, most: number): AxisStep[] {
  const first = new Date(from * DAY);
  const last = new Date((to - 1) * DAY);
  const start = first.getUTCFullYear() * 12 + first.getUTCMonth();
  const end = last.getUTCFullYear() * 12 + last.getUTCMonth() + 1;
  const size = STEPS.find((months) => Math.ceil(end / months) - Math.floor(start / months) <= most) ?? STEPS.at(-1)!;
  const steps: AxisStep[] = [];
  for (let month = Math.floor(start / size) * size; month < end; month += size) {
    const year = Math.floor(month / 12);
    const next = month + size;
    steps.push({
      from: dayOf(year, (month % 12) + 1, 1),
      to: dayOf(Math.floor(next / 12), (next % 12) + 1, 1),
      names: namesOf(month % 12, year, size),
      year,
      startsYear: month % 12 === 0,
    });
  }
  return steps;
}

function namesOf(month: number, year: number, size: number): string[] {
  if (size >= 24) return [`${year}–${year + size / 12 - 1}`, String(year)];
  if (size === 12) return [String(year)];
  const short = MONTHS.slice(month, month + size).map((name) => name.slice(0, 3));
  if (size === 3) return [`${short[0]}–${short[2]}`, `Q${month / 3 + 1}`];
  return [MONTHS[month] ?? '', short[0] ?? '', (short[0] ?? '').slice(0, 1)];
}

/** A date in a graphic whose axis says the year: "Sep 4", "Sep", "2027". */
export function shortDate(date: string): string {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  const name = (MONTHS[Number(month) - 1] ?? '').slice(0, 3);
  return day === undefined ? name : `${name}\u00a0${Number(day)}`;
}
