import type { Shape } from '../layout/types.js';
import { formatNumber } from './number-format.js';
import { circlePath } from './path-content.js';

/** Sets colours and line width in the content stream, each only when it changes. */
export interface GraphicsState {
  fill(color: string): void;
  stroke(color: string, width: number): void;
}

type Point = readonly [x: number, y: number];

/**
 * Operators that draw the shapes of a drawing (PDF 1.7, 8.5), piece by piece.
 *
 * @param left left edge of the drawing, points from the page's left
 * @param top upper edge of the drawing, points from the page's foot
 */
export function* shapeContent(
  shapes: readonly Shape[],
  left: number,
  top: number,
  state: GraphicsState,
): Generator<string> {
  const at = ([x, y]: Point): string => `${formatNumber(left + x)} ${formatNumber(top - y)}`;
  const path = (points: readonly Point[]): string =>
    points.map((point, index) => `${at(point)} ${index === 0 ? 'm' : 'l'}\n`).join('');
  for (const shape of shapes) {
    switch (shape.kind) {
      case 'rects': {
        state.fill(shape.color);
        const rects = shape.rects.map(([x, y, width, height]) => {
          return `${at([x, y + height])} ${formatNumber(width)} ${formatNumber(height)} re\n`;
        });
        if (rects.length > 0) yield `${rects.join('')}f\n`;
        break;
      }
      case 'lines': {
        if (shape.lines.length === 0) break;
        state.stroke(shape.color, shape.width);
        const dash = shape.dash?.map(formatNumber).join(' ');
        if (dash !== undefined) yield `[${dash}] 0 d\n`;
        yield `${shape.lines.map(path).join('')}S\n`;
        if (dash !== undefined) yield '[] 0 d\n';
        break;
      }
      default: {
        const { fill, stroke, width = 1 } = shape;
        if (fill === undefined && stroke === undefined) break;
        if (fill !== undefined) state.fill(fill);
        if (stroke !== undefined) state.stroke(stroke, width);
        const outline =
          shape.kind === 'circle'
            ? circlePath(left + shape.x, top - shape.y, shape.radius)
            : `${path(shape.points)}h\n`;
        yield `${outline}${fill === undefined ? 'S' : stroke === undefined ? 'f' : 'B'}\n`;
      }
    }
  }
}
