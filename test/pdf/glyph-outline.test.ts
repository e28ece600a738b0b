import { describe, expect, it } from 'vitest';
import { componentGlyphs, isComposite, withoutInstructions } from '../../src/pdf/glyph-outline.js';

const words = (...values: number[]): DataView => {
  const view = new DataView(new ArrayBuffer(2 * values.length));
  values.forEach((value, index) => view.setUint16(2 * index, value & 0xffff));
  return view;
};
const read = (bytes: Uint8Array): number[] =>
  Array.from({ length: bytes.length / 2 }, (_, i) => (bytes[2 * i]! << 8) | bytes[2 * i + 1]!);
const BOX = [0, 0, 100, 100];

describe('composite glyphs', () => {
  // Every kind of component: byte arguments, words, scale, two scales, two by two with instructions.
  const parts = [
    [0x0020, 11, 0x0102],
    [0x0021, 12, 1, 2],
    [0x0029, 13, 1, 2, 0x4000],
    [0x0061, 14, 1, 2, 0x4000, 0x4000],
    [0x0181, 15, 1, 2, 1, 2, 3, 4],
  ];
  const glyph = words(-1, ...BOX, ...parts.flat(), 2, 0xb0b0);

  it('name their components', () => {
    expect(isComposite(glyph)).toBe(true);
    expect(componentGlyphs(glyph)).toEqual([11, 12, 13, 14, 15]);
  });

  it('lose their instructions and nothing else', () => {
    const last = [0x0081, ...parts[4]!.slice(1)];
    expect(read(withoutInstructions(glyph))).toEqual([0xffff, ...BOX, ...parts.slice(0, 4).flat(), ...last]);
  });
});

describe('simple glyphs', () => {
  it('lose their instructions and nothing else', () => {
    const glyph = words(1, ...BOX, 3, 4, 0xaaaa, 0xbbbb, 0x0101, 0x0202);
    expect(isComposite(glyph)).toBe(false);
    expect(read(withoutInstructions(glyph))).toEqual([1, ...BOX, 3, 0, 0x0101, 0x0202]);
  });
});
