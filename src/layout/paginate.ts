import { FORCED_BREAK } from './break-costs.js';
import { edgesOf, Filling, topOf, type Edges, type PageArea } from './page-filling.js';
import type { StackRange } from './stack.js';
import type { VerticalItem } from './vertical-items.js';

/** Gaps shrink by at most this part of their size to bring a line back; on a grid they never do. */
const SHRINK = 0.1;
const SHRINK_COST = 20;
/** Gaps grow by at most this part of their size to bring a page's last line to its foot. */
const STRETCH = 0.35;
/** A page that should end at the foot and cannot. */
const NOT_FLUSH_COST = 120;
/** On a grid whole lines of it go into gaps, never more than so many on a page. */
const MOST_GRID_LINES = 4;
/** Each page costs this much, so that none is begun for nothing. */
const PAGE_COST = 250;
/** An empty page would cost this much, half of one a quarter of it. */
const SLACK_COST = 5_000;
/** A page with more than this part of it empty looks unfinished: */
const VERY_EMPTY = 0.38;
/** on top of that for each part beyond it. */
const VERY_EMPTY_COST = 20_000;
/** And for each part of a page that running content leaves empty: it rather fills one page than evens out two. */
const UNFILLED_COST = 600;
/** White below the end of a section counts only so much. */
const SECTION_END = 0.8;
/** A last page with less than this part of its height filled looks forgotten. */
const SHORT_LAST_PAGE = 0.3;
const SHORT_LAST_PAGE_COST = 1_200;
/** A box that is taller than the page. */
const OVERFULL_COST = 1e12;
/** Lengths are sums of rounded numbers. */
const EPSILON = 0.01;

/**
 * Divides items into pages so that the sum of all costs is least: what each break costs (`break-costs.ts`) and what
 * each page costs that is not full. Optimal between forced breaks, by dynamic programming over the places to break
 * (the method of Knuth and Plass, applied to pages). Every item comes out once and in order; it always ends.
 *
 * @param after index of the gap that the first page begins after; by default the beginning of the list
 */
export function paginate(items: readonly VerticalItem[], area: PageArea, after = -1): StackRange[] {
  const edges = edgesOf(items);
  const pages: StackRange[] = [];
  let start = after;
  const finish = (end: number): void => {
    for (const [from, to] of bestBreaks(start, end, items, edges, area)) {
      pages.push(rangeOf(from, to, to === end, items, edges, area));
    }
    start = end;
  };
  for (let index = after + 1; index < items.length; index++) {
    const item = items[index]!;
    if (item.kind === 'gap' && item.cost === FORCED_BREAK) finish(index);
  }
  finish(items.length);
  return pages;
}

/**
 * Least costly breaks between two places; a place is the index of a gap, or an end of the list. From each place that a
 * page may begin at, it looks at every end that fits: work grows with the number of items times those on a page.
 */
function bestBreaks(
  first: number,
  last: number,
  items: readonly VerticalItem[],
  edges: Edges,
  area: PageArea,
): [number, number][] {
  const size = last - first + 1;
  const tried = new BestWays(first, size);
  const { best, previous } = tried;
  const place: Places = { first, last, items, edges, area };
  const enough = costPageByPage(place);
  best[0] = 0;
  for (let from = first; from < last; from++) {
    const before = best[from - first]!;
    // No cost is negative: a way that costs more than a whole known one leads nowhere.
    if (before > enough) continue;
    tried.goOnFrom(from);
    tryEnds(from, place, tried);
  }
  const ranges: [number, number][] = [];
  for (let to = last; to > first; to = previous[to - first]!) ranges.push([previous[to - first]!, to]);
  return ranges.reverse();
}

/** Where pages may begin and end; see {@link bestBreaks}. */
interface Places {
  readonly first: number;
  readonly last: number;
  readonly items: readonly VerticalItem[];
  readonly edges: Edges;
  readonly area: PageArea;
}

/** Is told of the places where a page may end, and what the page then costs. */
interface Ends {
  attempt(to: number, cost: number): void;
}

/** The least costly way from the first place to each other. */
class BestWays implements Ends {
  /** What it costs, by the distance from the first place. */
  readonly best: Float64Array;
  /** The place that its last page begins at. */
  readonly previous: Int32Array;
  #from = 0;
  #before = 0;

  constructor(
    private readonly first: number,
    size: number,
  ) {
    this.best = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
    this.previous = new Int32Array(size).fill(-1);
  }

  /** The ends that come next are those of pages that begin here. */
  goOnFrom(from: number): void {
    this.#from = from;
    this.#before = this.best[from - this.first]!;
  }

  attempt(to: number, costOfPage: number): void {
    const index = to - this.first;
    const cost = this.#before + costOfPage;
    if (!(cost < this.best[index]!)) return;
    this.best[index] = cost;
    this.previous[index] = this.#from;
  }
}

/** The end at which a page costs least; the last of equal ones. */
class CheapestEnd implements Ends {
  cost = Number.POSITIVE_INFINITY;

  constructor(public end: number) {}

  attempt(to: number, cost: number): void {
    if (cost > this.cost) return;
    this.cost = cost;
    this.end = to;
  }
}

/** Goes through the places where a page may end that begins at one: those that fit, and one that does not if none does. */
function tryEnds(from: number, places: Places, ends: Ends): void {
  const { first, last, items, edges, area } = places;
  const filling = new Filling(from, items, edges, area);
  let tried = 0;
  for (let to = from + 1; to <= last; to++) {
    const item = items[to];
    if (to === last || item?.kind === 'gap') {
      const excess = filling.endingAt(to, item) + filling.gaps - area.height;
      if (to === last) return ends.attempt(to, lastPageCost(excess, filling.gaps, area, from === first));
      if (item?.kind === 'gap') ends.attempt(to, item.cost + pageCost(excess, filling.gaps, area, item.ends === true));
      tried += 1;
    }
    if (tried > 0 && filling.solid > area.height + EPSILON) return;
    filling.add(item!);
  }
}

/** What all pages cost when each ends where it costs least by itself. */
function costPageByPage(places: Places): number {
  let total = 0;
  for (let from = places.first; from < places.last;) {
    const cheapest = new CheapestEnd(places.last);
    tryEnds(from, places, cheapest);
    total += cheapest.cost;
    from = cheapest.end;
  }
  return total;
}

/** Cost of a page that goes on, by what it holds too much (negative: too little); `ends` where a section ends with it. */
function pageCost(excess: number, gaps: number, area: PageArea, ends: boolean): number {
  if (excess > EPSILON) return crowdedPageCost(excess, gaps);
  const slack = -excess / area.height;
  const isShort = area.flush === true && !ends && !area.grid && -excess > gaps * STRETCH;
  const white = SLACK_COST * slack * slack * (ends ? SECTION_END : 1) + (ends ? 0 : UNFILLED_COST * slack);
  return PAGE_COST + white + (isShort ? NOT_FLUSH_COST : 0) + VERY_EMPTY_COST * Math.max(0, slack - VERY_EMPTY);
}

/** Cost of the last page before a forced break or the end; the only one (`isFirst`) may be as short as it is. */
function lastPageCost(excess: number, gaps: number, area: PageArea, isFirst: boolean): number {
  if (excess > EPSILON) return crowdedPageCost(excess, gaps);
  const filled = 1 + excess / area.height;
  return PAGE_COST + (isFirst ? 0 : SHORT_LAST_PAGE_COST * Math.max(0, 1 - filled / SHORT_LAST_PAGE));
}

/** Cost of a page whose gaps must shrink. */
function crowdedPageCost(excess: number, gaps: number): number {
  const ratio = gaps > 0 ? excess / (gaps * SHRINK) : Number.POSITIVE_INFINITY;
  return ratio <= 1 ? PAGE_COST + SHRINK_COST * ratio * ratio : OVERFULL_COST + excess * 1e6;
}

function rangeOf(
  from: number,
  to: number,
  isLast: boolean,
  items: readonly VerticalItem[],
  edges: Edges,
  area: PageArea,
): StackRange {
  const filling = new Filling(from, items, edges, area);
  for (let i = from + 1; i < to; i++) filling.add(items[i]!);
  const { gaps } = filling;
  const excess = filling.endingAt(to, items[to]) + gaps - area.height;
  const { grid = 0 } = area;
  const range: StackRange = {
    from: from + 1,
    to,
    opened: edges.opened.get(from) ?? [],
    gapScale: excess > EPSILON && gaps > 0 ? 1 - Math.min(SHRINK, excess / gaps) : 1,
    top: topOf(from, items, edges, area),
    grid,
    widened: [],
  };
  if (!area.flush || isLast || excess >= 0) return range;
  if (grid === 0) return { ...range, gapScale: gaps > 0 && -excess <= gaps * STRETCH ? 1 - excess / gaps : 1 };
  return { ...range, widened: widenedGaps(range, Math.floor((EPSILON - excess) / grid), items, grid) };
}

/** The gaps that take one line of the grid each: the largest first, all or none. */
function widenedGaps(range: StackRange, lines: number, items: readonly VerticalItem[], grid: number): number[] {
  if (lines < 1 || lines > MOST_GRID_LINES) return [];
  const wide: { readonly index: number; readonly size: number }[] = [];
  for (let index = range.from; index < range.to; index++) {
    const item = items[index]!;
    if (item.kind === 'gap' && item.size >= 2 * grid - EPSILON) wide.push({ index, size: item.size });
  }
  if (wide.length < lines) return [];
  const largest = wide.sort((a, b) => b.size - a.size || a.index - b.index).slice(0, lines);
  return largest.map(({ index }) => index);
}
