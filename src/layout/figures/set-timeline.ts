import type { FigureContent } from '../../document/types.js';
import { axisSteps, daysOf, shortDate, type DayNumber } from '../../figure/time-axis.js';
import type { TimelineKind, TimelineMark } from '../../figure/types.js';
import type { Line } from '../../text/types.js';
import type { RunData, Shape } from '../types.js';
import type { Part } from '../vertical-items.js';
import { figureLines, lineParts, widthOf, type FigureFrame, type SetFigure } from './figure-parts.js';
import { spreadLabels } from './spread-labels.js';
import { stepNames } from './step-names.js';

type Timeline = Extract<FigureContent, { kind: 'timeline' }>;

/** All lengths in points, at a figure text of about 8.5 points. */
const BAND = 16;
const MARK = 2.9;
const LEADER = 15;
const LABEL_GAP = 10;
/** A label breaks into lines at this width. */
const LABEL_MEASURE = 92;
const LEAST_STEP = 17;
/** Part of the axis left free at each end, so that the first and last mark do not stand on its edge. */
const END_ROOM = 0.02;

/** Labels that are left out first when there is no room for all: what the table beside the graphic says as well. */
const PRIORITY: readonly TimelineKind[] = ['target', 'request', 'season', 'event', 'reminder'];

interface Label {
  readonly mark: TimelineMark | null;
  readonly x: number;
  readonly lines: readonly Line<RunData>[];
  readonly width: number;
}

/**
 * A timeline: a band of months, marks on its edges, and their labels above (today, what was agreed, the target date)
 * and below (reminders and events). Labels never overlap: they give way along the line, with leaders to their marks.
 */
export function setTimeline(content: Timeline, frame: FigureFrame): SetFigure {
  const { width, job } = frame;
  const { colors, figureText } = job.styles;
  const axis = scaleOf(content, width);
  const above = fitLabels(labelsOf(content, 'above', axis.x, frame), width);
  const below = fitLabels(labelsOf(content, 'below', axis.x, frame), width);
  const heightOf = (labels: readonly PlacedLabel[]): number =>
    labels.length === 0 ? MARK : LEADER + Math.max(...labels.map(({ lines }) => lines.length)) * figureText.leading;
  const top = heightOf(above);
  const bottom = top + BAND;
  const height = bottom + heightOf(below);
  const shapes: Shape[] = [{ kind: 'rects', color: colors.tint, rects: [[0, top, width, BAND]] }];
  const parts: Part[] = [];

  shapes.push({
    kind: 'lines',
    color: colors.rule,
    width: 0.5,
    lines: axis.steps.slice(1).map(({ from }) => [
      [axis.x(from), top],
      [axis.x(from), bottom],
    ]),
  });
  const today = content.today === undefined ? undefined : axis.x(daysOf(content.today).from);
  parts.push(...stepNames([axis], top + (BAND - figureText.leading) / 2, frame, today === undefined ? {} : { upright: today })); // prettier-ignore
  shapes.push({ kind: 'lines', color: colors.rule, width: 0.6, lines: [edge(top, width), edge(bottom, width)] });
  shapes.push(...timeLeft(content, axis.x, top, job.styles.colors.accent));
  for (const label of above) shapes.push(...leaderOf(label, top, top - LEADER, colors.muted));
  for (const label of below) shapes.push(...leaderOf(label, bottom, bottom + LEADER, colors.muted));
  if (today !== undefined) {
    const line = [
      [today, top - MARK],
      [today, bottom],
    ] as const;
    shapes.push({ kind: 'lines', color: colors.text, width: 1.1, lines: [line] });
  }
  for (const mark of content.marks) {
    shapes.push(...markShapes(mark, axis.x(middleOf(mark.date)), sideOf(mark) === 'above' ? top : bottom, frame));
  }
  for (const { lines, left } of above) {
    parts.push(...lineParts(lines, figureText, left, top - LEADER - lines.length * figureText.leading));
  }
  for (const { lines, left } of below) parts.push(...lineParts(lines, figureText, left, bottom + LEADER));
  return {
    width,
    height,
    parts: [{ kind: 'drawing', x: 0, y: 0, width, height, element: frame.element, shapes }, ...parts],
  };
}

interface Axis {
  readonly steps: ReturnType<typeof axisSteps>;
  readonly x: (day: DayNumber) => number;
}

function scaleOf({ marks, today }: Timeline, width: number): Axis {
  const days = [...marks.map(({ date }) => date), ...(today === undefined ? [] : [today])].map(daysOf);
  const first = Math.min(...days.map(({ from }) => from));
  const last = Math.max(...days.map(({ to }) => to));
  const room = Math.max(4, (last - first) * END_ROOM);
  const [from, to] = [first - room, last + room];
  const steps = axisSteps(Math.floor(from), Math.ceil(to), Math.floor(width / LEAST_STEP));
  return { steps, x: (day) => Math.min(width, Math.max(0, ((day - from) / (to - from)) * width)) };
}

function middleOf(date: string): DayNumber {
  const { from, to } = daysOf(date);
  return to - from === 1 ? from : (from + to) / 2;
}

function sideOf({ kind }: TimelineMark): 'above' | 'below' {
  return kind === 'target' || kind === 'request' ? 'above' : 'below';
}

/** The stretch from today to the target date, along the upper edge of the band. */
function timeLeft({ marks, today }: Timeline, x: Axis['x'], y: number, color: string): Shape[] {
  const target = marks.find(({ kind }) => kind === 'target');
  if (today === undefined || !target || target.date <= today) return [];
  const line = [
    [x(daysOf(today).from), y],
    [x(middleOf(target.date)), y],
  ] as const;
  return [{ kind: 'lines', color, width: 2, lines: [line] }];
}

/** The mark of an event: its form says what it is, and hollow says that the date may move. */
function markShapes({ kind, expected }: TimelineMark, x: number, y: number, { job }: FigureFrame): Shape[] {
  const { colors } = job.styles;
  const ink = kind === 'target' ? colors.accent : kind === 'reminder' ? colors.muted : colors.text;
  const look = { fill: expected ? '#ffffff' : ink, stroke: ink, width: 0.9 };
  if (kind === 'target') {
    const r = MARK * 1.5;
    const points = [
      [x, y - r],
      [x + r, y],
      [x, y + r],
      [x - r, y],
    ] as const;
    return [{ kind: 'polygon', points, ...look }];
  }
  if (kind === 'season' || kind === 'event') {
    const r = MARK * 0.92;
    const points = [
      [x - r, y - r],
      [x + r, y - r],
      [x + r, y + r],
      [x - r, y + r],
    ] as const;
    return [{ kind: 'polygon', points, ...look }];
  }
  return [{ kind: 'circle', x, y, radius: kind === 'reminder' ? MARK * 0.72 : MARK, ...look }];
}

interface PlacedLabel extends Label {
  readonly left: number;
}

/** Labels of one side in the order of time; marks that say the same in a row share one. */
function labelsOf({ marks, today }: Timeline, side: 'above' | 'below', x: Axis['x'], frame: FigureFrame): Label[] {
  const { colors } = frame.job.styles;
  const ordered = marks.filter((mark) => sideOf(mark) === side).sort((a, b) => middleOf(a.date) - middleOf(b.date));
  const groups: TimelineMark[][] = [];
  for (const mark of ordered) {
    const last = groups.at(-1)?.[0];
    const same = last?.kind === mark.kind && last.label === mark.label && last.expected === mark.expected;
    if (same) groups.at(-1)?.push(mark);
    else groups.push([mark]);
  }
  const labels = groups.map((group): Label => {
    const [mark] = group as [TimelineMark];
    const color = mark.kind === 'target' ? colors.accent : colors.text;
    const dates = `${group.map(({ date }) => shortDate(date)).join(', ')}${mark.expected ? ' (expected)' : ''}`;
    const measure = Math.min(LABEL_MEASURE, frame.width);
    const lines = [
      ...figureLines(dates, frame, { color, bold: true, measure }),
      ...figureLines(mark.label, frame, { color, measure }),
    ];
    return { mark, x: x(middleOf(mark.date)), lines, width: widthOf(lines) };
  });
  if (side === 'above' && today !== undefined) {
    const lines = [
      ...figureLines(shortDate(today), frame, { color: colors.text, bold: true }),
      ...figureLines('Today', frame, { color: colors.text }),
    ];
    labels.push({ mark: null, x: x(daysOf(today).from), lines, width: widthOf(lines) });
  }
  return labels.sort((a, b) => a.x - b.x);
}

/** Places the labels; when there is no room for all, the least important ones are left out. */
function fitLabels(labels: readonly Label[], width: number): PlacedLabel[] {
  const kept = [...labels];
  for (;;) {
    const lefts = spreadLabels(
      kept.map((label) => ({ anchor: label.x, width: label.width })),
      width,
      LABEL_GAP,
    );
    if (lefts) return kept.map((label, index) => ({ ...label, left: lefts[index]! }));
    const rank = ({ mark }: Label): number => (mark === null ? 0 : 1 + PRIORITY.indexOf(mark.kind));
    const least = kept.reduce((worst, label, index) => (rank(label) >= rank(kept[worst]!) ? index : worst), 0);
    kept.splice(least, 1);
  }
}

/** From the mark to its label: straight up or down, then across, then on. */
function leaderOf({ x, left, width, mark }: PlacedLabel, from: number, to: number, color: string): Shape[] {
  const step = (to - from) / 3;
  const at = Math.min(Math.max(x, left), left + width);
  const line =
    at === x
      ? ([
          [x, from],
          [x, to - step / 3],
        ] as const)
      : ([
          [x, from],
          [x, from + step],
          [at, to - step],
          [at, to - step / 3],
        ] as const);
  return [{ kind: 'lines', color, width: 0.5, ...(mark?.expected ? { dash: [2, 1.5] as const } : {}), lines: [line] }];
}

function edge(y: number, width: number): readonly (readonly [number, number])[] {
  return [
    [0, y],
    [width, y],
  ];
}
