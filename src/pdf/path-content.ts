import type { ByteSink } from './byte-sink.js';

/** Distance of a Bézier control point from the corner's end that comes closest to a quarter circle, in radii. */
const CIRCLE = 0.5523;

/**
 * Writes the path of a rectangle whose lower left corner is `x`, `y` (PDF 1.7, 8.5.2); with a radius, the corners are
 * rounded.
 */
export function rectanglePath(sink: ByteSink, x: number, y: number, width: number, height: number, radius = 0): void {
  const r = Math.min(radius, width / 2, height / 2);
  if (!(r > 0)) {
    sink.operator([x, y, width, height], 're');
    return;
  }
  const right = x + width;
  const top = y + height;
  const c = r * (1 - CIRCLE);
  sink.operator([x + r, y], 'm').operator([right - r, y], 'l');
  sink.operator([right - c, y, right, y + c, right, y + r], 'c').operator([right, top - r], 'l');
  sink.operator([right, top - c, right - c, top, right - r, top], 'c').operator([x + r, top], 'l');
  sink.operator([x + c, top, x, top - c, x, top - r], 'c').operator([x, y + r], 'l');
  sink.operator([x, y + c, x + c, y, x + r, y], 'c').operator([], 'h');
}

/** Writes the path of a circle. */
export function circlePath(sink: ByteSink, x: number, y: number, radius: number): void {
  rectanglePath(sink, x - radius, y - radius, 2 * radius, 2 * radius, radius);
}
