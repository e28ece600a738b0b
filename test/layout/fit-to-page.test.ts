import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/document/types.js';
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
    expect(sizes[0]).toBe(10.5);
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
