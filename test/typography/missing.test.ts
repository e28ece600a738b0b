import { describe, expect, it } from 'vitest';
import { renderPacket } from '../../src/index.js';
import { applicationSchema } from '../../src/schema/application.js';
import { minimalApplication } from '../support/applications.js';
import { loadTestFonts, testTypesetter } from '../support/fonts.js';
import { extractText, hasPoppler, inkIn, rasterise, runOn } from '../pdf/support/pdf-tools.js';
import { specimenTypesetter } from './specimens.js';

async function packetOf(native: string, fonts = loadTestFonts()) {
  const input = minimalApplication();
  input.applicant.name.native = { text: native, lang: 'zh' };
  const typesetter = fonts === loadTestFonts() ? await testTypesetter() : await specimenTypesetter(fonts);
  return renderPacket(applicationSchema.parse(input), 'rivera', {
    today: '2026-07-06',
    typesetter,
    template: {
      manifest: { name: 'one-line', contract: 1, sections: [{ partial: 'line' }], theme: {} },
      files: {
        'packet.md.hbs': '{{> sections}}',
        'partials/line.md.hbs': '{{applicant.native.text}}\n\nAgain: {{applicant.native.text}}',
      },
    },
  });
}

describe('a character that no font has', () => {
  it('is reported once with its path, code point, script, count and remedy', async () => {
    const { diagnostics } = await packetOf('王芳王');
    expect(diagnostics.map(({ code, found, path }) => [code, found, path])).toEqual([
      ['font/missing-glyph', '王', 'applicant.native.text'],
      ['font/missing-glyph', '芳', 'applicant.native.text'],
    ]);
    expect(diagnostics[0]?.message).toBe('no font has the character U+738B (Han) in "王芳王" on page 1 and 3 more');
    expect(diagnostics[0]?.hints[0]).toContain('@expo-google-fonts/noto-sans-sc');
  });

  it.each([
    ['kana', 'さ', 'noto-sans-jp'],
    ['Hangul', '김', 'noto-sans-kr'],
    ['emoji', '😀', 'leave it out'],
  ])('is told what to do about: %s', async (_, character, remedy) => {
    const { diagnostics } = await packetOf(character);
    expect(diagnostics[0]?.hints[0]).toContain(remedy);
  });

  it('of an emoji sequence are each reported, and the sequence is one mark', async () => {
    const { diagnostics } = await packetOf('👩🏽‍⚕️ A');
    expect(diagnostics.every(({ code }) => code === 'font/missing-glyph')).toBe(true);
    expect(diagnostics.map(({ found }) => found)).toContain('👩');
    expect(diagnostics.map(({ found }) => found)).not.toContain('\u200d');
  });

  it.skipIf(!hasPoppler)('prints a visible mark and extracts as typed (skipped without poppler)', async () => {
    const { pdf, conformance } = await packetOf('王芳');
    expect(extractText(pdf)).toContain('王芳');
    // The first line has nothing but the two marks.
    const raster = rasterise(pdf, 1, 144);
    const line = [0, 1, 2].map((mark) => inkIn(raster, 144, 79 + 10.5 * mark, 68, 10.5, 20));
    expect(line[0]).toBeGreaterThan(100);
    expect(line[1]).toBeGreaterThan(100);
    expect(line[2]).toBeLessThan(20);
    expect(runOn(pdf, 'pdffonts', ['{}']).toString()).not.toMatch(/ no +(yes|no) +\d/);
    expect(conformance).toBeDefined();
  });
});

it('a family that no font has is reported', async () => {
  const { diagnostics } = await renderPacket(applicationSchema.parse(minimalApplication()), 'rivera', {
    today: '2026-07-06',
    typesetter: await testTypesetter(),
    theme: { fonts: { body: 'Sorce Serif' } },
  });
  const [warning] = diagnostics.filter(({ code }) => code === 'font/unknown-family');
  expect(warning).toMatchObject({ path: 'theme.fonts.body', found: 'Sorce Serif', severity: 'warning' });
  expect(warning?.hints[0]).toContain('Source Serif 4');
});
