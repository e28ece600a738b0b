import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Align, Line } from '../../src/text/index.js';
import { SERIF, setLines, span } from './set-text.js';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const LATIN = [
  'the',
  'evidence-based',
  'Dr.',
  '“Rahman,”',
  'communication',
  'a—b',
  '5 mg',
  'x\u00A0y',
  'naïve',
  'office',
];
const WORDS: Readonly<Record<string, readonly string[]>> = {
  latin: LATIN,
  address: ['name.surname@university-hospital.example.org', 'https://example.org/a/b?c=d', 'AB-1234-5678'],
  arabic: ['مرحبا', 'بالعالم', '(مستشفى)', '٢٠٢٤', 'الجامعة،'],
  hebrew: ['שלום', 'עולם', '"בית"', '2024', 'חולים.'],
  thai: ['โรงพยาบาล', 'ในกรุงเทพ', 'ทุกวัน'],
  indic: ['क्षत्रिय', 'चिकित्सा', 'विद्यालय।'],
  chinese: ['漢字，', '「医学」', '大学。', 'ひらがな'],
  marks: ['e\u0323\u0301', 'n\u0303a', 'o\u0302\u0323k'],
};
const word = fc.constantFrom(...Object.keys(WORDS)).chain((script) => fc.constantFrom(...(WORDS[script] ?? [])));
const paragraph = fc.array(word, { minLength: 1, maxLength: 30 });
const options = fc.record({
  measure: fc.double({ min: 30, max: 400, noNaN: true }),
  align: fc.constantFrom<Align>('justify', 'left', 'right', 'center'),
  hyphenate: fc.boolean(),
  opticalMargins: fc.boolean(),
});

/** Characters of the lines, without white space and added hyphens, sorted: visual order differs from that of the text. */
const charactersOf = (lines: readonly Line<string>[]): string =>
  [
    ...lines
      .map(({ runs, hyphenated }) =>
        withoutHyphen(
          runs.map(({ run }) => run.text),
          hyphenated,
        ),
      )
      .join(''),
  ]
    .filter((character) => character.trim() !== '')
    .sort()
    .join('');

function withoutHyphen(texts: readonly string[], hyphenated: boolean): string {
  const last = hyphenated ? texts.lastIndexOf('-') : -1;
  return texts.filter((_, index) => index !== last).join('');
}

const edges = (line: Line<string>): [number, number] => {
  const drawn = line.runs.filter(({ run }) => run.text.trim() !== '');
  const rights = drawn.map(({ x, size, run }) => x + (run.width / run.face.unitsPerEm) * size);
  return [Math.min(...drawn.map(({ x }) => x)), Math.max(...rights)];
};

describe('text in any scripts', () => {
  it('is neither lost nor doubled, and stays within the measure and what may hang out of it', () => {
    fc.assert(
      fc.property(paragraph, options, fc.nat(30), (words, choice, cut) => {
        const text = words.join(' ');
        const bold = { ...SERIF, weight: 700 };
        const at = [...graphemes.segment(text)][cut]?.index ?? 0;
        const lines = setLines([span(text.slice(0, at)), span(text.slice(at), { style: bold })], choice);
        expect(charactersOf(lines)).toBe(
          [...text]
            .filter((c) => c.trim() !== '')
            .sort()
            .join(''),
        );
        const hang = choice.opticalMargins ? 0.5 * SERIF.size : 0;
        for (const line of lines.filter(({ runs }) => runs.length > 0)) {
          const [left, right] = edges(line);
          expect(line.width).toBeLessThanOrEqual(choice.measure + 1e-3);
          expect(left).toBeGreaterThanOrEqual(-hang - 1e-3);
          expect(right).toBeLessThanOrEqual(choice.measure + hang + 1e-3);
        }
        const again = setLines([span(text.slice(0, at)), span(text.slice(at), { style: bold })], choice);
        expect(again.map(({ runs }) => runs.map(({ x }) => x))).toEqual(
          lines.map(({ runs }) => runs.map(({ x }) => x)),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('fills justified lines of Thai by white between its words, evenly', () => {
    const text = 'โรงพยาบาลในกรุงเทพมหานครเปิดทุกวัน'.repeat(8);
    const lines = setLines(text, { measure: 210 });
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines.slice(0, -1)) {
      expect(edges(line)[1]).toBeCloseTo(210, 4);
      const gaps = line.runs.slice(1).map(({ x }, index) => {
        const before = line.runs[index];
        return before === undefined ? 0 : x - before.x - (before.run.width / before.run.face.unitsPerEm) * before.size;
      });
      expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(1e-6);
    }
  });

  it('starts no line of Chinese with a closing mark and ends none with an opening one', () => {
    const text = '医学大学「附属」病院、東京。（大阪）ではない'.repeat(6);
    for (let measure = 60; measure < 200; measure += 7) {
      for (const line of setLines(text, { measure, opticalMargins: true })) {
        const set = line.runs.map(({ run }) => run.text).join('');
        expect(set).not.toMatch(/^[、。」）]|[「（]$/);
        if (!line.last) expect(line.width).toBeCloseTo(measure, 4);
      }
    }
  });
});
