import type { AxisStep, DayNumber } from '../../figure/time-axis.js';
import type { Part } from '../vertical-items.js';
import { figureLines, lineParts, widthOf, type FigureFrame } from './figure-parts.js';

/** A step of an axis with its place. */
interface PlacedStep {
  readonly step: AxisStep;
  readonly left: number;
  readonly right: number;
  /** True for the first step of a stretch, which says its year. */
  readonly isFirst: boolean;
}

/** A stretch of an axis: its steps, and where a day stands. */
export interface PlacedStretch {
  readonly steps: readonly AxisStep[];
  readonly x: (day: DayNumber) => number;
}

/** What a name makes room for, points from the left. */
export interface NameSurroundings {
  /** Top of a line for the years, from the top of the axis. */
  readonly yearTop?: number;
  /** An upright line through the names. */
  readonly upright?: number;
}

/** Space between a name and the ends of its step, and a line through it, points. */
const ROOM = 2;

/**
 * Names the steps of an axis, all alike: with the longest names for which nearly every step has room. The first step
 * of a stretch and the first of a year say the year, shortened or on the next step where they must, unless years stand in a
 * line above. A name that an upright line would cut stands beside it, shorter if that is what it takes; where there is
 * no room on either side, it stays where it is.
 *
 * @param top top of the line of names
 */
export function stepNames(
  stretches: readonly PlacedStretch[],
  top: number,
  frame: FigureFrame,
  { yearTop, upright }: NameSurroundings = {},
): Part[] {
  const steps = stretches.flatMap(({ steps: own, x }) =>
    own.map((step, index): PlacedStep => ({ step, left: x(step.from), right: x(step.to), isFirst: index === 0 })),
  );
  const { figureText } = frame.job.styles;
  const set = new SetNames(frame);
  const widest = Math.max(...steps.map(({ left, right }) => right - left));
  const whole = steps.filter(({ left, right }) => right - left > widest * 0.8);
  const levels = Math.max(...steps.map(({ step }) => step.names.length));
  const nameAt = ({ step }: PlacedStep, level: number): string => step.names[level] ?? step.names.at(-1) ?? '';
  let level = 0;
  while (level < levels - 1 && !whole.every((placed) => fits(placed, set.width(nameAt(placed, level))))) level++;

  // A first step without room for its month and year leaves the year to the next: a year alone says no month.
  let owesYear = false;
  const names = steps.flatMap((placed): Part[] => {
    const { step, left, right, isFirst } = placed;
    const name = nameAt(placed, level);
    const short = `’${String(step.year % 100).padStart(2, '0')}`;
    const wantsYear = isFirst || step.startsYear || owesYear;
    const hasYear = saysYear(name, placed) || !wantsYear || yearTop !== undefined;
    const both = [`${name} ${step.year}`, `${step.names[1] ?? name} ${short}`];
    const wanted = hasYear ? [name] : [...both, ...(step.startsYear ? [short] : []), name, step.names[1] ?? name];
    const fitting = wanted.filter((candidate) => fits(placed, set.width(candidate)));
    const isClear = (candidate: string): boolean => besideLine(placed, set.width(candidate), upright) !== undefined;
    const found = fitting.find(isClear) ?? fitting[0];
    owesYear = !hasYear && (found === undefined || !(found.endsWith(short) || found.includes(String(step.year))));
    if (found === undefined) return [];
    const width = set.width(found);
    return lineParts(
      set.lines(found),
      figureText,
      besideLine(placed, width, upright) ?? (left + right - width) / 2,
      top,
    );
  });
  if (yearTop === undefined) return names;
  // From right to left: where two years would collide, the one that begins a month at the end of a year gives way.
  let free = Infinity;
  const years = steps.toReversed().flatMap((placed): Part[] => {
    const { step, left, isFirst } = placed;
    if (!(isFirst || step.startsYear) || saysYear(nameAt(placed, level), placed)) return [];
    const year = String(step.year);
    if (left + set.width(year) + 2 * ROOM > Math.min(free, frame.width)) return [];
    free = left;
    return lineParts(set.lines(year), figureText, left, yearTop);
  });
  return [...years.toReversed(), ...names];
}

/** Names as they are set, each once. */
class SetNames {
  readonly #lines = new Map<string, ReturnType<typeof figureLines>>();

  constructor(private readonly frame: FigureFrame) {}

  lines(name: string): ReturnType<typeof figureLines> {
    let lines = this.#lines.get(name);
    if (lines === undefined) {
      lines = figureLines(name, this.frame, { color: this.frame.job.styles.colors.muted });
      this.#lines.set(name, lines);
    }
    return lines;
  }

  /** Points. */
  width(name: string): number {
    return widthOf(this.lines(name));
  }
}

/** True when a name of a width has room in its step. */
function fits({ left, right }: PlacedStep, width: number): boolean {
  return width <= right - left - 2 * ROOM;
}

function saysYear(name: string, { step }: PlacedStep): boolean {
  return name.includes(String(step.year));
}

/** Where a name of a width begins so that no line cuts it: in the middle of its step, or next to the line. */
function besideLine({ left, right }: PlacedStep, width: number, upright?: number): number | undefined {
  const middle = (left + right - width) / 2;
  if (upright === undefined || upright + ROOM <= middle || upright - ROOM >= middle + width) return middle;
  const after = upright + ROOM;
  const before = upright - ROOM - width;
  const sides = [after, before].filter((begin) => begin >= left + ROOM && begin + width <= right - ROOM);
  return sides.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
}
