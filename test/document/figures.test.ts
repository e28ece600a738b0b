import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/index.js';
import type { Block, Figure } from '../../src/document/types.js';
import { slotMark } from '../../src/template/slot-marks.js';

type Timeline = Extract<Figure['content'], { kind: 'timeline' }>;
const ORIGINS = [{ from: 1, file: 'partials/dates.md.hbs', line: 11 }];
const parse = (lines: readonly string[]) => parseDocument(lines.join('\n'), [], { origins: ORIGINS });
const figures = (blocks: readonly Block[]): Figure[] =>
  blocks.filter((block): block is Figure => block.type === 'figure');
/** What was found, as `line:column code message`. */
const found = (...lines: string[]): string[] =>
  parse(lines).diagnostics.map(
    ({ source, code, message }) => `${source?.file}:${source?.line}:${source?.column} ${code} ${message}`,
  );

describe('figure directives', () => {
  it('make figures, with what stands beside them', () => {
    const { tree, diagnostics } = parse([
      '::::photo height=80 align=left alt="A face"',
      'Beside it.',
      '::::',
      ':::qr url=https://example.org/a size=40 caption="Scan me"',
      ':::',
      ':::image name=crest.png width=120 alt="The crest"',
      ':::',
    ]);
    expect(diagnostics).toEqual([]);
    expect(figures(tree.children)).toMatchObject([
      {
        content: { kind: 'image', name: ':photo', height: 80 },
        align: 'left',
        alt: 'A face',
        children: [{ type: 'paragraph' }],
      },
      {
        content: { kind: 'qr', url: 'https://example.org/a', size: 40 },
        align: 'right',
        caption: [{ value: 'Scan me' }],
      },
      { content: { kind: 'image', name: 'crest.png', width: 120 } },
    ]);
    expect(figures(tree.children)[1]?.alt).toBe('QR code that opens https://example.org/a');
  });

  it('report wrong attributes at their line and go on with the default', () => {
    expect(found('', ':::qr url=https://example.org size=7', ':::')).toEqual([
      'partials/dates.md.hbs:12:1 document/unknown-directive :::qr has no size "7"',
    ]);
    expect(found(':::photo hight=80 align=middle', ':::')).toEqual([
      'partials/dates.md.hbs:11:1 document/unknown-directive :::photo does not take "hight"',
      'partials/dates.md.hbs:11:1 document/unknown-directive :::photo has no align "middle"',
    ]);
    expect(parse([':::photo hight=80', ':::']).diagnostics[0]?.hints).toEqual(['did you mean "height"?']);
    expect(parse([':::qr url=https://a.example size=big', ':::']).diagnostics[0]?.hints).toEqual([
      'it may be a number from 36 to 200, in points',
    ]);
    expect(found(':::timeline today=2026-7-6', '2026-09-04 | Target date | target', ':::')).toHaveLength(1);
    expect(found(':::image alt="No name"', ':::')[0]).toContain('image/missing :::image has no name');
    expect(found(':::image name=a.png', ':::')[0]).toContain('figure/no-alt');
  });

  it('keep what stands beside a figure that cannot be made', () => {
    const { tree, diagnostics } = parse([':::qr url=http://example.org', 'Still here.', ':::']);
    expect(tree.children).toMatchObject([{ type: 'paragraph' }]);
    expect(diagnostics[0]).toMatchObject({ code: 'figure/qr-unusable', found: 'http://example.org' });
    expect(found(`:::qr url=https://example.org/${'x'.repeat(300)}`, ':::')[0]).toContain('at most 300');
    // A request without a portal is no mistake.
    expect(found(':::qr url=""', 'Text', ':::')).toEqual([]);
  });

  it('read rows, and report a wrong one at its own line', () => {
    const lines = [
      ':::timeline today=2026-07-06',
      '- 2026-09-04 | Target date | target',
      '2027-03 | Match Day | season expected',
      '2026-13-01 | Never | season',
      '2026-08-14 | Reminder | remainder',
      '2026-08-20 |  | season',
      ':::',
    ];
    const { tree, diagnostics } = parse(lines);
    expect(figures(tree.children)[0]?.content).toMatchObject({
      today: '2026-07-06',
      marks: [
        { date: '2026-09-04', label: 'Target date', kind: 'target', expected: false },
        { date: '2027-03', label: 'Match Day', kind: 'season', expected: true },
      ],
    });
    expect(diagnostics.map(({ source, code }) => `${source?.line} ${code}`)).toEqual([
      '14 figure/bad-row',
      '15 figure/bad-row',
      '16 figure/bad-row',
    ]);
    expect(diagnostics[1]?.hints[0]).toBe('did you mean "reminder"?');
    expect(figures(tree.children)[0]?.alt).toBe(
      'Timeline from July 2026 to March 2027. Today is July 6, 2026. Target date: September 4, 2026. Match Day: March 2027 (expected).',
    );
  });

  it('read the periods of a chart, and say them', () => {
    const { tree, diagnostics } = parse([
      ':::chart axis=periods',
      '2025-06 | 2026-02 | Stroke research | research',
      '2026-03 | present | Ward | hands-on',
      '2026 | 2025 | Backwards | other',
      ':::',
    ]);
    const [chart] = figures(tree.children);
    expect(chart?.content).toMatchObject({
      axis: 'periods',
      periods: [{ to: '2026-02' }, { to: null, kind: 'hands-on' }],
    });
    expect(chart?.alt).toBe(
      'Chart of 2 periods by month. Stroke research: research, June 2025 – Feb 2026. Ward: hands-on, Mar 2026 – present.',
    );
    expect(diagnostics.map(({ message }) => message)).toEqual(['a period of :::chart ends before it begins']);
  });

  it('take no more rows than a page can show', () => {
    const rows = Array.from({ length: 30 }, (_, i) => `20${10 + i} | Year ${i} | season`);
    const { tree, diagnostics } = parse([':::timeline', ...rows, ':::']);
    expect((figures(tree.children)[0]?.content as Timeline).marks).toHaveLength(24);
    expect(diagnostics[0]?.message).toContain('30 rows');
  });

  it('take values as literal text: none parts a row or ends an attribute', () => {
    const values = ['a | b | target', 'quote " and \' end'];
    const slots = values.map((value) => ({ kind: 'literal', value, path: 'x' }) as const);
    const { tree } = parseDocument(
      `:::timeline alt="${slotMark(1)}"\n2026-09-04 | ${slotMark(0)} | target\n:::`,
      slots,
    );
    const [figure] = figures(tree.children);
    expect(figure?.alt).toBe(values[1]);
    expect((figure?.content as Timeline).marks[0]?.label).toBe(values[0]);
  });
});
