import type { Heading } from '../../document/types.js';
import { breakBalanced } from '../break-balanced.js';
import { BREAK_COST } from '../break-costs.js';
import { fullWidth, TALLEST_ASIDE, type LayoutJob, type Region } from '../layout-job.js';
import { lineBox, spansOf } from '../set-text.js';
import type { Aside } from '../side-track.js';
import { appendElement, headingRole } from '../structure.js';
import type { StructureElement } from '../types.js';
import type { Box, HeadingMark, LinePart, RectPart } from '../vertical-items.js';

/** Headings of this level stand in the side column where there is one; those above it take the full width. */
const SIDE_LEVEL = 2;

/** Lines that stay with a title: a note below it is not company enough. */
const TITLE_COMPANY = 4;

/** How deep the outline goes, whatever the level is once gaps are closed. */
const OUTLINED_LEVELS = 2;

/** Adds a heading: ragged, never hyphenated, balanced when it wraps, and together with what follows. */
export function collectHeading(block: Heading, region: Region, job: LayoutJob): void {
  const { list } = region;
  const style = job.styles.headings[block.level - 1]!;
  const facts = job.headings.facts.get(block);
  if (!facts || facts.title === '') return;
  const element = appendElement(region.parent, headingRole(facts.level));
  const { title, level } = facts;
  const mark = { id: block.id, title, level, element, listed: Math.max(level, block.level) <= OUTLINED_LEVELS };
  const { paragraph } = style;
  const { x, width } = block.level <= SIDE_LEVEL ? fullWidth(region) : region;
  const ruled = block.level === 1 && job.styles.shapes.sections === 'rule';
  const stack = (): void => {
    // Links and code in the heading may be there already, from an attempt beside the text.
    element.children.length = 0;
    const lines = breakBalanced(spansOf(block.children, paragraph, element, job), paragraph, width, job);
    lines.forEach((line, index) => {
      if (index > 0) list.gap(0, BREAK_COST.strandedHeading);
      const box = lineBox(line, paragraph, x, index === 0 ? { heading: mark, lines: 0 } : { lines: 0 });
      list.box(ruled && index === lines.length - 1 ? withRule(box, x, width, job) : box);
    });
    list.keepWithNext(block.level === 1 ? TITLE_COMPANY : undefined);
    list.gap(style.after, BREAK_COST.strandedHeading, true);
  };
  if (region.side && block.level <= SIDE_LEVEL) list.clearAside();
  list.gap(style.before);
  const aside = block.level === SIDE_LEVEL ? asideOf(block, element, mark, region, stack, job) : undefined;
  if (aside) list.aside(aside);
  else stack();
}

/** A rule below the last line of a title, over the full width. */
function withRule(box: Box, x: number, width: number, { styles }: LayoutJob): Box {
  const { rule, colors } = styles;
  const line: RectPart = {
    kind: 'rect',
    x,
    y: box.height,
    width,
    height: rule,
    color: colors.rule,
    artifact: 'layout',
  };
  return { ...box, height: box.height + rule, parts: [...box.parts, line] };
}

/** The heading as lines of the side column; undefined where it has no room there. */
function asideOf(
  block: Heading,
  element: StructureElement,
  mark: HeadingMark,
  { side, room }: Region,
  stack: () => void,
  job: LayoutJob,
): Aside | undefined {
  if (!side) return undefined;
  const paragraph = job.styles.sideHeading;
  const { leading, baseline } = paragraph;
  const spans = spansOf(block.children, paragraph, element, job);
  if (job.typesetter.minMeasure(spans) > side.width) return undefined;
  const lines = breakBalanced(spans, paragraph, side.width, job);
  const height = lines.length * leading;
  if (height > room * TALLEST_ASIDE) return undefined;
  const parts: LinePart[] = [];
  for (const line of lines) {
    const part: LinePart = { kind: 'line', x: side.x, y: parts.length * leading + baseline, line };
    parts.push(parts.length === 0 ? { ...part, heading: mark } : part);
  }
  return { parts, height, baseline, readAfter: false, stack };
}
