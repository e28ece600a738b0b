import type { Columns } from '../../document/types.js';
import { LEAST_MEASURE, type LayoutJob, type Region } from '../layout-job.js';
import { stackItems } from '../stack.js';
import { appendElement } from '../structure.js';
import type { Part } from '../vertical-items.js';
import { VerticalList } from '../vertical-list.js';

/**
 * Adds columns of equal width as one box. When they are taller than a page, too narrow, or already inside columns,
 * their contents stand one below the other.
 */
export function collectColumns(block: Columns, region: Region, job: LayoutJob): void {
  const { list } = region;
  const space = job.styles.space.block;
  const element = appendElement(region.parent, 'Div');
  list.gap(space);
  if (region.inColumns || !addSideBySide(block, { ...region, parent: element }, job)) {
    element.children.length = 0;
    for (const children of block.columns) {
      list.gap(space);
      job.collect(children, { ...region, inColumns: true, side: null, parent: appendElement(element, 'Div') }, job);
    }
  }
  list.gap(space);
}

/** False, with nothing added, when the columns are too tall or too narrow. */
function addSideBySide(block: Columns, region: Region, job: LayoutJob): boolean {
  const { columns, body } = job.styles;
  const { gutter } = columns;
  const width = (region.width - gutter * (block.columns.length - 1)) / block.columns.length;
  if (width < LEAST_MEASURE) return false;
  const flows = block.columns.map((children, index) => {
    const list = new VerticalList();
    const parent = appendElement(region.parent, 'Div');
    job.collect(
      children,
      {
        ...region,
        x: region.x + index * (width + gutter),
        width,
        parent,
        list,
        inColumns: true,
        ragged: true,
        side: null,
      },
      job,
    );
    region.list.gap(list.leadingSpace);
    const first = list.items[0];
    return { ...stackItems(list.items), textTop: first?.kind === 'box' ? first.textTop : body.textTop };
  });
  const height = Math.max(0, ...flows.map((flow) => flow.height));
  if (height > region.room) return false;
  if (height === 0) return true;
  const textTop = Math.min(...flows.map((flow) => flow.textTop));
  const parts = flows.flatMap((flow) => flow.parts.map(({ part, y }): Part => ({ ...part, y: part.y + y })));
  region.list.box({ kind: 'box', height, textTop, lines: 2, parts });
  return true;
}
