import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/document/types.js';
import { entry, facts, heading, layOut, linesOf, list, paragraph, section, table, words } from './support/blocks.js';
import { textOf } from './support/page-text.js';

describe('page breaks', () => {
  const pageOf = (laidOut: ReturnType<typeof layOut>, value: string): number =>
    laidOut.pages.findIndex((page) =>
      page.items.some((item) => item.element !== null && textOf(item).startsWith(value)),
    );

  it('keeps a heading with two lines of what follows, wherever the page ends', () => {
    for (let before = 36; before <= 44; before++) {
      const after = ['first', 'second', 'third'].map((value) => paragraph(value));
      const laidOut = layOut([linesOf(before), heading(2, 'Title'), ...after, linesOf(6)]);
      expect([before, pageOf(laidOut, 'first'), pageOf(laidOut, 'second')]).toEqual([
        before,
        pageOf(laidOut, 'Title'),
        pageOf(laidOut, 'Title'),
      ]);
    }
  });

  it('asks no company for a heading from the next section', () => {
    const short = section([heading(1, 'Title'), paragraph('only')], { start: 'flow' });
    const laidOut = layOut([
      linesOf(36),
      short,
      section([{ type: 'keep', children: [linesOf(20, 'next')] }], { start: 'flow' }),
    ]);
    expect(['Title', 'only', 'next-'].map((value) => pageOf(laidOut, value))).toEqual([0, 0, 1]);
  });

  it('keeps an announcing paragraph with its list', () => {
    const announced = (end: string) =>
      layOut([linesOf(42), paragraph(`These are the points${end}`), list('a point', 'another'), linesOf(20)]);
    expect(pageOf(announced(':'), 'These')).toBe(1);
    expect(pageOf(announced('.'), 'These')).toBe(0);
  });

  it('keeps a short list with the facts that it goes on from', () => {
    for (let before = 36; before <= 44; before++) {
      const laidOut = layOut([linesOf(before), facts(['My part', 'Coordinator']), list('set it up'), linesOf(30, 'x')]);
      expect([before, pageOf(laidOut, 'set')]).toEqual([before, pageOf(laidOut, 'Coordinator')]);
    }
  });

  it('keeps a few facts together', () => {
    const rows = ['one', 'two', 'three', 'four'].map((value): [string, string] => ['Label', value]);
    for (let before = 36; before <= 44; before++) {
      const laidOut = layOut([linesOf(before), facts(...rows), linesOf(30, 'x')]);
      expect([before, new Set(rows.map(([, value]) => pageOf(laidOut, value))).size]).toEqual([before, 1]);
    }
  });

  it('leaves no widow and no orphan', () => {
    for (let before = 38; before <= 44; before++) {
      const laidOut = layOut([linesOf(before, 'a'), linesOf(5, 'b')]);
      const counts = laidOut.pages.map((page) => page.items.filter((item) => textOf(item).startsWith('b-')).length);
      expect(counts.filter((count) => count === 1)).toEqual([]);
    }
  });

  it('keeps what should stay together on one page', () => {
    const kept: Block = { type: 'keep', children: [linesOf(4, 'k'), linesOf(4, 'k')] };
    const laidOut = layOut([linesOf(40), kept]);
    expect(laidOut.pages.map((page) => page.items.filter((item) => textOf(item).startsWith('k-')).length)).toEqual([
      0, 8,
    ]);
  });

  it('leaves at least two rows of a table on either side, and a short table whole', () => {
    const rows = (count: number) => Array.from({ length: count }, (_, index) => [`row-${index}`, 'b']);
    const counts = (before: number, count: number): number[] =>
      layOut([linesOf(before), table(['A', 'B'], ...rows(count))]).pages.map(
        (page) => page.items.filter((item) => textOf(item).startsWith('row-')).length,
      );
    for (let before = 25; before < 44; before++) {
      expect(counts(before, 12).filter((count) => count === 1)).toEqual([]);
      if (before > 30) expect(counts(before, 5).filter((count) => count > 0)).toEqual([5]);
    }
  });

  it('keeps a list of a few short items whole, and a longer one in company', () => {
    const items = (count: number) => Array.from({ length: count }, (_, index) => `item-${index}`);
    const counts = (before: number, count: number): number[] =>
      layOut([linesOf(before), list(...items(count)), linesOf(9)])
        .pages.map((page) => page.items.filter((item) => textOf(item).startsWith('item-')).length)
        .filter((found) => found > 0);
    for (let before = 38; before < 45; before++) {
      expect(counts(before, 4)).toEqual([4]);
      expect(counts(before, 9).filter((count) => count === 1)).toEqual([]);
    }
  });

  it('leaves no short item and no short fact alone, not even for a tall one beside it', () => {
    const tall: Block = { type: 'keep', children: [linesOf(9, 'tall')] };
    for (let before = 33; before < 40; before++) {
      for (const block of [list([tall], 'short'), facts(['tall', words(120)], ['short', 'b'])]) {
        const laidOut = layOut([linesOf(before), block, linesOf(30, 'x')]);
        expect([before, pageOf(laidOut, 'short')]).toEqual([before, pageOf(laidOut, 'tall')]);
      }
    }
  });

  it('keeps a timeline and the table of its dates on one page where little white is left for it', () => {
    const timeline: Block = {
      type: 'figure',
      content: {
        kind: 'timeline',
        marks: [
          { date: '2026-05-01', label: 'Asked', kind: 'season', expected: false },
          { date: '2026-09-01', label: 'Target', kind: 'target', expected: false },
        ],
      },
      alt: 'two dates',
      caption: [],
      align: 'left',
      children: [],
    };
    const dates = table(['Date', 'What'], ['May 1', 'Asked'], ['May 20', 'Reminder'], ['September 1', 'Target']);
    for (let before = 32; before < 44; before++) {
      const laidOut = layOut([linesOf(before), timeline, dates, linesOf(20, 'x')]);
      expect([before, pageOf(laidOut, 'May 20')]).toEqual([
        before,
        laidOut.pages.findIndex((page) => page.items.some((item) => item.kind === 'drawing')),
      ]);
    }
  });

  it('leaves no entry of one line alone', () => {
    const entries = (count: number) => Array.from({ length: count }, (_, index) => entry(`entry-${index}`, '2020'));
    for (let before = 32; before < 45; before++) {
      const laidOut = layOut([linesOf(before), ...entries(6), linesOf(9)]);
      const counts = laidOut.pages.map((page) => page.items.filter((item) => textOf(item).startsWith('entry-')).length);
      expect([before, counts.filter((count) => count === 1)]).toEqual([before, []]);
    }
  });

  it('starts sections on a new page only when they say so', () => {
    const laidOut = layOut([
      section([paragraph('a')]),
      section([paragraph('b')], { start: 'flow' }),
      section([paragraph('c')]),
    ]);
    expect(laidOut.pages.map((page) => page.items.flatMap((item) => (item.element ? [textOf(item)] : [])))).toEqual([
      ['a', 'b'],
      ['c'],
    ]);
  });
});
