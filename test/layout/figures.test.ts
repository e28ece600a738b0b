import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure, FigureContent } from '../../src/document/types.js';
import { qrCode } from '../../src/figure/qr-code.js';
import { PERIOD_KINDS, TIMELINE_KINDS } from '../../src/figure/types.js';
import type { PacketImage } from '../../src/image/types.js';
import { spreadLabels } from '../../src/layout/figures/spread-labels.js';
import type { LaidOutDocument, PlacedItem, Shape } from '../../src/layout/index.js';
import { facts, layOut, linesOf, paragraph, SIDE_THEME } from './support/blocks.js';
import { contentText, describeStructure, edgesOf, overlapsOf, textOf } from './support/page-text.js';

const figure = (content: FigureContent, rest: Partial<Figure> = {}): Figure => {
  return { type: 'figure', content, alt: 'Alt.', caption: [], align: 'right', children: [], ...rest };
};
const image = (width: number, height: number, orientation: PacketImage['orientation'] = 1): PacketImage => {
  return { kind: 'samples', width, height, orientation, channels: 1, data: new Uint8Array(width * height) };
};
const itemsOf = (document: LaidOutDocument, kind: PlacedItem['kind']): PlacedItem[] =>
  document.pages.flatMap(({ items }) => items.filter((item) => item.kind === kind));
const qr = figure({ kind: 'qr', url: 'https://example.org', code: qrCode('https://example.org'), size: 50 });

const day = fc
  .tuple(
    fc.integer({ min: 2020, max: 2034 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.nat(2),
  )
  .map(([y, m, d, parts]) =>
    [y, m, d]
      .slice(0, parts + 1)
      .map((part) => String(part).padStart(2, '0'))
      .join('-'),
  );
const label = fc.constantFrom(
  'Match Day',
  'Target date',
  'Programs begin reviewing applications',
  'X',
  'Latest upload',
);
const timeline = fc.record({
  kind: fc.constant('timeline' as const),
  today: fc.integer({ min: 1, max: 12 }).map((month) => `2026-${String(month).padStart(2, '0')}-11`),
  marks: fc.array(fc.record({ date: day, label, kind: fc.constantFrom(...TIMELINE_KINDS), expected: fc.boolean() }), {
    minLength: 1,
    maxLength: 24,
  }),
});
const chart = fc.record({
  kind: fc.constant('chart' as const),
  axis: fc.constantFrom('time' as const, 'periods' as const),
  periods: fc.array(
    fc.tuple(day, day, label, fc.constantFrom(...PERIOD_KINDS), fc.boolean()).map(([a, b, text, kind, ongoing]) => {
      const [from, to] = a < b ? [a, b] : [b, a];
      return { from, to: ongoing ? null : to, label: text, kind };
    }),
    { minLength: 1, maxLength: 24 },
  ),
});

/** Left, upper, right and lower ends of a shape. */
function ends(shape: Shape): number[] {
  switch (shape.kind) {
    case 'rects':
      return shape.rects.flatMap(([x, y, width, height]) => [x, y, x + width, y + height]);
    case 'lines':
      return shape.lines.flat(2);
    case 'polygon':
      return shape.points.flat();
    case 'circle':
      return [shape.x - shape.radius, shape.y - shape.radius, shape.x + shape.radius, shape.y + shape.radius];
  }
}

/** Everything of a graphic is inside its page's text area and box, and no text lies on other text. */
function expectTidy(document: LaidOutDocument): void {
  for (const page of document.pages) {
    expect(overlapsOf(page)).toEqual([]);
    for (const item of page.items) {
      if (!item.element || item.kind === 'link') continue;
      const { left, right, top, bottom } = edgesOf(item);
      expect(left).toBeGreaterThan(79 - 0.5);
      expect(right).toBeLessThan(612 - 79 + 0.5);
      expect(top).toBeGreaterThan(72 - 9);
      expect(bottom).toBeLessThan(792 - 68 + 9);
      if (item.kind !== 'drawing') continue;
      for (const shape of item.shapes) {
        const numbers = ends(shape);
        expect(numbers.every(Number.isFinite)).toBe(true);
        expect(Math.min(...numbers)).toBeGreaterThan(-6);
        expect(Math.max(...numbers.filter((_, i) => i % 2 === 0))).toBeLessThan(item.width + 6);
        expect(Math.max(...numbers.filter((_, i) => i % 2 === 1))).toBeLessThan(item.height + 6);
      }
    }
  }
}

describe('spreadLabels', () => {
  it('keeps order, gaps and the line, and moves nothing that need not move', () => {
    const wishes = fc.array(
      fc.record({
        anchor: fc.double({ min: 0, max: 500, noNaN: true }),
        width: fc.double({ min: 1, max: 120, noNaN: true }),
      }),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(wishes, (unsorted) => {
        const sorted = unsorted.sort((a, b) => a.anchor - b.anchor);
        const lefts = spreadLabels(sorted, 500, 8);
        const total = sorted.reduce((sum, { width }) => sum + width + 8, -8);
        expect(lefts === undefined).toBe(total > 500 + 1e-9);
        lefts?.forEach((left, i) => {
          expect(left).toBeGreaterThan(-1e-6);
          expect(left + sorted[i]!.width).toBeLessThan(500 + 1e-6);
          if (i > 0) expect(left - lefts[i - 1]! - sorted[i - 1]!.width).toBeGreaterThan(8 - 1e-6);
        });
      }),
      { numRuns: 2000 },
    );
    expect(
      spreadLabels(
        [
          { anchor: 50, width: 20 },
          { anchor: 200, width: 40 },
        ],
        400,
        8,
      ),
    ).toEqual([40, 180]);
  });
});

describe('a timeline', () => {
  it('never lays a label on another or leaves its area', () => {
    fc.assert(
      fc.property(timeline, fc.boolean(), (content, withSide) => {
        expectTidy(
          layOut([paragraph('Before'), figure(content), paragraph('After')], withSide ? { theme: SIDE_THEME } : {}),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('says today and the target date whatever has no room, and marks what is expected without colour', () => {
    const marks = Array.from({ length: 20 }, (_, i) => ({
      date: `2026-08-${String(i + 1).padStart(2, '0')}`,
      label: `Some season event ${i}`,
      kind: 'season' as const,
      expected: true,
    }));
    const target = { date: '2026-08-30', label: 'Target date', kind: 'target' as const, expected: false };
    const document = layOut([figure({ kind: 'timeline', today: '2026-08-01', marks: [...marks, target] })]);
    const text = contentText(document).join(' ');
    expect(text).toContain('Today');
    expect(text).toContain('Target date');
    expect(text).toContain('(expected)');
    const [drawing] = itemsOf(document, 'drawing');
    const shapes = drawing?.kind === 'drawing' ? drawing.shapes : [];
    const squares = shapes.filter((shape) => shape.kind === 'polygon' && shape.fill === '#ffffff');
    expect(squares).toHaveLength(20);
    expect(shapes.some((shape) => shape.kind === 'lines' && shape.dash)).toBe(true);
  });

  it('sets the name of a month beside the line of today, not under it', () => {
    for (let date = 1; date <= 31; date += 1) {
      const today = `2026-08-${String(date).padStart(2, '0')}`;
      const marks = ['2026-07-10', '2026-11-20'].map((at) => {
        return { date: at, label: 'Event', kind: 'event' as const, expected: false };
      });
      const document = layOut([figure({ kind: 'timeline', today, marks })]);
      const [drawing] = itemsOf(document, 'drawing');
      if (drawing?.kind !== 'drawing') throw new Error('no drawing');
      const upright = drawing.shapes.findLast((shape) => shape.kind === 'lines' && shape.width === 1.1);
      const line = drawing.x + (upright && 'lines' in upright ? (upright.lines[0]?.[0]?.[0] ?? NaN) : NaN);
      const names = itemsOf(document, 'text').filter((item) => /^(Aug|July|Sep)\w*/.test(textOf(item)) && !/\d$/.test(textOf(item))); // prettier-ignore
      expect(names.length).toBeGreaterThan(1);
      for (const name of names) {
        const { left, right } = edgesOf(name);
        expect(left > line + 0.5 || right < line - 0.5, `${textOf(name)} on ${today}`).toBe(true);
      }
    }
  });
});

describe('a chart', () => {
  it('never lays text on text or leaves its area', () => {
    fc.assert(
      fc.property(chart, fc.boolean(), (content, withSide) => {
        expectTidy(
          layOut([paragraph('Before'), figure(content), paragraph('After')], withSide ? { theme: SIDE_THEME } : {}),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('leaves the year to the next month where the first has no room for it', () => {
    const names = (date: string): string[] => {
      const marks = [
        { date, label: 'Asked', kind: 'request' as const, expected: false },
        { date: '2027-03-19', label: 'Match Day', kind: 'season' as const, expected: false },
      ];
      return contentText(layOut([figure({ kind: 'timeline', today: '2026-07-06', marks })]));
    };
    expect(names('2026-05-21')).toEqual(expect.arrayContaining(['May', expect.stringMatching(/^Jun\S* (2026|’26)$/)]));
    expect(names('2026-05-21').join(' | ')).not.toMatch(/\| ’26 \|/);
    expect(names('2026-05-01')).toEqual(expect.arrayContaining([expect.stringMatching(/^May (2026|’26)$/)]));
  });

  it('leaves time between periods out unless it may show', () => {
    const periods = [
      { from: '2020-01', to: '2020-02', label: 'First', kind: 'hands-on' as const },
      { from: '2024-05', to: '2024-06', label: 'Second', kind: 'observing' as const },
    ];
    const months = (axis: 'time' | 'periods') => contentText(layOut([figure({ kind: 'chart', axis, periods })]));
    expect(months('periods')).toEqual(expect.arrayContaining(['2020', 'January', 'February', '2024', 'May', 'June']));
    expect(months('periods').join(' ')).not.toMatch(/2021|2022|2023|March|December/);
    expect(months('time').join(' ')).toMatch(/2022/);
  });

  it('fills each kind in a way of its own', () => {
    const fills = PERIOD_KINDS.map((kind) => {
      const periods = [{ from: '2026-01', to: '2026-03', label: 'X', kind }];
      const [drawing] = itemsOf(layOut([figure({ kind: 'chart', axis: 'time', periods })]), 'drawing');
      const shapes = drawing?.kind === 'drawing' ? drawing.shapes : [];
      return JSON.stringify(shapes.slice(shapes.findIndex((shape) => shape.kind === 'polygon')));
    });
    expect(new Set(fills).size).toBe(PERIOD_KINDS.length);
  });
});

describe('an image', () => {
  const images = new Map([
    [':photo', image(300, 400)],
    ['wide.png', image(2000, 200)],
    ['turned.png', image(400, 300, 6)],
  ]);
  const photo = (rest: Partial<Figure> = {}) => figure({ kind: 'image', name: ':photo', height: 96 }, rest);

  it('keeps its proportions, turned upright, and never leaves the measure or the page', () => {
    const [placed] = itemsOf(layOut([photo()], { images }), 'image');
    expect(placed).toMatchObject({ width: 72, height: 96, x: 612 - 79 - 72 });
    const turned = layOut([figure({ kind: 'image', name: 'turned.png', height: 96 })], { images });
    expect(itemsOf(turned, 'image')[0]).toMatchObject({ width: 72, height: 96 });
    const wide = layOut([figure({ kind: 'image', name: 'wide.png', width: 800 })], { images });
    expect(itemsOf(wide, 'image')[0]).toMatchObject({ width: 454, height: expect.closeTo(45.4, 6) as number });
    const tall = layOut([figure({ kind: 'image', name: ':photo', height: 5000 })], { images });
    expect((itemsOf(tall, 'image')[0] as { height: number }).height).toBeLessThanOrEqual(792 - 72 - 68);
  });

  it('stands beside its text in one box, which no page break divides', () => {
    const rows = facts(['Name', 'Ada'], ['School', 'Example University'], ['Place', 'Ohio']);
    const document = layOut([linesOf(42), photo({ children: [rows] })], { images });
    const page = document.pages.findIndex(({ items }) => items.some((item) => item.kind === 'image'));
    expect(page).toBe(1);
    expect(
      document.pages[1]!.items.filter((item) => item.kind === 'text' && item.element).length,
    ).toBeGreaterThanOrEqual(6);
    expect(overlapsOf(document.pages[1]!)).toEqual([]);
    const [placed] = document.pages[1]!.items.filter((item) => item.kind === 'image');
    for (const item of document.pages[1]!.items) {
      if (item.kind === 'text' && item.element && !textOf(item).startsWith('line'))
        expect(edgesOf(item).right).toBeLessThan((placed as { x: number }).x);
    }
  });

  it('with far more pixels than its place can show is told, with what is enough', () => {
    const huge = new Map([[':photo', image(3000, 4000)]]);
    const { diagnostics } = layOut([photo(), photo()], { images: huge });
    expect(diagnostics).toMatchObject([
      { code: 'image/larger-than-needed', severity: 'warning', found: '3000 × 4000', path: 'applicant.photo' },
    ]);
    expect(diagnostics[0]?.hints[0]).toContain('300 × 400');
    expect(layOut([photo()], { images: new Map([[':photo', image(600, 800)]]) }).diagnostics).toEqual([]);
  });

  it('that was not passed in leaves its text, and says so unless it is the photo', () => {
    const missing = layOut([figure({ kind: 'image', name: 'no.png' }, { children: [paragraph('Here')] })], { images });
    expect(contentText(missing)).toContain('Here');
    expect(missing.diagnostics).toMatchObject([{ code: 'image/missing', found: 'no.png' }]);
    expect(layOut([photo({ children: [paragraph('Here')] })]).diagnostics).toEqual([]);
  });
});

describe('a figure in the structure', () => {
  it('has its caption inside, and a QR code is a link', () => {
    const document = layOut([{ ...qr, caption: [{ type: 'text', value: 'Scan' }] }]);
    expect(describeStructure(document.structure)).toEqual([
      'Document',
      '  P',
      '    Link',
      '      Figure',
      '        Caption',
    ]);
    expect(itemsOf(document, 'link')).toMatchObject([{ target: 'https://example.org', width: 50 }]);
  });

  it('grows until a phone can tell its modules apart', () => {
    const url = `https://example.org/${'a'.repeat(250)}`;
    const document = layOut([figure({ kind: 'qr', url, code: qrCode(url), size: 36 })]);
    expect((itemsOf(document, 'drawing')[0] as { width: number }).width).toBeGreaterThanOrEqual(qrCode(url).size);
  });
});

describe('a logo', () => {
  it('stands in the top margin of the first page alone', () => {
    const theme = { ...SIDE_THEME, logo: { image: 'x.png', height: 30, align: 'left' as const, alt: 'Crest' } };
    const document = layOut([linesOf(100)], { theme, images: new Map([[':logo', image(300, 100)]]) });
    const [logo] = itemsOf(document, 'image');
    expect(itemsOf(document, 'image')).toHaveLength(1);
    expect(document.pages[0]!.items[0]).toBe(logo);
    expect(logo).toMatchObject({ x: 79, height: 30, width: 90, y: 72 - 8 - 30 });
    expect(document.structure.children[0]).toMatchObject({ role: 'Figure', alt: 'Crest' });
    const plain = layOut([linesOf(3)], {
      theme: { ...theme, logo: { ...theme.logo, alt: '' } },
      images: new Map([[':logo', image(3, 1)]]),
    });
    expect(plain.pages[0]!.items[0]).toMatchObject({ element: null, artifact: 'header' });
  });
});
