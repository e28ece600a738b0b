import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/document/types.js';
import type { LaidOutDocument, PlacedItem } from '../../src/layout/index.js';
import { callout, entry, facts, heading, layOut, list, paragraph, section, table, words } from './support/blocks.js';
import { contentText, textOf } from './support/page-text.js';

const AREA = { left: 79, right: 612 - 79, top: 72, bottom: 792 - 68 };
import { themeSchema } from '../../src/schema/theme.js';
const SIDE = themeSchema.parse({ page: { side: 100, gutter: 18 } });
let serial = 0;
/** Words that occur nowhere else in the document, so that a lost or doubled one shows. */
const unique = (count: number): string => words(count, `t${serial++}-`);

const length = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 150 }));
const leaf: fc.Arbitrary<() => Block> = fc.oneof(
  { weight: 4, arbitrary: length.map((count) => () => paragraph(unique(count))) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 6 }).map((level) => () => heading(level as 1, unique(4))) },
  {
    weight: 1,
    arbitrary: fc.array(length, { minLength: 1, maxLength: 5 }).map((items) => () => list(...items.map(unique))),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(length, { minLength: 1, maxLength: 6 })
      .map((rows) => () => table([unique(1), unique(2)], ...rows.map((count) => [unique(2), unique(count)]))),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(length, { minLength: 1, maxLength: 5 })
      .map((rows) => () => facts(...rows.map((count): [string, string] => [unique(2), unique(count)]))),
  },
  { weight: 1, arbitrary: fc.constant((): Block => ({ type: 'rule' })) },
  { weight: 1, arbitrary: fc.constant((): Block => ({ type: 'pagebreak' })) },
);
const blocks: fc.Arbitrary<(() => Block)[]> = fc.letrec<{ block: () => Block; blocks: (() => Block)[] }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    leaf,
    tie('blocks').map((inner) => () => callout(...inner.map((make) => make()))),
    tie('blocks').map((inner) => () => entry(unique(3), unique(2), ...inner.map((make) => make()))),
    tie('blocks').map((inner) => (): Block => ({ type: 'keep', children: inner.map((make) => make()) })),
    tie('blocks').map((inner) => (): Block => ({ type: 'quote', children: inner.map((make) => make()) })),
    tie('blocks').map((inner) => (): Block => list(inner.map((make) => make()))),
    tie('blocks').map((inner) => (): Block => ({
      type: 'columns',
      columns: [inner.map((make) => make()), [paragraph(unique(20))]],
    })),
    tie('blocks').map(
      (inner) => (): Block =>
        section(
          inner.map((make) => make()),
          { start: 'flow' },
        ),
    ),
    tie('blocks').map(
      (inner) => (): Block =>
        section(
          inner.map((make) => make()),
          { fit: 'page' },
        ),
    ),
  ),
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 4 }),
})).blocks;

/** All words of a tree in reading order, read from the plain data. */
function wordsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Record<string, unknown>;
  if (node.type === 'text') return String(node.value).split(' ');
  return ['head', 'header', 'rows', 'label', 'left', 'right', 'value', 'items', 'columns', 'children'].flatMap((key) =>
    typeof node[key] === 'object' ? wordsOf(node[key]) : [],
  );
}

function wordsByElement(laidOut: LaidOutDocument): string[] {
  const words = new Map<number, string[]>();
  for (const item of laidOut.pages.flatMap((page) => page.items)) {
    if (item.kind !== 'text' || !item.element || /^[•–]$/.test(textOf(item))) continue;
    const own = words.get(item.element.id) ?? [];
    own.push(...textOf(item).split(' '));
    words.set(item.element.id, own);
  }
  return [...words].sort(([a], [b]) => a - b).flatMap(([, own]) => own);
}

function edges(item: PlacedItem): { left: number; right: number; top: number; bottom: number } {
  if (item.kind !== 'text')
    return { left: item.x, right: item.x + item.width, top: item.y, bottom: item.y + item.height };
  const left = item.x + Math.min(...item.runs.map((run) => run.x));
  const right = item.x + Math.max(...item.runs.map((run) => run.x + (run.run.width * run.size) / 1000));
  const size = item.runs[0]!.size;
  return { left, right, top: item.y - 0.66 * size, bottom: item.y + 0.2 * size };
}

const run = (check: (laidOut: LaidOutDocument, tree: readonly Block[]) => void): void => {
  fc.assert(
    fc.property(blocks, (makers) => {
      const tree = makers.map((make) => make());
      check(layOut(tree, { theme: SIDE }), tree);
    }),
    { numRuns: 300 },
  );
};

describe('any tree of blocks', () => {
  it('comes out whole, once, in reading order of the structure', () => {
    run((laidOut, tree) => expect(wordsByElement(laidOut)).toEqual(wordsOf(tree)));
  });

  it('stands in logical order on each page', () => {
    run((laidOut) => {
      const firsts = new Map<number, number>();
      laidOut.pages.forEach((page) =>
        page.items.forEach((item) => {
          if (item.kind === 'text' && item.element)
            firsts.set(item.element.id, firsts.get(item.element.id) ?? firsts.size);
        }),
      );
      const order = [...firsts.keys()];
      expect(order).toEqual([...order].sort((a, b) => a - b));
    });
  });

  it('stays inside the text area, and every item is content or artifact', () => {
    run((laidOut) => {
      for (const item of laidOut.pages.flatMap((page) => page.items)) {
        expect((item.element === null) === (item.artifact !== undefined)).toBe(true);
        if (item.artifact === 'header' || item.artifact === 'footer') continue;
        const { left, right, top, bottom } = edges(item);
        expect(left).toBeGreaterThanOrEqual(AREA.left - 0.01);
        expect(right).toBeLessThanOrEqual(AREA.right + 0.5);
        expect(top).toBeGreaterThanOrEqual(AREA.top - 0.5);
        expect(bottom).toBeLessThanOrEqual(AREA.bottom + 0.5);
      }
    });
  });

  it('has no empty page and no heading last on a page that goes on', () => {
    run((laidOut, tree) => {
      const unavoidable = /pagebreak|"start":"page"|columns/.test(JSON.stringify(tree));
      laidOut.pages.slice(0, -1).forEach((page) => {
        const content = page.items.filter((item) => item.element !== null || item.artifact === 'layout');
        expect(content.length).toBeGreaterThan(0);
        const last = content.at(-1)!;
        if (!unavoidable && contentText(laidOut).length > 0) expect(last.element?.role ?? '').not.toMatch(/^H[1-6]$/);
      });
    });
  });
});

describe('side', () => {
  it('no overlap', () => {
    run((laidOut) => {
      for (const page of laidOut.pages) {
        const texts = page.items
          .filter((item) => item.kind === 'text' && item.element)
          .map((item) => ({ ...edges(item), t: textOf(item), size: item.kind === 'text' ? item.runs[0]!.size : 0 }));
        for (const [i, a] of texts.entries())
          for (const b of texts.slice(i + 1)) {
            const over = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            if (over > 0.5 && across > 0.5)
              throw new Error(`${JSON.stringify(a)} over ${JSON.stringify(b)} by ${over} ${across}`);
          }
      }
    });
  });
});
describe('blocks inside blocks inside blocks', () => {
  const nest = (depth: number, wrap: (inner: Block) => Block): Block =>
    depth === 0 ? paragraph(unique(12)) : wrap(nest(depth - 1, wrap));
  const wraps: Record<string, (inner: Block) => Block> = {
    lists: (inner) => list([inner]),
    callouts: (inner) => callout(inner),
    quotes: (inner) => ({ type: 'quote', children: [inner] }),
    columns: (inner) => ({ type: 'columns', columns: [[inner], [paragraph(unique(400))]] }),
    'fitted sections': (inner) => section([paragraph(unique(400)), inner], { fit: 'page' }),
  };
  for (const [name, wrap] of Object.entries(wraps)) {
    it(`ends, inside the text area, for 40 ${name}`, () => {
      const tree = [
        nest(40, wrap),
        { type: 'columns', columns: Array.from({ length: 40 }, () => [paragraph('a')]) } as Block,
      ];
      const laidOut = layOut(tree, { theme: SIDE });
      expect(wordsByElement(laidOut)).toEqual(wordsOf(tree));
      for (const item of laidOut.pages.flatMap((page) => page.items)) {
        const { left, right } = edges(item);
        expect(left).toBeGreaterThanOrEqual(AREA.left - 0.01);
        expect(right).toBeLessThanOrEqual(AREA.right + 0.5);
      }
    });
  }
});
