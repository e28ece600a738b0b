import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeRun } from '../../src/pdf/encoded-run.js';
import { type Carrier, carriersOf } from '../../src/pdf/rtl-carriers.js';
import { type FaceName, shapeWord, face } from './support/glyph-runs.js';

const spell = (text: string, name: FaceName): Carrier[] => {
  const run = shapeWord(text, face(name), { rtl: true });
  return carriersOf(run, encodeRun(run).texts);
};
const read = (carriers: readonly Carrier[]): string =>
  carriers
    .map(({ text }) => text)
    .reverse()
    .join('')
    .replaceAll('\u200f', '');

describe('carriers', () => {
  it.each([
    ['محمد', 'amiri'],
    ['مُحَمَّدٌ', 'amiri'],
    ['اللهِ', 'amiri'],
    ['می\u200cخواهم', 'amiri'],
    ['גּוּרְיוֹן,', 'hebrew'],
    ['שָׁלוֹם', 'hebrew'],
    ['שׁ\u05b8לום', 'hebrew'],
  ] as const)('read from the right give %s', (text, name) => {
    expect(read(spell(text, name))).toBe(text);
  });

  it('are found within the bounds that keep a word together', () => {
    // Distances as readers compare them, ems: see `rtl-carriers`.
    for (const [text, name] of [
      ['مُحَمَّدٌ', 'amiri'],
      ['الرَّحْمٰنِ', 'amiri'],
      ['שָׁלוֹם', 'hebrew'],
      ['בֶּן', 'hebrew'],
    ] as const) {
      const em = face(name).unitsPerEm;
      const carriers = spell(text, name);
      carriers.slice(1).forEach((carrier, i) => {
        const before = carriers[i]!;
        expect(Math.abs(carrier.x - before.x) / em).toBeGreaterThanOrEqual(0.1);
        const gap = (carrier.x - before.x - before.advance) / em;
        expect(gap, `${text} ${before.text}→${carrier.text}`).toBeGreaterThan(-0.2);
        expect(gap, `${text} ${before.text}→${carrier.text}`).toBeLessThan(0.1);
      });
    }
  });

  it('draw each glyph of the run once, where it was shaped', () => {
    const letters = fc.constantFrom(...'ابتجدرسعلمنهوي\u0651\u064e\u064f\u0650\u0652\u0670\u200c،');
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 12 }), (parts) => {
        const run = shapeWord(parts.join(''), face('amiri'), { rtl: true });
        let pen = 0;
        const shaped = [...run.glyphIds].map((glyphId, i) => {
          const at = { glyphId, dx: pen + run.xOffsets[i]!, dy: run.yOffsets[i]! };
          pen += run.advances[i]!;
          return at;
        });
        const order = (a: (typeof shaped)[0], b: (typeof shaped)[0]): number =>
          a.glyphId - b.glyphId || a.dx - b.dx || a.dy - b.dy;
        const drawn = carriersOf(run, encodeRun(run).texts).flatMap(({ glyphs }) => glyphs);
        expect([...drawn].sort(order)).toEqual(shaped.sort(order));
      }),
      { numRuns: 200 },
    );
  });
});
