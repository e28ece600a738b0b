import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FontError } from '../../src/errors.js';
import { componentGlyphs, isComposite } from '../../src/pdf/glyph-outline.js';
import { checksum, readSfnt } from '../../src/pdf/sfnt.js';
import { subsetFont } from '../../src/pdf/subset-font.js';
import { face, type FaceName, shapeWord } from './support/glyph-runs.js';

const hb = await import('harfbuzzjs');
const names: readonly FaceName[] = ['serif', 'sansBold', 'noto', 'amiri', 'hebrew', 'devanagari', 'thai'];

/** The outline as HarfBuzz draws it. */
function outlines(bytes: Uint8Array, glyphIds: readonly number[]): string[] {
  const font = new hb.Font(new hb.Face(new hb.Blob(bytes), 0));
  return glyphIds.map((glyphId) => font.glyphToPath(glyphId));
}

function glyphsOf(name: FaceName, text: string): number[] {
  return [...shapeWord(text, face(name)).glyphIds];
}

describe('subsetFont', () => {
  it('draws every kept glyph as the whole font does', () => {
    for (const name of names) {
      const { bytes } = face(name);
      const count = readSfnt(bytes, name).get('maxp')!.getUint16(4);
      const pick = fc.array(fc.nat({ max: count - 1 }), { minLength: 1, maxLength: 40 });
      fc.assert(
        fc.property(pick, (ids) => {
          expect(outlines(subsetFont(bytes, ids, name), ids)).toEqual(outlines(bytes, ids));
        }),
        { numRuns: 8, seed: 1 },
      );
    }
  });

  it('keeps the components of composite glyphs', () => {
    const { bytes } = face('noto');
    const [id] = glyphsOf('noto', 'é');
    const tables = readSfnt(subsetFont(bytes, [id!], 'noto'), 'subset');
    expect(tables.get('maxp')!.getUint16(4)).toBe(tables.get('hhea')!.getUint16(34));
    const loca = tables.get('loca')!;
    const glyph = new DataView(
      tables.get('glyf')!.buffer,
      tables.get('glyf')!.byteOffset + 2 * loca.getUint16(2 * id!),
    );
    expect(isComposite(glyph)).toBe(true);
    for (const part of componentGlyphs(glyph))
      expect(loca.getUint16(2 * part + 2)).toBeGreaterThan(loca.getUint16(2 * part));
  });

  it('keeps glyph ids and ends after the largest', () => {
    const ids = glyphsOf('serif', 'AVo');
    const tables = readSfnt(subsetFont(face('serif').bytes, ids, 'serif'), 'subset');
    const count = tables.get('maxp')!.getUint16(4);
    expect(count).toBe(Math.max(...ids) + 1);
    expect(tables.get('loca')!.byteLength).toBe(2 * (count + 1));
    for (const id of ids) expect(tables.get('hmtx')!.getUint16(4 * id)).toBe(face('serif').advance(id));
  });

  it('uses long offsets where short ones do not reach', () => {
    const { bytes } = face('amiri');
    const count = readSfnt(bytes, 'amiri').get('maxp')!.getUint16(4);
    const all = Array.from({ length: count }, (_, id) => id);
    const subset = subsetFont(bytes, all, 'amiri');
    expect(readSfnt(subset, 'subset').get('head')!.getInt16(50)).toBe(1);
    expect(outlines(subset, [count - 1, 2000])).toEqual(outlines(bytes, [count - 1, 2000]));
  });

  it('writes correct checksums and no hinting', () => {
    const subset = subsetFont(face('sans').bytes, glyphsOf('sans', 'Hinting'), 'sans');
    expect(checksum(subset)).toBe(0xb1b0afba);
    const data = new DataView(subset.buffer);
    const tables = readSfnt(subset, 'subset');
    expect([...tables.keys()]).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']);
    for (let i = 0; i < tables.size; i++) {
      const record = 12 + 16 * i;
      if (i === 1) continue;
      const table = subset.subarray(
        data.getUint32(record + 8),
        data.getUint32(record + 8) + data.getUint32(record + 12),
      );
      expect(data.getUint32(record + 4)).toBe(checksum(table));
    }
    expect(tables.get('maxp')!.getUint16(26)).toBe(0);
  });

  it('takes back that instructions change with the size', () => {
    const hinted = face('sans').bytes.slice();
    const flags = readSfnt(hinted, 'hinted').get('head')!;
    flags.setUint16(16, 0b11111);
    expect(
      readSfnt(subsetFont(hinted, [1], 'hinted'), 'subset')
        .get('head')!
        .getUint16(16),
    ).toBe(0b00011);
  });

  it('is much smaller than the font', () => {
    const { bytes } = face('serif');
    expect(subsetFont(bytes, glyphsOf('serif', 'abcdefghij'), 'serif').length).toBeLessThan(bytes.length / 20);
  });

  it('says what is wrong with a font that it cannot cut', () => {
    const { bytes } = face('hebrew');
    const fails = (broken: Uint8Array, ids: number[] = [1]): unknown => {
      try {
        return subsetFont(broken, ids, 'My Face');
      } catch (error) {
        return error instanceof FontError ? error.diagnostics[0] : error;
      }
    };
    const withoutTable = (tag: string): Uint8Array => {
      const copy = bytes.slice();
      for (let at = 12; ; at += 16) {
        if (String.fromCharCode(...copy.subarray(at, at + 4)) !== tag) continue;
        copy.set(
          [...'none'].map((c) => c.charCodeAt(0)),
          at,
        );
        return copy;
      }
    };
    for (const tag of ['glyf', 'loca', 'head', 'hhea', 'hmtx', 'maxp']) {
      expect(fails(withoutTable(tag))).toMatchObject({
        code: 'font/unusable',
        message: `My Face: it has no "${tag}" table`,
      });
    }
    const cff = bytes.slice();
    cff.set([...'OTTO'].map((c) => c.charCodeAt(0)));
    expect(fails(cff)).toMatchObject({ message: 'My Face: it has CFF outlines' });
    expect(fails(bytes.slice(), [60_000])).toMatchObject({ message: 'My Face: it has no glyph 60000' });
    expect(fails(new Uint8Array(4))).toMatchObject({ code: 'font/unusable' });
    expect(fails(bytes.slice(0, bytes.length / 2))).toMatchObject({ code: 'font/unusable' });
  });

  it('ends in a subset or a FontError, whatever the bytes', () => {
    const { bytes } = face('hebrew');
    const change = fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), {
      minLength: 1,
      maxLength: 30,
    });
    const inTables = fc.array(fc.tuple(fc.nat({ max: 600 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.oneof(change, inTables), (changes) => {
        const copy = bytes.slice();
        for (const [at, value] of changes) copy[at] = value;
        try {
          subsetFont(copy, [1, 20, 55, 96, 129], 'damaged');
        } catch (error) {
          expect(error).toBeInstanceOf(FontError);
        }
      }),
      { numRuns: 150, seed: 2 },
    );
  });
});
