import { axisSteps, daysOf, type AxisStep, type DayNumber } from './time-axis.js';
import type { Period } from './types.js';

/** A stretch of a chart's axis. Between two stretches time is left out. */
export interface ChartStretch {
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly steps: readonly AxisStep[];
}

/** A bar on the axis. */
export interface ChartBar {
  readonly from: DayNumber;
  readonly to: DayNumber;
  /** True while the period goes on: the bar ends where the axis does, with a point. */
  readonly isOngoing: boolean;
}

/** The days of each period. One that goes on lasts to `today`, or else as long as the last of the others. */
export function chartBars(periods: readonly Period[], today: string | undefined): ChartBar[] {
  const ends = periods.map(({ from, to }) => daysOf(to ?? from).to);
  const now = Math.max(...ends, today === undefined ? -Infinity : daysOf(today).to);
  return periods.map(({ from, to }) => {
    const start = daysOf(from).from;
    return { from: start, to: to === null ? now : Math.max(daysOf(to).to, start + 1), isOngoing: to === null };
  });
}

/**
 * The axis of a chart in whole months. With `periods` it leaves out the months in which no bar lies, so that it shows
 * what was done and not what lay between.
 *
 * @param most most steps of all stretches together
 */
export function chartStretches(bars: readonly ChartBar[], axis: 'time' | 'periods', most: number): ChartStretch[] {
  const spans = bars
    .map(({ from, to }) => {
      const months = axisSteps(from, to, Infinity);
      return { from: months[0]!.from, to: months.at(-1)!.to };
    })
    .sort((a, b) => a.from - b.from);
  const joined: { from: DayNumber; to: DayNumber }[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && (axis === 'time' || span.from <= last.to)) last.to = Math.max(last.to, span.to);
    else joined.push({ ...span });
  }
  const total = joined.reduce((sum, { from, to }) => sum + to - from, 0);
  return joined.map(({ from, to }) => {
    const steps = axisSteps(from, to, Math.max(1, Math.floor((most * (to - from)) / total)));
    // Coarse steps begin before the first month and end after the last: the stretch keeps to its months.
    return {
      from,
      to,
      steps: steps.map((step) => ({ ...step, from: Math.max(step.from, from), to: Math.min(step.to, to) })),
    };
  });
}
