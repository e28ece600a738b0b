import type { Entry, EntryLine, Inline } from '../../document/types.js';
import { BREAK_COST } from '../break-costs.js';
import type { LayoutJob, Region, SideColumn } from '../layout-job.js';
import { plainText } from '../plain-text.js';
import { rowBox, type RowCell } from '../row.js';
import { breakSpans, spansOf } from '../set-text.js';
import { appendElement } from '../structure.js';
import type { ParagraphStyle } from '../styles.js';
import type { StructureElement } from '../types.js';
import type { Aside, Box, LinePart } from '../vertical-list.js';

/** The right part takes at most this much of the measure. */
const WIDEST_ASIDE = 0.45;
/** Lines in the side column stand closer than running text, by this factor. */
const SIDE_LEADING = 0.88;

/**
 * Adds an entry of a record: head lines, then its body; the head stays with the body. The right parts of the head (dates,
 * places) stand at the right of their lines, or one below the other in the side column where there is one.
 */
export function collectEntry(block: Entry, region: Region, job: LayoutJob): void {
  const { list } = region;
  const side = block.head.some(({ left }) => plainText(left) !== '') ? region.side : null;
  const { space, entryTitle, entryLine } = job.styles;
  const element = appendElement(region.parent, 'Div');
  const rights = side ? block.head.map(({ right }) => right).filter((right) => plainText(right) !== '') : [];
  const head = side ? block.head.map(({ left }) => ({ left, right: [] })) : block.head;
  if (rights.length > 0) list.clearAside();
  list.gap(space.entry);
  let titled = false;
  head.forEach((line, index) => {
    const box = headBox(line, index === 0 ? entryTitle : entryLine, element, region, job);
    if (!box) return;
    if (titled) list.gap(0, BREAK_COST.strandedHeading);
    else if (side && rights.length > 0) list.aside(sideLines(rights, side, element, job));
    titled = true;
    list.box(box);
  });
  if (block.children.length > 0) {
    list.keepWithNext();
    list.gap(space.entryBody, BREAK_COST.strandedHeading, true);
    job.collect(block.children, { ...region, parent: element, side: null }, job);
    list.release();
  }
  list.gap(space.entry);
}

/** Dates and places, one below the other beside the title. */
function sideLines(
  rights: readonly (readonly Inline[])[],
  side: SideColumn,
  element: StructureElement,
  job: LayoutJob,
): Aside {
  const { entryAside } = job.styles;
  const lines = rights.flatMap((right) => {
    const spans = spansOf(right, entryAside, appendElement(element, 'P'), job);
    return breakSpans(spans, entryAside, side.width, job, 'left');
  });
  const parts = lines.map((line, index): LinePart => {
    return { kind: 'line', x: side.x, y: index * SIDE_LEADING * entryAside.leading + entryAside.baseline, line };
  });
  const height = entryAside.leading * (1 + (lines.length - 1) * SIDE_LEADING);
  return { parts, height, baseline: entryAside.baseline, readAfter: true, stack: () => undefined };
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
