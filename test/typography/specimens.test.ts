import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Packet } from '../../src/index.js';
import type { FontSource } from '../../src/text/index.js';
import { hasPoppler, type Raster } from '../pdf/support/pdf-tools.js';
import { withTable } from '../text/support/font-files.js';
import { compareLines, differingLines, isDifferent, type LineDifference } from './compare-ink.js';
import { readGrayPng } from './gray-png.js';
import { type DrawnPage, drawPages, unstack } from './specimen-sheets.js';
import { loadSpecimens, renderSpecimen, type Specimen, specimenFonts, specimenTypesetter } from './specimens.js';

const specimens = loadSpecimens();
const packets: Packet[] = [];
let pages: DrawnPage[] = [];

beforeAll(async () => {
  const typesetter = await specimenTypesetter();
  for (const specimen of specimens) packets.push(await renderSpecimen(specimen, typesetter));
  if (hasPoppler) pages = drawPages(packets.map(({ pdf }) => pdf));
}, 60_000);

const sheets = new Map<string, Raster>();

function referenceOf(specimen: Specimen): Raster {
  let sheet = sheets.get(specimen.sheet);
  if (sheet === undefined) {
    sheet = readGrayPng(readFileSync(new URL(`reference/${specimen.sheet}.png`, import.meta.url)));
    sheets.set(specimen.sheet, sheet);
  }
  const index = specimens.filter((other) => other.sheet === specimen.sheet).indexOf(specimen);
  return unstack(sheet, index);
}

const describeDifference = ({ top, bottom, ink, blur }: LineDifference): string =>
  `rows ${top} to ${bottom}: ink ${ink.toFixed(3)}, softened ${blur.toFixed(3)}`;

describe('specimens', () => {
  it('are at least 60 names and schools', () => {
    const names = specimens.flatMap(({ entry }) => [entry.name.join(' '), entry.native[0]]);
    const schools = specimens.flatMap(({ entry }) => [entry.school, entry.schoolNative?.[0] ?? entry.school]);
    expect(new Set(names).size).toBeGreaterThanOrEqual(60);
    expect(new Set(schools).size).toBeGreaterThanOrEqual(60);
  });

  it('print on one page each, with no character missing', () => {
    for (const { pages: count, diagnostics } of packets) {
      expect(count).toBe(1);
      expect(diagnostics.map(({ message }) => message)).toEqual([]);
    }
  });

  it.skipIf(!hasPoppler)('extract line by line as they were typed (skipped without poppler)', () => {
    specimens.forEach(({ lines }, index) => {
      const text = pages[index]!.lines;
      const start = text.indexOf(lines[0]!);
      expect(text.slice(start, start + lines.length)).toEqual(lines);
    });
  });

  it.skipIf(!hasPoppler)('look line by line as in the reference pictures (skipped without poppler)', () => {
    specimens.forEach((specimen, index) => {
      const compared = compareLines(pages[index]!.picture, referenceOf(specimen));
      expect(compared.length).toBeGreaterThanOrEqual(specimen.lines.length);
      expect(compared.filter(isDifferent).map(describeDifference), specimen.lines[0]).toEqual([]);
    });
  });

  it.skipIf(!hasPoppler)('look alike composed and decomposed (skipped without poppler)', () => {
    const decomposed = specimens.filter(({ form }) => form === 'NFD');
    expect(decomposed.length).toBeGreaterThan(1);
    for (const specimen of decomposed) {
      const composed = specimens.findIndex(
        ({ form, lines }) => form === 'NFC' && lines[0] === specimen.lines[0]!.normalize('NFC'),
      );
      const [ours, theirs] = [pages[specimens.indexOf(specimen)]!.picture, pages[composed]!.picture];
      expect(Buffer.compare(ours.pixels, theirs.pixels)).toBe(0);
    }
  });
});

describe.skipIf(!hasPoppler)('the comparison (skipped without poppler)', () => {
  const specimen = specimens[0]!;

  async function differencesWith(change: { readonly fonts?: FontSource[]; readonly of?: Specimen }) {
    const packet = await renderSpecimen(change.of ?? specimen, await specimenTypesetter(change.fonts));
    const [page] = drawPages([packet.pdf]);
    return { text: page!.lines, differing: differingLines(page!.picture, referenceOf(specimen)) };
  }

  const fontsWith = (outline: readonly number[]): Promise<FontSource[]> => withOutline('ễ', outline);

  it('accepts the page itself', async () => {
    expect((await differencesWith({})).differing).toEqual([]);
  });

  it('rejects a blank letter, though the text is right', async () => {
    const { text, differing } = await differencesWith({ fonts: await fontsWith(BLANK) });
    expect(text).toContain(specimen.lines[0]);
    // The two lines in the regular face.
    expect(differing).toHaveLength(2);
  });

  it('rejects a box in place of a letter', async () => {
    expect((await differencesWith({ fonts: await fontsWith(BOX) })).differing).toHaveLength(2);
  });

  it('rejects a lost dot', async () => {
    const plain = (text: string): string => text.normalize('NFD').replaceAll('\u0323', '').normalize('NFC');
    const { name, native } = specimen.entry;
    const entry = {
      ...specimen.entry,
      name: [plain(name[0]), plain(name[1])] as const,
      native: [plain(native[0]), native[1]] as const,
    };
    expect((await differencesWith({ of: { ...specimen, entry } })).differing).toHaveLength(4);
  });

  it('rejects a line that is not there', async () => {
    const { schoolNative, ...entry } = specimen.entry;
    expect(schoolNative).toBeDefined();
    expect((await differencesWith({ of: { ...specimen, entry } })).differing).toHaveLength(1);
  });
});

/** A glyph without contours, and one that is glyph 0, the box for what a font lacks (OpenType, "glyf"). */
const BLANK = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
const BOX = [0xff, 0xff, 0, 0, 0, 0, 1, 0xf4, 2, 0xbc, 0, 2, 0, 0, 0, 0];

/** The fonts with another outline for a letter of the regular serif. */
async function withOutline(letter: string, outline: readonly number[]): Promise<FontSource[]> {
  const fonts = specimenFonts();
  const regular = fonts[0]!;
  const { faces } = await specimenTypesetter([regular]);
  const glyph = (faces[0] as unknown as { glyphOf(codePoint: number): number }).glyphOf(letter.codePointAt(0)!);
  let offset = 0;
  withTable(regular.bytes, 'loca', (loca) => {
    const view = new DataView(loca.buffer);
    offset = 2 * view.getUint16(2 * glyph);
    expect(2 * view.getUint16(2 * glyph + 2) - offset).toBeGreaterThanOrEqual(outline.length);
    return loca;
  });
  const bytes = withTable(regular.bytes, 'glyf', (glyf) => {
    glyf.set(outline, offset);
    return glyf;
  });
  return [{ ...regular, bytes }, ...fonts.slice(1)];
}
