import type { Box, Gap, LinePart, Part } from './vertical-items.js';
import { BREAK_COST, FORCED_BREAK } from './break-costs.js';

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

/** Parts of a heading in the side column come before those of the box that they stand beside. */
const HEADING_ORDER = -1;

/** Gaps may shrink to this part of their size; only that much surely separates one side text from the next. */
const LEAST_GAP = 0.7;

/** What follows a side text stands below it by at least this part of its gap. */
const LEAST_CLEAR = 0.75;

/** A side text whose first baseline is lower than that beside it by no more than this rises by it instead, points. */
const LEAST_LOWERED = 1;

/** True for a part of a heading in the side column. */
export function isSideHeading(part: Part): boolean {
  return part.kind === 'line' && part.order === HEADING_ORDER;
}

/** Follows the side column while a vertical list grows: which text waits for its box, and how far the last one reaches. */
export class SideTrack {
  /** Text whose box has not come yet. */
  waiting: Aside | undefined;
  private reach = 0;
  private clearing = false;

  /** How far the last side text reaches below what was added since, points. */
  get overhang(): number {
    return this.reach;
  }

  /** The next gap leads below the last side text. */
  clear(): void {
    this.clearing = this.reach > 0;
  }

  /** The gap that stands here: below the last side text where that must be clear, and with room for it on its page. */
  gap(size: number, cost: number): Gap {
    const { reach, clearing } = this;
    this.clearing = false;
    if (reach === 0) return { kind: 'gap', size, cost };
    const rigid = clearing ? reach : 0;
    const elastic = clearing ? Math.max(size - reach, size * LEAST_CLEAR) : size;
    this.reach = Math.max(0, reach - rigid - elastic * LEAST_GAP);
    const beside = this.reach > 0 && cost !== FORCED_BREAK;
    return { kind: 'gap', size: elastic, rigid, reach, cost: beside ? Math.max(cost, BREAK_COST.beside) : cost };
  }

  /** Takes a gap back that nothing followed; gives its size. */
  withdraw({ size, rigid = 0, reach = 0 }: Gap): number {
    this.reach = reach;
    this.clearing = rigid > 0;
    return size;
  }

  /** The box with what waits at its side, first baselines level. */
  box(box: Box): Box {
    const aside = this.waiting;
    if (!aside) {
      this.reach = Math.max(0, this.reach - box.height);
      return box;
    }
    this.waiting = undefined;
    const first = box.parts.find((part) => part.kind === 'line');
    const down = (first?.y ?? aside.baseline) - aside.baseline;
    const lowered = down < -LEAST_LOWERED ? -down : 0;
    const own = lowered > 0 ? box.parts.map((part): Part => ({ ...part, y: part.y + lowered })) : box.parts;
    const top = lowered > 0 ? 0 : down;
    const order = aside.readAfter ? 0 : HEADING_ORDER;
    const beside = aside.parts.map((part): LinePart => ({ ...part, y: part.y + top, order }));
    const height = box.height + lowered;
    this.reach = Math.max(0, top + aside.height - height);
    const parts = aside.readAfter ? [...own, ...beside] : [...beside, ...own];
    return { ...box, height, textTop: box.textTop + lowered, parts };
  }

  /** Ends the column here; gives how far it still reaches below, points. */
  end(): number {
    const { reach } = this;
    this.reach = 0;
    this.clearing = false;
    return reach;
  }
}
