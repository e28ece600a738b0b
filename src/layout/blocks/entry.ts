import type { Entry, EntryLine } from '../../document/types.js';
import { BREAK_COST } from '../break-costs.js';
import type { LayoutJob, Region } from '../layout-job.js';
import { plainText } from '../plain-text.js';
import { rowBox, type RowCell } from '../row.js';
import { breakSpans, spansOf } from '../set-text.js';
import { appendElement } from '../structure.js';
import type { ParagraphStyle } from '../styles.js';
import type { StructureElement } from '../types.js';
import type { Box } from '../vertical-list.js';

/** The right part takes at most this much of the measure. */
const WIDEST_ASIDE = 0.45;

/** Adds an entry of a record: head lines with their dates at the right, then its body; the head stays with the body. */
export function collectEntry(block: Entry, region: Region, job: LayoutJob): void {
  const { list } = region;
  const { space, entryTitle, entryLine } = job.styles;
  const element = appendElement(region.parent, 'Div');
  list.gap(space.entry);
  block.head.forEach((line, index) => {
    const box = headBox(line, index === 0 ? entryTitle : entryLine, element, region, job);
    if (!box) return;
    if (index > 0) list.gap(0, BREAK_COST.strandedHeading);
    list.box(box);
  });
  if (block.children.length > 0) {
    list.keepWithNext();
    list.gap(space.entryBody, BREAK_COST.strandedHeading, true);
    job.collect(block.children, { ...region, parent: element }, job);
    list.release();
  }
  list.gap(space.entry);
}

function headBox(
  line: EntryLine,
  paragraph: ParagraphStyle,
  element: StructureElement,
  region: Region,
  job: LayoutJob,
): Box | undefined {
  const { entryAside, facts } = job.styles;
  const hasLeft = plainText(line.left) !== '';
  const hasRight = plainText(line.right) !== '';
  if (!hasLeft && !hasRight) return undefined;
  const cells: RowCell[] = [];
  let measure = region.width;
  const left = hasLeft ? spansOf(line.left, paragraph, appendElement(element, 'P'), job) : [];
  if (hasRight) {
    const right = spansOf(line.right, entryAside, appendElement(element, 'P'), job);
    const width = Math.min(job.typesetter.measure(right) + 0.1, region.width * (hasLeft ? WIDEST_ASIDE : 1));
    const x = region.x + region.width - width;
    cells.push({ x, paragraph: entryAside, lines: breakSpans(right, entryAside, width, job, 'right') });
    measure -= width + facts.gap;
  }
  if (hasLeft) cells.unshift({ x: region.x, paragraph, lines: breakSpans(left, paragraph, measure, job) });
  return rowBox(cells, { paddingTop: 0, paddingBottom: 0 });
}
