import type { Section } from '../../document/types.js';
import { BREAK_COST, FORCED_BREAK } from '../break-costs.js';
import type { LayoutJob, Region } from '../layout-job.js';
import { titleOf } from '../layout-warnings.js';
import { appendElement } from '../structure.js';
import { fitToPage } from '../fit-to-page.js';

/** Adds a section: on a new page, or where the last one ends; tightened to one page if it must fit there. */
export function collectSection(block: Section, region: Region, job: LayoutJob): void {
  const { list, parent } = region;
  const element = appendElement(parent, 'Sect', { title: titleOf(block) });
  const inside = { ...region, parent: element };
  const space = block.start === 'page' ? 0 : job.styles.space.section;
  list.gap(space, block.start === 'page' ? FORCED_BREAK : BREAK_COST.block);
  const start = list.length;
  if (block.fit === 'page' && !region.fitting) fitToPage(block, inside, job);
  else {
    job.collect(block.children, inside, job);
    for (const detail of job.detailTargets.get(block) ?? []) {
      if (job.moved.has(detail))
        job.collect([...(detail.heading ? [detail.heading] : []), ...(detail.moved ?? detail.full)], inside, job);
    }
  }
  list.endAsides();
  if (list.heightFrom(start) <= region.room) list.addCosts(start, BREAK_COST.section);
  list.release();
  list.gap(job.styles.space.section);
  list.endSection();
}
