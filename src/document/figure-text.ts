import type { Period, PeriodKind, TimelineMark } from '../figure/types.js';
import { asSentence, printPeriod, sentenceCase } from '../brief/print.js';
import { printDate } from '../brief/print.js';

/** Text alternatives of graphics, in full sentences: what a reader who does not see them must know. */

/** How a period was spent, inside a sentence. */
const SPENT: Readonly<Record<PeriodKind, string>> = {
  'hands-on': ', hands-on',
  observing: ', observing',
  research: ', research',
  other: '',
};

/** The timeline read out: its span, today, and every mark in the order of time. */
export function timelineAlt(marks: readonly TimelineMark[], today: string | undefined): string {
  const ordered = [...marks].sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  const first = [today, ordered[0]?.date].filter((date) => date !== undefined).sort()[0] ?? '';
  const last = ordered.at(-1)?.date ?? first;
  const sentences = [
    `Timeline from ${plainDate(first.slice(0, 7))} to ${plainDate(last.slice(0, 7))}.`,
    ...(today === undefined ? [] : [`Today is ${plainDate(today)}.`]),
    ...ordered.map(({ date, label, expected }) =>
      asSentence(`${sentenceCase(label)}: ${plainDate(date)}${expected ? ' (expected)' : ''}`),
    ),
  ];
  return sentences.join(' ');
}

/** The chart read out, bar by bar from the top. */
export function chartAlt(periods: readonly Period[]): string {
  const bars = periods.map(({ from, to, label, kind }) => {
    const period = (printPeriod(from, to ?? 'present') ?? '').replaceAll('\u00a0', ' ');
    return asSentence(`${sentenceCase(label)}${SPENT[kind]}: ${period}`);
  });
  return [`Chart of ${periods.length === 1 ? 'one period' : `${periods.length} periods`} by month.`, ...bars].join(' ');
}

function plainDate(iso: string): string {
  return printDate(iso).replaceAll('\u00a0', ' ');
}
