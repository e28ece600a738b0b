import { prepareText } from '../src/text/break-lines.js';
import { listBreakpoints, type Breakpoint } from '../src/text/breakpoints.js';
import { createFontLibrary } from '../src/text/font-library.js';
import { NO_HANGING } from '../src/text/hanging.js';
import { loadHarfBuzz } from '../src/text/harfbuzz.js';
import { HyphenPointFinder } from '../src/text/hyphen-points.js';
import { createHyphenator } from '../src/text/hyphenation.js';
import type { BreakOptions, FontSource, SetLine, TextSpan } from '../src/text/index.js';
import { positionLine } from '../src/text/position-lines.js';
import { createWordShaper } from '../src/text/word-shaper.js';

/** Sets paragraphs by filling line by line, as browsers and word processors do. */
export type GreedyBreaker = (spans: readonly TextSpan[], options: BreakOptions) => SetLine[];

/** Uses the same words, breaks, hyphens and spaces as our own lines; only the choice of the breaks differs. */
export async function createGreedyBreaker(fonts: readonly FontSource[]): Promise<GreedyBreaker> {
  const harfbuzz = await loadHarfBuzz();
  const shaper = createWordShaper(harfbuzz, createFontLibrary(harfbuzz, fonts), 20_000);
  const hyphenator = createHyphenator();
  await hyphenator.load(['en-US']);
  return (spans, options) => {
    const { measure, align, lang } = options;
    const { paragraph, opportunities, stretches } = prepareText(shaper, spans, lang, measure);
    const points = options.hyphenate ? new HyphenPointFinder(hyphenator, paragraph, options) : undefined;
    return stretches.flatMap(({ pieces }) => {
      const ends = fill(listBreakpoints(paragraph.text, pieces, opportunities, points), measure);
      return ends.map((end, index) => {
        const frame = {
          measure,
          align,
          indent: 0,
          last: index === ends.length - 1,
          forced: false,
          hanging: NO_HANGING,
        };
        return positionLine(paragraph, pieces, ends[index - 1], end, frame);
      });
    });
  };
}

/** The last break at which each line still fits without shrinking. */
function fill(breakpoints: readonly Breakpoint[], measure: number): Breakpoint[] {
  const ends: Breakpoint[] = [];
  let start: Breakpoint | undefined;
  let fits: Breakpoint | undefined;
  for (let index = 0; index < breakpoints.length; index++) {
    const end = breakpoints[index];
    if (end === undefined) break;
    if (end.endWidth - (start?.startWidth ?? 0) <= measure) fits = end;
    else if (fits !== undefined) {
      ends.push(fits);
      index = breakpoints.indexOf(fits);
      [start, fits] = [fits, undefined];
    }
  }
  const last = breakpoints.at(-1);
  if (last !== undefined && ends.at(-1) !== last) ends.push(last);
  return ends;
}
