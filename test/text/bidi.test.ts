import { describe, expect, it } from 'vitest';
import { reorderVisually } from '../../src/text/bidi.js';
import { rightEdge, setLines } from './set-text.js';

const visual = (text: string, options = {}) =>
  setLines(text, { measure: 400, align: 'left', ...options }).map((line) => line.runs.map(({ run }) => run.text));

describe('order on the line', () => {
  it('keeps left-to-right text as it is', () => {
    expect(visual('one two 3')).toEqual([['one', ' ', 'two', ' ', '3']]);
  });

  it('turns right-to-left words inside English', () => {
    expect(visual('Dr. שלום עולם spoke')).toEqual([['Dr.', ' ', 'עולם', ' ', 'שלום', ' ', 'spoke']]);
  });

  it('keeps numbers in right-to-left text readable', () => {
    expect(visual('שנת 2024 טובה')).toEqual([['טובה', ' ', '2024', ' ', 'שנת']]);
  });

  it('lets the first strong character decide the direction', () => {
    expect(visual('שלום English עולם')).toEqual([['עולם', ' ', 'English', ' ', 'שלום']]);
    expect(visual('English שלום עולם')).toEqual([['English', ' ', 'עולם', ' ', 'שלום']]);
  });

  it('takes levels from the whole paragraph and orders each line by itself', () => {
    const [first = [], second = []] = visual('English שלום עולם טוב מאוד', { measure: 100, hyphenate: false });
    expect(first[0]).toBe('English');
    expect(second.join('')).toMatch(/^מאוד/);
  });

  it('reorders by levels (rule L2)', () => {
    const parts = [0, 1, 2, 1, 0, 1].map((level, index) => ({ level, index }));
    expect(reorderVisually(parts).map(({ index }) => index)).toEqual([0, 3, 2, 1, 4, 5]);
    const base1 = [1, 2, 2, 1].map((level, index) => ({ level, index }));
    expect(reorderVisually(base1).map(({ index }) => index)).toEqual([3, 1, 2, 0]);
  });
});

describe('right-to-left paragraphs', () => {
  const text = 'הרופאה עבדה במרפאה קטנה בצפון הארץ במשך שלוש שנים רצופות עם צוות מסור מאוד';

  it.each(['justify', 'left'] as const)('stand at the right edge (%s)', (align) => {
    const lines = setLines(text, { measure: 150, align });
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(rightEdge(line)).toBeCloseTo(150, 6);
    const last = lines.at(-1);
    expect(last?.runs[0]?.x).toBeCloseTo(150 - (last?.width ?? 0), 6);
  });

  it('fill the measure when justified, with the indent at the right', () => {
    const [first, second] = setLines(text, { measure: 150, indent: 15 });
    expect(first?.width).toBeCloseTo(135, 6);
    expect(second?.width).toBeCloseTo(150, 6);
    expect(rightEdge(first as never)).toBeCloseTo(135, 6);
  });

  it('put the space at the end of a line to its left', () => {
    const [first] = setLines(text, { measure: 150 });
    expect(first?.runs[0]?.run.text).toBe(' ');
    expect(first?.runs[0]?.x).toBeLessThan(0);
    expect(first?.runs[1]?.x).toBeCloseTo(0, 6);
  });
});
