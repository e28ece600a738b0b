import { BREAK_COST } from './break-costs.js';
import type { PageArea } from './page-filling.js';
import { paginate } from './paginate.js';
import { stackItems, type StackRange } from './stack.js';
import type { VerticalItem } from './vertical-items.js';
import type { VerticalList } from './vertical-list.js';

/** Content of one or more columns that stand beside each other, from the gap after which it goes on. */
export interface Flow {
  readonly items: readonly VerticalItem[];
  /** How many columns it fills on a page. */
  readonly columns: number;
  /** Index of the gap that it goes on after; -1 for its beginning. */
  readonly from: number;
}

/** No more than so many heights are tried before content goes into one column. */
const MOST_TRIES = 60;
/** How far back a page's fill is looked up, items. */
const MOST_ITEMS = 600;

/** The ranges of each flow for its columns of one page, and whether all of them are within the height. */
export function columnBreaks(
  flows: readonly Flow[],
  area: PageArea,
): { readonly ranges: readonly (readonly StackRange[])[]; readonly fits: boolean } {
  const ranges = flows.map(({ items, columns, from }) => paginate(items, area, from).slice(0, columns));
  const fits = ranges.every((own, index) =>
    own.every((range) => stackItems(flows[index]!.items, range).height + range.top <= area.height + 0.01),
  );
  return { ranges, fits };
}

/**
 * The least height at which all flows end with their columns, in steps from an even share, and without a break that
 * leaves a line or a heading alone, or divides a short list, where a little more height avoids it; undefined when it would be more than the area's.
 */
export function evenHeight(flows: readonly Flow[], area: PageArea, step: number): number | undefined {
  let height = Math.max(
    ...flows.map(({ items, columns, from }) => {
      const whole = { from: from + 1, to: items.length, grid: area.grid ?? 0 };
      return stackItems(items, whole).height / columns;
    }),
  );
  height = Math.ceil(height / step) * step;
  let acceptable: number | undefined;
  for (let tries = 0; tries < MOST_TRIES && height <= area.height + step; tries++, height += step) {
    const tried = Math.min(height, area.height);
    const { ranges, fits } = columnBreaks(flows, { ...area, height: tried });
    const ends = ranges.every((own, index) => own.at(-1)?.to === flows[index]!.items.length);
    if (!ends || !fits) continue;
    acceptable ??= tried;
    const isLonely = ranges.some((own, index) =>
      own.slice(0, -1).some(({ to }) => {
        const gap = flows[index]!.items[to];
        return gap?.kind === 'gap' && gap.cost >= BREAK_COST.shortList;
      }),
    );
    if (!isLonely) return tried;
  }
  if (acceptable !== undefined) return acceptable;
  const { ranges, fits } = columnBreaks(flows, area);
  return fits && ranges.every((own, index) => own.at(-1)?.to === flows[index]!.items.length) ? area.height : undefined;
}

/** What is left of the page that a list has come to, below a space, points. Looks back over a bounded number of items. */
export function restOfPage(list: VerticalList, area: PageArea, space: number): number {
  const { items } = list;
  let start = Math.max(0, items.length - MOST_ITEMS);
  while (start > 0 && items[start]!.kind !== 'gap') start--;
  const recent = start > 0 ? items.slice(start + 1) : items;
  if (recent.length === 0) return area.height;
  const last = paginate(recent, area).at(-1)!;
  const used = stackItems(recent, last).height + last.top;
  return used === 0 ? area.height : area.height - used - space;
}
