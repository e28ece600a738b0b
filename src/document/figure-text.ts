import { asSentence, printDate } from '../brief/print.js';
import { periodText } from '../figure/period-text.js';
import type { Period, TimelineMark } from '../figure/types.js';

/** Text alternatives of graphics, in full sentences: what a reader who does not see them must know. */

/** The timeline read out: its span, today, and every mark in the order of time. */
export function timelineAlt(marks: readonly TimelineMark[], today: string | undefined): string {
  const ordered = [...marks].sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  const dates = [...(today === undefined ? [] : [today]), ...ordered.map(({ date }) => date)].sort();
  const month = (date: string | undefined): string => plain(printDate((date ?? '').slice(0, 7)));
  const sentences = [
    `Timeline from ${month(dates[0])} to ${month(dates.at(-1))}.`,
    ...(today === undefined ? [] : [`Today is ${plain(printDate(today))}.`]),
    ...ordered.map(({ date, label, expected }) =>
      asSentence(`${label}: ${plain(printDate(date))}${expected ? ' (expected)' : ''}`),
    ),
  ];
  return sentences.join(' ');
}

/** The chart read out, bar by bar from the top. */
export function chartAlt(periods: readonly Period[]): string {
  const count = periods.length === 1 ? 'one period' : `${periods.length} periods`;
  const bars = periods.map((period) => asSentence(`${period.label}: ${plain(periodText(period))}`));
  return [`Chart of ${count} by month.`, ...bars].join(' ');
}

/** Alternatives are read aloud: no-break spaces mean nothing there. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
