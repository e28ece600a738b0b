import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FontError } from '../../src/errors.js';
import { layoutDocument } from '../../src/layout/index.js';
import { parseDocument } from '../../src/document/index.js';
import { writePdf } from '../../src/pdf/index.js';
import { DEFAULT_THEME } from '../../src/schema/theme.js';
import { createTypesetter } from '../../src/text/index.js';
import { METADATA } from '../pdf/support/packet.js';
import { readPdf } from '../pdf/support/read-pdf.js';
import { loadTestFonts } from '../support/fonts.js';
import { tablesOf, woffOf } from './support/font-files.js';

const faces = ['Noto Sans Hebrew', 'Noto Sans Thai', 'Amiri'].map(
  (family) => loadTestFonts().find((font) => font.family === family)!.bytes,
);
const FORMS = [...faces, woffOf(faces[0]!)];
/** `FONT_FUZZ_RUNS=5000 npx vitest run test/text/damaged-fonts.test.ts` looks further. */
const RUNS = Number(process.env['FONT_FUZZ_RUNS'] ?? 100);
const TEXT = 'שָׁלוֹם ทำงาน مُحَمَّد 漢 (1.)';

/** Sets a page with a font: the file's length when it works, the code of the problem when it does not. */
async function outcome(bytes: Uint8Array): Promise<string | number> {
  try {
    const typesetter = await createTypesetter({ fonts: [{ bytes, family: 'Mine', weight: 400, style: 'normal' }] });
    const { tree } = parseDocument(TEXT, []);
    const document = layoutDocument(tree, {
      theme: DEFAULT_THEME,
      typesetter,
      lang: 'en-US',
      header: { left: '', right: '' },
      footer: { left: '' },
    });
    const { bytes: pdf } = writePdf(document, { metadata: METADATA });
    const { pages } = await readPdf(pdf);
    expect(pages).toHaveLength(1);
    return pdf.length;
  } catch (error) {
    if (!(error instanceof FontError)) throw error;
    expect(error.diagnostics.length).toBeGreaterThan(0);
    for (const { code, hints } of error.diagnostics) expect([code, hints.length > 0]).toEqual(['font/unusable', true]);
    return 'font/unusable';
  }
}

it('a whole font works', async () => {
  for (const bytes of FORMS) expect(await outcome(bytes)).toBeGreaterThan(1000);
});

it('a cut font is refused', async () => {
  for (const bytes of FORMS) {
    for (let part = 0; part < 12; part++) {
      expect(await outcome(bytes.slice(0, Math.floor((bytes.length * part) / 12)))).toBe('font/unusable');
    }
  }
});

it('a font with flipped bits works or is refused', async () => {
  const place = fc.record({ table: fc.nat(), at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }) });
  const damage = fc.record({
    form: fc.nat({ max: faces.length - 1 }),
    flips: fc.array(fc.record({ place, bit: fc.nat({ max: 7 }) }), { minLength: 1, maxLength: 8 }),
  });
  let worked = 0;
  await fc.assert(
    fc.asyncProperty(damage, async ({ form, flips }) => {
      const bytes = faces[form]!.slice();
      const view = new DataView(bytes.buffer);
      const tables = view.getUint16(4);
      // Every table is hit as often as the directory before them.
      for (const {
        place: { table, at },
        bit,
      } of flips) {
        const entry = 12 + 16 * (table % (tables + 1));
        const isTable = table % (tables + 1) < tables;
        const start = isTable ? view.getUint32(entry + 8) : 0;
        const length = isTable ? view.getUint32(entry + 12) : 12 + 16 * tables;
        const index = start + Math.floor(at * length);
        if (index < bytes.length) bytes[index]! ^= 1 << bit;
      }
      worked += typeof (await outcome(bytes)) === 'number' ? 1 : 0;
    }),
    { numRuns: RUNS },
  );
  // Both must occur, else this looks at one of them only.
  expect(worked).toBeGreaterThan(RUNS / 10);
  expect(worked).toBeLessThan(RUNS);
}, 120_000);

it('a font with a table of noise works or is refused', async () => {
  const bytes = faces[0]!;
  for (const { tag } of tablesOf(bytes)) {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const noisy = bytes.slice();
    for (let i = 0; i < view.getUint16(4); i++) {
      const entry = 12 + 16 * i;
      if (String.fromCharCode(...bytes.subarray(entry, entry + 4)) !== tag) continue;
      const offset = view.getUint32(entry + 8);
      for (let k = 0; k < view.getUint32(entry + 12); k++) noisy[offset + k] = (k * 197 + 91) & 255;
    }
    await outcome(noisy);
  }
});
