import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTypesetter } from '../../src/text/index.js';
import { loadTestFonts } from '../support/fonts.js';
import { SERIF, glyphTextOf, shape, typesetter, widthOf } from './set-text.js';

const glyphsOf = (text: string, style = {}) => shape(text, style).flatMap((run) => [...run.glyphIds]);
const familiesOf = (text: string) => shape(text).map((run) => run.face.family);

describe('Latin', () => {
  it('sets composed and decomposed Vietnamese alike', () => {
    const [nfc, nfd] = ['Nguyễn Thị Hồng Ánh', 'Nguyễn Thị Hồng Ánh'.normalize('NFD')].map((text) => shape(text));
    expect(nfd?.flatMap((run) => [...run.glyphIds])).toEqual(nfc?.flatMap((run) => [...run.glyphIds]));
    expect(widthOf(nfd ?? [])).toBe(widthOf(nfc ?? []));
    expect(nfd?.map(glyphTextOf).join('')).toBe('Nguyễn Thị Hồng Ánh'.normalize('NFD'));
  });

  it('kerns', () => {
    expect(widthOf(shape('AV'))).toBeLessThan(widthOf(shape('A')) + widthOf(shape('V')));
  });

  it('gives a ligature the text of its letters', () => {
    const [run] = shape('fi', { family: 'Amiri' });
    expect(run?.glyphText).toEqual(['fi']);
    expect(shape('office').map(glyphTextOf)).toEqual(['office']);
  });

  it('sets tabular figures of equal width', () => {
    const style = { family: 'Source Sans 3', figures: 'tabular' } as const;
    const digit = widthOf(shape('0', style));
    for (const number of ['1111', '2024', '7947']) expect(widthOf(shape(number, style))).toBe(4 * digit);
  });

  it('falls back letter by letter, marks with their base', () => {
    expect(familiesOf('Ɓala')).toEqual(['Noto Serif', 'Source Serif 4']);
    const runs = shape('Adébáyọ̀ Ṣàngó');
    expect(runs.map(glyphTextOf).join('')).toBe('Adébáyọ̀ Ṣàngó');
    expect(runs.flatMap((run) => run.missing)).toEqual([]);
    expect(familiesOf('aжb')).toEqual(['Source Serif 4', 'Source Serif 4', 'Source Serif 4']);
    expect(familiesOf('ab\u0331\u0331h\u0331')).not.toContain(undefined);
  });
});

describe('other scripts', () => {
  it('joins Arabic letters and runs from right to left', () => {
    const isolated = new Set([...'كتاب'].flatMap((letter) => glyphsOf(letter)));
    const [run] = shape('كتاب');
    expect(run).toMatchObject({ rtl: true, lang: 'ar', face: { family: 'Amiri' } });
    expect([...(run?.glyphIds ?? [])].some((glyph) => !isolated.has(glyph))).toBe(true);
    expect(run?.glyphText.filter((text) => text !== '').at(-1)).toBe('ك');
  });

  it('places Hebrew points on their letters', () => {
    const [run] = shape('שָׁלוֹם');
    expect(run).toMatchObject({ rtl: true, lang: 'he', face: { family: 'Noto Sans Hebrew' } });
    expect(glyphTextOf(run as never)).toBe('שָׁלוֹם');
    expect(widthOf(shape('שָׁלוֹם'))).toBe(widthOf(shape('שלום')));
  });

  it('forms Devanagari conjuncts and reorders vowels', () => {
    const apart = [...'क्ष'].flatMap((letter) => glyphsOf(letter));
    expect(glyphsOf('क्ष').length).toBeLessThan(apart.length);
    const [ka, i] = [glyphsOf('क')[0], glyphsOf('कि')];
    expect(i.at(-1)).toBe(ka);
    expect(shape('कि')[0]).toMatchObject({ lang: 'hi', glyphText: ['कि', ''] });
  });

  it('stacks Thai marks without advance', () => {
    expect(widthOf(shape('กี่'))).toBe(widthOf(shape('ก')));
    expect(shape('กี่')[0]?.lang).toBe('th');
  });

  it('keeps the language of a paragraph that has the script', () => {
    const [line] = typesetter.breakLines([{ text: 'سلام', style: SERIF, data: null }], {
      measure: 500,
      align: 'left',
      hyphenate: false,
      lang: 'fa',
    });
    expect(line?.runs[0]?.run.lang).toBeUndefined();
  });

  it('mirrors brackets in right-to-left text', () => {
    const [open] = glyphsOf('(');
    const brackets = shape('(كتاب)').filter((run) => /[()]/.test(run.text));
    expect(brackets.some((run) => run.rtl)).toBe(true);
    const leftmost = brackets[0];
    expect([...(leftmost?.glyphIds ?? [])][0]).toBe(open);
  });
});

describe('missing characters', () => {
  it('draws a visible mark and lists them', () => {
    const [run] = shape('漢');
    expect(run?.missing).toEqual(['漢']);
    expect(run?.glyphText).toEqual(['漢']);
    expect(run?.glyphIds[0]).not.toBe(0);
    expect(run?.width).toBeGreaterThan(300);
  });

  it('marks only what is missing inside a word', () => {
    const runs = shape('a漢b');
    expect(runs.map((run) => [run.text, run.missing.length])).toEqual([
      ['a', 0],
      ['漢', 1],
      ['b', 0],
    ]);
    const marked = shape('e\u{16AF0}x');
    expect(marked.map(glyphTextOf).join('')).toBe('e\u{16AF0}x');
    expect(marked.flatMap((run) => run.missing)).toEqual(['\u{16AF0}']);
  });

  it('marks a whole emoji sequence once', () => {
    const [run] = shape('👩‍🔬');
    expect(run?.glyphIds).toHaveLength(1);
    expect(run?.missing).toEqual(['👩', '🔬']);
  });

  it('finds a mark in a face without the replacement character', async () => {
    const amiri = loadTestFonts().filter((source) => source.family === 'Amiri');
    const alone = await createTypesetter({ fonts: amiri });
    const [line] = alone.breakLines([{ text: '漢', style: SERIF, data: null }], {
      measure: 500,
      align: 'left',
      hyphenate: false,
      lang: 'en-US',
    });
    expect(line?.runs[0]?.run).toMatchObject({ missing: ['漢'], glyphText: ['漢'] });
    expect(line?.runs[0]?.run.glyphIds[0]).not.toBe(0);
  });
});

describe('source text', () => {
  const scripts = [
    'abcXYZ fiflffi éèñ',
    'ạẹọ̣ṣ'.normalize('NFD'),
    'жЖя',
    'αβγ',
    'كتابمحمد ٌَّ',
    'שלוםָׁ',
    'कखगिीु्रषत',
    'กขีู่ำ',
    '漢字',
    '123.,-()',
    'ƁɗƘŋ',
    '👩‍🔬🇺🇸',
  ];
  const letters = fc.constantFrom(...scripts.flatMap((script) => [...script]));

  it('is told exactly once by the glyphs of every run', () => {
    fc.assert(
      fc.property(
        fc.array(letters, { minLength: 1, maxLength: 24 }).map((parts) => parts.join('')),
        (text) => {
          const runs = shape(text);
          for (const run of runs) {
            expect(glyphTextOf(run)).toBe(run.text);
            expect(run.glyphIds).not.toContain(0);
            expect(run.width).toBe(run.advances.reduce((sum, advance) => sum + advance, 0));
          }
          const sorted = (value: string) =>
            [...value.replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '')].sort().join('');
          expect(sorted(runs.map((run) => run.text).join(''))).toBe(sorted(text));
        },
      ),
      { numRuns: 120 },
    );
  });

  it('is any Unicode text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
        for (const run of shape(text)) expect(glyphTextOf(run)).toBe(run.text);
      }),
      { numRuns: 40 },
    );
  });

  it('shapes a word only once', async () => {
    const small = await createTypesetter({ fonts: loadTestFonts().slice(0, 1), cacheSize: 100 });
    const runOf = (text: string) =>
      small.breakLines([{ text, style: SERIF, data: null }], {
        measure: 500,
        align: 'left',
        hyphenate: false,
        lang: 'en',
      })[0]?.runs[0]?.run;
    const first = runOf('cached');
    expect(runOf('cached')).toBe(first);
    for (let i = 0; i < 3000; i++) runOf(`word${i}`);
    expect(runOf('cached')).not.toBe(first);
    expect(runOf('cached')).toEqual(first);
  });
});
