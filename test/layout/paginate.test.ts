import { describe, expect, it } from 'vitest';
import { BREAK_COST, FORCED_BREAK } from '../../src/layout/break-costs.js';
import { paginate } from '../../src/layout/paginate.js';
import { stackItems } from '../../src/layout/stack.js';
import type { Box, Enclosure, VerticalItem } from '../../src/layout/vertical-items.js';

const AREA = { height: 100, textTop: 0 };
let serial = 0;
const box = (height: number, extra: Partial<Box> = {}): Box => {
  const part = { kind: 'rect', x: 0, y: 0, width: serial++, height, color: '#000000', artifact: 'layout' } as const;
  return { kind: 'box', height, textTop: 0, lines: 1, parts: [part], ...extra };
};
const gap = (size: number, cost: number = BREAK_COST.block): VerticalItem => ({ kind: 'gap', size, cost });
const alternate = (boxes: readonly Box[], between: VerticalItem): VerticalItem[] => {
  return boxes.flatMap((item, index) => (index > 0 ? [{ ...between }, item] : [item]));
};
/** Heights of the boxes on each page. */
const pagesOf = (items: readonly VerticalItem[]): number[][] =>
  paginate(items, AREA).map(({ from, to }) =>
    items.slice(from, to).flatMap((item) => (item.kind === 'box' ? [item.height] : [])),
  );

describe('paginate', () => {
  it('fills pages and drops the gap at a break', () => {
    const items = alternate([box(45), box(45), box(45), box(45)], gap(10));
    expect(pagesOf(items)).toEqual([
      [45, 45],
      [45, 45],
    ]);
    expect(stackItems(items, paginate(items, AREA)[1]).parts[0]?.y).toBe(0);
  });

  it('shrinks gaps a little rather than leave a box over', () => {
    const items = alternate([box(30), box(30), box(30)], gap(5.4));
    const [page, ...others] = paginate(items, AREA);
    expect(others).toEqual([]);
    expect(stackItems(items, page).height).toBeCloseTo(100);
  });

  it('breaks earlier where breaking at the last moment would strand a heading', () => {
    const items = [
      box(60),
      gap(5),
      box(20, { lines: 0 }),
      gap(5, BREAK_COST.strandedHeading),
      box(40),
      gap(0),
      box(30),
    ];
    expect(pagesOf(items)).toEqual([[60], [20, 40, 30]]);
  });

  it('looks ahead: an early break that is better later is taken', () => {
    const lonely = BREAK_COST.lonelyLine;
    const items = [box(50), gap(0), box(40), gap(0), box(20), gap(0, lonely), box(80), gap(0), box(5)];
    expect(pagesOf(items)).toEqual([[50, 40], [20, 80], [5]]);
  });

  it('rather divides a section than leave much of a page white above it', () => {
    const divided = alternate(
      Array.from({ length: 9 }, () => box(10)),
      gap(0, 500),
    );
    const after = (height: number): VerticalItem[] => [
      box(height),
      { kind: 'gap', size: 0, cost: 0, ends: true },
      ...divided,
      gap(0),
      box(5),
    ];
    expect(pagesOf(after(60))[0]).toEqual([60, 10, 10, 10, 10]);
    expect(pagesOf(after(75))[0]).toEqual([75]);
  });

  it('takes a few lines along rather than leave one alone on the last page', () => {
    const items = alternate(
      Array.from({ length: 21 }, () => box(10)),
      gap(0),
    );
    expect(pagesOf(items).map(({ length }) => length)).toEqual([9, 9, 3]);
  });

  it('takes every forced break and makes no empty page', () => {
    const items = [box(10), gap(0, FORCED_BREAK), box(20), gap(0, FORCED_BREAK), box(30)];
    expect(pagesOf(items)).toEqual([[10], [20], [30]]);
  });

  it('gives a box that is taller than the page a page of its own', () => {
    expect(pagesOf([box(10), gap(2), box(250), gap(2), box(10)])).toEqual([[10], [250], [10]]);
  });

  it('breaks an unbreakable run where it must, and nowhere else', () => {
    const items = alternate([box(60), box(60), box(30)], gap(0, BREAK_COST.keep));
    expect(pagesOf(items)).toEqual([[60], [60, 30]]);
  });

  it('splits a callout rather than leave most of a page empty', () => {
    const tint: Enclosure = { before: 5, after: 5, background: [{ x: 0, width: 10, color: '#eeeeee' }] };
    const inside = alternate([box(20), box(20), box(20), box(20)], gap(0, BREAK_COST.callout));
    const items: VerticalItem[] = [
      box(25),
      gap(0),
      { kind: 'open', enclosure: tint },
      ...inside,
      { kind: 'close', enclosure: tint },
    ];
    expect(pagesOf(items)).toEqual([[25, 20, 20, 20], [20]]);
    const [first, second] = paginate(items, AREA).map((range) => stackItems(items, range));
    const tints = [first, second].map((stack) =>
      stack?.parts.find(({ part }) => part.kind === 'rect' && part.artifact === 'background'),
    );
    expect(tints.map((t) => [t?.y, t?.part.kind === 'rect' && t.part.height])).toEqual([
      [25, 70],
      [0, 30],
    ]);
  });

  it('repeats a head on each further page and leaves room for it', () => {
    const head = box(10, { lines: 0 });
    const enclosure: Enclosure = { before: 0, after: 0, repeatedHead: head };
    const rows = alternate(
      Array.from({ length: 7 }, () => box(30)),
      gap(0),
    );
    const items: VerticalItem[] = [
      { kind: 'open', enclosure },
      head,
      gap(0, BREAK_COST.strandedHeading),
      ...rows,
      { kind: 'close', enclosure },
    ];
    const stacks = paginate(items, AREA).map((range) => stackItems(items, range));
    expect(stacks.map((stack) => stack.height)).toEqual([100, 100, 40]);
    expect(stacks.map((stack) => stack.parts.filter(({ repeated }) => repeated).length)).toEqual([0, 1, 1]);
  });

  it('aligns the capitals of first lines whatever their box', () => {
    const items = [box(20, { textTop: 6 }), gap(0, FORCED_BREAK), box(20, { textTop: 2 })];
    const tops = paginate(items, { height: 100, textTop: 3 }).map((range) => stackItems(items, range).parts[0]?.y);
    expect(tops).toEqual([-3, 1]);
  });
});
