import type { Line, TextSpan } from '../text/types.js';
import type { LayoutJob } from './layout-job.js';
import { breakSpans } from './set-text.js';
import type { ParagraphStyle } from './styles.js';
import type { RunData } from './types.js';

/** The measure is settled to this part of itself. */
const PRECISION = 1 / 40;

/** How many lines end after a hyphen of the text. */
function hyphensAtEnds(lines: readonly Line[]): number {
  return lines.filter(({ runs }) => /[-\u2010]$/.test(runs.at(-1)?.run.text ?? '')).length;
}

/**
 * Breaks short text at the narrowest measure that needs no more lines than the full one, nor more hyphens at their ends:
 * its lines are of like length.
 */
export function breakBalanced(
  spans: readonly TextSpan<RunData>[],
  paragraph: ParagraphStyle,
  measure: number,
  job: LayoutJob,
): Line<RunData>[] {
  const lines = breakSpans(spans, paragraph, measure, job, 'left');
  if (lines.length < 2) return lines;
  const { opticalMargins } = paragraph;
  const hyphens = hyphensAtEnds(lines);
  let best = lines;
  let narrow = measure / lines.length;
  let wide = measure;
  while (wide - narrow > measure * PRECISION) {
    const middle = (narrow + wide) / 2;
    const options = { measure: middle, align: 'left', hyphenate: false, lang: job.lang, opticalMargins } as const;
    const attempt = job.typesetter.breakLines(spans, options);
    const tooNarrow = attempt.length > lines.length || attempt.some((line) => line.width > middle + 0.01);
    if (tooNarrow || hyphensAtEnds(attempt) > hyphens) {
      narrow = middle;
    } else {
      wide = middle;
      best = attempt;
    }
  }
  return best;
}
