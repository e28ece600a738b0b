import type { Box, Enclosure, Part, RectPart, VerticalItem } from './vertical-items.js';

/** A part at its height in the stack: `y` is what its own `y` counts from. */
export interface StackedPart {
  readonly part: Part;
  readonly y: number;
  /** True for a head that is drawn again: it has been read before. */
  readonly repeated: boolean;
}
export interface Stack {
  readonly parts: readonly StackedPart[];
  readonly height: number;
}

/** Which items to stack, and how. */
export interface StackRange {
  readonly from: number;
  /** First item after the range. */
  readonly to: number;
  /** Enclosures that began before the range, outermost first. */
  readonly opened: readonly Enclosure[];
  /** Factor on every gap. */
  readonly gapScale: number;
  /** Height at which the first item stands. */
  readonly top: number;
  /** Distance of the lines of the baseline grid, points; 0 for none. */
  readonly grid: number;
  /** Gaps that take one line of the grid more. */
  readonly widened: readonly number[];
}

/**
 * A height moved to a line of a grid: to the next one below, or up by what the gap above can give. So the spaces around
 * text off the grid are on average what they should be.
 */
export function toGrid(y: number, grid: number, give: number): number {
  return grid > 0 ? Math.ceil((y - NEAR - give) / grid) * grid : y;
}

/**
 * True for a first box of a page that stands on a line of the grid: what its capitals are higher or lower by than those
 * of running text moves the box alone, not what follows it.
 */
export function standsOnGrid(box: Box, { grid = 0, opened = [] }: Partial<StackRange>): boolean {
  return grid > 0 && box.snap === true && opened.length === 0;
}

/** How much of a gap may be lost to the grid, points: half a line of it, of a gap of one line of text or more. */
export function giveOf(item: VerticalItem | undefined, grid: number): number {
  return item?.kind === 'gap' && item.size > 1.5 * grid ? grid / 2 : 0;
}

/** A height this near a line of the grid stands on it, points. */
const NEAR = 0.05;

type Draft<T> = { -readonly [K in keyof T]: T[K] };
interface OpenEnclosure {
  readonly enclosure: Enclosure;
  readonly top: number;
  readonly backgrounds: readonly Draft<RectPart>[];
}

/** Puts items one below the other. Backgrounds stand before what lies on them and reach as far as it does. */
export function stackItems(items: readonly VerticalItem[], range: Partial<StackRange> = {}): Stack {
  const { from = 0, to = items.length, opened = [], gapScale = 1, top = 0, grid = 0, widened = [] } = range;
  const parts: StackedPart[] = [];
  const open: OpenEnclosure[] = [];
  let y = top;
  let strip: { readonly key: object; readonly parts: StackedPart[] } | undefined;

  const endStrip = (): void => {
    if (strip) parts.push(...strip.parts.sort((a, b) => orderOf(a) - orderOf(b)));
    strip = undefined;
  };
  const begin = (enclosure: Enclosure): void => {
    endStrip();
    const backgrounds = (enclosure.background ?? []).map((fill): Draft<RectPart> => ({
      kind: 'rect',
      y: 0,
      height: 0,
      artifact: 'background',
      ...fill,
    }));
    // First capitals may stand a little above the area; what lies behind them does not.
    const top = Math.max(0, y);
    for (const part of backgrounds) parts.push({ part, y: top, repeated: false });
    open.push({ enclosure, top, backgrounds });
    y += enclosure.before;
  };
  const end = (): void => {
    endStrip();
    const last = open.pop();
    if (!last) return;
    y += last.enclosure.after;
    for (const background of last.backgrounds) background.height = y - last.top;
  };
  const put = (box: Box, repeated: boolean, give?: number): void => {
    if (strip?.key !== box.strip) endStrip();
    if (box.strip && !strip) strip = { key: box.strip, parts: [] };
    const target = strip?.parts ?? parts;
    if (box.snap && give !== undefined) y = toGrid(y, grid, give);
    for (const part of box.parts) {
      target.push({ part, y, repeated: repeated || ('repeated' in part && part.repeated === true) });
    }
    y += box.height;
  };

  for (const enclosure of opened) {
    begin(enclosure);
    if (enclosure.repeatedHead) put(enclosure.repeatedHead, true);
  }
  for (let i = from; i < to; i++) {
    const item = items[i]!;
    if (item.kind === 'box') {
      put(item, false, i > from ? giveOf(items[i - 1], grid) : undefined);
      if (i === from && standsOnGrid(item, range)) y = item.height;
    } else if (item.kind === 'gap') y += (item.rigid ?? 0) + item.size * gapScale + (widened.includes(i) ? grid : 0);
    else if (item.kind === 'open') begin(item.enclosure);
    else end();
  }
  while (open.length > 0) end();
  endStrip();
  return { parts, height: y - top };
}

function orderOf({ part }: StackedPart): number {
  return part.kind === 'line' ? (part.order ?? 0) : 0;
}
