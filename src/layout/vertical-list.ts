import { BREAK_COST, FORCED_BREAK } from './break-costs.js';
import { SideTrack, type Aside } from './side-track.js';
import { heightOf, type Box, type Enclosure, type Gap, type VerticalItem } from './vertical-items.js';

/**
 * Collects vertical items in reading order. Neighbouring gaps become one: the larger size, the higher cost, and a
 * forced break above all. A gap at the start, after an opening or before a closing vanishes.
 */
export class VerticalList {
  readonly items: VerticalItem[] = [];
  /** The space that would stand before the first item, had the list not begun there. */
  leadingSpace = 0;
  private pending: { size: number; cost: number; fixed: boolean; held: boolean; ends?: boolean } | undefined;
  private held = 0;
  private readonly side = new SideTrack();
  /** Number of items when a heading was last moved out of the side column. */
  private stacked = 0;

  /** Adds space and a place to break. A `fixed` size is not enlarged by the gap that follows. */
  gap(size: number, cost: number = BREAK_COST.block, fixed = false): void {
    if (cost === FORCED_BREAK) this.endAsides();
    if (cost === FORCED_BREAK) this.held = 0;
    const held = this.held > 0;
    const pending = this.pending;
    if (!pending) {
      this.pending = { size, cost, fixed, held };
      return;
    }
    if (fixed) pending.size = size;
    else if (!pending.fixed) pending.size = Math.max(pending.size, size);
    pending.fixed ||= fixed;
    pending.held ||= held;
    const forced = pending.cost === FORCED_BREAK || cost === FORCED_BREAK;
    pending.cost = forced ? FORCED_BREAK : Math.max(pending.cost, cost);
  }

  box(box: Box): void {
    const { waiting } = this.side;
    this.settleGap();
    this.items.push(this.side.box(box));
    if (waiting && !waiting.readAfter) this.keepWithNext();
    this.held = Math.max(0, this.held - box.lines);
  }

  /** Puts text in the side column, beside the next box. */
  aside(aside: Aside): void {
    this.clearAside();
    this.side.waiting = aside;
  }

  /** Makes the side column free for what comes next: a heading that still waits stands above it. */
  clearAside(): void {
    const { waiting } = this.side;
    this.side.waiting = undefined;
    if (waiting) {
      waiting.stack();
      this.stacked = this.items.length;
    }
    this.side.clear();
  }

  /** Makes sure that no heading is left over and none reaches below the end of what was added. */
  endAsides(): void {
    this.clearAside();
    const height = this.side.end();
    if (height > 0) this.items.push({ kind: 'box', height, textTop: 0, lines: 0, parts: [] });
  }

  open(enclosure: Enclosure): void {
    this.settleGap();
    this.items.push({ kind: 'open', enclosure });
  }

  close(enclosure: Enclosure): void {
    this.pending = undefined;
    const last = this.items.at(-1);
    if (last?.kind === 'open') {
      this.items.pop();
      const before = this.items.at(-1);
      if (before?.kind === 'gap') {
        this.items.pop();
        this.pending = { size: this.side.withdraw(before), cost: before.cost, fixed: false, held: false };
      }
      return;
    }
    this.items.push({ kind: 'close', enclosure });
  }

  /** Makes every break dear until this many lines of text have followed. */
  keepWithNext(lines = 2): void {
    this.held = Math.max(this.held, lines);
  }

  /** Ends what {@link keepWithNext} began: what comes next is no company. */
  release(): void {
    this.held = 0;
    if (this.pending) this.pending.held = false;
  }

  /** Marks the gap that stands here as the end of a section. */
  endSection(): void {
    if (this.pending) this.pending.ends = true;
  }

  /** Adds items that were collected in another list. */
  append(items: readonly VerticalItem[]): void {
    if (items.length === 0) return;
    this.clearAside();
    this.settleGap();
    for (const item of items) this.items.push(item);
  }

  /** A position, for the functions below. */
  get length(): number {
    return this.items.length;
  }

  /** Height of everything from a position on. */
  heightFrom(position: number): number {
    let height = 0;
    for (let i = position; i < this.items.length; i++) height += heightOf(this.items[i]!);
    return height;
  }

  /** Raises the cost of every break inside what stands from a position on; forced breaks stay. */
  raiseCosts(position: number, cost: number): void {
    for (const gap of this.gapsInside(position)) gap.cost = Math.max(gap.cost, cost);
  }

  /** Makes every break inside what stands from a position on dearer by as much; forced breaks stay. */
  addCosts(position: number, extra: number): void {
    for (const gap of this.gapsInside(position)) gap.cost += extra;
  }

  private *gapsInside(position: number): Generator<Gap> {
    let inside = false;
    for (let i = position; i < this.items.length; i++) {
      const item = this.items[i]!;
      if (item.kind !== 'gap') inside = true;
      else if (inside && item.cost !== FORCED_BREAK) yield item;
    }
  }

  /** Index of the first box of what was added from a position on, or -1: not what belongs to the side column. */
  firstBox(position: number): number {
    const start = Math.max(position, this.stacked);
    for (let index = start; index < this.items.length; index++) {
      const item = this.items[index]!;
      if (item.kind === 'box' && item.parts.length > 0) return index;
    }
    return -1;
  }

  private settleGap(): void {
    const pending = this.pending;
    this.pending = undefined;
    const last = this.items.at(-1);
    if (pending && !last) this.leadingSpace = pending.size;
    if (!pending || !last || last.kind === 'open' || last.kind === 'gap') return;
    const { size, cost, held, ends } = pending;
    const dear = held && cost !== FORCED_BREAK;
    const gap = this.side.gap(size, dear ? Math.max(cost, BREAK_COST.strandedHeading) : cost);
    if (ends) gap.ends = true;
    this.items.push(gap);
  }
}
