import type { FigureContent } from '../../document/types.js';
import { chartBars, chartStretches, type ChartBar, type ChartStretch } from '../../figure/chart-axis.js';
import { periodText } from '../../figure/period-text.js';
import type { DayNumber } from '../../figure/time-axis.js';
import type { Period } from '../../figure/types.js';
import type { Shape } from '../types.js';
import type { Part } from '../vertical-items.js';
import { barShapes } from './bar-shapes.js';
import { figureLines, lineParts, type FigureFrame, type SetFigure } from './figure-parts.js';
import { stepNames } from './step-names.js';

type Chart = Extract<FigureContent, { kind: 'chart' }>;

/** Lengths in points. */
const BAR = 8;
const ROW_GAP = 5;
/** Where time is left out of the axis. */
const CUT = 16;
const LEAST_STEP = 20;
/** The labels take this part of the width where no axis of the page says more. */
const LABELS = 0.32;
/** Rows are set no closer than this part of their size when a chart must become shorter. */
const LEAST_SCALE = 0.5;

/** Bars by month, one row for each period, with its label and how and when it was spent in words at the left. */
export function setChart(content: Chart, frame: FigureFrame): SetFigure {
  const { width, job, region } = frame;
  const { colors, figureText, facts } = job.styles;
  const labelWidth = region.axis === null ? width * LABELS : region.axis - region.x - facts.gap;
  const plotX = labelWidth + facts.gap;
  const bars = chartBars(content.periods, content.today);
  const plotWidth = width - plotX;
  const stretches = chartStretches(bars, content.axis, Math.max(1, Math.floor(plotWidth / LEAST_STEP)));
  const scales = placeStretches(stretches, plotX, plotWidth);

  const rows = content.periods.map((period) => [
    ...figureLines(period.label, frame, { color: colors.text, measure: labelWidth }),
    ...figureLines(periodText(period), frame, { color: colors.muted, measure: labelWidth }),
  ]);
  const natural = rows.reduce(
    (sum, lines) => sum + lines.length * figureText.leading + ROW_GAP,
    2 * figureText.leading + 3,
  );
  const scale = Math.max(LEAST_SCALE, Math.min(1, frame.height / natural));
  const style = { ...figureText, leading: figureText.leading * scale };
  const headHeight = 2 * figureText.leading + 3;
  const shapes: Shape[] = [];
  const parts: Part[] = stepNames(scales, figureText.leading, frame, { yearTop: 0 });
  const drawn: Shape[] = [];
  let y = headHeight;
  content.periods.forEach((period, index) => {
    const lines = rows[index]!;
    y += (ROW_GAP * scale) / 2;
    parts.push(...lineParts(lines, style, 0, y));
    const rowHeight = Math.max(BAR, lines.length * style.leading);
    drawn.push(...drawBar(period, bars[index]!, scales, y + (rowHeight - BAR) / 2, frame));
    y += rowHeight + (ROW_GAP * scale) / 2;
  });
  shapes.push(...gridShapes(scales, headHeight, y, frame), ...drawn);
  return {
    width,
    height: y,
    parts: [{ kind: 'drawing', x: 0, y: 0, width, height: y, element: frame.element, shapes }, ...parts],
  };
}

interface Scale extends ChartStretch {
  readonly left: number;
  readonly right: number;
  readonly x: (day: DayNumber) => number;
}

/** Gives each stretch its part of the width; between two of them the axis is cut. */
function placeStretches(stretches: readonly ChartStretch[], x: number, width: number): Scale[] {
  const cut = Math.min(CUT, width / (4 * stretches.length));
  const free = width - cut * (stretches.length - 1);
  const days = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
  let left = x;
  return stretches.map((stretch) => {
    const own = left;
    const length = ((stretch.to - stretch.from) / days) * free;
    left += length + cut;
    const at = (day: DayNumber): number => own + ((day - stretch.from) / (stretch.to - stretch.from)) * length;
    return { ...stretch, left: own, right: own + length, x: at };
  });
}

function drawBar(period: Period, bar: ChartBar, scales: readonly Scale[], y: number, frame: FigureFrame): Shape[] {
  const scale = scales.find(({ from, to }) => bar.from >= from && bar.from < to) ?? scales[0]!;
  const x = scale.x(bar.from);
  const width = Math.max(2, scale.x(Math.min(bar.to, scale.to)) - x);
  const { colors } = frame.job.styles;
  return barShapes(period.kind, { x, y, width, height: BAR, isOngoing: bar.isOngoing }, colors);
}

/** Hairlines between the steps, and the axis with its cuts. */
function gridShapes(scales: readonly Scale[], top: number, bottom: number, { job }: FigureFrame): Shape[] {
  const { rule: color } = job.styles.colors;
  const inner = scales.flatMap(({ steps, x }) => steps.map(({ from }) => x(from)));
  const ends = scales.map(({ right }) => right);
  const cuts = scales.slice(1).map(({ left }, index) => (left + scales[index]!.right) / 2);
  const across = (x: number, y0: number, y1: number) =>
    [
      [x, y0],
      [x, y1],
    ] as const;
  const shapes: Shape[] = [
    { kind: 'lines', color, width: 0.4, lines: [...inner, ...ends].map((x) => across(x, top, bottom)) },
    {
      kind: 'lines',
      color,
      width: 0.8,
      lines: scales.map(
        ({ left, right }) =>
          [
            [left, top],
            [right, top],
          ] as const,
      ),
    },
  ];
  if (cuts.length > 0) {
    const slashes = cuts.flatMap((x) =>
      [-1.5, 1.5].map(
        (dx) =>
          [
            [x + dx - 1.5, top + 3],
            [x + dx + 1.5, top - 3],
          ] as const,
      ),
    );
    shapes.push({ kind: 'lines', color: job.styles.colors.muted, width: 0.7, lines: slashes });
  }
  return shapes;
}
