import type { Inline } from '../document/types.js';
import type { LayoutJob } from './layout-job.js';
import { plainText } from './plain-text.js';
import { NO_PADDING, rowBox } from './row.js';
import { breakSpans, spansOf } from './set-text.js';
import { createElement } from './structure.js';
import type { ParagraphStyle } from './styles.js';
import type { Box } from './vertical-items.js';

/** What goes on under its title on another page is taller than this part of a page. */
export const LEAST_CONTINUED = 0.5;

/** A title that comes again takes at most so many lines. */
const MOST_LINES = 2;

/** Room that a title needs where it comes again, points. */
export function continuedRoom({ leading }: ParagraphStyle): number {
  return MOST_LINES * leading;
}

/**
 * The title of something long, drawn again above what goes on on another page, with the theme's word for it. It has been
 * read before: its element is not part of the structure. A title of more than two lines gives way to an ellipsis.
 */
export function continuedHead(
  title: readonly Inline[],
  paragraph: ParagraphStyle,
  x: number,
  measure: number,
  job: LayoutJob,
): Box | undefined {
  const text = plainText(title);
  const word: Inline = { type: 'text', value: ` ${job.continued}` };
  const element = createElement('P');
  const muted = { ...paragraph, color: job.styles.colors.muted };
  const set = (inlines: readonly Inline[]) => {
    const spans = [...spansOf(inlines, paragraph, element, job), ...spansOf([word], muted, element, job)];
    return breakSpans(spans, paragraph, measure, job, 'left');
  };
  if (text === '') return undefined;
  let lines = set(title);
  const characters = [...text];
  while (lines.length > MOST_LINES && characters.length > 0) {
    characters.length = Math.floor((characters.length * MOST_LINES) / (lines.length + 0.5));
    lines = set([{ type: 'strong', children: [{ type: 'text', value: `${characters.join('').trimEnd()}…` }] }]);
  }
  return { ...rowBox([{ x, paragraph, lines }], NO_PADDING), lines: 0 };
}
