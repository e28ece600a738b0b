import type { Shape } from '../layout/types.js';
import type { ByteSink } from './byte-sink.js';
import { circlePath } from './path-content.js';

/** Sets colours and line width in the content stream, each only when it changes. */
export interface GraphicsState {
  fill(color: string): void;
  stroke(color: string, width: number): void;
}

/**
 * Writes the operators that draw the shapes of a drawing (PDF 1.7, 8.5).
 *
 * @param left left edge of the drawing, points from the page's left
 * @param top upper edge of the drawing, points from the page's foot
 */
export function shapeContent(
  sink: ByteSink,
  shapes: readonly Shape[],
  left: number,
  top: number,
  state: GraphicsState,
): void {
  for (const shape of shapes) {
    switch (shape.kind) {
      case 'rects': {
        if (shape.rects.length === 0) break;
        state.fill(shape.color);
        for (const [x, y, width, height] of shape.rects) {
          sink.operator([left + x, top - y - height, width, height], 're');
        }
        sink.operator([], 'f');
        break;
      }
      case 'lines': {
        if (shape.lines.length === 0) break;
        state.stroke(shape.color, shape.width);
        if (shape.dash !== undefined) setDash(sink, shape.dash);
        for (const points of shape.lines) polygonPath(sink, points, left, top);
        sink.operator([], 'S');
        if (shape.dash !== undefined) setDash(sink, []);
        break;
      }
      default: {
        const { fill, stroke, width = 1 } = shape;
        if (fill === undefined && stroke === undefined) break;
        if (fill !== undefined) state.fill(fill);
        if (stroke !== undefined) state.stroke(stroke, width);
        if (shape.kind === 'circle') circlePath(sink, left + shape.x, top - shape.y, shape.radius);
        else {
          polygonPath(sink, shape.points, left, top);
          sink.operator([], 'h');
        }
        sink.operator([], fill === undefined ? 'S' : stroke === undefined ? 'f' : 'B');
      }
    }
  }
}

function polygonPath(
  sink: ByteSink,
  points: readonly (readonly [x: number, y: number])[],
  left: number,
  top: number,
): void {
  for (let index = 0; index < points.length; index++) {
    const [x, y] = points[index]!;
    sink.operator([left + x, top - y], index === 0 ? 'm' : 'l');
  }
}

function setDash(sink: ByteSink, lengths: readonly number[]): void {
  sink.latin1('[');
  for (const length of lengths) sink.separate().number(length);
  sink.latin1('] 0 d\n');
}
