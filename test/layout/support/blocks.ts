import type {
  Block,
  Callout,
  Entry,
  Facts,
  Heading,
  Inline,
  List,
  Paragraph,
  Section,
  Table,
  TableCell,
  Text,
} from '../../../src/document/types.js';
import { layoutDocument, type LaidOutDocument, type LayoutOptions } from '../../../src/layout/index.js';
import { DEFAULT_THEME, mergeTheme } from '../../../src/schema/theme.js';
import { fakeTypesetter } from './fake-typesetter.js';

export const text = (value: string): Text => ({ type: 'text', value });
export const paragraph = (value: string | readonly Inline[]): Paragraph => {
  return { type: 'paragraph', children: typeof value === 'string' ? [text(value)] : value };
};
export const heading = (
  level: Heading['level'],
  value: string,
  id = value.toLowerCase().replace(/\W+/g, '-'),
): Heading => {
  return { type: 'heading', level, id, children: [text(value)] };
};
export const list = (...items: (string | readonly Block[])[]): List => ({
  type: 'list',
  ordered: false,
  start: 1,
  tight: true,
  items: items.map((item) => ({ children: typeof item === 'string' ? [paragraph(item)] : item })),
});
export const row = (...cells: string[]): TableCell[] => cells.map((value) => ({ children: [text(value)] }));
export const table = (header: string[], ...rows: string[][]): Table => {
  return {
    type: 'table',
    align: header.map(() => 'left'),
    header: row(...header),
    rows: rows.map((cells) => row(...cells)),
  };
};
export const facts = (...items: [string, string][]): Facts => {
  return { type: 'facts', items: items.map(([label, value]) => ({ label: [text(label)], value: [text(value)] })) };
};
export const callout = (...children: Block[]): Callout => ({ type: 'callout', tone: 'key', children });
export const entry = (left: string, right: string, ...children: Block[]): Entry => {
  return { type: 'entry', head: [{ left: [text(left)], right: right === '' ? [] : [text(right)] }], children };
};
export const section = (children: readonly Block[], how: Partial<Section> = {}): Section => {
  return { type: 'section', name: 'part', start: 'page', fit: 'none', ...how, children };
};

/** An entry with a line for each pair of left and right parts. */
export const record = (head: readonly (readonly [string, string])[], ...children: Block[]): Entry => {
  const inlines = (value: string): Text[] => (value === '' ? [] : [text(value)]);
  return {
    type: 'entry',
    head: head.map(([left, right]) => ({ left: inlines(left), right: inlines(right) })),
    children,
  };
};

/** As many words as asked, all different. */
export const words = (count: number, prefix = 'w'): string => {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}`).join(' ');
};
/** A paragraph of exactly this many body lines (80 letters of 5.25 pt fit the default measure of 454 pt; 86 do not). */
export const linesOf = (count: number, name = 'line'): Paragraph => {
  const line = (index: number): string => `${name}-${index}-`.padEnd(80, 'x');
  return paragraph(Array.from({ length: count }, (_, index) => line(index)).join(' '));
};

/** The default theme with a side column: the text begins at 79 + 100 + 18 = 197 points. */
export const SIDE_THEME = mergeTheme(DEFAULT_THEME, { page: { side: 100, gutter: 18 } });

/** Lays blocks out with the fake typesetter and the default theme. */
export function layOut(blocks: readonly Block[], options: Partial<LayoutOptions> = {}): LaidOutDocument {
  return layoutDocument(
    { children: blocks },
    {
      theme: DEFAULT_THEME,
      typesetter: fakeTypesetter,
      lang: 'en-US',
      header: { left: 'Head left', right: 'Head right' },
      footer: { left: 'Foot' },
      ...options,
    },
  );
}
