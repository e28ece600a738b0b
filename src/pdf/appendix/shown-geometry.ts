import type { ShownRectangle } from '../../layout/appended-document.js';
import type { Rectangle, SourcePage } from './source-pages.js';

/** Size of a page as it is shown, points. */
export function shownSize({ box, rotation, unit }: SourcePage): { readonly width: number; readonly height: number } {
  const across = (box[2] - box[0]) * unit;
  const up = (box[3] - box[1]) * unit;
  return rotation % 180 === 0 ? { width: across, height: up } : { width: up, height: across };
}

type Matrix = readonly [number, number, number, number, number, number];

/** From the coordinates of a page to those of the page as it is shown, points from its bottom left corner. */
export function shownMatrix({ box, rotation, unit }: SourcePage): Matrix {
  const [left, bottom, right, top] = box;
  switch (rotation) {
    case 90:
      return [0, -unit, unit, 0, -bottom * unit, right * unit];
    case 180:
      return [-unit, 0, 0, -unit, right * unit, top * unit];
    case 270:
      return [0, unit, -unit, 0, top * unit, -left * unit];
    default:
      return [unit, 0, 0, unit, -left * unit, -bottom * unit];
  }
}

/** A rectangle of a page as it is shown. */
export function shownRectangle(page: SourcePage, [left, bottom, right, top]: Rectangle): ShownRectangle {
  const [a, b, c, d, e, f] = shownMatrix(page);
  const xs = [a * left + c * bottom + e, a * right + c * top + e];
  const ys = [b * left + d * bottom + f, b * right + d * top + f];
  const x = Math.min(...xs);
  const highest = Math.max(...ys);
  const { height } = shownSize(page);
  return { x, y: height - highest, width: Math.max(...xs) - x, height: highest - Math.min(...ys) };
}

/** The part of a rectangle that lies on the page; null when none does. */
export function clipToPage(area: ShownRectangle, page: SourcePage): ShownRectangle | null {
  const { width, height } = shownSize(page);
  const x = Math.max(0, area.x);
  const y = Math.max(0, area.y);
  const right = Math.min(width, area.x + area.width);
  const bottom = Math.min(height, area.y + area.height);
  return right - x > 0.5 && bottom - y > 0.5 ? { x, y, width: right - x, height: bottom - y } : null;
}
