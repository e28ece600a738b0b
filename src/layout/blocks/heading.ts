import type { Heading } from '../../document/types.js';
import type { Line, TextSpan } from '../../text/types.js';
import { BREAK_COST } from '../break-costs.js';
import type { LayoutJob, Region } from '../layout-job.js';
import { breakSpans, lineBox, spansOf } from '../set-text.js';
import { appendElement, headingRole } from '../structure.js';
import type { ParagraphStyle } from '../styles.js';
import type { RunData } from '../types.js';

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
  const lines = breakBalanced(spansOf(block.children, paragraph, element, job), paragraph, region.width, job);
  list.gap(style.before);
  lines.forEach((line, index) => {
    if (index > 0) list.gap(0, BREAK_COST.strandedHeading);
    list.box(lineBox(line, paragraph, region.x, index === 0 ? { heading: mark, lines: 0 } : { lines: 0 }));
  });
  list.keepWithNext();
  list.gap(style.after, BREAK_COST.strandedHeading, true);
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
