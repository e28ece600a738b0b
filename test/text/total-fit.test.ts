import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BreakCost, Breakpoint } from '../../src/text/breakpoints.js';
import { demeritsOf, fitParagraph, type FitRules } from '../../src/text/total-fit.js';

/** A word, and what stands between it and the next one. */
interface Word {
  readonly width: number;
  readonly cost: BreakCost;
}

/** Breakpoints after words of the given widths, with spaces of 4 that stretch by 2 and shrink by 1.3. */
function breakpointsOf(words: readonly Word[]): Breakpoint[] {
  let [width, stretch, shrink] = [0, 0, 0];
  return words.map(({ width: word, cost }, index) => {
    const last = index === words.length - 1;
    const spaced = cost !== 'hyphen' && cost !== 'dash' && cost !== 'compound';
    const end = {
      endWidth: width + word + (cost === 'hyphen' && !last ? 3 : 0),
      endStretch: stretch,
      endShrink: shrink,
    };
    width += word + (spaced ? 4 : 0);
    stretch += spaced ? 2 : 0;
    shrink += spaced ? 1.3 : 0;
    const start = { startWidth: width, startStretch: stretch, startShrink: shrink };
    return { endPiece: index + 1, startPiece: index + 1, offset: 0, ...end, ...start, cost: last ? 'end' : cost };
  });
}

/** Every way to end lines: any set of breakpoints with the last one. */
function* solutions(count: number): Generator<number[]> {
  for (let set = 0; set < 1 << (count - 1); set++) {
    yield [...Array(count).keys()].filter((index) => index === count - 1 || (set >> index) & 1);
  }
}

const words = fc.array(
  fc.record({
    width: fc.integer({ min: 6, max: 40 }),
    cost: fc.constantFrom<BreakCost>('space', 'space', 'space', 'hyphen', 'dash', 'compound', 'reluctant', 'letter'),
  }),
  { minLength: 2, maxLength: 10 },
);
const rules: fc.Arbitrary<FitRules> = fc.record({
  firstMeasure: fc.integer({ min: 50, max: 110 }),
  measure: fc.integer({ min: 50, max: 110 }),
  justify: fc.boolean(),
  tolerance: fc.constantFrom(1, 3, Infinity),
  extraStretch: fc.constantFrom(0, 5, 30),
  shortLine: fc.constantFrom(0, 30),
});

describe('fitParagraph', () => {
  it('finds the solution with the fewest demerits of all there are', () => {
    let solved = 0;
    fc.assert(
      fc.property(words, rules, (paragraph, judged) => {
        const breakpoints = breakpointsOf(paragraph);
        if ((breakpoints.at(-1)?.endWidth ?? 0) <= judged.firstMeasure) return;
        const least = Math.min(
          ...[...solutions(paragraph.length)].map((ends) => demeritsOf(breakpoints, ends, judged)),
        );
        const found = fitParagraph(breakpoints, judged);
        if (least === Infinity) {
          // Nothing fits: only the last try, without a tolerance, gives lines, and they are too long.
          if (judged.tolerance < Infinity) expect(found).toBeUndefined();
          return;
        }
        solved++;
        expect(found).toBeDefined();
        expect(demeritsOf(breakpoints, found ?? [], judged)).toBeCloseTo(least, 6);
      }),
      { numRuns: 1500 },
    );
    expect(solved).toBeGreaterThan(300);
  });

  it('leaves no end of a broken word alone on the last line when there is another way', () => {
    const paragraph: Word[] = [
      { width: 40, cost: 'space' },
      { width: 30, cost: 'space' },
      { width: 14, cost: 'hyphen' },
      { width: 12, cost: 'end' },
    ];
    const judged = { firstMeasure: 94, measure: 94, justify: true, tolerance: Infinity, extraStretch: 0, shortLine: 0 };
    const breakpoints = breakpointsOf(paragraph).map((point, index) =>
      index === 2 ? { ...point, endPiece: 2, startPiece: 2 } : index === 3 ? { ...point, endPiece: 3 } : point,
    );
    expect(demeritsOf(breakpoints, [2, 3], judged)).toBeLessThan(Infinity);
    expect(fitParagraph(breakpoints, judged)).toEqual([1, 3]);
  });
});
