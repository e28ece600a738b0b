import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/document/types.js';
import type { LaidOutDocument } from '../../src/layout/index.js';
import { DEFAULT_THEME, mergeTheme } from '../../src/schema/theme.js';
import {
  callout,
  facts,
  heading,
  layOut,
  list,
  paragraph,
  record,
  section,
  SIDE_THEME,
  table,
  words,
} from './support/blocks.js';
import { contentText, edgesOf, overlapsOf, textOf } from './support/page-text.js';

let serial = 0;
/** Words that occur nowhere else in the document, so that a lost or doubled one shows. */
const unique = (count: number): string => words(count, `t${serial++}-`);

/** An entry with right parts of so many words. */
const dated = (rights: readonly number[], ...children: Block[]): Block =>
  record([[unique(3), ''], ...rights.map((count): [string, string] => ['', unique(count)])], ...children);

const length = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 150 }));
const leaf: fc.Arbitrary<() => Block> = fc.oneof(
  { weight: 4, arbitrary: length.map((count) => () => paragraph(unique(count))) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 30 })).map(
      ([level, count]) =>
        () =>
          heading(level as 1, unique(count)),
    ),
  },
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
  { weight: 2, arbitrary: fc.constant(() => heading(2, unique(4))) },
  { weight: 1, arbitrary: fc.array(length, { maxLength: 3 }).map((rights) => () => dated(rights)) },
  { weight: 1, arbitrary: fc.constant((): Block => ({ type: 'rule' })) },
  { weight: 1, arbitrary: fc.constant((): Block => ({ type: 'pagebreak' })) },
);
const blocks: fc.Arbitrary<(() => Block)[]> = fc.letrec<{ block: () => Block; blocks: (() => Block)[] }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    leaf,
    tie('blocks').map((inner) => () => callout(...inner.map((make) => make()))),
    tie('blocks').map((inner) => () => dated([2, 9], ...inner.map((make) => make()))),
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

const themes = [
  ['one column', DEFAULT_THEME],
  ['a side column', SIDE_THEME],
  ['a side column and little room', mergeTheme(SIDE_THEME, { page: { margins: { top: 290, bottom: 290 } } })],
] as const;

describe.each(themes)('any tree of blocks, in a theme with %s', (_, theme) => {
  const { margins } = theme.page;
  const area = { left: margins.left, right: 612 - margins.right, top: margins.top, bottom: 792 - margins.bottom };
  const run = (check: (laidOut: LaidOutDocument, tree: readonly Block[]) => void): void => {
    fc.assert(
      fc.property(blocks, (makers) => {
        serial = 0;
        const tree = makers.map((make) => make());
        check(layOut(tree, { theme }), tree);
      }),
      { numRuns: 30 },
    );
  };

  it('comes out whole, once, in reading order of the structure', () => {
    run((laidOut, tree) => expect(wordsByElement(laidOut)).toEqual(wordsOf(tree)));
  });

  it('stands in logical order on each page', () => {
    run((laidOut) => {
      for (const page of laidOut.pages) {
        const ids = page.items.flatMap((item) => (item.kind === 'text' && item.element ? [item.element.id] : []));
        const order = [...new Set(ids)];
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }
    });
  });

  it('stays inside the text area, and every item is content or artifact', () => {
    run((laidOut) => {
      for (const item of laidOut.pages.flatMap((page) => page.items)) {
        expect((item.element === null) === (item.artifact !== undefined)).toBe(true);
        if (item.artifact === 'header' || item.artifact === 'footer') continue;
        const { left, right, top, bottom } = edgesOf(item);
        expect(left).toBeGreaterThanOrEqual(area.left - 0.01);
        expect(right).toBeLessThanOrEqual(area.right + 0.5);
        expect(top).toBeGreaterThanOrEqual(area.top - 1.5);
        expect(bottom).toBeLessThanOrEqual(area.bottom + 0.5);
      }
    });
  });

  it('lays no text on other text', () => {
    run((laidOut) => expect(laidOut.pages.flatMap(overlapsOf)).toEqual([]));
  });

  it('has no empty page and no heading last on a page that goes on', () => {
    run((laidOut, tree) => {
      const unavoidable = /pagebreak|"start":"page"|columns/.test(JSON.stringify(tree)) || margins.top > 100;
      laidOut.pages.slice(0, -1).forEach((page) => {
        const content = page.items.filter((item) => item.element !== null || item.artifact === 'layout');
        expect(content.length).toBeGreaterThan(0);
        const last = content.at(-1)!;
        if (!unavoidable && contentText(laidOut).length > 0) expect(last.element?.role ?? '').not.toMatch(/^H[1-6]$/);
      });
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
      for (const theme of [DEFAULT_THEME, SIDE_THEME]) {
        const laidOut = layOut(tree, { theme });
        expect(wordsByElement(laidOut)).toEqual(wordsOf(tree));
        for (const item of laidOut.pages.flatMap((page) => page.items)) {
          const { left, right } = edgesOf(item);
          expect(left).toBeGreaterThanOrEqual(79 - 0.01);
          expect(right).toBeLessThanOrEqual(612 - 79 + 0.5);
        }
      }
    });
  }
});
