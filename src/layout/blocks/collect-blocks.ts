import type { Block } from '../../document/types.js';
import { BREAK_COST, FORCED_BREAK } from '../break-costs.js';
import { takeFullWidth, type LayoutJob, type Region } from '../layout-job.js';
import { collectCallout } from './callout.js';
import { collectColumns } from './columns.js';
import { collectEntry } from './entry.js';
import { collectFacts } from './facts.js';
import { collectFigure } from './figure.js';
import { collectHeading } from './heading.js';
import { collectList } from './list.js';
import { collectParagraph } from './paragraph.js';
import { collectQuote } from './quote.js';
import { collectSection } from './section.js';
import { collectTable } from './table.js';

/** Most items of a list that stays with the facts above it where it can. */
const SHORT_LIST = 4;

/** Turns blocks into vertical items of the region's list and elements of the structure tree, in reading order. */
export function collectBlocks(blocks: readonly Block[], region: Region, job: LayoutJob): void {
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]!;
    collectBlock(block, region, job);
    if (isOuterEntry(blocks, index)) region.list.gap(0, BREAK_COST.outerItem);
    const items = block.type === 'facts' ? itemsOf(blocks[index + 1]) : 0;
    if (items === 1) region.list.gap(0, BREAK_COST.loneItem);
    else if (items > 0 && items <= SHORT_LIST) region.list.gap(0, BREAK_COST.shortList);
    if (isDrawnTable(block, blocks[index + 1])) region.list.gap(0, BREAK_COST.graphic);
  }
}

/** How many items a list has that says more of the facts above it; 0 where there is none. */
function itemsOf(block: Block | undefined): number {
  return block?.type === 'list' ? block.items.length : 0;
}

/** True for a table and the chart or timeline beside it, which shows the same. */
function isDrawnTable(block: Block, next: Block | undefined): boolean {
  if (!next) return false;
  return (block.type === 'table' && isGraphic(next)) || (isGraphic(block) && next.type === 'table');
}

function isGraphic(block: Block): boolean {
  return block.type === 'figure' && (block.content.kind === 'chart' || block.content.kind === 'timeline');
}

/** True where one of two entries without a body would stand alone: after the first or before the last of a row of them. */
function isOuterEntry(blocks: readonly Block[], index: number): boolean {
  if (!isShort(blocks[index]) || !isShort(blocks[index + 1])) return false;
  return !(isShort(blocks[index - 1]) && isShort(blocks[index + 2]));
}

/** True for an entry without a body. */
function isShort(block: Block | undefined): boolean {
  return block?.type === 'entry' && block.children.length === 0;
}

function collectBlock(block: Block, region: Region, job: LayoutJob): void {
  const { list } = region;
  switch (block.type) {
    case 'section':
      return collectSection(block, region, job);
    case 'heading':
      return collectHeading(block, region, job);
    case 'paragraph':
      return collectParagraph(block, region, job);
    case 'list':
      return block.items.length > 0 ? collectList(block, region, job) : undefined;
    case 'table':
      return collectTable(block, region, job);
    case 'facts':
      return block.items.length > 0 ? collectFacts(block, region, job) : undefined;
    case 'callout':
      return collectCallout(block, region, job);
    case 'entry':
      return collectEntry(block, region, job);
    case 'columns':
      return block.columns.length > 0 ? collectColumns(block, region, job) : undefined;
    case 'quote':
      return collectQuote(block, region, job);
    case 'keep': {
      const start = list.length;
      job.collect(block.children, region, job);
      if (list.heightFrom(start) <= region.room) list.raiseCosts(start, BREAK_COST.keep);
      return;
    }
    case 'figure':
      return collectFigure(block, region, job);
    case 'detail':
      return job.collect(job.givenUp.has(block) ? block.short : block.full, region, job);
    case 'rule':
      return collectRule(region, job);
    case 'pagebreak':
      return list.gap(0, FORCED_BREAK);
  }
}

function collectRule(region: Region, { styles }: LayoutJob): void {
  const { list, x, width } = takeFullWidth(region);
  const { rule, colors, space, body } = styles;
  list.gap(space.rule);
  list.box({
    kind: 'box',
    height: rule,
    textTop: body.textTop,
    lines: 0,
    parts: [{ kind: 'rect', x, y: 0, width, height: rule, color: colors.rule, artifact: 'layout' }],
  });
  list.gap(space.rule);
}
