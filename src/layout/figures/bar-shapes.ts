import type { PeriodKind } from '../../figure/types.js';
import type { Theme } from '../../schema/theme.js';
import type { Shape } from '../types.js';

interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Ends in a point: it goes on. */
  readonly isOngoing: boolean;
}

/** Distance of hatching lines, points. */
const HATCH = 3.2;
const OUTLINE = 0.8;

/**
 * A bar whose fill says its kind without colour, so that it survives a gray copy: solid for hands-on work, diagonal
 * hatching for observing, level lines for research, tint for anything else.
 */
export function barShapes(kind: PeriodKind, bar: Bar, colors: Theme['colors']): Shape[] {
  const { x, y, width, height, isOngoing } = bar;
  const color = colors.accent;
  const inset = OUTLINE / 2;
  const [left, top, right, bottom] = [x + inset, y + inset, x + width - inset, y + height - inset];
  const tip = isOngoing ? Math.min(height / 2, (right - left) / 2) : 0;
  const points = isOngoing
    ? ([
        [left, top],
        [right - tip, top],
        [right, (top + bottom) / 2],
        [right - tip, bottom],
        [left, bottom],
      ] as const)
    : ([
        [left, top],
        [right, top],
        [right, bottom],
        [left, bottom],
      ] as const);
  const outline = { kind: 'polygon', points, stroke: color, width: OUTLINE } as const;
  if (kind === 'hands-on') return [{ ...outline, fill: color }];
  if (kind === 'other') return [{ ...outline, fill: colors.tint }];
  const box = { left, top, right: right - tip, bottom };
  const lines = kind === 'observing' ? diagonals(box) : levels(box);
  return [
    { ...outline, fill: '#ffffff' },
    { kind: 'lines', color, width: 0.6, lines },
  ];
}

type Segment = readonly [readonly [number, number], readonly [number, number]];
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Rising lines at 45 degrees, cut to the box. */
function diagonals({ left, top, right, bottom }: Box): Segment[] {
  const height = bottom - top;
  const lines: Segment[] = [];
  for (let foot = left - height + HATCH; foot < right; foot += HATCH) {
    const start = Math.max(foot, left);
    const end = Math.min(foot + height, right);
    if (end > start)
      lines.push([
        [start, bottom - (start - foot)],
        [end, bottom - (end - foot)],
      ]);
  }
  return lines;
}

function levels({ left, top, right, bottom }: Box): Segment[] {
  return [1, 2, 3].map((part): Segment => {
    const y = top + ((bottom - top) * part) / 4;
    return [
      [left, y],
      [right, y],
    ];
  });
}
