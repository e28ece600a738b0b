import type { Columns } from '../../document/types.js';
import { BREAK_COST, FORCED_BREAK } from '../break-costs.js';
import { columnBreaks, evenHeight, restOfPage, type Flow } from '../column-breaks.js';
import { LEAST_MEASURE, type LayoutJob, type Region } from '../layout-job.js';
import { stackItems, type StackRange } from '../stack.js';
import { appendElement } from '../structure.js';
import type { Part } from '../vertical-items.js';
import { VerticalList } from '../vertical-list.js';

/** Columns begin on a page that has room for so many lines of them, and go on on the next. */
const LEAST_LINES = 6;

/**
 * Adds columns of equal width. Content that is not divided by hand is distributed so that the columns are as level as
 * its lines allow. Columns that are taller than what is left of the page fill it, all of them, and go on on the next.
 * Too narrow, or inside other columns, their contents stand one below the other.
 */
export function collectColumns(block: Columns, region: Region, job: LayoutJob): void {
  const { list } = region;
  const { space, columns } = job.styles;
  const count = block.balanced ?? block.columns.length;
  const width = (region.width - columns.gutter * (count - 1)) / count;
  const element = appendElement(region.parent, 'Div');
  list.gap(space.block);
  if (region.inColumns || width < LEAST_MEASURE) {
    for (const children of block.columns) {
      list.gap(space.block);
      job.collect(children, { ...region, inColumns: true, side: null, parent: appendElement(element, 'Div') }, job);
    }
  } else addColumns(block, count, width, { ...region, parent: element }, job);
  list.gap(space.block);
}

function addColumns(block: Columns, count: number, width: number, region: Region, job: LayoutJob): void {
  const { body, grid, columns } = job.styles;
  const step = width + columns.gutter;
  const flows = block.columns.map((children, index): Flow & { readonly x: number } => {
    const list = new VerticalList();
    const parent = appendElement(region.parent, 'Div');
    const place = { x: region.x, width, parent, list, inColumns: true, ragged: true, side: null };
    job.collect(children, { ...region, ...place }, job);
    list.endAsides();
    region.list.gap(list.leadingSpace);
    for (const item of list.items) {
      if (item.kind === 'gap' && item.cost === FORCED_BREAK) item.cost = BREAK_COST.block;
    }
    return { items: list.items, columns: block.balanced ?? 1, from: -1, x: index * step };
  });
  const area = { height: region.room, textTop: body.textTop, grid };
  let rest = flows.filter(({ items }) => items.length > 0);
  let height = region.fitting ? region.room : restOfPage(region.list, area, job.styles.space.block);
  let first = true;
  while (rest.length > 0) {
    const even = evenHeight(rest, area, grid > 0 ? grid : body.leading / 4);
    const whole = even !== undefined && even <= region.room;
    const fits = whole && even <= height + 0.01;
    // A little is not divided for the sake of a page's foot, and no page begins with less than a few lines.
    const divide = height >= LEAST_LINES * body.leading && (even ?? region.room) > LEAST_LINES * body.leading;
    const wanted = fits ? even : whole && (!first || !divide) ? even : first && divide ? height : region.room;
    let breaks = columnBreaks(rest, { ...area, height: wanted });
    if (!breaks.fits && wanted < region.room) breaks = columnBreaks(rest, area);
    // The columns of one page are read before those of the next: never both on one page.
    if (!first) region.list.gap(0, FORCED_BREAK);
    addRow(breaks.ranges, rest, step, region, job);
    rest = rest.flatMap((flow, index) => {
      const end = breaks.ranges[index]!.at(-1)!.to;
      return end < flow.items.length ? [{ ...flow, from: end }] : [];
    });
    height = region.room;
    first = false;
  }
}

/** Adds what stands side by side on one page as one box. */
function addRow(
  ranges: readonly (readonly StackRange[])[],
  flows: readonly (Flow & { readonly x: number })[],
  step: number,
  region: Region,
  job: LayoutJob,
): void {
  let height = 0;
  const parts = ranges.flatMap((own, flow) =>
    own.flatMap((range, column): Part[] => {
      const { items, x } = flows[flow]!;
      const stack = stackItems(items, range);
      height = Math.max(height, stack.height + range.top);
      return stack.parts.map(({ part, y, repeated }): Part => {
        const place = { x: part.x + x + column * step, y: part.y + y };
        if (part.kind === 'line' || part.kind === 'frame') return { ...part, ...place, repeated };
        return { ...part, ...place };
      });
    }),
  );
  if (height === 0) return;
  const { body, grid } = job.styles;
  region.list.box({ kind: 'box', height, textTop: body.textTop, lines: 2, parts, snap: grid > 0 });
}
