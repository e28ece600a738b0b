import type { Quote } from '../../document/types.js';
import { LEAST_MEASURE, type LayoutJob, type Region } from '../layout-job.js';
import { appendElement } from '../structure.js';
import type { Enclosure } from '../vertical-items.js';

/** Adds a quotation, indented behind a thin bar. */
export function collectQuote(block: Quote, region: Region, job: LayoutJob): void {
  const { list, x, width } = region;
  const { quote, colors, space } = job.styles;
  const enclosure: Enclosure = { before: 0, after: 0, background: [{ x, width: quote.bar, color: colors.rule }] };
  const indent = width - 2 * quote.indent >= LEAST_MEASURE ? quote.indent : 0;
  const parent = appendElement(region.parent, 'BlockQuote');
  list.gap(space.block);
  list.open(enclosure);
  job.collect(
    block.children,
    { ...region, x: x + indent, width: width - 2 * indent, parent, tight: false, side: null },
    job,
  );
  list.close(enclosure);
  list.gap(space.block);
}
