import type { Section } from '../document/types.js';
import { BREAK_COST, FORCED_BREAK } from './break-costs.js';
import type { LayoutJob, Region } from './layout-job.js';
import { heightOnPage } from './paginate.js';
import { NATURAL, type Tightness } from './styles.js';
import { VerticalList } from './vertical-list.js';
import type { StructureElement } from './types.js';

/** Space between blocks goes down to this part of its size before the text gets smaller. */
const LEAST_SPACE = 0.7;
/** Running text gets no smaller than this, points; text that the theme sets smaller stays as it is. */
const LEAST_TEXT_SIZE = 9.2;
/** How many steps lie between the theme's size and the smallest. */
const STEPS = 8;

/**
 * Collects a section that must end on its first page. It takes the least tightening that does it: first the space
 * between blocks, then also text size and leading. When even that is not enough the section flows as it is, and the
 * caller is told by how much it is too tall.
 */
export function fitToPage(section: Section, region: Region, job: LayoutJob): void {
  const natural = attempt(section, region, job, NATURAL);
  let chosen = natural;
  if (!chosen.fits) {
    const smallest = Math.min(1, LEAST_TEXT_SIZE / job.styles.body.text.size);
    let fails = 0;
    let fits = STEPS + 1;
    while (fits - fails > 1) {
      const step = Math.floor((fails + fits) / 2);
      const size = 1 - ((1 - smallest) * step) / STEPS;
      const next = attempt(section, region, job, { size, leading: size - 0.03 * (step / STEPS) });
      if (next.fits) {
        fits = step;
        chosen = next;
      } else fails = step;
    }
  }
  if (!chosen.fits) {
    job.reportOverfullSection(section.name, natural.excess);
    region.parent.children.push(...natural.children);
    region.list.append(natural.list.items);
    return;
  }
  for (const item of chosen.list.items) {
    if (item.kind !== 'gap') continue;
    item.size *= chosen.space;
    item.cost = BREAK_COST.fittedSection;
  }
  region.parent.children.push(...chosen.children);
  region.list.append(chosen.list.items);
}

interface Attempt {
  readonly list: VerticalList;
  readonly children: readonly StructureElement[];
  readonly fits: boolean;
  /** Factor on the gaps with which it fits. */
  readonly space: number;
  /** How much too tall it is with the gaps at their smallest, points. */
  readonly excess: number;
}

function attempt(section: Section, region: Region, job: LayoutJob, tightness: Tightness): Attempt {
  const list = new VerticalList();
  const parent = { ...region.parent, children: [] };
  const tightened = tightness === NATURAL ? job : job.withStyles(tightness);
  job.collect(section.children, { ...region, parent, list, fitting: true }, tightened);
  list.endAsides();
  for (const item of list.items) {
    if (item.kind === 'gap' && item.cost === FORCED_BREAK) item.cost = BREAK_COST.block;
  }
  const { body, grid } = tightened.styles;
  const { solid, gaps } = heightOnPage(list.items, { height: region.room, textTop: body.textTop, grid });
  const space = gaps > 0 ? Math.min(1, (region.room - solid) / gaps) : 1;
  const fits = solid + gaps * space <= region.room + 0.001 && space >= LEAST_SPACE;
  return {
    list,
    children: parent.children,
    fits,
    space: Math.max(space, LEAST_SPACE),
    excess: solid + gaps * LEAST_SPACE - region.room,
  };
}
