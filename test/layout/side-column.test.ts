import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/document/types.js';
import type { LaidOutDocument } from '../../src/layout/index.js';
import { DEFAULT_THEME, mergeTheme } from '../../src/schema/theme.js';
import { testTypesetter } from '../support/fonts.js';
import {
  callout,
  facts,
  heading,
  layOut,
  linesOf,
  list,
  paragraph,
  record,
  section,
  SIDE_THEME,
  table,
  text,
  words,
} from './support/blocks.js';
import { contentText, describePage, describeStructure, edgesOf, overlapsOf, textOf } from './support/page-text.js';

const lay = (...blocks: Block[]): LaidOutDocument => layOut(blocks, { theme: SIDE_THEME });
/** The first page, without furniture and fills. */
const content = (...blocks: Block[]): string[] =>
  describePage(lay(...blocks).pages[0]!).filter((line) => !/\(footer\)|\(background\)|\(layout\)/.test(line));
/** Where a text stands, as `x y`. */
const placeOf = (lines: readonly string[], value: string): number[] =>
  lines
    .find((line) => line.endsWith(value))!
    .split(' ')
    .slice(0, 2)
    .map(Number);
const pageOf = (laidOut: LaidOutDocument, value: string): number =>
  laidOut.pages.findIndex((page) => page.items.some((item) => item.element && textOf(item).startsWith(value)));
const SIDE = 79;
const MAIN = 197;

describe('headings in the side column', () => {
  it('stand beside the first line of what follows, on its baseline, and are read before it', () => {
    expect(content(heading(1, 'Title'), heading(2, 'Beside'), paragraph('First'), paragraph('Second'))).toEqual([
      '79.0 87.4 H1 Title',
      '79.0 112.3 H2 Beside',
      '197.0 112.3 P First',
      '197.0 133.7 P Second',
    ]);
  });

  it('lower a line whose baseline stands higher than theirs', () => {
    const lines = content(heading(2, 'Beside'), { ...paragraph('note'), variant: 'small' });
    expect(placeOf(lines, 'note')).toEqual([MAIN, placeOf(lines, 'Beside')[1]]);
  });

  it('are balanced when they wrap', () => {
    const lines = content(heading(2, 'Points this letter could go on to make'), linesOf(5));
    const lengths = lines.filter((line) => line.includes(' H1 ')).map((line) => line.split(' H1 ')[1]!.trim().length);
    expect(lengths).toHaveLength(3);
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThan(5);
  });

  it('are not balanced at the cost of a word parted at its hyphen', async () => {
    const typesetter = await testTypesetter();
    const theme = mergeTheme(DEFAULT_THEME, { page: { side: 112, gutter: 24 } });
    const entry = record([
      ['The question', 'First winter'],
      ['', 'Shows practice-based learning and medical knowledge'],
    ]);
    const lines = layOut([entry], { theme, typesetter }).pages[0]!.items.map((item) => textOf(item).trim());
    expect(lines.filter((line) => line.startsWith('Shows'))).toEqual(['Shows practice-based']);
  });

  it('stand clear of a side text above them', () => {
    const tall = record([
      ['Title', 'one'],
      ['', 'two'],
      ['', 'three'],
    ]);
    const lines = content(tall, heading(2, 'Next'), record([['Other', '2020']]));
    const [three, next] = ['three', 'Next'].map((value) => placeOf(lines, value)[1]!);
    expect(next! - three!).toBeGreaterThan(25);
  });

  it('hang beside lists, quotes and third-level headings, their bullets and bars untouched', () => {
    for (const block of [list('Text'), { type: 'quote', children: [paragraph('Text')] } as const, heading(3, 'Text')]) {
      const lines = content(heading(2, 'Beside'), block, paragraph('End'));
      const [x, y] = placeOf(lines, 'Text');
      expect([x! >= MAIN, y]).toEqual([true, placeOf(lines, 'Beside')[1]]);
    }
  });

  it('stand above what takes the side column itself, across the page', () => {
    const takers: Block[] = [
      table(['Head'], ['Text']),
      facts(['Text', 'value']),
      callout(paragraph('Text')),
      record([['Text', '2020']]),
      heading(2, 'Text'),
    ];
    for (const block of takers) {
      const lines = content(heading(2, 'A heading wider than its column'), block, paragraph('End'));
      const above = placeOf(lines, 'A heading wider than its column');
      expect(above[0]).toBe(SIDE);
      expect(placeOf(lines, 'Text')[1]!).toBeGreaterThan(above[1]! + 12);
    }
  });

  it('stand above nothing at the end of a section or before a page break, and keep their place in the outline', () => {
    const laidOut = lay(
      section([paragraph('a'), heading(2, 'Last')]),
      heading(2, 'Lonely'),
      { type: 'pagebreak' },
      paragraph('b'),
      heading(2, 'End'),
    );
    expect(contentText(laidOut)).toEqual(['a', 'Last', 'Lonely', 'b', 'End']);
    expect(laidOut.outline.map(({ title, page }) => [title, page])).toEqual([
      ['Last', 1],
      ['Lonely', 1],
      ['End', 2],
    ]);
  });

  it('take the full width when they are tall or have a word wider than the column', () => {
    for (const title of [words(80), 'x'.repeat(30)]) {
      const first = lay(heading(2, title), linesOf(3)).pages[0]!.items.find((item) => item.element?.role === 'H1')!;
      expect(edgesOf(first).right).toBeGreaterThan(MAIN);
    }
  });

  it('have each link once in the structure, beside the text or above', () => {
    const linked: Block = {
      ...heading(2, 'x', 'x'),
      children: [{ type: 'link', href: 'https://example.org', children: [text('There')] }],
    };
    for (const next of [paragraph('a'), facts(['a', 'b'])]) {
      const tree = describeStructure(lay(linked, next).structure);
      expect(tree.filter((line) => line.trim() === 'Link')).toHaveLength(1);
    }
  });

  it('stay with two lines of what they stand beside', () => {
    for (let before = 37; before <= 45; before++) {
      const after = ['first', 'second', 'third'].map((value) => paragraph(value));
      const laidOut = lay(linesOf(before / 2), heading(2, 'Beside'), ...after, linesOf(6));
      const pages = ['Beside', 'first', 'second'].map((value) => pageOf(laidOut, value));
      expect([before, new Set(pages).size]).toEqual([before, 1]);
    }
  });

  it('leave the bullet of a list item at its own text', () => {
    const kept: Block = { type: 'keep', children: [heading(2, 'Beside')] };
    const lines = content(
      kept,
      list([{ type: 'section', name: 's', start: 'flow', fit: 'page', children: [paragraph('Text')] }]),
    );
    expect(placeOf(lines, '•')[1]).toBe(placeOf(lines, 'Text')[1]);
    expect(lines.map((line) => line.split(' ')[2])).toEqual(['H1', 'Lbl', 'P']);
  });
});

describe('entries beside a side column', () => {
  const dated = record(
    [
      ['Title', '2020'],
      ['House', 'Toledo'],
    ],
    paragraph('Body'),
  );

  it('list their right parts there, read after the title', () => {
    expect(content(dated).map((line) => line.replace(/^(\S+) \S+ /, '$1 '))).toEqual([
      '197.0 P Title',
      '79.0 P 2020',
      '79.0 P Toledo',
      '197.0 P House',
      '197.0 P Body',
    ]);
    const lines = content(dated);
    expect(placeOf(lines, '2020')[1]).toBe(placeOf(lines, 'Title')[1]);
  });

  it('begin below the dates of the one before', () => {
    const long = record([['One', words(20, 'd')]]);
    const { pages } = lay(long, long, heading(2, 'Beside'), paragraph('a'), long);
    expect(pages.flatMap(overlapsOf)).toEqual([]);
  });

  it('keep their dates on the page, wherever it or the document ends', () => {
    const long = record([['One', words(20, 'd')]]);
    for (let before = 15; before < 31; before++) {
      for (const after of [[long, long, paragraph('End')], [section([long], { start: 'flow' }), paragraph('b')], []]) {
        const laidOut = lay(...Array.from({ length: before }, () => paragraph('a')), long, ...after);
        for (const item of laidOut.pages.flatMap((page) => page.items)) {
          if (item.element) expect(edgesOf(item).bottom).toBeLessThanOrEqual(792 - 68 + 0.5);
        }
        expect(laidOut.pages.flatMap(overlapsOf)).toEqual([]);
      }
    }
  });

  it('set right parts at the right where the side column has no room or there is no title', () => {
    for (const head of [
      ['Title', 'y'.repeat(40)],
      ['Title', words(150)],
      ['', '2020'],
    ] as const) {
      const items = lay(record([head])).pages[0]!.items.filter((item) => item.element);
      expect(Math.max(...items.map((item) => edgesOf(item).right))).toBeGreaterThan(520);
    }
  });

  it('divide a head that is taller than half a page', () => {
    const laidOut = lay(record([[words(900), words(900, 'r')]]));
    expect(laidOut.pages.length).toBeGreaterThan(1);
    expect(contentText(laidOut).join(' ').split(/\s+/)).toHaveLength(1800);
  });
});

describe('facts, tables and boxes across the side column', () => {
  it('set labels in it and values beside it', () => {
    const lines = content(facts(['Setting', 'Ward'], ['Time', 'Weeks']));
    expect([placeOf(lines, 'Setting'), placeOf(lines, 'Time')].map(([x]) => x)).toEqual([SIDE, SIDE]);
    expect([placeOf(lines, 'Ward'), placeOf(lines, 'Weeks')].map(([x]) => x)).toEqual([MAIN, MAIN]);
  });

  it('line up values in a box with the text, and let longer labels have their room', () => {
    expect(placeOf(content(callout(facts(['Label', 'Value']))), 'Value')[0]).toBe(MAIN);
    const long = 'A label of more letters';
    expect(placeOf(content(callout(facts([long, 'Value']))), 'Value')[0]).toBeGreaterThan(MAIN);
    const both = content(callout(facts(['Label', 'First']), facts([long, 'Second'])));
    expect(placeOf(both, 'First')[0]).toBe(placeOf(both, 'Second')[0]);
  });

  it('leave room for side texts where a section is tightened to its page', () => {
    const sizes = Array.from({ length: 8 }, (_, more) => {
      const notes = Array.from({ length: 5 + more }, (_, i) => [heading(2, words(10, `h${i}-`)), paragraph('a')]);
      const laidOut = layOut([section([...notes.flat(), linesOf(4)], { fit: 'page' })], { theme: SIDE_THEME });
      expect(laidOut.pages.flatMap(overlapsOf)).toEqual([]);
      const body = laidOut.pages[0]!.items.find((item) => item.element?.role === 'P');
      return laidOut.pages.length === 1 && body?.kind === 'text' ? body.runs[0]!.size : 0;
    });
    expect(sizes.some((size) => size > 0 && size < 10.5)).toBe(true);
  });

  it('is left out when it would take more than half of the text area', () => {
    const theme = mergeTheme(SIDE_THEME, { page: { side: 300 } });
    const [item] = layOut([paragraph('a')], { theme }).pages[0]!.items;
    expect(item!.x).toBe(SIDE);
  });
});
