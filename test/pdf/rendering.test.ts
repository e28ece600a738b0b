import { beforeAll, describe, expect, it } from 'vitest';
import type { LaidOutDocument } from '../../src/layout/types.js';
import { writeBytes } from './support/write-bytes.js';
import { face, type FaceName, shapeText } from './support/glyph-runs.js';
import { METADATA, PacketBuilder, samplePacket } from './support/packet.js';
import { extractText, hasPoppler, hasQpdf, inkIn, rasterise, runOn } from './support/pdf-tools.js';

const hb = await import('harfbuzzjs');
const write = (document: LaidOutDocument): Promise<Uint8Array> => writeBytes(document, { metadata: METADATA });
let sample: Uint8Array;
beforeAll(async () => {
  sample = await write(samplePacket());
});

const LINES: readonly (readonly [string, FaceName, { rtl?: boolean; lang?: string }?])[] = [
  ['An efficient office: first affluent waffle, AVATAR To We.', 'serif'],
  ['Nguyễn Thị Hồng Ánh, Đỗ Thuỳ Dương', 'noto'],
  ['Adaeze Ọkọ́nkwọ, Ìbùkúnolúwa', 'noto'],
  ['Γεώργιος Παπαδόπουλος, Қайрат Әбілов', 'noto'],
  ['محمد عبد الله', 'amiri', { rtl: true, lang: 'ar' }],
  ['لانا الإسلام', 'amiri', { rtl: true, lang: 'ar' }],
  ['مُحَمَّدٌ عَبْدُ اللهِ', 'amiri', { rtl: true, lang: 'ar' }],
  ['علوم می\u200cخواهم', 'amiri', { rtl: true, lang: 'fa' }],
  ['שלום עולם', 'hebrew', { rtl: true, lang: 'he' }],
  ['שָׁלוֹם בֶּן־גּוּרְיוֹן', 'hebrew', { rtl: true, lang: 'he' }],
  ['अखिल भारतीय आयुर्विज्ञान संस्थान', 'devanagari', { lang: 'hi' }],
  ['ศูนย์ฝึกอบรมทำงานน้ำ', 'thai', { lang: 'th' }],
];

describe.skipIf(!hasPoppler)('poppler (skipped where pdftotext is not installed)', () => {
  it('finds every font embedded, subset and with ToUnicode', () => {
    const rows = runOn(sample, 'pdffonts', ['{}']).toString().trim().split('\n').slice(2);
    expect(rows).toHaveLength(9);
    for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes/);
  });

  it('extracts every script as it was written', async () => {
    const packet = new PacketBuilder();
    for (const [text, name, options] of LINES) packet.line('P', [{ text, face: name, ...options }]);
    const lines = extractText(await write(packet.build()))
      .replace(/[\u202a-\u202e\u200e\u200f\f]/g, '')
      .trim()
      .split(/\n+/);
    expect(lines).toEqual(LINES.map(([text]) => text));
  });

  it('extracts a line of both directions as it was written', async () => {
    const packet = new PacketBuilder();
    packet.line('P', [
      { text: 'Dr. ' },
      { text: 'عَبْدُ اللهِ', face: 'amiri', rtl: true, lang: 'ar' },
      { text: ' (Cairo) and ' },
      { text: 'שרה (כהן)', face: 'hebrew', rtl: true, lang: 'he' },
      { text: ', last' },
    ]);
    const text = extractText(await write(packet.build())).replace(/[\u202a-\u202e\u200e\u200f\f]/g, '');
    expect(text.trim()).toBe('Dr. عَبْدُ اللهِ (Cairo) and שרה (כהן), last');
  });

  it('extracts the words of a line with their spaces', () => {
    expect(extractText(sample, '-raw')).toContain('Half the page is italic, half is not.');
  });

  it('draws as much ink as the outlines enclose', async () => {
    // 96 pt at 72 dpi: a pixel is a point, so the dark area can be compared with the area of the outlines.
    for (const [text, name, options] of [LINES[0]!, LINES[1]!, LINES[4]!, LINES[7]!] as const) {
      const packet = new PacketBuilder();
      packet.page(6000, 300);
      packet.y = 180;
      packet.text({ element: packet.element('P') }, 50, [{ text, face: name, size: 96, ...options }]);
      const { pixels } = rasterise(await write(packet.build()), 2, 72);
      const ink = pixels.reduce((sum, value) => sum + (255 - value) / 255, 0);
      expect(ink / outlineArea(text, name, options)).toBeGreaterThan(0.93);
      expect(ink / outlineArea(text, name, options)).toBeLessThan(1.07);
    }
  });

  it('draws rectangles and frames where they are', async () => {
    const packet = new PacketBuilder();
    const common = { element: null, artifact: 'layout', y: 100, width: 40, height: 20, color: '#000000' } as const;
    packet.place({ kind: 'rect', ...common, x: 100 });
    packet.place({ kind: 'frame', ...common, x: 200, lineWidth: 2 });
    packet.place({ kind: 'rect', ...common, x: 300, radius: 10 });
    const raster = rasterise(await write(packet.build()), 1, 72);
    const ink = (x: number, y: number, w: number, h: number): number => inkIn(raster, 72, x, y, w, h);
    expect(ink(100, 100, 40, 20)).toBe(800);
    expect(ink(200, 100, 40, 20)).toBe(800 - 36 * 16);
    expect(ink(202, 102, 36, 16)).toBe(0);
    expect(Math.abs(ink(300, 100, 40, 20) - (800 - (400 - 100 * Math.PI)))).toBeLessThan(20);
    expect(ink(0, 0, 612, 792)).toBe(ink(100, 100, 40, 20) + ink(200, 100, 40, 20) + ink(300, 100, 40, 20));
  });

  it('shows the structure tree', () => {
    const text = runOn(sample, 'pdfinfo', ['-struct-text', '{}']).toString();
    expect(text).toMatch(/H1 \(block\)\s+"Briefing for Dr. Adaeze Ọkonkwọ"/);
    expect(text).toMatch(/TH[\s\S]*"Rotation"[\s\S]*TD[\s\S]*"Honors"/);
  });
});

describe.skipIf(!hasQpdf)('qpdf (skipped where it is not installed)', () => {
  it('finds no error', () => {
    expect(runOn(sample, 'qpdf', ['--check', '{}']).toString()).toContain('No syntax or stream encoding errors found');
  });
});

/** Area of the outlines at 96 pt, points², by the shoelace formula over flattened curves. */
function outlineArea(text: string, name: FaceName, options: { rtl?: boolean } = {}): number {
  const { bytes, unitsPerEm } = face(name);
  const font = new hb.Font(new hb.Face(new hb.Blob(bytes), 0));
  const scale = (96 / unitsPerEm) ** 2;
  let area = 0;
  for (const run of shapeText(text, name, options)) {
    for (const glyphId of run.glyphIds) area += Math.abs(pathArea(font.glyphToPath(glyphId)));
  }
  return area * scale;
}

function pathArea(path: string): number {
  let area = 0;
  let start: [number, number] = [0, 0];
  let at: [number, number] = [0, 0];
  const to = (x: number, y: number): void => {
    area += (at[0] * y - x * at[1]) / 2;
    at = [x, y];
  };
  for (const [, command, numbers] of path.matchAll(/([MLQZ])([^MLQZ]*)/g)) {
    const n = numbers!
      .split(/[\s,]+/)
      .filter(Boolean)
      .map(Number);
    if (command === 'M') at = start = [n[0]!, n[1]!];
    else if (command === 'L') to(n[0]!, n[1]!);
    else if (command === 'Z') to(...start);
    else {
      const [x0, y0] = at;
      for (let t = 1; t <= 8; t++) {
        const u = t / 8;
        const mix = (a: number, b: number, c: number): number => (1 - u) ** 2 * a + 2 * u * (1 - u) * b + u * u * c;
        to(mix(x0, n[0]!, n[2]!), mix(y0, n[1]!, n[3]!));
      }
    }
  }
  return area;
}
