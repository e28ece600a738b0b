import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/document/types.js';
import type { LaidOutDocument } from '../../src/layout/index.js';
import { heading, layOut, linesOf, list, paragraph, table, words } from './support/blocks.js';
import { contentText, edgesOf, overlapsOf, textOf } from './support/page-text.js';

const balanced = (count: number, ...children: Block[]): Block => ({
  type: 'columns',
  columns: [children],
  balanced: count,
});
/** On each page, the lowest and highest baseline of each column by its left edge. */
function columnsOf(
  laidOut: LaidOutDocument,
  like: RegExp,
): { page: number; x: number; top: number; bottom: number; lines: number }[] {
  return laidOut.pages.flatMap((page) => {
    const byX = new Map<number, number[]>();
    for (const item of page.items) {
      if (item.kind !== 'text' || !item.element || !like.test(textOf(item))) continue;
      const x = Math.round(item.x);
      byX.set(x, [...(byX.get(x) ?? []), item.y]);
    }
    return [...byX].map(([x, ys]) => ({
      page: page.number,
      x,
      top: Math.min(...ys),
      bottom: Math.max(...ys),
      lines: ys.length,
    }));
  });
}

const linesOfWords = (count: number): Block => paragraph(words(count * 7, `l${count}-`));

describe('balanced columns', () => {
  it('are of like height, in reading order, whatever is in them', () => {
    const laidOut = layOut([
      balanced(2, paragraph(words(60, 'a')), paragraph(words(20, 'b')), paragraph(words(45, 'c'))),
    ]);
    const [left, right, ...more] = columnsOf(laidOut, /^[abc]\d/);
    expect(more).toEqual([]);
    expect(left!.top).toBeCloseTo(right!.top, 5);
    expect(Math.abs(left!.bottom - right!.bottom)).toBeLessThanOrEqual(14.5 + 7);
    expect(contentText(laidOut).join(' ').split(' ')).toEqual(
      `${words(60, 'a')} ${words(20, 'b')} ${words(45, 'c')}`.split(' '),
    );
  });

  it('divide one list between its items, numbers going on', () => {
    const items = list(...Array.from({ length: 9 }, (_, index) => `i${index}`));
    const counts = columnsOf(layOut([balanced(3, { ...items, ordered: true })]), /^i\d/).map(({ lines }) => lines);
    expect(counts).toEqual([3, 3, 3]);
  });

  it('leave no heading last in a column and no line alone', () => {
    for (let before = 3; before <= 9; before++) {
      const laidOut = layOut([
        balanced(
          2,
          paragraph(words(before * 7, 'p')),
          heading(3, 'Title'),
          paragraph(words(21, 'q')),
          paragraph(words(28, 'r')),
        ),
      ]);
      const title = laidOut.pages[0]!.items.find((item) => textOf(item) === 'Title')!;
      const next = laidOut.pages[0]!.items.find((item) => textOf(item).startsWith('q0'))!;
      expect(Math.round(next.x)).toBe(Math.round(title.x));
      expect(next.y).toBeGreaterThan(title.y);
      for (const { lines } of columnsOf(laidOut, /^[pqr]\d/)) expect(lines).toBeGreaterThanOrEqual(2);
    }
  });

  it('leave a short list whole', () => {
    for (let before = 2; before <= 8; before++) {
      const laidOut = layOut([balanced(2, linesOfWords(before), list('item-a', 'item-b', 'item-c'), linesOfWords(4))]);
      const at = laidOut.pages[0]!.items.filter((item) => textOf(item).startsWith('item-')).map(({ x }) =>
        Math.round(x),
      );
      expect(new Set(at).size).toBe(1);
    }
  });

  it('fill the rest of a page, then go on on the next, column after column on each', () => {
    const text = Array.from({ length: 18 }, (_, index) => paragraph(words(40, `p${index}-`)));
    const laidOut = layOut([linesOf(20, 'before'), balanced(2, ...text), linesOf(2, 'after')]);
    const found = columnsOf(laidOut, /^p\d/);
    expect(found.map(({ page }) => page)).toEqual([1, 1, 2, 2]);
    expect(found[0]!.bottom).toBeGreaterThan(640);
    expect(found[1]!.bottom).toBeGreaterThan(640);
    // Within what keeping two lines of a paragraph together can cost.
    expect(Math.abs(found[2]!.bottom - found[3]!.bottom)).toBeLessThanOrEqual(2 * 14.5 + 7);
    const drawn = contentText(laidOut)
      .join(' ')
      .split(' ')
      .filter((word) => word.startsWith('p'));
    expect(drawn).toEqual(text.flatMap((_, index) => words(40, `p${index}-`).split(' ')));
  });

  it('repeat the head of a table that goes on in another column, as an artifact', () => {
    const rows = Array.from({ length: 12 }, (_, index) => [`row${index}`, 'b']);
    const { pages } = layOut([balanced(2, table(['Head', 'B'], ...rows))]);
    const heads = pages[0]!.items.filter((item) => textOf(item) === 'Head');
    expect(heads.map(({ artifact }) => artifact)).toEqual([undefined, 'layout']);
  });
});

describe('columns divided by hand', () => {
  it('that are taller than a page go on beside each other on the next', () => {
    const laidOut = layOut([{ type: 'columns', columns: [[paragraph(words(500, 'a'))], [paragraph(words(60, 'b'))]] }]);
    const found = columnsOf(laidOut, /^[ab]\d/);
    expect(found.map(({ page }) => page)).toEqual([1, 1, 2]);
    expect(found[2]!.x).toBe(found[0]!.x);
  });

  it('stand below each other where there is no room beside', () => {
    const narrow: Block = {
      type: 'columns',
      columns: Array.from({ length: 8 }, (_, index) => [paragraph(`c${index}`)]),
    };
    expect(columnsOf(layOut([narrow]), /^c\d/)).toHaveLength(1);
  });
});

describe('any columns', () => {
  const block: fc.Arbitrary<(id: number) => Block> = fc.oneof(
    fc.integer({ min: 1, max: 80 }).map((count) => (id: number) => paragraph(words(count, `w${id}-`))),
    fc
      .array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 6 })
      .map((counts) => (id: number) => list(...counts.map((count, index) => words(count, `w${id}i${index}-`)))),
    fc.constant((id: number) => heading(3, `w${id}-title`)),
  );
  it('are whole, in order and inside the page, wherever they begin', () => {
    const cases = fc.tuple(
      fc.integer({ min: 0, max: 42 }),
      fc.integer({ min: 2, max: 4 }),
      fc.array(block, { minLength: 1, maxLength: 14 }),
    );
    fc.assert(
      fc.property(cases, ([before, count, makers]) => {
        const children = makers.map((make, index) => make(index));
        const laidOut = layOut([
          ...(before > 0 ? [linesOf(before, 'x')] : []),
          balanced(count, ...children),
          linesOf(3, 'y'),
        ]);
        const wanted = [...JSON.stringify(children).matchAll(/"value":"([^"]*)"/g)].flatMap(([, value]) =>
          value!.split(' '),
        );
        const drawn = contentText(laidOut)
          .filter((value) => value.startsWith('w'))
          .join(' ')
          .split(' ');
        expect(drawn).toEqual(wanted);
        for (const page of laidOut.pages) {
          expect(overlapsOf(page)).toEqual([]);
          for (const item of page.items.filter(({ artifact }) => artifact === undefined)) {
            const { left, right, bottom, top } = edgesOf(item);
            expect(left >= 78.9 && right <= 612 - 78.5 && top >= 70 && bottom <= 724.5).toBe(true);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
