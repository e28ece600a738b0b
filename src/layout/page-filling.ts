import { giveOf, standsOnGrid, toGrid } from './stack.js';
import type { Enclosure, VerticalItem } from './vertical-items.js';

/** What pagination needs to know of a page. All lengths are points. */
export interface PageArea {
  readonly height: number;
  /** From the area's top to the top of the first capitals, the same on every page. */
  readonly textTop: number;
  /** Distance of the lines of the baseline grid; 0 for none. @default 0 */
  readonly grid?: number;
  /** Pages that go on end at the foot where small changes of their gaps do it. @default false */
  readonly flush?: boolean;
}

/** What enclosures that are open at a gap add above the next page and below this one. */
export interface Edges {
  readonly reopening: Float64Array;
  readonly closing: Float64Array;
  readonly opened: ReadonlyMap<number, readonly Enclosure[]>;
}

export function edgesOf(items: readonly VerticalItem[]): Edges {
  const reopening = new Float64Array(items.length);
  const closing = new Float64Array(items.length);
  const opened = new Map<number, readonly Enclosure[]>();
  let open: readonly Enclosure[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    if (item.kind === 'open') open = [...open, item.enclosure];
    else if (item.kind === 'close') open = open.slice(0, -1);
    else if (item.kind === 'gap' && open.length > 0) {
      opened.set(i, open);
      for (const enclosure of open) {
        reopening[i]! += enclosure.before + (enclosure.repeatedHead?.height ?? 0);
        closing[i]! += enclosure.after;
      }
    }
  }
  return { reopening, closing, opened };
}

/** The part of a page that is filled so far: what cannot shrink, and the gaps that can. */
export class Filling {
  solid: number;
  gaps = 0;
  private last: VerticalItem | undefined;
  private readonly grid: number;
  private readonly opened: readonly Enclosure[];

  constructor(
    from: number,
    items: readonly VerticalItem[],
    private readonly edges: Edges,
    area: PageArea,
  ) {
    this.grid = area.grid ?? 0;
    this.opened = edges.opened.get(from) ?? [];
    this.solid = topOf(from, items, edges, area) + (from >= 0 ? edges.reopening[from]! : 0);
  }

  add(item: VerticalItem): void {
    switch (item.kind) {
      case 'gap':
        this.solid += item.rigid ?? 0;
        if (this.grid > 0) this.solid += item.size;
        else this.gaps += item.size;
        break;
      case 'box':
        // The first capitals of a page stand where its area says, on the grid or not.
        if (item.snap && this.last) this.solid = toGrid(this.solid, this.grid, giveOf(this.last, this.grid));
        if (!this.last && standsOnGrid(item, { grid: this.grid, opened: this.opened })) this.solid = 0;
        this.solid += item.height;
        break;
      case 'open':
        this.solid += item.enclosure.before;
        break;
      case 'close':
        this.solid += item.enclosure.after;
    }
    this.last = item;
  }

  /** Height without the gaps on a page that ends at an item, with what hangs into it from above. */
  endingAt(to: number, item: VerticalItem | undefined): number {
    if (item?.kind !== 'gap') return this.solid;
    return this.solid + this.edges.closing[to]! + (item.reach ?? 0);
  }
}

/** Where the first item stands, so that the capitals of all first lines stand at the same height. */
export function topOf(from: number, items: readonly VerticalItem[], edges: Edges, area: PageArea): number {
  for (const { before, repeatedHead } of edges.opened.get(from) ?? []) {
    if (before > 0) return 0;
    if (repeatedHead) return area.textTop - repeatedHead.textTop;
  }
  const first = items[from + 1];
  return first?.kind === 'box' ? area.textTop - first.textTop : 0;
}

/** Height of items that all stand on one page, points: what cannot shrink, and the gaps that can. */
export function heightOnPage(items: readonly VerticalItem[], area: PageArea): { solid: number; gaps: number } {
  const filling = new Filling(-1, items, edgesOf(items), area);
  for (const item of items) filling.add(item);
  return { solid: filling.solid, gaps: filling.gaps };
}
