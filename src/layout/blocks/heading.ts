import type { Heading } from '../../document/types.js';
import type { Line, TextSpan } from '../../text/types.js';
import { BREAK_COST } from '../break-costs.js';
import { fullWidth, type LayoutJob, type Region, type SideColumn } from '../layout-job.js';
import { breakSpans, lineBox, spansOf } from '../set-text.js';
import { appendElement, headingRole } from '../structure.js';
import type { ParagraphStyle } from '../styles.js';
import type { RunData, StructureElement } from '../types.js';
import type { Aside, HeadingMark, LinePart } from '../vertical-list.js';

/** Headings of this level stand in the side column where there is one; those above it take the full width. */
const SIDE_LEVEL = 2;
const LAST_FULL_LEVEL = SIDE_LEVEL;

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
  const { x, width } = block.level <= LAST_FULL_LEVEL ? fullWidth(region) : region;
  const stack = (): void => {
    const lines = breakBalanced(spansOf(block.children, paragraph, element, job), paragraph, width, job);
    lines.forEach((line, index) => {
      if (index > 0) list.gap(0, BREAK_COST.strandedHeading);
      list.box(lineBox(line, paragraph, x, index === 0 ? { heading: mark, lines: 0 } : { lines: 0 }));
    });
    list.keepWithNext(block.level === 1 ? TITLE_COMPANY : undefined);
    list.gap(style.after, BREAK_COST.strandedHeading, true);
  };
  list.clearAside();
  list.gap(style.before);
  if (region.side && block.level === SIDE_LEVEL) list.aside(asideOf(block, element, mark, region.side, stack, job));
  else stack();
}

/** The heading as lines of the side column. */
function asideOf(
  block: Heading,
  element: StructureElement,
  mark: HeadingMark,
  side: SideColumn,
  stack: () => void,
  job: LayoutJob,
): Aside {
  const paragraph = job.styles.sideHeading;
  const lines = breakSpans(spansOf(block.children, paragraph, element, job), paragraph, side.width, job, 'left');
  const parts = lines.map((line, index): LinePart => {
    const part: LinePart = { kind: 'line', x: side.x, y: index * paragraph.leading + paragraph.baseline, line };
    return index === 0 ? { ...part, heading: mark } : part;
  });
  return { parts, height: lines.length * paragraph.leading, baseline: paragraph.baseline, readAfter: false, stack };
}

/** Breaks at the narrowest measure that needs no more lines than the full one, so that lines are of like length. */
function breakBalanced(
  spans: readonly TextSpan<RunData>[],
  paragraph: ParagraphStyle,
  measure: number,
  job: LayoutJob,
): Line<RunData>[] {
  const lines = breakSpans(spans, paragraph, measure, job, 'left');
  if (lines.length < 2) return lines;
  let best = lines;
  let narrow = measure / lines.length;
  let wide = measure;
  while (wide - narrow > measure / 40) {
    const middle = (narrow + wide) / 2;
    const attempt = job.typesetter.breakLines(spans, {
      measure: middle,
      align: 'left',
      hyphenate: false,
      lang: job.lang,
    });
    if (attempt.length > lines.length || attempt.some((line) => line.width > middle + 0.01)) {
      narrow = middle;
    } else {
      wide = middle;
      best = attempt;
    }
  }
  return best;
}
