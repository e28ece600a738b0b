import { describe, expect, it } from 'vitest';
import { encodeRun, glyphWidth } from '../../src/pdf/encoded-run.js';
import type { FontFace, GlyphRun } from '../../src/text/types.js';
import { face, shapeWord } from './support/glyph-runs.js';

const plainFace: FontFace = { ...face('serif'), unitsPerEm: 2000, advance: () => 1000 };

function run(
  glyphIds: number[],
  advances = glyphIds.map(() => 1000),
  offsets: number[] = [],
  heights: number[] = [],
): GlyphRun {
  const filled = (values: number[]): Int32Array => Int32Array.from(glyphIds, (_, i) => values[i] ?? 0);
  return {
    face: plainFace,
    text: 'x',
    rtl: false,
    lang: undefined,
    glyphIds: Uint16Array.from(glyphIds),
    advances: filled(advances),
    xOffsets: filled(offsets),
    yOffsets: filled(heights),
    glyphText: glyphIds.map(() => 'x'),
    width: 0,
    missing: [],
  };
}

const pieces = (of: GlyphRun): string[] => encodeRun(of).pieces.map(({ operands }) => `${operands})`);

describe('encodeRun', () => {
  it('writes glyph ids as two bytes in one string', () => {
    expect(pieces(run([0x4142, 0x4344]))).toEqual(['(ABCD)']);
  });
  it('escapes parentheses, backslashes and carriage returns', () => {
    expect(pieces(run([0x0d28, 0x295c]))).toEqual(['(\\r\\(\\)\\\\)']);
  });
  it('puts kerning between strings, in thousandths of an em', () => {
    expect(pieces(run([0x4142, 0x4344], [900, 1000]))).toEqual(['(AB)50(CD)']);
  });
  it('moves an offset glyph there and back', () => {
    expect(pieces(run([0x4142, 0x4344, 0x4546], [1000, 1000, 1000], [0, 20, 0]))).toEqual(['(AB)-10(CD)10(EF)']);
    expect(pieces(run([0x4142], [1000], [-30]))).toEqual(['15(AB)']);
  });
  it('parts glyphs of different heights', () => {
    const encoded = encodeRun(run([0x4142, 0x4344, 0x4546], undefined, [], [0, 100, 0]));
    expect(encoded.pieces.map(({ rise }) => rise)).toEqual([0, 50, 0]);
  });
  it('never lets rounding add up', () => {
    const count = 1000;
    const advances = new Array<number>(count).fill(1001);
    const { advance } = encodeRun(run(new Array<number>(count).fill(0x4142), advances));
    expect(Math.abs(advance - 500 * count - 0.5 * (count - 1))).toBeLessThanOrEqual(1);
  });
  it('is made once per run', () => {
    const word = shapeWord('office', face('serif'));
    expect(encodeRun(word)).toBe(encodeRun(word));
  });
});

describe('glyphWidth', () => {
  it('is the advance in thousandths of an em, to two decimals', () => {
    const odd: FontFace = { ...plainFace, unitsPerEm: 2048, advance: () => 1161 };
    expect(glyphWidth(odd, 3)).toBe(566.89);
  });
});
