import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLineCache } from '../../src/text/line-cache.js';
import type { BreakOptions, Line, SetLine, TextSpan, TextStyle } from '../../src/text/types.js';
import { createTypesetter } from '../../src/text/index.js';
import { loadTestFonts } from '../support/fonts.js';

const style: TextStyle = { family: 'Source Serif 4', weight: 400, italic: false, size: 10, figures: 'lining' };
const options: BreakOptions = { measure: 120, align: 'justify', hyphenate: true, lang: 'en-US' };

const words = fc.constantFrom('residency', 'Nguyễn', 'extraordinarily', 'a', '2026', 'Dr.', 'clinic', 'e-mail', '—');
const span = fc.record({
  text: fc.array(words, { minLength: 1, maxLength: 12 }).map((list) => `${list.join(' ')} `),
  style: fc
    .record({ weight: fc.constantFrom(400, 700), size: fc.constantFrom(9, 10) })
    .map((own) => ({ ...style, ...own })),
  noHyphen: fc.boolean(),
  breakAfter: fc.boolean(),
});
const someOptions = fc.record({
  measure: fc.constantFrom(80, 120, 300),
  align: fc.constantFrom('justify' as const, 'left' as const, 'right' as const),
  hyphenate: fc.boolean(),
  opticalMargins: fc.boolean(),
  properNames: fc.constantFrom(new Set<string>(), new Set(['Extraordinarily'])),
});

/** Lines without what belongs to the typesetter that set them. */
function plain(lines: readonly Line<object>[]): unknown {
  return lines.map(({ runs, data, ...line }) => ({
    ...line,
    runs: runs.map(({ x, size, run, span: from }) => ({
      x,
      size,
      data: data[from],
      text: run.text,
      face: run.face.key,
      ids: [...run.glyphIds],
    })),
  }));
}

describe('createLineCache', () => {
  it('gives the lines that a typesetter without memory gives, with the data of the spans at hand', async () => {
    const fonts = loadTestFonts().slice(0, 4);
    const used = await createTypesetter({ fonts });
    const fresh = await createTypesetter({ fonts });
    let tag = 0;
    const paragraphs = fc.array(fc.tuple(fc.array(span, { minLength: 1, maxLength: 4 }), someOptions), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(paragraphs, (list) => {
        // Each paragraph twice: the second time it is known.
        for (const [spans, own] of [...list, ...list]) {
          const marked = spans.map((one, index): TextSpan<object> => ({ ...one, data: { index } }));
          const given = { ...options, ...own };
          const lines = used.breakLines(marked, given);
          // A private tag, new each time, changes nothing but that the paragraph is not known.
          const expected = fresh.breakLines(marked, { ...given, lang: `en-US-x-n${tag++}` });
          expect(plain(lines)).toEqual(plain(expected));
          for (const { runs, data } of lines) {
            for (const { span: from } of runs) expect(data[from]).toBe(marked[from]?.data);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('sets again what differs in anything that lines depend on', () => {
    const cache = createLineCache(100_000);
    let calls = 0;
    const count = (spans: readonly TextSpan[], own: BreakOptions, epoch = 1): number => {
      const before = calls;
      cache.lines(spans, own, epoch, () => {
        calls++;
        return [];
      });
      return calls - before;
    };
    const one: TextSpan = { text: 'Some words', style, data: null };
    expect(count([one], options)).toBe(1);
    expect(count([{ ...one, data: 'other' }], { ...options })).toBe(0);
    const others: [readonly TextSpan[], BreakOptions, number?][] = [
      [[one], { ...options, measure: 121 }],
      [[one], { ...options, align: 'left' }],
      [[one], { ...options, hyphenate: false }],
      [[one], { ...options, lang: 'de' }],
      [[one], { ...options, indent: 1 }],
      [[one], { ...options, opticalMargins: true }],
      [[one], options, 2],
      [[{ ...one, lang: 'de' }], options],
      [[{ ...one, noHyphen: true }], options],
      [[{ ...one, breakAfter: true }], options],
      [[{ ...one, style: { ...style, size: 11 } }], options],
      [[{ ...one, isName: true }], options],
      [[{ ...one, style: { ...style, family: 'Source Sans 3' } }], options],
      [[{ ...one, style: { ...style, weight: 700 } }], options],
      [[{ ...one, style: { ...style, italic: true } }], options],
      [[{ ...one, style: { ...style, figures: 'tabular' } }], options],
      [
        [
          { ...one, text: 'Some ' },
          { ...one, text: 'words' },
        ],
        options,
      ],
    ];
    for (const [spans, own, epoch] of others) expect(count(spans, own, epoch)).toBe(1);
    for (const [spans, own, epoch] of others) expect(count(spans, own, epoch)).toBe(0);
    // Objects of another packet that say the same.
    const again = (spans: readonly TextSpan[]): TextSpan[] =>
      spans.map((span) => ({ ...span, style: { ...span.style } }));
    for (const [spans, own, epoch] of others) expect(count(again(spans), { ...own }, epoch)).toBe(0);
  });

  it('sets again when a name of the document decides otherwise', () => {
    const cache = createLineCache(100_000);
    let calls = 0;
    const lines = (properNames: ReadonlySet<string>): void => {
      cache.lines(
        [{ text: 'Trask', style, data: null }],
        { ...options, properNames },
        1,
        (_, { properNames: names }) => {
          calls++;
          names?.has('Trask');
          return [];
        },
      );
    };
    lines(new Set(['Trask']));
    lines(new Set(['Trask', 'Okafor']));
    expect(calls).toBe(1);
    lines(new Set(['Okafor']));
    expect(calls).toBe(2);
  });

  it('forgets paragraphs that were set long ago', () => {
    const cache = createLineCache(100_000);
    let calls = 0;
    const run = { x: 0, size: 10, run: {} as never, span: 0 };
    const line: SetLine = {
      runs: Array(1000).fill(run),
      width: 0,
      ascent: 0,
      descent: 0,
      hyphenated: false,
      last: true,
      missing: false,
    };
    const lines = (text: string): void => {
      cache.lines([{ text, style, data: null }], options, 1, () => {
        calls++;
        return [line];
      });
    };
    for (let i = 0; i < 1000; i++) lines(`paragraph ${i}`);
    calls = 0;
    for (let i = 0; i < 500; i++) lines(`paragraph ${i}`);
    expect(calls).toBe(500);
  });
});
