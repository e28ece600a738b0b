import type { Line, LineRun } from '../text/types.js';
import type { StackedPart } from './stack.js';
import type { ArtifactKind, PlacedFrame, PlacedItem, PlacedText, RunData } from './types.js';
import type { RectPart } from './vertical-items.js';

/** The corner that positions count from, points from the page's top left. */
export interface Origin {
  readonly x: number;
  readonly y: number;
  /** For what reaches to the edges of the paper. @default the text area's own left edge and width */
  readonly pageWidth?: number;
}

/** Turns stacked parts into placed items, in the same order. A repeated head becomes an artifact without links. */
export function placeParts(parts: readonly StackedPart[], origin: Origin, items: PlacedItem[]): void {
  for (const { part, y: top, repeated } of parts) {
    const x = origin.x + part.x;
    const y = origin.y + top + part.y;
    switch (part.kind) {
      case 'line':
        placeLine(part.line, x, y, items, repeated ? 'layout' : undefined);
        break;
      case 'rect':
        items.push(placeRect(part, x, y, origin));
        break;
      case 'frame': {
        const { size, color, lineWidth, radius, element } = part;
        const item: Writable<PlacedFrame> = { kind: 'frame', element: (repeated ? null : element) ?? null, x, y, width: size, height: size, color, lineWidth, radius }; // prettier-ignore
        if (item.element === null) item.artifact = 'layout';
        items.push(item);
        break;
      }
      case 'image':
      case 'drawing':
      case 'link':
        items.push({ ...part, x, y });
    }
  }
}

/** A rectangle this near the top of the text area stands at it, points. */
const NEAR_TOP = 12;

function placeRect(part: RectPart, x: number, y: number, origin: Origin): PlacedItem {
  const { width, height, color, radius, artifact, bleed, lineWidth } = part;
  const base = { element: null, artifact, color, ...(radius ? { radius } : {}) };
  if (lineWidth !== undefined) {
    const inset = lineWidth / 2;
    const inside = { x: x + inset, y: y + inset, width: width - lineWidth, height: height - lineWidth };
    return { kind: 'frame', ...base, ...inside, lineWidth };
  }
  if (!bleed || origin.pageWidth === undefined) return { kind: 'rect', ...base, x, y, width, height };
  const top = y - origin.y < NEAR_TOP ? 0 : y;
  return { kind: 'rect', ...base, x: 0, y: top, width: origin.pageWidth, height: height + y - top };
}

/** The parts of pages are many, and V8 spreads slowly: what only some have is set afterwards. */
type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Places a line: one text item for each stretch of one element and colour, and an area over each link. */
export function placeLine(
  line: Line<RunData>,
  x: number,
  y: number,
  items: PlacedItem[],
  artifact?: ArtifactKind,
): void {
  const { runs } = line;
  let start = 0;
  for (let i = 1; i <= runs.length; i++) {
    const { span } = runs[start]!;
    const nextSpan = runs[i]?.span;
    if (nextSpan === span) continue;
    const data = line.data[span]!;
    const next = nextSpan === undefined ? undefined : line.data[nextSpan];
    if (next && next.element === data.element && next.color === data.color) continue;
    const group = start === 0 && i === runs.length ? runs : runs.slice(start, i);
    const { element, color } = data;
    const item: Writable<PlacedText> = { kind: 'text', element, x, y, color, runs: group, data: line.data };
    if (artifact) {
      item.element = null;
      item.artifact = artifact;
    }
    if (line.missing) item.missing = true;
    if (line.hyphenated && i === runs.length) item.hyphenated = true;
    items.push(item);
    if (!artifact && data.href !== undefined) placeLink(group, data, data.href, line, x, y, items);
    start = i;
  }
}

function placeLink(
  runs: readonly LineRun[],
  data: RunData,
  target: string,
  line: Line<RunData>,
  x: number,
  y: number,
  items: PlacedItem[],
): void {
  const left = Math.min(...runs.map((run) => run.x));
  const right = Math.max(...runs.map((run) => run.x + (run.run.width / run.run.face.unitsPerEm) * run.size));
  const size = Math.max(...runs.map((run) => run.size));
  const above = Math.min(line.ascent, size);
  const height = above + Math.min(line.descent, size * 0.35);
  const { element, description = '' } = data;
  items.push({ kind: 'link', element, x: x + left, y: y - above, width: right - left, height, target, description });
}
