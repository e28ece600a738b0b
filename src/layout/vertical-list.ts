import type { Line } from '../text/types.js';
import { BREAK_COST, FORCED_BREAK } from './break-costs.js';
import type { ArtifactKind, RunData, StructureElement } from './types.js';

/** What a heading adds to the outline, carried by its first line. */
export interface HeadingMark {
  readonly id: string;
  readonly title: string;
  readonly level: number;
  readonly element: StructureElement;
  /** Listed in the outline even when no link leads there. */
  readonly listed: boolean;
}
/** A set line; `y` is its baseline. Positions of parts count from the text area's left edge and the box's top. */
export interface LinePart {
  readonly kind: 'line';
  readonly x: number;
  readonly y: number;
  readonly line: Line<RunData>;
  readonly heading?: HeadingMark;
  /** In a box of a {@link Box.strip}: parts with a lower order come first in logical order. */
  readonly order?: number;
}
export interface RectPart {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
  readonly radius?: number;
  readonly artifact: ArtifactKind;
}
/** An outlined square, such as a checklist box. */
export interface FramePart {
  readonly kind: 'frame';
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly color: string;
  readonly lineWidth: number;
  readonly radius: number;
}
export type Part = LinePart | RectPart | FramePart;

/** Content that no page break divides. */
export interface Box {
  readonly kind: 'box';
  readonly height: number;
  /** From the box's top to the top of its capitals; page tops align there. */
  readonly textTop: number;
  /** How many lines of text it counts as when a heading looks for company; 0 for headings and rules. */
  readonly lines: number;
  readonly parts: readonly Part[];
  /** Boxes that share a strip are slices of one row: their parts go together, column by column. */
  readonly strip?: object;
}
/** Space that vanishes at a page break, and what breaking the page there costs. */
export interface Gap {
  readonly kind: 'gap';
  size: number;
  cost: number;
}
/** Something around content that is drawn once on each page it reaches: a tint, a bar, a table's head. */
export interface Enclosure {
  /** Padding above and below each fragment. */
  readonly before: number;
  readonly after: number;
  readonly background?: readonly {
    readonly x: number;
    readonly width: number;
    readonly color: string;
    readonly radius?: number;
  }[];
  /** Drawn again, as an artifact, where the content goes on on another page. */
  readonly repeatedHead?: Box;
}
export interface Opening {
  readonly kind: 'open';
  readonly enclosure: Enclosure;
}
export interface Closing {
  readonly kind: 'close';
  readonly enclosure: Enclosure;
}
export type VerticalItem = Box | Gap | Opening | Closing;

/** Text in the side column, beside the first lines of what follows: a heading, or the dates of an entry. */
export interface Aside {
  /** Positions count from the aside's own top. */
  readonly parts: readonly LinePart[];
  readonly height: number;
  /** First baseline from the aside's top. */
  readonly baseline: number;
  /** True when it is read after the line beside it, as the dates of an entry are after its title. */
  readonly readAfter: boolean;
  /** Adds it above what follows instead, where that takes the side column itself. */
  readonly stack: () => void;
}

/** Height of an item that stands on a page. */
export function heightOf(item: VerticalItem): number {
  switch (item.kind) {
    case 'box':
      return item.height;
    case 'gap':
      return item.size;
    case 'open':
      return item.enclosure.before;
    case 'close':
      return item.enclosure.after;
  }
}

/** Parts of a heading in the side column come before those of the box that they stand beside. */
const ASIDE_ORDER = -1;

/** True for a part of a heading in the side column. */
export function isAside(part: Part): boolean {
  return part.kind === 'line' && part.order === ASIDE_ORDER;
}

/**
 * Collects vertical items in reading order. Neighbouring gaps become one: the larger size, the higher cost, and a
 * forced break above all. A gap at the start, after an opening or before a closing vanishes.
 */
export class VerticalList {
  readonly items: VerticalItem[] = [];
  /** The space that would stand before the first item, had the list not begun there. */
  leadingSpace = 0;
  private pending: { size: number; cost: number; fixed: boolean } | undefined;
  private held = 0;
  /** An aside whose box has not come yet. */
  private waiting: Aside | undefined;
  /** How far the last aside reaches below what was added since, points. */
  private overhang = 0;
  private mustClear = false;

  /** Adds space and a place to break. A `fixed` size is not enlarged by the gap that follows. */
  gap(size: number, cost: number = BREAK_COST.block, fixed = false): void {
    if (cost === FORCED_BREAK) this.endAsides();
    const held = this.held > 0 && cost !== FORCED_BREAK ? Math.max(cost, BREAK_COST.strandedHeading) : cost;
    if (cost === FORCED_BREAK) this.held = 0;
    const pending = this.pending;
    if (!pending) {
      this.pending = { size, cost: held, fixed };
      return;
    }
    if (fixed) pending.size = size;
    else if (!pending.fixed) pending.size = Math.max(pending.size, size);
    pending.fixed ||= fixed;
    const forced = pending.cost === FORCED_BREAK || held === FORCED_BREAK;
    pending.cost = forced ? FORCED_BREAK : Math.max(pending.cost, held);
  }

  box(box: Box): void {
    if (this.waiting) this.mustClear ||= this.overhang > 0;
    this.settleGap();
    this.overhang = Math.max(0, this.overhang - box.height);
    this.items.push(this.waiting ? this.attach(this.waiting, box) : box);
    this.held = Math.max(0, this.held - box.lines);
  }

  /** Puts a heading beside the next box. */
  aside(aside: Aside): void {
    this.clearAside();
    this.waiting = aside;
  }

  /** Makes the side column free for what comes next: a heading that still waits stands above it. */
  clearAside(): void {
    const { waiting } = this;
    this.waiting = undefined;
    waiting?.stack();
    this.mustClear = this.overhang > 0;
  }

  /** Makes sure that no heading is left over and none reaches below the end of what was added. */
  endAsides(): void {
    this.clearAside();
    const { overhang } = this;
    this.overhang = 0;
    this.mustClear = false;
    if (overhang > 0) this.items.push({ kind: 'box', height: overhang, textTop: 0, lines: 0, parts: [] });
  }

  /** The box with the aside at its side, first baselines level. */
  private attach(aside: Aside, box: Box): Box {
    this.waiting = undefined;
    const first = box.parts.find((part) => part.kind === 'line');
    const down = Math.max(0, (first?.y ?? aside.baseline) - aside.baseline);
    this.overhang = Math.max(0, down + aside.height - box.height);
    const order = aside.readAfter ? 0 : ASIDE_ORDER;
    const beside = aside.parts.map((part): LinePart => ({ ...part, y: part.y + down, order }));
    return { ...box, parts: aside.readAfter ? [...box.parts, ...beside] : [...beside, ...box.parts] };
  }

  open(enclosure: Enclosure): void {
    this.clearAside();
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
        this.pending = { size: before.size, cost: before.cost, fixed: false };
      }
      return;
    }
    this.items.push({ kind: 'close', enclosure });
  }

  /** Makes every break dear until this many lines of text have followed. */
  keepWithNext(lines = 2): void {
    this.held = Math.max(this.held, lines);
  }

  /** Ends what {@link keepWithNext} began. */
  release(): void {
    this.held = 0;
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
    let inside = false;
    for (let i = position; i < this.items.length; i++) {
      const item = this.items[i]!;
      if (item.kind !== 'gap') inside = true;
      else if (inside && item.cost !== FORCED_BREAK) item.cost = Math.max(item.cost, cost);
    }
  }

  /** Index of the first box from a position on, or -1. */
  firstBox(position: number): number {
    return this.items.findIndex((item, index) => index >= position && item.kind === 'box');
  }

  private settleGap(): void {
    const pending = this.pending;
    this.pending = undefined;
    const last = this.items.at(-1);
    if (pending && !last) this.leadingSpace = pending.size;
    if (pending && last && last.kind !== 'open' && last.kind !== 'gap') {
      const size = this.mustClear ? Math.max(pending.size, this.overhang + pending.size / 2) : pending.size;
      this.overhang = Math.max(0, this.overhang - size);
      const beside = this.overhang > 0 && pending.cost !== FORCED_BREAK;
      const cost = beside ? Math.max(pending.cost, BREAK_COST.strandedHeading) : pending.cost;
      this.items.push({ kind: 'gap', size, cost });
    }
    this.mustClear = false;
  }
}
