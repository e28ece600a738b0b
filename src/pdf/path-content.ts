import { formatNumber } from './number-format.js';

/** Distance of a Bézier control point from the corner's end that comes closest to a quarter circle, in radii. */
const CIRCLE = 0.5523;

/**
 * Path operators for a rectangle whose lower left corner is `x`, `y` (PDF 1.7, 8.5.2); with a radius, the corners are
 * rounded.
 */
export function rectanglePath(x: number, y: number, width: number, height: number, radius = 0): string {
  const point = (px: number, py: number): string => `${formatNumber(px)} ${formatNumber(py)}`;
  const r = Math.min(radius, width / 2, height / 2);
  if (!(r > 0)) return `${point(x, y)} ${point(width, height)} re\n`;
  const right = x + width;
  const top = y + height;
  const c = r * (1 - CIRCLE);
  const curve = (...points: readonly [number, number][]): string => `${points.map((p) => point(...p)).join(' ')} c\n`;
  return (
    `${point(x + r, y)} m ${point(right - r, y)} l\n` +
    curve([right - c, y], [right, y + c], [right, y + r]) +
    `${point(right, top - r)} l\n` +
    curve([right, top - c], [right - c, top], [right - r, top]) +
    `${point(x + r, top)} l\n` +
    curve([x + c, top], [x, top - c], [x, top - r]) +
    `${point(x, y + r)} l\n` +
    curve([x, y + c], [x + c, y], [x + r, y]) +
    'h\n'
  );
}

/** Path operators for a circle. */
export function circlePath(x: number, y: number, radius: number): string {
  return rectanglePath(x - radius, y - radius, 2 * radius, 2 * radius, radius);
}
