import type { Paragraph } from '../../document/types.js';
import { breakBalanced } from '../break-balanced.js';
import { BREAK_COST } from '../break-costs.js';
import type { LayoutJob, Region } from '../layout-job.js';
import { endsInColon, isBlank } from '../plain-text.js';
import { addLines, breakSpans, spansOf } from '../set-text.js';
import { appendElement } from '../structure.js';

/** Adds a paragraph; a lead is balanced like a heading. One that ends in a colon stays with what it announces. */
export function collectParagraph(block: Paragraph, region: Region, job: LayoutJob): void {
  if (isBlank(block.children)) return;
  const { list } = region;
  const paragraph = job.styles[block.variant ?? 'body'];
  const spans = spansOf(block.children, paragraph, appendElement(region.parent, 'P'), job);
  const space = region.tight ? job.styles.space.tightItem : job.styles.space.paragraph;
  list.gap(space);
  const align = region.ragged ? 'left' : paragraph.align;
  const lines =
    block.variant === 'lead'
      ? breakBalanced(spans, paragraph, region.width, job)
      : breakSpans(spans, paragraph, region.width, job, align);
  addLines(list, lines, paragraph, region.x);
  list.gap(space, endsInColon(block.children) ? BREAK_COST.announced : BREAK_COST.block);
}
