import type { Block, Facts } from '../../document/types.js';
import { BREAK_COST } from '../break-costs.js';
import { continuedHead } from '../continued-head.js';
import type { LayoutJob, Region } from '../layout-job.js';
import { addRowSlices, NO_PADDING, rowBox, type RowCell } from '../row.js';
import { breakSpans, spansOf } from '../set-text.js';
import { appendElement, createElement } from '../structure.js';
import type { Box, Enclosure } from '../vertical-items.js';

/** The label column takes at most this part of the measure. */
const WIDEST_LABELS = 0.35;
/** Labels that must wrap anyway wrap at this part of it, or where the longest of the others ends. */
const WRAPPED_LABELS = 0.24;
/** Hair of room, so that rounding never wraps a label that just fits. */
const HAIR = 0.1;

/** Adds label and value pairs in two columns that share their first baseline; in the structure a list. */
export function collectFacts(block: Facts, region: Region, job: LayoutJob): void {
  const { list } = region;
  const { facts, space, factLabel, factValue } = job.styles;
  const element = appendElement(region.parent, 'L', { listNumbering: 'None' });
  const pairs = block.items.map((item) => {
    const li = appendElement(element, 'LI');
    const label = spansOf(item.label, factLabel, appendElement(li, 'Lbl'), job);
    const value = spansOf(item.value, factValue, appendElement(appendElement(li, 'LBody'), 'P'), job);
    return { label, value };
  });
  const widths = pairs.map(({ label }) => (label.length > 0 ? job.typesetter.measure(label) : 0));
  const { side } = region;
  const labelX = side?.x ?? region.x;
  const labelWidth = side?.width ?? labelColumn(widths, region, facts.gap);
  const valueX = side ? region.x : region.x + labelWidth + facts.gap;
  const valueWidth = region.x + region.width - valueX;

  const rows = pairs.map(({ label, value }): RowCell[] => [
    { x: labelX, lines: breakSpans(label, factLabel, labelWidth, job), paragraph: factLabel },
    { x: valueX, lines: breakSpans(value, factValue, valueWidth, job), paragraph: factValue },
  ]);

  if (side) list.clearAside();
  list.gap(space.block);
  const boxes = rows.map((cells) => rowBox(cells, NO_PADDING));
  rows.forEach((cells, index) => {
    const box = boxes[index]!;
    // The rows that a break here would leave alone.
    const outer = [...(index === 1 ? [boxes[0]!] : []), ...(index === rows.length - 1 ? [box] : [])];
    const few = rows.length <= FEW_FACTS ? BREAK_COST.loneItem : 0;
    if (index > 0) list.gap(space.fact, Math.max(few, outerCost(outer, job)));
    // Rows keep one space between them; what follows the last of them is on the grid again.
    if (box.height <= region.room / 2) return list.box(index > 0 ? { ...box, snap: false } : box);
    const again = continuedHead(block.items[index]!.label, factLabel, labelX, region.x + region.width - labelX, job);
    const enclosure: Enclosure = { before: 0, after: 0, ...(again ? { repeatedHead: again } : {}) };
    list.open(enclosure);
    addRowSlices(list, cells, NO_PADDING);
    list.close(enclosure);
  });
  list.gap(space.block);
}

/** So many facts or fewer are taken in at one look, and stay together. */
const FEW_FACTS = 5;
/** A fact of so many lines looks lost alone on a page. */
const LONE_LINES = 2;

/** Cost of a break that leaves these rows alone. */
function outerCost(rows: readonly Box[], { styles }: LayoutJob): number {
  if (rows.length === 0) return BREAK_COST.item;
  const isLone = rows.some(({ height }) => height <= LONE_LINES * styles.factValue.leading + HAIR);
  return isLone ? BREAK_COST.loneItem : BREAK_COST.outerItem;
}

/** Where the values of several lists of facts in one box line up: right of the widest labels; else the axis as it is. */
export function sharedAxis(blocks: readonly Block[], region: Region, job: LayoutJob): number | null {
  const lists = factsIn(blocks, job);
  if (lists.length < 2) return region.axis;
  const { factLabel, facts } = job.styles;
  const columns = lists.map(({ items }) => {
    const scratch = createElement('Lbl');
    const widths = items.map(({ label }) => {
      const spans = spansOf(label, factLabel, scratch, job);
      return spans.length > 0 ? job.typesetter.measure(spans) : 0;
    });
    return labelColumn(widths, region, facts.gap);
  });
  return region.x + Math.max(...columns) + facts.gap;
}

function factsIn(blocks: readonly Block[], job: LayoutJob): Facts[] {
  return blocks.flatMap((block): Facts[] => {
    if (block.type === 'facts') return block.items.length > 0 ? [block] : [];
    if (block.type === 'detail') return factsIn(job.givenUp.has(block) ? block.short : block.full, job);
    return block.type === 'figure' || block.type === 'keep' ? factsIn(block.children, job) : [];
  });
}

/** Width of the labels: as they need it, or up to the text's axis where that is near. */
function labelColumn(widths: readonly number[], { x, width: measure, axis }: Region, gap: number): number {
  const fitting = widths.filter((width) => width <= measure * WIDEST_LABELS);
  const widest = Math.max(0, ...fitting);
  const needed = HAIR + (fitting.length === widths.length ? widest : Math.max(widest, measure * WRAPPED_LABELS));
  const aligned = (axis ?? x) - gap - x;
  return aligned >= needed && aligned <= measure * WIDEST_LABELS ? aligned : needed;
}
