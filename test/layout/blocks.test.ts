import { describe, expect, it } from 'vitest';
import type { Block, List } from '../../src/document/types.js';
import type { StructureElement } from '../../src/layout/types.js';
import {
  callout,
  entry,
  facts,
  heading,
  layOut,
  linesOf,
  list,
  paragraph,
  row,
  table,
  text,
  words,
} from './support/blocks.js';
import { contentText, describePage, describeStructure, textOf } from './support/page-text.js';

const content = (...blocks: Block[]): string[] =>
  describePage(layOut(blocks).pages[0]!).filter((line) => !line.includes('(footer)'));
const structure = (...blocks: Block[]): string[] => describeStructure(layOut(blocks).structure);

describe('paragraphs and headings', () => {
  it('sets body lines at multiples of the leading, the first capitals at the same height on every page', () => {
    const { pages } = layOut([linesOf(2), { type: 'pagebreak' }, heading(1, 'Title'), linesOf(1)]);
    const first = describePage(pages[0]!)
      .slice(0, 2)
      .map((line) => line.slice(0, 14));
    expect(first).toEqual(['79.0 82.7 P li', '79.0 97.2 P li']);
    const title = pages[1]!.items.find((item) => item.element?.role === 'H1')!;
    const capHeight = title.kind === 'text' ? 0.66 * title.runs[0]!.size : 0;
    expect(title.y - capHeight).toBeCloseTo(82.715 - 0.66 * 10.5, 2);
  });

  it('balances a heading that wraps', () => {
    const titles = content(heading(1, words(16))).map((line) => line.length);
    expect(titles).toHaveLength(2);
    expect(Math.abs(titles[0]! - titles[1]!)).toBeLessThan(8);
  });

  it('closes up heading levels that skip', () => {
    const tree = structure(heading(1, 'A'), heading(3, 'B'), heading(3, 'C'), heading(6, 'D'), heading(2, 'E'));
    expect(tree.slice(1)).toEqual(['H1', 'H2', 'H2', 'H3', 'H2'].map((role) => `  ${role}`));
  });

  it('makes nothing of empty paragraphs', () => {
    expect(structure(paragraph(' '), paragraph([]))).toEqual(['Document']);
  });

  it('folds white space and honours forced breaks', () => {
    const lines = content(paragraph([text(' a\n b '), { type: 'break' }, text(' c  d '), { type: 'break' }]));
    expect(lines.map((line) => line.split(' P ')[1])).toEqual(['a b', 'c d']);
  });
});

describe('inlines', () => {
  it('gives each line of a link its area, and the words around it back to the paragraph', () => {
    const link = { type: 'link', href: 'https://example.org/a', children: [text('the site')] } as const;
    expect(content(paragraph([text('See '), link, text('.')]))).toEqual([
      '79.0 82.7 P See ',
      '100.0 82.7 Link the site',
      '100.0 73.3 link 42.0 x 12.1 to https://example.org/a: the site (https://example.org/a)',
      '142.0 82.7 P .',
    ]);
  });

  it('leads links to headings, and drops those that lead nowhere', () => {
    const to = (href: string) => paragraph([{ type: 'link', href, children: [text('there')] }]);
    const lines = content(heading(1, 'Where it is', 'where'), to('#where'), to('#nowhere'));
    expect(lines.filter((line) => line.includes(' link '))).toEqual([
      expect.stringContaining('to #where: there (Where it is)'),
    ]);
  });

  it('sets strong, emphasis and code in the paragraph, code as Code', () => {
    const { pages, structure: root } = layOut([
      paragraph([
        { type: 'strong', children: [text('a')] },
        { type: 'emphasis', children: [text('b')] },
        { type: 'code', value: '007' },
      ]),
    ]);
    expect(pages[0]!.items.slice(0, 2).map((item) => [item.element?.role, textOf(item)])).toEqual([
      ['P', 'ab'],
      ['Code', '007'],
    ]);
    expect(describeStructure(root)).toEqual(['Document', '  P', '    Code']);
  });
});

describe('lists', () => {
  it('hangs bullets, then dashes, beside the first line', () => {
    expect(content(list('one', [paragraph('two'), list('deep')]))).toEqual([
      '82.7 82.7 Lbl •',
      '94.2 82.7 P one',
      '82.7 99.2 Lbl •',
      '94.2 99.2 P two',
      '97.9 115.8 Lbl –',
      '109.5 115.8 P deep',
    ]);
  });

  it('right-aligns numbers', () => {
    const block: List = { ...list('a', 'b'), ordered: true, start: 9 };
    const [nine, , ten] = content(block).map((line) => line.split(' '));
    const end = (line: string[] | undefined) => Number(line?.[0]) + (line?.[3]?.length ?? 0) * 5.25;
    expect(end(nine)).toBeCloseTo(end(ten), 1);
    expect(structure(block)).toContain('  L Decimal');
  });

  it('draws boxes to tick, the tick as the label', () => {
    const item = (value: string, checked: boolean) => ({ children: [paragraph(value)], checked });
    const block: List = { ...list(), items: [item('open', false), item('done', true)] };
    expect(content(block).map((line) => line.replace(/^\S+ \S+ /, ''))).toEqual([
      'frame Lbl 7.6 x 7.6',
      'P open',
      'frame Lbl 7.6 x 7.6',
      'Lbl ✓',
      'P done',
    ]);
  });

  it('keeps an item without content', () => {
    expect(content(list([], 'b'))[0]).toContain('Lbl •');
  });
});

describe('tables', () => {
  it('has a row of column heads, and the same number of cells in every row', () => {
    expect(structure({ ...table(['a', 'b']), rows: [row('1'), row('1', '2', '3')] })).toEqual([
      'Document',
      '  Table',
      '    THead',
      '      TR',
      ...Array<string>(3).fill('        TH Column'),
      '    TBody',
      '      TR',
      ...Array<string>(3).fill('        TD'),
      '      TR',
      ...Array<string>(3).fill('        TD'),
    ]);
  });

  it('keeps dates and numbers on one line beside long text', () => {
    const dates = ['Mar 2022 – present', '2019-01 – 2020-12', 'Sept. 3, 2026'];
    const lines = content(table(['When', 'What'], ...dates.map((date) => [date, words(60)])));
    for (const date of dates) expect(lines.some((line) => line.endsWith(` TH ${date}`))).toBe(true);
  });

  it('moves columns closer rather than wrap a cell for a few points', () => {
    const lines = (count: number): number =>
      content(table(['A', 'B', 'C'], ['x'.repeat(20), 'y'.repeat(20), `zzz ${'z'.repeat(count)}`])).filter((line) =>
        / zzz/.test(line),
      ).length;
    expect([lines(44), lines(47), lines(50)]).toEqual([1, 1, 2]);
  });

  it('has heads of rows where the first column names them, and cells that point at their heads', () => {
    const rows = [
      ['Cardiology', 'June', '4 weeks'],
      ['Neurology', 'July', ''],
    ];
    const laidOut = layOut([table(['Rotation', 'Month', 'Length'], ...rows)]);
    const cells = (parent: StructureElement): StructureElement[] =>
      parent.children.flatMap((child) => (child.role === 'TR' ? child.children : cells(child)));
    const all = cells(laidOut.structure);
    expect(all.map(({ role, scope }) => `${role} ${scope ?? ''}`.trim())).toEqual([
      ...Array<string>(3).fill('TH Column'),
      ...['TH Row', 'TD', 'TD'],
      ...['TH Row', 'TD', 'TD'],
    ]);
    expect(all[5]!.headers).toEqual([all[2], all[3]]);
    expect(all[7]!.headers).toEqual([all[1], all[6]]);
  });

  it('has none where the first column is empty somewhere, says the same twice, or tells a story', () => {
    for (const first of [
      ['a', ''],
      ['a', 'a'],
      ['a', words(30)],
    ]) {
      expect(structure(table(['A', 'B'], ...first.map((cell) => [cell, 'x'])))).not.toContain('        TH Row');
    }
  });

  it('leaves out an empty head', () => {
    expect(structure(table(['', ''], ['1', '2']))).not.toContain('    THead');
  });

  it('right-aligns a column where the table says so', () => {
    const block = { ...table(['Item', 'Score'], ['a', '9'], ['b', '100']), align: ['left', 'right'] as const };
    const cells = layOut([block]).pages[0]!.items.filter(
      (item) => item.element?.role === 'TD' && /^\d+$/.test(textOf(item)),
    );
    const ends = cells.map((item) => {
      const run = item.kind === 'text' ? item.runs.at(-1)! : undefined;
      return item.x + run!.x + (run!.run.width * run!.size) / 1000;
    });
    expect(ends).toHaveLength(2);
    expect(ends[0]).toBeCloseTo(533, 0);
    expect(ends[1]).toBeCloseTo(ends[0]!, 5);
  });

  it('repeats its head as an artifact and divides between rows only', () => {
    const rows = Array.from({ length: 40 }, (_, index) => [`row-${index}`, words(40, `r${index}-`)]);
    const laidOut = layOut([table(['Name', 'What'], ...rows)]);
    expect(laidOut.pages.length).toBeGreaterThan(2);
    laidOut.pages.slice(1).forEach((page) => {
      const items = page.items.filter((item) => item.artifact !== 'header');
      expect(textOf(items[0]!)).toBe('Name');
      expect(items[0]!.element).toBeNull();
      expect(items.find((item) => item.kind === 'text' && item.element)).toSatisfy((item) =>
        /^row-/.test(textOf(item)),
      );
    });
    expect(contentText(laidOut).filter((value) => value === 'Name')).toHaveLength(1);
  });

  it('divides a row that is taller than a page by lines, cell after cell on each page', () => {
    const laidOut = layOut([table(['A', 'B'], [words(600, 'a'), words(600, 'b')])]);
    expect(laidOut.pages.length).toBeGreaterThan(1);
    for (const page of laidOut.pages) {
      const letters = page.items.filter((item) => item.element?.role === 'TD').map((item) => textOf(item)[0]);
      expect(letters.join('')).toMatch(/^a+b+$/);
    }
  });
});

describe('facts, entries, callouts, columns', () => {
  it('aligns labels and values on one baseline', () => {
    const lines = content(facts(['AAMC ID', '00123'], ['Send by', words(30)]));
    expect(lines.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      '79.0 82.3 Lbl',
      '127.6 82.3 P',
      '79.0 101.2 Lbl',
      '127.6 101.2 P',
      '127.6 115.7 P',
    ]);
  });

  it('right-aligns the dates of an entry on the baseline of its title', () => {
    const lines = content(entry('Resident', '2020–2021', paragraph('Body')));
    expect(lines.map((line) => line.replace(/ P .*/, ''))).toEqual(['79.0 82.7', '490.5 82.7', '79.0 99.8']);
  });

  it('balances the lines of a lead', () => {
    const lead = content({ ...paragraph(words(17, 'lead')), variant: 'lead' }).filter((line) => line.includes('lead'));
    const lengths = lead.map((line) => line.split(' P ')[1]!.trim().length);
    expect(lengths.length).toBeGreaterThan(1);
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThan(12);
  });

  it('leaves more space below a band than below a box', () => {
    const spaceBelow = (tone: 'plain' | 'banner'): number => {
      const lines = content({ ...callout(paragraph('Inside')), tone }, paragraph('Below'));
      const [inside, below] = ['Inside', 'Below'].map((value) => {
        return Number(lines.find((line) => line.endsWith(value))!.split(' ')[1]);
      });
      return below! - inside!;
    };
    expect(spaceBelow('banner')).toBeGreaterThan(spaceBelow('plain') + 4);
  });

  it('ends a band further below its last line than a box', () => {
    const below = (tone: 'plain' | 'banner'): number => {
      const { items } = layOut([{ ...callout(paragraph('Inside')), tone }]).pages[0]!;
      const ends = items.flatMap((item) => (item.kind === 'rect' ? [item.y + item.height] : []));
      const lines = items.flatMap((item) => (item.kind === 'text' && textOf(item) === 'Inside' ? [item.y] : []));
      return ends[0]! - lines[0]!;
    };
    expect(below('banner')).toBeGreaterThan(below('plain') + 4);
  });

  it('lays the tint of a callout under its content', () => {
    const lines = content(callout(paragraph('Note')));
    expect(lines.map((line) => line.split(' ').slice(2, 4).join(' '))).toEqual([
      'rect (background)',
      'rect (background)',
      'P Note',
    ]);
    expect(structure(callout())).toEqual(['Document', '  Div']);
  });

  it('sets columns side by side and reads them one after the other', () => {
    const laidOut = layOut([
      { type: 'columns', columns: [[paragraph('left'), paragraph('left too')], [paragraph('right')]] },
    ]);
    expect(contentText(laidOut)).toEqual(['left', 'left too', 'right']);
    const [left, , right] = laidOut.pages[0]!.items;
    expect(right!.y).toBe(left!.y);
    expect(right!.x - left!.x).toBeCloseTo((454 - 21) / 2 + 21);
  });

  it('leaves room for the padding of a callout when columns fill the page', () => {
    const short = paragraph('short');
    const { pages } = layOut([
      callout({ type: 'columns', columns: [Array.from({ length: 30 }, () => short), [short]] }),
    ]);
    for (const item of pages.flatMap((page) => page.items)) {
      if (item.kind === 'rect' && item.artifact === 'background') expect(item.y + item.height).toBeLessThan(724.01);
    }
  });
});
