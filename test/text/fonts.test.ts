import { describe, expect, it } from 'vitest';
import { FontError } from '../../src/errors.js';
import { createTypesetter, type FontSource } from '../../src/text/index.js';
import { loadTestFonts } from '../support/fonts.js';
import { SERIF, shape, typesetter } from './set-text.js';

const fonts = loadTestFonts();
const serif = fonts[0] as FontSource;
const face = (key: string) => {
  const found = typesetter.faces.find((candidate) => candidate.key === key);
  if (found === undefined) throw new Error(key);
  return found;
};

/** A copy of a font with one table's tag changed. */
function renameTable(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const copy = bytes.slice();
  for (let entry = 12; entry < 12 + 16 * 30; entry += 16) {
    if (String.fromCharCode(...copy.subarray(entry, entry + 4)) === from) {
      copy.set(
        [...to].map((letter) => letter.charCodeAt(0)),
        entry,
      );
      return copy;
    }
  }
  throw new Error(`no ${from}`);
}

describe('faces', () => {
  it('reads the metrics of the tables', () => {
    const regular = face('Source Serif 4/400/normal');
    expect(regular).toMatchObject({
      postScriptName: 'SourceSerif4-Regular',
      unitsPerEm: 1000,
      ascent: 1036,
      descent: -335,
      capHeight: 670,
      xHeight: 475,
      italicAngle: 0,
      isFixedPitch: false,
    });
    expect(face('Source Serif 4/700/italic').italicAngle).toBe(-12);
    const [space] = shape('a b').filter((run) => run.text === ' ');
    expect(regular.advance(space?.glyphIds[0] ?? 0)).toBe(space?.width);
  });

  it('gives the metrics of a style in points, all positive', () => {
    expect(typesetter.metrics({ ...SERIF, size: 20 })).toEqual({
      ascent: 20.72,
      descent: 6.7,
      capHeight: 13.4,
      xHeight: 9.5,
    });
  });

  it.each([
    ['composed', 'Nguyễn', true],
    ['decomposed', 'Nguyễn'.normalize('NFD'), true],
    ['joiners, bidi controls, variation selectors, soft hyphens', 'a\u200D\u200C\u200F\u2066\uFE0F\u00AD', true],
    ['no-break hyphen and spaces', '\u2011\u00A0\u2009', true],
    ['a letter it lacks', 'Ɓ', false],
    ['another script', 'א', false],
  ])('covers text: %s', (_, text, expected) => {
    expect(face('Source Serif 4/400/normal').covers(text)).toBe(expected);
  });

  it('picks the nearest style, then the nearest weight', () => {
    const keyOf = (style: object) => shape('a', style)[0]?.face.key;
    expect(keyOf({ weight: 600 })).toBe('Source Serif 4/700/normal');
    expect(keyOf({ weight: 300, italic: true })).toBe('Source Serif 4/400/italic');
    expect(keyOf({ family: 'Noto Sans Hebrew', italic: true, weight: 700 })).toBe('Noto Sans Hebrew/700/normal');
    expect(keyOf({ family: 'No Such Family', weight: 700 })).toBe('Source Serif 4/700/normal');
  });

  it('falls back in the weight of the text, and in its style where the family has it', () => {
    expect(shape('Ɓ', { weight: 700, italic: true })[0]?.face.key).toBe('Noto Serif/700/normal');
    expect(shape('Ɓ', { weight: 400, italic: false })[0]?.face.key).toBe('Noto Serif/400/normal');
  });
});

describe('unusable fonts', () => {
  const withBytes = (bytes: Uint8Array): FontSource => ({ ...serif, bytes });

  it.each([
    ['empty', new Uint8Array(0), /empty or cut off/],
    ['not a font', new TextEncoder().encode('<!doctype html><title>404</title>'), /not a font file/],
    ['cut off', serif.bytes.slice(0, 50_000), /outside the file/],
    ['CFF', renameTable(serif.bytes, 'GSUB', 'CFF '), /PostScript outlines/],
    ['OpenType CFF', Uint8Array.from([0x4f, 0x54, 0x54, 0x4f, ...new Uint8Array(20)]), /PostScript outlines/],
    ['WOFF2', Uint8Array.from([0x77, 0x4f, 0x46, 0x32, ...new Uint8Array(20)]), /WOFF2/],
    ['variable', renameTable(serif.bytes, 'GSUB', 'fvar'), /variable/],
    ['without outlines', renameTable(serif.bytes, 'glyf', 'xxxx'), /lacks the tables glyf/],
  ])('refuses a font that is %s', async (_, bytes, message) => {
    await expect(createTypesetter({ fonts: [withBytes(bytes)] })).rejects.toThrow(message);
  });

  it('lists every unusable source at once, with hints', async () => {
    const sources = [withBytes(new Uint8Array(3)), serif, { ...withBytes(serif.bytes.slice(0, 900)), weight: 700 }];
    const error: unknown = await createTypesetter({ fonts: sources }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(FontError);
    const { diagnostics } = error as FontError;
    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([
      ['font/unusable', 'fonts[0]'],
      ['font/unusable', 'fonts[2]'],
    ]);
    expect(diagnostics.every(({ hints }) => hints.length > 0)).toBe(true);
  });

  it('needs at least one font', async () => {
    await expect(createTypesetter({ fonts: [] })).rejects.toThrow(FontError);
  });
});
