import { describe, expect, it } from 'vitest';
import { DEFAULT_THEME, themeSchema } from '../../src/schema/theme.js';
import { heading, layOut, linesOf, paragraph, section, text, words } from './support/blocks.js';
import { describePage, textOf } from './support/page-text.js';

describe('layoutDocument', () => {
  it('puts a header on every page but the first, and a folio on all', () => {
    const { pages } = layOut([linesOf(60)]);
    const furniture = pages.map((page) => describePage(page).filter((line) => /\((header|footer)\)/.test(line)));
    expect(furniture).toEqual([
      ['79.0 756.6 (footer) Foot', '507.5 756.6 (footer) 1 of 2'],
      [
        '79.0 43.2 (header) Head left',
        '490.5 43.2 (header) Head right',
        '79.0 49.2 rect (header) 454.0 x 0.5',
        '79.0 756.6 (footer) Foot',
        '507.5 756.6 (footer) 2 of 2',
      ],
    ]);
  });

  it('shortens furniture that does not fit', () => {
    const { pages } = layOut([paragraph('a')], { footer: { left: words(100) } });
    const [left, folio] = pages[0]!.items.filter((item) => item.artifact === 'footer');
    expect(textOf(left!)).toMatch(/^w0 .*…$/);
    const end =
      left!.kind === 'text'
        ? left!.x + left!.runs.reduce((width, run) => width + (run.run.width * run.size) / 1000, 0)
        : 0;
    const folioStart = folio!.kind === 'text' ? folio!.x : 0;
    expect(end).toBeLessThan(folioStart - 10);
  });

  it('lists headings of two levels in the outline, and deeper ones that a link leads to', () => {
    const link = paragraph([{ type: 'link', href: '#deep', children: [text('see')] }]);
    const { outline } = layOut([
      section([heading(1, 'One'), heading(2, 'Two'), heading(3, 'Three'), heading(3, 'Deep'), link]),
      section([heading(1, 'Next'), linesOf(2)]),
    ]);
    expect(outline.map(({ title, level, page }) => [title, level, page])).toEqual([
      ['One', 1, 1],
      ['Two', 2, 1],
      ['Deep', 3, 1],
      ['Next', 1, 2],
    ]);
    expect(outline[0]?.y).toBeLessThan(outline[1]!.y);
    expect(outline.every(({ element }) => /^H[1-6]$/.test(element.role))).toBe(true);
  });

  it('numbers the structure densely in reading order', () => {
    const { structure } = layOut([section([heading(1, 'One'), paragraph('a')], { fit: 'page' }), paragraph('b')]);
    const ids: number[] = [];
    const visit = (element: typeof structure): void => {
      ids.push(element.id);
      element.children.forEach(visit);
    };
    visit(structure);
    expect(ids).toEqual(ids.map((_, index) => index));
  });

  it('warns once of each character that no font has', () => {
    const { diagnostics } = layOut([
      paragraph([{ type: 'text', value: 'a ☃ b', path: 'applicant.name' }]),
      paragraph('☃'),
    ]);
    expect(diagnostics).toMatchObject([
      { severity: 'warning', code: 'font/missing-glyph', path: 'applicant.name', found: '☃' },
    ]);
    expect(diagnostics[0]?.message).toContain('U+2603');
    expect(diagnostics[0]?.message).toContain('a ☃ b');
  });

  it('returns one empty page for an empty document', () => {
    const { pages, outline, diagnostics } = layOut([]);
    expect(pages).toHaveLength(1);
    expect([outline, diagnostics]).toEqual([[], []]);
  });

  it('keeps room for text whatever the margins', () => {
    const theme = themeSchema.parse({ page: { margins: { top: 2000, left: 2000, right: 2000, bottom: 2000 } } });
    const { pages } = layOut([linesOf(30)], { theme });
    for (const item of pages.flatMap((page) => page.items)) {
      if (item.kind === 'text' && item.element) expect(item.x).toBeLessThan(612);
    }
  });

  it('gives the same pages for the same tree', () => {
    const blocks = [section([heading(1, 'One'), linesOf(70)])];
    expect(layOut(blocks, { theme: DEFAULT_THEME })).toEqual(layOut(blocks, { theme: DEFAULT_THEME }));
  });
});
