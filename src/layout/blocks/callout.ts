import type { Callout } from '../../document/types.js';
import { BREAK_COST } from '../break-costs.js';
import { continuedHead, continuedRoom } from '../continued-head.js';
import { LEAST_MEASURE, takeFullWidth, type LayoutJob, type Region } from '../layout-job.js';
import { appendElement } from '../structure.js';
import type { Enclosure } from '../vertical-items.js';

/**
 * Adds a tinted box, with a bar at its left edge unless it is plain. It breaks only when it must; then the tint goes on
 * with the content.
 */
export function collectCallout(block: Callout, narrow: Region, job: LayoutJob): void {
  const region = takeFullWidth(narrow);
  const { list, x, width } = region;
  const { callout, colors, space } = job.styles;
  const bar = block.tone === 'plain' ? undefined : block.tone === 'key' ? colors.accent : colors.warning;
  const paddingX = width - 2 * callout.paddingX >= LEAST_MEASURE ? callout.paddingX : 0;
  const paddingY = region.room - 2 * callout.paddingY >= LEAST_MEASURE ? callout.paddingY : 0;
  const tint = { x, width, color: colors.tint, radius: bar ? 0 : callout.radius };
  const enclosure: Enclosure = {
    before: paddingY,
    after: paddingY,
    background: bar ? [tint, { x, width: callout.bar, color: bar }] : [tint],
  };
  const inside: Region = {
    ...region,
    x: x + paddingX,
    width: width - 2 * paddingX,
    parent: appendElement(region.parent, 'Div'),
    room: Math.max(region.room / 2, region.room - 2 * paddingY - continuedRoom(job.styles.headings[2]!.paragraph)),
    listDepth: 0,
    tight: false,
    ragged: true,
  };
  list.gap(space.block);
  const start = list.length;
  list.open(enclosure);
  job.collect(block.children, inside, job);
  list.close(enclosure);
  if (list.heightFrom(start) <= region.room) list.raiseCosts(start, BREAK_COST.callout);
  else {
    const [title] = block.children;
    const { paragraph } = job.styles.headings[2]!;
    if (title?.type === 'heading') {
      const again = continuedHead(title.children, paragraph, inside.x, inside.width, job);
      if (again && again.height <= region.room / 4) enclosure.repeatedHead = again;
    }
  }
  list.gap(space.block);
}
