import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/document/types.js';
import type { LaidOutDocument } from '../../src/layout/index.js';
import { DEFAULT_THEME, mergeTheme, type ThemeInput } from '../../src/schema/theme.js';
import {
  entry,
  facts,
  heading,
  layOut,
  linesOf,
  list,
  paragraph,
  section,
  SIDE_THEME,
  table,
  words,
} from './support/blocks.js';
import { textOf } from './support/page-text.js';

const small = (count: number): Block => ({
  type: 'paragraph',
  variant: 'small',
  children: [{ type: 'text', value: words(count) }],
});
const MIX: readonly Block[] = [
  heading(1, 'One'),
  linesOf(9, 'a'),
  small(60),
  linesOf(3, 'b'),
  heading(2, 'Two'),
  list('first', words(30, 'i'), 'third'),
  table(['A', 'B'], ['1', '2'], ['3', words(40, 'c')]),
  linesOf(7, 'd'),
  facts(['L', words(30, 'v')]),
  heading(3, 'Three'),
  small(25),
  linesOf(30, 'e'),
  heading(2, 'Four'),
  linesOf(12, 'f'),
];

/** Baselines of running text, counted in half leadings from the first one that a page can have. */
function halfLines(laidOut: LaidOutDocument, leading: number, size: number, first: number): number[] {
  return laidOut.pages.flatMap((page) =>
    page.items.flatMap((item) =>
      item.kind === 'text' && item.element && item.runs[0]?.size === size ? [(item.y - first) / (leading / 2)] : [],
    ),
  );
}

describe('a baseline grid', () => {
  for (const [name, base] of [
    ['one column', DEFAULT_THEME],
    ['a side column', SIDE_THEME],
  ] as const) {
    it(`holds every line of running text, whatever stands between, in ${name}`, () => {
      const theme = mergeTheme(base, { text: { grid: true } });
      const counts = halfLines(layOut(MIX, { theme }), 14.5, 10.5, 82.715);
      expect(counts.length).toBeGreaterThan(60);
      for (const count of counts) expect(Math.abs(count - Math.round(count))).toBeLessThan(0.02);
    });
  }

  it('puts the same space below a heading at the top of a page as elsewhere', () => {
    const theme = mergeTheme(SIDE_THEME, { text: { grid: true } });
    const below = (blocks: readonly Block[]): string => {
      const items = layOut([...blocks, heading(2, 'Experiences'), entry('A tenor', '2026')], { theme }).pages[0]!.items;
      const yOf = (value: string): number => {
        const found = items.find((item) => item.kind === 'text' && item.element && textOf(item) === value);
        return found?.kind === 'text' ? found.y : Number.NaN;
      };
      return (yOf('A tenor') - yOf('Experiences')).toFixed(0);
    };
    expect(below([])).toBe(below([linesOf(4, 'a')]));
  });

  it('keeps one space between facts, whether one of them wraps or not, and holds what follows', () => {
    const theme = mergeTheme(SIDE_THEME, { text: { grid: true } });
    const spaces = (...values: string[]): string[] => {
      const pairs = values.map((value, index): [string, string] => [`L${index}`, value]);
      const { items } = layOut([linesOf(1, 'y'), facts(...pairs), linesOf(3, 'z')], { theme }).pages[0]!;
      const yOf = (start: string): number => {
        const found = items.find((item) => item.kind === 'text' && item.element && textOf(item).startsWith(start));
        return found?.kind === 'text' ? found.y : Number.NaN;
      };
      const between = values.slice(1).map((_, index) => yOf(`L${index + 1}`) - yOf(`L${index}`));
      const counts = (yOf('z-0') - yOf('y-0')) / 7.25;
      return [...between, Math.abs(counts - Math.round(counts))].map((value) => value.toFixed(1));
    };
    const spaced = ['18.1', '18.1', '0.0'];
    expect(spaces('a', 'b', 'c')).toEqual(spaced);
    expect(spaces('a', 'b', words(40, 'c'))).toEqual(spaced);
  });

  it('is there only where the theme wants it', () => {
    const counts = halfLines(layOut(MIX), 14.5, 10.5, 82.715);
    expect(counts.some((count) => Math.abs(count - Math.round(count)) > 0.1)).toBe(true);
  });

  it('lets a section that is tightened to its page leave it', () => {
    const theme = mergeTheme(DEFAULT_THEME, { text: { grid: true } });
    const laidOut = layOut([section([linesOf(20, 'a'), linesOf(26, 'b')], { fit: 'page' })], { theme });
    expect(laidOut.pages).toHaveLength(1);
    expect(laidOut.diagnostics).toEqual([]);
  });
});

describe('the foot of pages', () => {
  /** Last baseline of each page that goes on. */
  const feet = (page: ThemeInput['page'], text: ThemeInput['text'] = {}): string[] => {
    const blocks = Array.from({ length: 80 }, (_, index) => linesOf(((index * index * 3) % 11) + 2, `p${index}`));
    const { pages } = layOut(blocks, { theme: mergeTheme(DEFAULT_THEME, { page, text }) });
    return pages.slice(0, -1).map((one) => {
      const ys = one.items.flatMap((item) => (item.kind === 'text' && item.element ? [item.y] : []));
      return Math.max(...ys).toFixed(1);
    });
  };

  it('is ragged unless the theme says otherwise', () => {
    expect(new Set(feet({})).size).toBeGreaterThan(1);
  });

  it('is level where the theme asks for it and small changes of the gaps do it', () => {
    const level = (all: string[]): number => {
      const lowest = all.map(Number).sort((a, b) => b - a)[0]!;
      return all.filter((foot) => Number(foot) === lowest).length / all.length;
    };
    expect(level(feet({}))).toBeLessThan(0.5);
    expect(level(feet({ bottom: 'flush' }))).toBeGreaterThan(0.85);
  });
});

describe('what goes on on another page', () => {
  const long = (title: string): Block => ({
    type: 'entry',
    head: [{ left: [{ type: 'strong', children: [{ type: 'text', value: title }] }], right: [] }],
    children: [linesOf(70, 'x')],
  });
  const shown = (laidOut: LaidOutDocument, page: number): string[] =>
    laidOut.pages[page]!.items.filter((item) => item.kind === 'text').map(
      (item) => `${item.artifact ?? 'content'} ${textOf(item)}`,
    );

  it('has its title again as an artifact, with the word of the theme', () => {
    const theme = mergeTheme(DEFAULT_THEME, { words: { continued: '(suite)' } });
    const [, second] = [0, 1].map((page) => shown(layOut([long('A long stay')], { theme }), page));
    expect(second!.slice(2, 4)).toEqual(['layout A long stay', 'layout (suite)']);
    expect(second![4]).toMatch(/^content x-/);
    const titles = layOut([long('A long stay')]).pages.flatMap((page) =>
      page.items.filter((item) => item.element && textOf(item).startsWith('A long stay')),
    );
    expect(titles).toHaveLength(1);
  });

  it('shortens a title that would take more than two lines', () => {
    const heads = shown(layOut([long(words(120, 'title'))]), 1).filter((line) => line.startsWith('layout'));
    expect(heads.length).toBeLessThanOrEqual(3);
    expect(heads.join('')).toMatch(/….*\(continued\)$/s);
  });

  it('has none where it is short, but stays whole where that costs little', () => {
    const short: Block = {
      type: 'entry',
      head: [{ left: [{ type: 'text', value: 'Stay' }], right: [] }],
      children: [linesOf(9, 's')],
    };
    const { pages } = layOut([linesOf(38), short, linesOf(20)]);
    expect(pages.map((page) => page.items.filter((item) => textOf(item).startsWith('s-')).length)).toEqual([0, 9]);
  });

  it('has the label of a long fact and the title of a long box again', () => {
    const label = shown(layOut([facts(['Question', words(900)])]), 1).filter((line) => line.startsWith('layout'));
    expect(label.join('')).toContain('Question');
    const box: Block = { type: 'callout', tone: 'key', children: [heading(3, 'Boxed'), linesOf(60)] };
    expect(shown(layOut([box]), 1)).toContain('layout Boxed');
  });
});

describe('furniture', () => {
  it('counts pages in the words of the theme', () => {
    const theme = mergeTheme(DEFAULT_THEME, { words: { folio: 'Seite {page} von {pages}' } });
    const { pages } = layOut([linesOf(60)], { theme });
    expect(
      pages
        .map((page) => page.items.map(textOf).join(' '))
        .every((text, index) => text.includes(`Seite ${index + 1} von 2`)),
    ).toBe(true);
  });

  it('cuts a single word that is wider than the page', () => {
    const { pages } = layOut([linesOf(60)], {
      header: { left: 'N'.repeat(300), right: 'Due' },
      footer: { left: 'F'.repeat(300) },
    });
    for (const item of pages.flatMap((page) => page.items)) {
      if (item.kind !== 'text' || item.element) continue;
      const right = item.x + Math.max(...item.runs.map((run) => run.x + (run.run.width * run.size) / 1000));
      expect(right).toBeLessThanOrEqual(612 - 79 + 0.5);
    }
  });
});

describe('page measures that leave no room', () => {
  it('are reported with what stands in their place', () => {
    const theme = mergeTheme(DEFAULT_THEME, {
      page: { margins: { left: 700, right: 700, top: 900, bottom: 900 }, side: 400 },
    });
    const { diagnostics, pages } = layOut([paragraph('text')], { theme });
    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([
      ['layout/theme-adjusted', 'theme.page.margins'],
      ['layout/theme-adjusted', 'theme.page.margins'],
      ['layout/theme-adjusted', 'theme.page.side'],
    ]);
    expect(pages.flatMap((page) => page.items).every((item) => item.x >= 0 && item.x < 612)).toBe(true);
    expect(layOut([paragraph('text')]).diagnostics).toEqual([]);
  });
});
