import type { Section } from '../document/types.js';
import type { Line } from '../text/types.js';
import { BREAK_COST, FORCED_BREAK } from './break-costs.js';
import { detailsOf, nestedDetails } from './details.js';
import type { LayoutJob, Region } from './layout-job.js';
import { heightOnPage } from './page-filling.js';
import { NATURAL, type Tightness } from './styles.js';
import { VerticalList } from './vertical-list.js';
import type { RunData, StructureElement } from './types.js';

/** Space between blocks goes down to this part of its size before the text gets smaller. */
const LEAST_SPACE = 0.7;
/** Running text gets no smaller than this, points; text that the theme sets smaller stays as it is. */
const LEAST_TEXT_SIZE = 9.2;
/** Where there is room, space between blocks grows to this part of its size, */
const MOST_SPACE = 1.6;
/** and running text to this size, points, */
const MOST_TEXT_SIZE = 11.25;
/** with its lines so much further apart, */
const MOST_LEADING = 0.04;
/** until this part of the page is filled. */
const FULL = 0.96;
/** A section that fills less than this part of its page is short by nature and stays as it is. */
const LEAST_OPENED = 0.5;
/** How many steps lie between the theme's size and the smallest or largest. */
const STEPS = 8;

/**
 * Collects a section that must end on its first page.
 *
 * Where it is too tall it takes the least tightening that does it: first the space between blocks, then also text size
 * and leading. When that is not enough it gives up details in their order; they stand in later sections, and the caller
 * is told. When even that is not enough it flows as it is, and the caller is told by how much it is too tall. Where it
 * begins its page and leaves room, it opens: the text gets a little larger, as far as no address breaks for it, then the
 * space between blocks.
 */
export function fitToPage(section: Section, region: Region, job: LayoutJob): void {
  const targets = new Set([...job.detailTargets.values()].flat());
  const leaving = detailsOf(section.children).filter((detail) => targets.has(detail));
  const movable = [...leaving, ...nestedDetails(leaving)];
  const orders = [...new Set(movable.map(({ order }) => order))].sort((a, b) => a - b);
  let last: Attempt | undefined;
  for (let step = 0; step <= orders.length; step++) {
    const limit = step === 0 ? Number.NEGATIVE_INFINITY : orders[step - 1]!;
    const givenUp = movable.filter(({ order }) => order <= limit);
    const fitted = tightened(section, region, { ...job, givenUp: new Set(givenUp) });
    last = fitted;
    if (!fitted.fits) continue;
    const gone = givenUp.filter((detail) => targets.has(detail));
    for (const detail of gone) job.moved.add(detail);
    if (gone.length > 0) job.reportShortened(section, gone);
    return addFitted(step === 0 ? opened(section, region, job, fitted) : fitted, region);
  }
  job.reportOverfullSection(section.name, last?.excess ?? 0);
  const natural = attempt(section, region, job, NATURAL);
  region.parent.children.push(...natural.children);
  region.list.append(natural.list.items);
}

function addFitted({ list, children, space }: Attempt, region: Region): void {
  for (const item of list.items) {
    if (item.kind !== 'gap') continue;
    item.size *= space;
    item.cost = BREAK_COST.fittedSection;
  }
  region.parent.children.push(...children);
  region.list.append(list.items);
}

/** The section with the least tightening that makes it fit, or with the most. */
function tightened(section: Section, region: Region, job: LayoutJob): Attempt {
  const natural = attempt(section, region, job, NATURAL);
  if (natural.fits) return natural;
  const smallest = Math.min(1, LEAST_TEXT_SIZE / job.styles.body.text.size);
  const tooTall = (natural.solid + natural.gaps * LEAST_SPACE) / region.room;
  const expected = ((1 - 1 / Math.sqrt(tooTall)) / (1 - smallest)) * STEPS;
  const looser = furthestStep(STEPS + 1 - Math.ceil(expected), STEPS, (back) => {
    const step = STEPS + 1 - back;
    const size = 1 - ((1 - smallest) * step) / STEPS;
    const next = attempt(section, region, job, { size, leading: size - 0.03 * (step / STEPS) });
    return next.fits ? next : undefined;
  });
  return looser ?? natural;
}

/** The section with the most opening that its page takes, or as it is. */
function opened(section: Section, region: Region, job: LayoutJob, natural: Attempt): Attempt {
  const room = region.room * FULL;
  const fill = natural.solid + natural.gaps;
  const largest = MOST_TEXT_SIZE / job.styles.body.text.size;
  if (section.start !== 'page' || natural.space < 1 || fill >= room || fill < region.room * LEAST_OPENED)
    return natural;
  if (largest <= 1) return natural;
  const broken = brokenAddresses(natural);
  const expected = ((Math.sqrt(room / fill) - 1) / (largest - 1)) * STEPS;
  const best = furthestStep(Math.floor(expected), STEPS, (step) => {
    const size = 1 + ((largest - 1) * step) / STEPS;
    const next = attempt(section, region, job, { size, leading: size * (1 + (MOST_LEADING * step) / STEPS) });
    return next.solid + next.gaps <= room && brokenAddresses(next) <= broken ? next : undefined;
  });
  if (best === undefined) return natural;
  return { ...best, space: best.gaps > 0 ? Math.min(MOST_SPACE, (room - best.solid) / best.gaps) : 1 };
}

/** How many lines end inside an e-mail address or URL: no size is worth one more. */
function brokenAddresses({ list }: Attempt): number {
  let count = 0;
  for (const item of list.items) {
    if (item.kind !== 'box') continue;
    for (const part of item.parts) if (part.kind === 'line' && endsInAddress(part.line)) count++;
  }
  return count;
}

function endsInAddress({ runs }: Line<RunData>): boolean {
  return /[@/]$/.test(runs.at(-1)?.run.text ?? '');
}

/**
 * What the furthest of the steps 1 to `last` gives that does, undefined when none does. It first tries the step that is
 * expected (text takes about the square of its size) and the next one to it, then halves what is left: each try sets the
 * page.
 */
function furthestStep(
  expected: number,
  last: number,
  attemptAt: (step: number) => Attempt | undefined,
): Attempt | undefined {
  let best: Attempt | undefined;
  let does = 0;
  let fails = last + 1;
  let step = expected;
  for (let tries = 0; fails - does > 1; tries++) {
    step = Math.min(Math.max(step, does + 1), fails - 1);
    const found = attemptAt(step);
    if (found === undefined) fails = step;
    else {
      does = step;
      best = found;
    }
    if (tries > 0) step = Math.floor((does + fails) / 2);
    else step += found === undefined ? -1 : 1;
  }
  return best;
}

interface Attempt {
  readonly list: VerticalList;
  readonly children: readonly StructureElement[];
  readonly fits: boolean;
  /** Height without gaps, and of the gaps, points. */
  readonly solid: number;
  readonly gaps: number;
  /** Factor on the gaps with which it fits. */
  readonly space: number;
  /** How much too tall it is with the gaps at their smallest, points. */
  readonly excess: number;
}

function attempt(section: Section, region: Region, job: LayoutJob, tightness: Tightness): Attempt {
  const list = new VerticalList();
  const parent = { ...region.parent, children: [] };
  const { givenUp } = job;
  const set = tightness === NATURAL ? job : { ...job.withStyles(tightness), givenUp };
  job.collect(section.children, { ...region, parent, list, fitting: true }, set);
  list.endAsides();
  for (const item of list.items) {
    if (item.kind === 'gap' && item.cost === FORCED_BREAK) item.cost = BREAK_COST.block;
  }
  const { grid } = set.styles;
  const { solid, gaps } = heightOnPage(list.items, { height: region.room, textTop: job.styles.body.textTop, grid });
  const space = gaps > 0 ? Math.min(1, (region.room - solid) / gaps) : 1;
  const fits = solid + gaps * space <= region.room + 0.001 && space >= LEAST_SPACE;
  return {
    list,
    children: parent.children,
    fits,
    solid,
    gaps,
    space: Math.max(space, LEAST_SPACE),
    excess: solid + gaps * LEAST_SPACE - region.room,
  };
}
