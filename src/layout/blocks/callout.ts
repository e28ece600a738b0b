import type { Callout } from '../../document/types.js';
import { BREAK_COST } from '../break-costs.js';
import { continuedHead, continuedRoom } from '../continued-head.js';
import { LEAST_MEASURE, takeFullWidth, type LayoutJob, type Region } from '../layout-job.js';
import { appendElement } from '../structure.js';
import type { Styles } from '../styles.js';
import type { Enclosure } from '../vertical-items.js';
import { sharedAxis } from './facts.js';

/** A band over the whole paper parts more than a box does. */
const BELOW_BANNER = 1.6;
/** And its last line stands as far from its edge as looks right below the margin of the paper above its first. */
const BANNER_FOOT = 1.7;

/**
 * Adds a box around blocks, in the shape that the theme has for callouts, or a band over the whole width of the paper. It
 * breaks only when it must; then the ground goes on with the content.
 */
export function collectCallout(block: Callout, narrow: Region, outer: LayoutJob): void {
  const region = takeFullWidth(narrow);
  const { list, x, width } = region;
  const { callout, space } = outer.styles;
  const isBanner = block.tone === 'banner';
  const job = isBanner ? outer.onAccent() : outer;
  const paddingX = !isBanner && width - 2 * callout.paddingX >= LEAST_MEASURE ? callout.paddingX : 0;
  const paddingY = region.room - 2 * callout.paddingY >= LEAST_MEASURE ? callout.paddingY : 0;
  const enclosure: Enclosure = {
    before: paddingY,
    after: isBanner ? BANNER_FOOT * paddingY : paddingY,
    background: groundOf(block, region, outer.styles),
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
  job.collect(block.children, { ...inside, axis: sharedAxis(block.children, inside, job) }, job);
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
  list.gap(isBanner ? space.block * BELOW_BANNER : space.block);
}

/** What is drawn behind the content, in the shape of the theme. */
function groundOf({ tone }: Callout, { x, width }: Region, styles: Styles): NonNullable<Enclosure['background']> {
  const { callout, colors, shapes } = styles;
  if (tone === 'banner') return [{ x, width, color: colors.accent, bleed: true }];
  const color = tone === 'plain' ? undefined : tone === 'key' ? colors.accent : colors.warning;
  const { radius } = callout;
  if (shapes.callout === 'outline')
    return [{ x, width, color: color ?? colors.rule, radius, lineWidth: callout.outline }];
  const tint = { x, width, color: colors.tint };
  if (shapes.callout === 'card') return [{ ...tint, radius }];
  return color ? [tint, { x, width: callout.bar, color }] : [{ ...tint, radius }];
}
