import { FORCED_BREAK } from './break-costs.js';
import type { StackRange } from './stack.js';
import type { Enclosure, VerticalItem } from './vertical-items.js';

/** What {@link paginate} needs to know of a page. All lengths are points. */
export interface PageArea {
  readonly height: number;
  /** From the area's top to the top of the first capitals, the same on every page. */
  readonly textTop: number;
}

/** Gaps shrink by at most this part of their size to bring a line back. */
const SHRINK = 0.1;
const SHRINK_COST = 20;
/** Each page costs this much, so that none is begun for nothing. */
const PAGE_COST = 100;
/** An empty page would cost this much, half of one a quarter of it. */
const SLACK_COST = 5_000;
/** On top of that for each part of a page beyond the empty half. */
const HALF_EMPTY_COST = 20_000;
/** A last page with less than this part of its height filled looks forgotten. */
const SHORT_LAST_PAGE = 0.12;
const SHORT_LAST_PAGE_COST = 120;
/** A box that is taller than the page. */
const OVERFULL_COST = 1e12;
/** Lengths are sums of rounded numbers. */
const EPSILON = 0.01;

/**
 * Divides items into pages so that the sum of all costs is least: what each break costs (`break-costs.ts`) and what
 * each page costs that is not full. Optimal between forced breaks, by dynamic programming over the places to break
 * (the method of Knuth and Plass, applied to pages). Every item comes out once and in order; it always ends.
 */
export function paginate(items: readonly VerticalItem[], area: PageArea): StackRange[] {
  const sums = sumUp(items);
  const pages: StackRange[] = [];
  let segment: number[] = [-1];
  const finish = (): void => {
    for (const [from, to] of bestBreaks(segment, items, sums, area)) pages.push(rangeOf(from, to, items, sums, area));
  };
  items.forEach((item, index) => {
    if (item.kind !== 'gap') return;
    segment.push(index);
    if (item.cost !== FORCED_BREAK) return;
    finish();
    segment = [index];
  });
  segment.push(items.length);
  finish();
  return pages;
}

interface Sums {
  /** Height and gaps of all items before each index. */
  readonly height: Float64Array;
  readonly gaps: Float64Array;
  /** What enclosures that are open at an index add above the next page and below this one. */
  readonly reopening: Float64Array;
  readonly closing: Float64Array;
  readonly opened: ReadonlyMap<number, readonly Enclosure[]>;
}

function sumUp(items: readonly VerticalItem[]): Sums {
  const size = items.length + 2;
  const [height, gaps, reopening, closing] = Array.from({ length: 4 }, () => new Float64Array(size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const opened = new Map<number, readonly Enclosure[]>();
  let open: readonly Enclosure[] = [];
  items.forEach((item, i) => {
    let own: number;
    if (item.kind === 'box') own = item.height;
    else if (item.kind === 'gap') {
      own = item.rigid ?? 0;
      gaps[i + 1] = item.size;
    } else {
      own = item.kind === 'open' ? item.enclosure.before : item.enclosure.after;
      open = item.kind === 'open' ? [...open, item.enclosure] : open.slice(0, -1);
    }
    height[i + 1] = height[i]! + own;
    gaps[i + 1] = gaps[i + 1]! + gaps[i]!;
    if (item.kind !== 'gap' || open.length === 0) return;
    opened.set(i, open);
    for (const enclosure of open) {
      reopening[i] = reopening[i]! + enclosure.before + (enclosure.repeatedHead?.height ?? 0);
      closing[i] = closing[i]! + enclosure.after;
    }
  });
  return { height, gaps, reopening, closing, opened };
}

/** Least costly breaks between the first and the last node; a node is the index of a gap, or an end of the list. */
function bestBreaks(
  nodes: readonly number[],
  items: readonly VerticalItem[],
  sums: Sums,
  area: PageArea,
): [number, number][] {
  const best = new Array<number>(nodes.length).fill(Number.POSITIVE_INFINITY);
  const previous = new Array<number>(nodes.length).fill(-1);
  best[0] = 0;
  for (let end = 1; end < nodes.length; end++) {
    const to = nodes[end]!;
    const isLast = end === nodes.length - 1;
    const item = items[to];
    const breakCost = !isLast && item?.kind === 'gap' ? item.cost : 0;
    for (let start = end - 1; start >= 0; start--) {
      const from = nodes[start]!;
      const boxes = sums.height[to]! - sums.height[from + 1]!;
      if (start < end - 1 && boxes > area.height + EPSILON + topOf(from, items, sums, area, true)) break;
      const cost = best[start]! + breakCost + pageCost(from, to, isLast, start === 0, items, sums, area);
      if (cost < best[end]!) {
        best[end] = cost;
        previous[end] = start;
      }
    }
  }
  const ranges: [number, number][] = [];
  for (let end = nodes.length - 1; end > 0; end = previous[end]!) ranges.unshift([nodes[previous[end]!]!, nodes[end]!]);
  return ranges;
}

/** Where the first item stands, so that the capitals of all first lines stand at the same height. */
function topOf(from: number, items: readonly VerticalItem[], sums: Sums, area: PageArea, upward = false): number {
  const first = items[from + 1];
  if (first?.kind !== 'box' || sums.opened.has(from)) return 0;
  const top = area.textTop - first.textTop;
  return upward ? Math.max(0, -top) : top;
}

function naturalHeight(from: number, to: number, items: readonly VerticalItem[], sums: Sums, area: PageArea) {
  const boxes = sums.height[to]! - sums.height[from + 1]!;
  const gaps = sums.gaps[to]! - sums.gaps[from + 1]!;
  const edges = (from >= 0 ? sums.reopening[from]! : 0) + (to < items.length ? sums.closing[to]! : 0);
  const end = items[to];
  const reach = end?.kind === 'gap' ? (end.reach ?? 0) : 0;
  return { solid: boxes + edges + reach + topOf(from, items, sums, area), gaps };
}

function pageCost(
  from: number,
  to: number,
  isLast: boolean,
  isFirst: boolean,
  items: readonly VerticalItem[],
  sums: Sums,
  area: PageArea,
): number {
  const { solid, gaps } = naturalHeight(from, to, items, sums, area);
  const excess = solid + gaps - area.height;
  if (excess > EPSILON) {
    const ratio = gaps > 0 ? excess / (gaps * SHRINK) : Number.POSITIVE_INFINITY;
    return ratio <= 1 ? PAGE_COST + SHRINK_COST * ratio * ratio : OVERFULL_COST + excess * 1e6;
  }
  const filled = 1 + excess / area.height;
  if (isLast) {
    return PAGE_COST + (isFirst ? 0 : SHORT_LAST_PAGE_COST * Math.max(0, 1 - filled / SHORT_LAST_PAGE));
  }
  const slack = 1 - filled;
  return PAGE_COST + SLACK_COST * slack * slack + HALF_EMPTY_COST * Math.max(0, slack - 0.5);
}

function rangeOf(from: number, to: number, items: readonly VerticalItem[], sums: Sums, area: PageArea): StackRange {
  const { solid, gaps } = naturalHeight(from, to, items, sums, area);
  const excess = solid + gaps - area.height;
  const gapScale = excess > EPSILON && gaps > 0 ? 1 - Math.min(SHRINK, excess / gaps) : 1;
  return { from: from + 1, to, opened: sums.opened.get(from) ?? [], gapScale, top: topOf(from, items, sums, area) };
}
