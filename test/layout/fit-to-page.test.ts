import { describe, expect, it } from 'vitest';
import type { Block, Detail, Section } from '../../src/document/types.js';
import { heading, layOut, linesOf, paragraph, section, words } from './support/blocks.js';
import { contentText, textOf } from './support/page-text.js';

const brief = (paragraphs: number): Block =>
  section(
    [heading(1, 'Brief'), ...Array.from({ length: paragraphs }, (_, index) => paragraph(words(34, `p${index}-`)))],
    { fit: 'page' },
  );
const bodySize = (blocks: Block[]): number => {
  const item = layOut(blocks).pages[0]!.items.find((placed) => placed.element?.role === 'P');
  return item?.kind === 'text' ? item.runs[0]!.size : 0;
};

describe('a section that must end on its first page', () => {
  it('is not touched when it fits', () => {
    const free = layOut([section([heading(1, 'Brief'), linesOf(10)])]);
    const fitted = layOut([section([heading(1, 'Brief'), linesOf(10)], { fit: 'page' })]);
    expect(fitted.pages).toEqual(free.pages);
  });

  it('gives up space first, then size, and never goes under 9.2 points', () => {
    const sizes = Array.from({ length: 14 }, (_, index) => {
      const { pages, diagnostics } = layOut([brief(index + 10)]);
      return diagnostics.length > 0 ? 'flows' : pages.length === 1 ? bodySize([brief(index + 10)]) : 'broken';
    });
    expect(sizes[0]).toBeGreaterThanOrEqual(10.5);
    expect(sizes).toContain(10.5);
    expect(sizes.at(-1)).toBe('flows');
    expect(sizes).not.toContain('broken');
    const set = sizes.filter((size) => typeof size === 'number');
    expect(set).toEqual([...set].sort((a, b) => b - a));
    expect(Math.min(...set)).toBeGreaterThanOrEqual(9.2 - 1e-9);
    expect(Math.min(...set)).toBeLessThan(10.5);
  });

  it('flows as the theme sets it when nothing helps, and says so', () => {
    const laidOut = layOut([section([linesOf(80)], { fit: 'page', name: 'brief' })]);
    expect(laidOut.pages.length).toBe(2);
    expect(laidOut.diagnostics).toMatchObject([{ code: 'layout/overflow', severity: 'warning', found: 'brief' }]);
    expect(contentText(laidOut)).toHaveLength(80);
    expect(laidOut.structure.children).toHaveLength(1);
  });

  it('moves to the next page whole when it begins in the flow', () => {
    const laidOut = layOut([linesOf(30, 'a'), section([linesOf(20, 'b')], { start: 'flow', fit: 'page' })]);
    const starts = laidOut.pages.map((page) =>
      page.items
        .filter((item) => item.element)
        .map((item) => textOf(item)[0])
        .join(''),
    );
    expect(starts).toEqual(['a'.repeat(30), 'b'.repeat(20)]);
  });
});

describe('a section that must end on its page and leaves room there', () => {
  const height = (blocks: Block[]): number =>
    Math.max(
      ...layOut(blocks).pages[0]!.items.flatMap((item) => (item.kind === 'text' && item.element ? [item.y] : [])),
    );

  it('opens within limits, and only where it begins the page and fills half of it', () => {
    expect(bodySize([brief(9)])).toBeGreaterThan(10.5);
    expect(bodySize([brief(9)])).toBeLessThanOrEqual(11.25);
    expect(bodySize([brief(2)])).toBe(10.5);
    const flowing = section([linesOf(30)], { fit: 'page', start: 'flow' });
    expect(bodySize([flowing])).toBe(10.5);
  });

  it('does not open so far that an address breaks', () => {
    // A line of 83 letters, which ends at an @ wherever it breaks: it fits the measure of 454 pt up to 10.9 pt.
    const address = paragraph(Array.from({ length: 14 }, () => 'abcd@').join(' '));
    const { children } = brief(8) as Section;
    const size = bodySize([section([...children, address], { fit: 'page' })]);
    expect(size).toBeGreaterThan(10.6);
    expect(size).toBeLessThanOrEqual(454 / (83 * 0.5));
  });

  it('never leaves its page by opening, and fills more of it', () => {
    for (let count = 6; count < 14; count++) {
      const laidOut = layOut([brief(count)]);
      expect(laidOut.pages).toHaveLength(1);
      const plain = { ...brief(count), fit: 'none' } as Block;
      if (bodySize([brief(count)]) > 10.5) expect(height([brief(count)])).toBeGreaterThan(height([plain]));
      expect(height([brief(count)])).toBeLessThan(792 - 68);
    }
  });
});

describe('details of a section that must end on its page', () => {
  const detail = (order: number, name: string, how: Partial<Detail> = {}): Detail => ({
    type: 'detail',
    order,
    name,
    to: ['later'],
    heading: heading(2, `Title of ${name}`),
    full: [linesOf(14, name)],
    short: [paragraph(`${name} in short`)],
    ...how,
  });
  const tree = (fixed: number, ...details: Detail[]): Block[] => [
    section([heading(1, 'Brief'), linesOf(fixed, 'fixed'), ...details], { fit: 'page', name: 'brief' }),
    section([heading(1, 'Next'), linesOf(3, 'n')], { start: 'flow', name: 'next' }),
    section([heading(1, 'Later'), linesOf(3, 'l')], { start: 'flow', name: 'later' }),
  ];
  const where = (blocks: Block[]) => {
    const laidOut = layOut(blocks);
    const at = (start: string): number[] =>
      laidOut.pages.flatMap((page, index) =>
        page.items.some((item) => item.element && textOf(item).startsWith(start)) ? [index + 1] : [],
      );
    return { ...laidOut, at };
  };

  it('stay where they are when all fits', () => {
    const { at, diagnostics } = where(tree(10, detail(1, 'alpha'), detail(2, 'beta')));
    expect([at('alpha-'), at('beta-'), at('alpha in'), at('Title')]).toEqual([[1], [1], [], []]);
    expect(diagnostics).toEqual([]);
  });

  it('go in their order, only as many as must, and it is said where to', () => {
    const { at, diagnostics, pages } = where(tree(34, detail(2, 'beta'), detail(1, 'alpha')));
    expect([at('alpha-'), at('beta-'), at('alpha in'), at('beta in')]).toEqual([[2], [1], [1], []]);
    expect(at('Title of alpha')).toEqual([2]);
    expect(pages).toHaveLength(2);
    expect(diagnostics).toMatchObject([{ code: 'layout/brief-shortened', severity: 'info', found: 'alpha' }]);
    expect(diagnostics[0]!.message).toContain('alpha to "Later"');
  });

  it('go together when one is not enough; the page then holds all that is left of the section', () => {
    const { at, diagnostics } = where(tree(42, detail(1, 'alpha'), detail(2, 'beta')));
    expect([at('alpha-'), at('beta-'), at('alpha in'), at('beta in')]).toEqual([[2], [2, 3], [1], [1]]);
    expect(at('Next')).toEqual([2]);
    expect(diagnostics).toHaveLength(1);
  });

  it('stand in the section right after when none of those they name is there', () => {
    const { diagnostics } = where(tree(42, detail(1, 'alpha', { to: ['nowhere'] })));
    expect(diagnostics[0]!.message).toContain('alpha to "Next"');
  });

  it('may shorten twice, and may leave other words behind', () => {
    const inner = detail(2, 'inner', { to: [], full: [linesOf(13, 'inner')] });
    const outer = detail(1, 'outer', { short: [inner], moved: [paragraph('moved words')] });
    const { at } = where(tree(45, outer));
    expect([at('outer-'), at('inner-'), at('inner in'), at('moved words')]).toEqual([[], [], [1], [2]]);
  });
});
