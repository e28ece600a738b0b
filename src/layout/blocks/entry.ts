import type { Entry, EntryLine } from '../../document/types.js';
import type { Line } from '../../text/types.js';
import { breakBalanced } from '../break-balanced.js';
import { BREAK_COST } from '../break-costs.js';
import { continuedHead, continuedRoom, LEAST_CONTINUED } from '../continued-head.js';
import { TALLEST_ASIDE, type LayoutJob, type Region } from '../layout-job.js';
import { isBlank } from '../plain-text.js';
import { addRowSlices, NO_PADDING, rowBox, type RowCell } from '../row.js';
import { breakSpans, spansOf } from '../set-text.js';
import { appendElement, createElement } from '../structure.js';
import type { ParagraphStyle } from '../styles.js';
import type { RunData, StructureElement } from '../types.js';
import type { Aside } from '../side-track.js';
import type { Enclosure, LinePart } from '../vertical-items.js';

/** The right part takes at most this much of the measure. */
const WIDEST_ASIDE = 0.45;

/**
 * Adds an entry of a record: head lines, then its body; the head stays with the body. The right parts of the head (dates,
 * places) stand at the right of their lines, or one below the other in the side column where there is one.
 */
export function collectEntry(block: Entry, region: Region, job: LayoutJob): void {
  const { list } = region;
  const { space, entryTitle, entryLine } = job.styles;
  const element = appendElement(region.parent, 'Div');
  const beside = sideLines(block.head, region, job);
  const head = beside ? block.head.map(({ left }) => ({ left, right: [] })) : block.head;
  if (beside) list.clearAside();
  list.gap(space.entry);
  const start = list.length;
  let titled = false;
  head.forEach((line, index) => {
    const cells = headCells(line, index === 0 ? entryTitle : entryLine, element, region, job);
    if (cells.length === 0) return;
    if (titled) list.gap(0, BREAK_COST.strandedHeading);
    else if (beside) {
      element.children.push(...beside.elements);
      list.aside(beside.aside);
    }
    titled = true;
    const box = rowBox(cells, NO_PADDING);
    if (box.height > region.room / 2) addRowSlices(list, cells, NO_PADDING);
    else list.box(box);
  });
  if (block.children.length > 0) {
    list.keepWithNext();
    list.gap(space.entryBody, BREAK_COST.strandedHeading, true);
    const enclosure: Enclosure = { before: 0, after: 0 };
    const room = Math.max(region.room / 2, region.room - continuedRoom(entryTitle));
    list.open(enclosure);
    job.collect(block.children, { ...region, room, parent: element, side: null }, job);
    list.close(enclosure);
    if (list.heightFrom(start) <= region.room * LEAST_CONTINUED) list.addCosts(start, BREAK_COST.entry);
    else {
      const title = block.head.find(({ left }) => !isBlank(left))?.left ?? [];
      const again = continuedHead(title, entryTitle, region.x, region.width, job);
      if (again && again.height <= region.room - room) enclosure.repeatedHead = again;
    }
    // A heading that ends the body still looks for company in what follows the entry.
    if (block.children.at(-1)?.type !== 'heading') list.release();
  }
  list.gap(space.entry);
}

/** Dates and places, one below the other beside the title; undefined where there are none, or no room or title. */
function sideLines(
  head: readonly EntryLine[],
  { side, room }: Region,
  job: LayoutJob,
): { readonly aside: Aside; readonly elements: readonly StructureElement[] } | undefined {
  const rights = head.map(({ right }) => right).filter((right) => !isBlank(right));
  if (!side || rights.length === 0 || head.every(({ left }) => isBlank(left))) return undefined;
  const { entryAside, sideLeading } = job.styles;
  const elements: StructureElement[] = [];
  const lines: Line<RunData>[] = [];
  for (const right of rights) {
    const element = createElement('P');
    const spans = spansOf(right, entryAside, element, job);
    if (job.typesetter.minMeasure(spans) > side.width) return undefined;
    elements.push(element);
    for (const line of breakBalanced(spans, entryAside, side.width, job)) lines.push(line);
  }
  const { baseline } = entryAside;
  const leading = sideLeading * entryAside.leading;
  const height = entryAside.leading + (lines.length - 1) * leading;
  if (height > room * TALLEST_ASIDE) return undefined;
  const parts: LinePart[] = [];
  for (const line of lines) parts.push({ kind: 'line', x: side.x, y: parts.length * leading + baseline, line });
  const aside: Aside = { parts, height, baseline, readAfter: true, stack: () => undefined };
  return { aside, elements };
}

/** The parts of a head line: the left one, and at its right the other. */
function headCells(
  line: EntryLine,
  paragraph: ParagraphStyle,
  element: StructureElement,
  region: Region,
  job: LayoutJob,
): RowCell[] {
  const { entryAside, facts } = job.styles;
  const hasLeft = !isBlank(line.left);
  const hasRight = !isBlank(line.right);
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
  return cells;
}
