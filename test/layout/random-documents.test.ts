import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/document/types.js';
import type { LaidOutDocument, PlacedItem } from '../../src/layout/index.js';
import { paginate } from '../../src/layout/paginate.js';
import type { VerticalItem } from '../../src/layout/vertical-items.js';
import { DEFAULT_THEME, mergeTheme, type Theme } from '../../src/schema/theme.js';
import { BUILTIN_TEMPLATES } from '../../src/template/builtin.generated.js';
import { prepareTemplate } from '../../src/template/prepare-template.js';
import type { Typesetter } from '../../src/text/types.js';
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
import { fakeTypesetter } from './support/fake-typesetter.js';
import { edgesOf, overlapsOf, textOf } from './support/page-text.js';

/** Random documents for each theme; together at least 2,000. */
const RUNS = 420;
const THEMES: Readonly<Record<string, Theme>> = {
  'the default theme': DEFAULT_THEME,
  'a side column': SIDE_THEME,
  'a grid and level feet': mergeTheme(DEFAULT_THEME, { page: { bottom: 'flush' }, text: { grid: true } }),
  'level feet on A4': mergeTheme(SIDE_THEME, { page: { bottom: 'flush', size: 'a4' }, text: { leading: 16 } }),
  'the classic template': prepareTemplate(BUILTIN_TEMPLATES['classic']!).theme,
};

let serial = 0;
const unique = (count: number): string => words(count, `t${serial++}-`);
type Make = () => Block;
const count = (max: number) => fc.integer({ min: 1, max });

const prose: fc.Arbitrary<Make> = count(90).map((n) => () => paragraph(unique(n)));
const plain: fc.Arbitrary<Make> = fc.oneof(
  { weight: 6, arbitrary: prose },
  {
    weight: 2,
    arbitrary: fc.tuple(count(3), count(6)).map(
      ([level, n]) =>
        () =>
          heading((level + 1) as 2, unique(n)),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.array(count(40), { minLength: 1, maxLength: 7 }).map((ns) => () => list(...ns.map(unique))),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(count(14), { minLength: 1, maxLength: 25 })
      .map((ns) => () => table([unique(1), unique(1)], ...ns.map((n) => [unique(2), unique(n)]))),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(count(20), { minLength: 1, maxLength: 6 })
      .map((ns) => () => facts(...ns.map((n): [string, string] => [unique(1), unique(n)]))),
  },
  {
    weight: 2,
    arbitrary: fc.array(count(70), { maxLength: 3 }).map(
      (ns) => () =>
        record(
          [
            [unique(4), unique(2)],
            [unique(3), ''],
          ],
          ...ns.map((n) => paragraph(unique(n))),
        ),
    ),
  },
  { weight: 1, arbitrary: count(60).map((n) => () => callout(paragraph(unique(n)))) },
  {
    weight: 1,
    arbitrary: count(50).map((n) => (): Block => ({ type: 'quote', children: [paragraph(unique(n))] })),
  },
  {
    weight: 1,
    arbitrary: count(60).map((n) => (): Block => ({
      type: 'keep',
      children: [paragraph(unique(n)), paragraph(unique(9))],
    })),
  },
);
const documents: fc.Arbitrary<(readonly Make[])[]> = fc.array(fc.array(plain, { minLength: 1, maxLength: 9 }), {
  minLength: 1,
  maxLength: 6,
});
/** Sections in the flow, each with a title. */
const build = (sections: readonly (readonly Make[])[]): Block[] => {
  serial = 0;
  return sections.map((makes) => section([heading(1, unique(3)), ...makes.map((make) => make())], { start: 'flow' }));
};

/** All words of a tree in reading order. */
function wordsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Record<string, unknown>;
  if (node.type === 'text') return String(node.value).split(' ');
  return ['head', 'header', 'rows', 'label', 'left', 'right', 'value', 'items', 'children'].flatMap((key) =>
    typeof node[key] === 'object' ? wordsOf(node[key]) : [],
  );
}

const isContent = (item: PlacedItem): item is PlacedItem & { kind: 'text' } =>
  item.kind === 'text' && item.element !== null && !/^[•–]$/.test(textOf(item));

/** Words as drawn, element by element in the order of the structure. */
function drawnWords({ pages }: LaidOutDocument): string[] {
  const byElement = new Map<number, string[]>();
  for (const item of pages.flatMap((page) => page.items).filter(isContent)) {
    const own = byElement.get(item.element!.id) ?? [];
    own.push(...textOf(item).split(' '));
    byElement.set(item.element!.id, own);
  }
  return [...byElement].sort(([a], [b]) => a - b).flatMap(([, own]) => own);
}

/** For each paragraph that pages divide: how many of its lines stand on each of them. */
function dividedParagraphs({ pages }: LaidOutDocument): number[][] {
  const lines = new Map<number, number[]>();
  pages.forEach((page) => {
    const onPage = new Map<number, Set<number>>();
    for (const item of page.items.filter(isContent)) {
      if (item.element!.role !== 'P') continue;
      onPage.set(item.element!.id, (onPage.get(item.element!.id) ?? new Set()).add(Math.round(item.y * 10)));
    }
    for (const [id, ys] of onPage) lines.set(id, [...(lines.get(id) ?? []), ys.size]);
  });
  return [...lines.values()].filter((parts) => parts.length > 1);
}

describe.each(Object.entries(THEMES))('random documents in %s', (_, theme) => {
  it('are whole, in order, inside their area, well broken, and on no more pages than they need', () => {
    const { margins, size } = theme.page;
    const paper = size === 'a4' ? [595.28, 841.89] : [612, 792];
    const bottom = paper[1]! - margins.bottom;
    const room = bottom - margins.top;
    fc.assert(
      fc.property(documents, (sections) => {
        const tree = build(sections);
        const laidOut = layOut(tree, { theme });
        expect(drawnWords(laidOut)).toEqual(wordsOf(tree));
        const faults: string[] = [];
        let used = 0;
        laidOut.pages.forEach((page, index) => {
          const drawn = page.items.filter(({ artifact }) => artifact !== 'header' && artifact !== 'footer');
          let foot = 0;
          for (const item of drawn) {
            const edges = edgesOf(item);
            foot = Math.max(foot, edges.bottom);
            const isInside =
              edges.left >= margins.left - 0.01 &&
              edges.right <= paper[0]! - margins.right + 0.5 &&
              edges.top >= margins.top - 1.5 &&
              edges.bottom <= bottom + 0.5;
            if (!isInside) faults.push(`page ${page.number}: ${textOf(item)} at ${JSON.stringify(edges)}`);
          }
          used += foot - margins.top;
          const last = drawn.filter(isContent).at(-1);
          if (!last) faults.push(`page ${page.number} is empty`);
          const goesOn = index < laidOut.pages.length - 1;
          if (goesOn && /^H\d$/.test(last?.element?.role ?? '')) faults.push(`page ${page.number} ends with a heading`);
          faults.push(...overlapsOf(page));
        });
        expect(faults).toEqual([]);
        for (const parts of dividedParagraphs(laidOut)) expect(Math.min(...parts)).toBeGreaterThanOrEqual(2);
        expect(laidOut.pages.length).toBeLessThanOrEqual(Math.ceil(used / room) + 1);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('work', () => {
  it('of layout grows as the document does', () => {
    const [sections] = fc.sample(
      documents.filter((one) => one.flat().length > 20),
      { numRuns: 1, seed: 7 },
    );
    const calls = (times: number): number => {
      let asked = 0;
      const counting: Typesetter = {
        measure: (spans) => (asked++, fakeTypesetter.measure(spans)),
        minMeasure: (spans) => (asked++, fakeTypesetter.minMeasure(spans)),
        metrics: (style) => fakeTypesetter.metrics(style),
        breakLines: (spans, options) => (asked++, fakeTypesetter.breakLines(spans, options)),
      };
      layOut(Array.from({ length: times }, () => build(sections!)).flat(), { typesetter: counting });
      return asked;
    };
    const [one, eight] = [calls(2), calls(16)];
    expect(eight / one).toBeLessThan(8.3);
  });

  it('of breaking pages grows with the number of items, and a table of 10,000 rows ends', () => {
    let reads = 0;
    const item = (value: VerticalItem): VerticalItem =>
      new Proxy(value, {
        get: (target, key) => {
          if (key === 'kind') reads++;
          return Reflect.get(target, key) as unknown;
        },
      });
    const work = (rows: number): number => {
      reads = 0;
      const head: VerticalItem = { kind: 'box', height: 12, textTop: 2, lines: 0, parts: [] };
      const enclosure = { before: 0, after: 0, repeatedHead: head as never };
      const items: VerticalItem[] = [{ kind: 'open', enclosure }, head];
      for (let i = 0; i < rows; i++) {
        items.push(
          { kind: 'gap', size: 0, cost: 10 },
          { kind: 'box', height: 14 + (i % 3), textTop: 3, lines: 1, parts: [] },
        );
      }
      items.push({ kind: 'close', enclosure });
      const pages = paginate(items.map(item), { height: 650, textTop: 3 });
      expect(pages.length).toBeGreaterThanOrEqual(Math.ceil((rows * 15) / 650));
      expect(pages.length).toBeLessThanOrEqual(Math.ceil((rows * 15) / 630) + 1);
      return reads;
    };
    // The first pages have fewer ways that are worth following: a short table is cheaper than in proportion.
    const [short, long] = [work(2_500), work(10_000)];
    expect(long / short).toBeLessThan(4.2);
  });
});
