import type { Line } from '../text/types.js';
import { lineBreakCost } from './break-costs.js';
import type { ParagraphStyle } from './styles.js';
import type { RunData } from './types.js';
import type { Box, LinePart } from './vertical-items.js';
import type { VerticalList } from './vertical-list.js';

/** Text that stands beside other text of the same row. */
export interface RowCell {
  readonly x: number;
  readonly lines: readonly Line<RunData>[];
  readonly paragraph: ParagraphStyle;
}

/** Space above the first and below the last line of a row. */
export interface RowFrame {
  readonly paddingTop: number;
  readonly paddingBottom: number;
}

export const NO_PADDING: RowFrame = { paddingTop: 0, paddingBottom: 0 };

/** Cells side by side: their first lines share a baseline, and so do all lines of the same number. */
interface RowGrid {
  readonly leading: number;
  readonly baseline: number;
  readonly textTop: number;
  readonly lineCount: number;
  readonly snap: boolean;
}

function gridOf(cells: readonly RowCell[]): RowGrid {
  const tallest = cells.reduce((a, b) => (b.paragraph.leading > a.paragraph.leading ? b : a)).paragraph;
  return {
    leading: tallest.leading,
    baseline: Math.max(...cells.map((cell) => cell.paragraph.baseline)),
    textTop: tallest.textTop,
    snap: tallest.snap,
    lineCount: Math.max(1, ...cells.map((cell) => cell.lines.length)),
  };
}

/** A row as one box. With `alignBottom`, last lines share a baseline instead of first lines. */
export function rowBox(cells: readonly RowCell[], frame: RowFrame, alignBottom = false): Box {
  const grid = gridOf(cells);
  const parts: LinePart[] = [];
  for (const { x, lines } of cells) {
    const skipped = alignBottom ? grid.lineCount - lines.length : 0;
    for (let index = 0; index < lines.length; index++) {
      const y = frame.paddingTop + (skipped + index) * grid.leading + grid.baseline;
      parts.push({ kind: 'line', x, y, line: lines[index]! });
    }
  }
  const height = frame.paddingTop + grid.lineCount * grid.leading + frame.paddingBottom;
  const { lineCount: lines, snap } = grid;
  return { kind: 'box', height, textTop: frame.paddingTop + grid.textTop, lines, parts, snap };
}

/** Adds a row that is too tall for a page, slice by slice: each slice holds one line of every cell. */
export function addRowSlices(list: VerticalList, cells: readonly RowCell[], frame: RowFrame): void {
  const grid = gridOf(cells);
  const strip = {};
  for (let index = 0; index < grid.lineCount; index++) {
    const top = index === 0 ? frame.paddingTop : 0;
    const bottom = index === grid.lineCount - 1 ? frame.paddingBottom : 0;
    const parts = cells.flatMap((cell, order): LinePart[] => {
      const line = cell.lines[index];
      return line ? [{ kind: 'line', x: cell.x, y: top + grid.baseline, line, order }] : [];
    });
    if (index > 0) list.gap(0, lineBreakCost(index, grid.lineCount, false));
    const height = top + grid.leading + bottom;
    list.box({ kind: 'box', height, textTop: top + grid.textTop, lines: 1, parts, strip, snap: grid.snap });
  }
}
