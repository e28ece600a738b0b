import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BreakOptions, Line } from '../../src/text/index.js';
import { SERIF, lineText, rightEdge, setLines, span, typesetter } from './set-text.js';

const PARAGRAPH =
  'I grew up in a small town where the nearest hospital was two hours away, and I learned early what it means to ' +
  'wait for care. When my grandmother had a stroke, the only doctor within reach was a young internist who came to ' +
  'our house on a motorbike with a bag of medicines and a notebook. She sat with us for most of the night, ' +
  'explaining every step in words that my family could understand. That night decided my path.';

const texts = (lines: readonly Line<string>[]) => lines.map((line) => lineText(line).trimEnd());

describe('justified lines', () => {
  const lines = setLines(PARAGRAPH, { measure: 250, hyphenate: false });

  it('fill the measure, the last one is ragged', () => {
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines.slice(0, -1)) {
      expect(line.width).toBeCloseTo(250, 6);
      expect(rightEdge(line)).toBeCloseTo(250, 6);
    }
    expect(lines.at(-1)).toMatchObject({ last: true, hyphenated: false });
    expect(lines.at(-1)?.width).toBeLessThan(250);
    expect(lines.filter((line) => line.last)).toHaveLength(1);
  });

  it('end with their space, after the set width', () => {
    const [first] = lines;
    const space = first?.runs.at(-1);
    expect(space?.run.text).toBe(' ');
    expect(space?.x).toBeCloseTo(250, 6);
    expect(lines.at(-1)?.runs.at(-1)?.run.text).toBe('path.');
  });

  it('have the height of their faces', () => {
    const [line] = setLines([span('a'), span('b', { style: { ...SERIF, size: 20 } })]);
    expect(line?.ascent).toBeCloseTo(20.72, 6);
    expect(line?.descent).toBeCloseTo(6.7, 6);
  });

  it('do not tear two words apart over a whole line', () => {
    const [first] = setLines('aa bb wwwwwwwwwwwwwwwwwwwwwwwww', { measure: 200 });
    expect(texts(setLines('aa bb wwwwwwwwwwwwwwwwwwwwwwwww', { measure: 200 }))[0]).toBe('aa bb');
    expect(first?.width).toBeLessThan(60);
  });
});

describe('total fit', () => {
  /** Sum of the cubes of the adjustment ratios, as the spaces show them. */
  const looseness = (lines: readonly Line<string>[], measure: number): number =>
    lines.slice(0, -1).reduce((sum, line) => {
      const spaces = line.runs.slice(0, -1).filter(({ run }) => run.text === ' ');
      const natural = spaces.reduce((total, { run, size }) => total + (run.width / 1000) * size, 0);
      const words = line.runs.filter(({ run }) => run.text !== ' ');
      const set = words.reduce((total, { run, size }) => total + (run.width / 1000) * size, 0);
      const slack = measure - set - natural;
      return sum + Math.abs(slack / (natural * (slack > 0 ? 1 / 2 : 1 / 3))) ** 3;
    }, 0);

  /** The words that fit, line by line, each line set alone. */
  const greedy = (measure: number): Line<string>[] => {
    const lines: string[][] = [[]];
    for (const word of PARAGRAPH.split(' ')) {
      const current = lines.at(-1) ?? [];
      if (current.length > 0 && typesetter.measure([span([...current, word].join(' '))]) > measure) lines.push([word]);
      else current.push(word);
    }
    return lines.map((words) => ({ ...(setLines(`${words.join(' ')} `, { measure: 1e5 })[0] as Line<string>) }));
  };

  it.each([180, 210, 250, 330])('spaces %d points more evenly than filling line by line', (measure) => {
    const best = looseness(setLines(PARAGRAPH, { measure, hyphenate: false }), measure);
    const lineByLine = looseness(
      greedy(measure).map((line) => ({ ...line, runs: [...line.runs, ...line.runs.slice(-1)] })),
      measure,
    );
    expect(best).toBeLessThan(lineByLine);
  });

  it('balances ragged lines', () => {
    const raggedness = (lines: readonly { width: number }[], measure: number) =>
      lines.slice(0, -1).reduce((sum, { width }) => sum + (measure - width) ** 6, 0);
    let better = 0;
    for (const measure of [150, 180, 210, 250]) {
      const lines = setLines(PARAGRAPH, { measure, align: 'left', hyphenate: false });
      const [best, lineByLine] = [raggedness(lines, measure), raggedness(greedy(measure), measure)];
      expect(best).toBeLessThanOrEqual(lineByLine);
      if (best < lineByLine) better++;
      for (const line of lines) {
        const spaces = line.runs.slice(0, -1).filter(({ run }) => run.text === ' ');
        const next = spaces.map((space) => line.runs[line.runs.indexOf(space) + 1]?.x ?? NaN);
        spaces.forEach(({ x, run }, i) => expect((next[i] ?? NaN) - x).toBeCloseTo(run.width / 100, 6));
      }
    }
    expect(better).toBeGreaterThan(1);
  });

  it('avoids a short last line', () => {
    for (let measure = 180; measure < 400; measure += 7) {
      expect(setLines(PARAGRAPH, { measure }).at(-1)?.width).toBeGreaterThan(20);
    }
  });
});

describe('alignment', () => {
  const options = { measure: 300, indent: 20 };
  const first = (text: string, align: BreakOptions['align']) =>
    setLines(text, { ...options, align })[0] as Line<string>;

  it('sets x from the left edge of the column', () => {
    const { width } = first('abc', 'left');
    expect(first('abc', 'left').runs[0]?.x).toBe(20);
    expect(first('abc', 'justify').runs[0]?.x).toBe(20);
    expect(first('abc', 'right').runs[0]?.x).toBeCloseTo(300 - width, 9);
    expect(first('abc', 'center').runs[0]?.x).toBeCloseTo(20 + (280 - width) / 2, 9);
  });

  it('indents the first line only, and shortens it', () => {
    const lines = setLines(PARAGRAPH, options);
    expect(lines[0]?.width).toBeCloseTo(280, 6);
    expect(lines[1]?.runs[0]?.x).toBe(0);
    expect(lines[1]?.width).toBeCloseTo(300, 6);
  });
});

describe('forced breaks', () => {
  it('start a new line after the span, and in the text', () => {
    const lines = setLines([span('One', { breakAfter: true }), span('two\nthree\r\nfour')]);
    expect(texts(lines)).toEqual(['One', 'two', 'three', 'four']);
    expect(lines.every((line) => line.last)).toBe(true);
  });

  it('leave an empty line between two of them, none at the end', () => {
    const lines = setLines('a\n\nb\n');
    expect(texts(lines)).toEqual(['a', '', 'b']);
    expect(lines[1]).toMatchObject({ runs: [], width: 0 });
    expect(lines[1]?.ascent).toBeCloseTo(10.36, 6);
  });

  it('give nothing for nothing', () => {
    expect(setLines([])).toEqual([]);
    expect(setLines('')).toEqual([]);
    expect(setLines('   ')).toEqual([]);
  });
});

describe('widths', () => {
  it('of a text are those of its single line', () => {
    const spans = [span('Dr. '), span('Rahman', { style: { ...SERIF, weight: 700 } }), span(', MD')];
    const width = typesetter.measure(spans);
    expect(setLines(spans, { measure: 1000 })[0]?.width).toBeCloseTo(width, 9);
    expect(setLines(spans, { measure: width, align: 'left' })).toHaveLength(1);
    expect(setLines(spans, { measure: width - 0.01, align: 'left' })).toHaveLength(2);
    expect(typesetter.measure([span('one\nthree words here')])).toBe(typesetter.measure([span('three words here')]));
  });

  it('of the longest piece are those of its longest word', () => {
    const words = ['a', 'considerable', 'number'];
    expect(typesetter.minMeasure([span(words.join(' '))])).toBeCloseTo(typesetter.measure([span('considerable')]), 9);
    expect(typesetter.minMeasure([span('of Dr.\u00A0Rahman')])).toBeCloseTo(
      typesetter.measure([span('Dr. Rahman')]),
      9,
    );
    expect(typesetter.minMeasure([])).toBe(0);
  });
});

describe('every text', () => {
  const word = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom('the', 'residency', 'a', 'hyphenation', 'evidence-based', 'Dr.', 'Rahman,'),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom('name.surname@university-hospital.example.org', 'https://example.org/a/b?c=d'),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom('ไทยภาษาไทยดีมาก', '漢字漢字', 'क्षत्रिय', 'Nguyễn', 'office', '5 mg', 'x\u00A0y', '–'),
    },
    {
      weight: 1,
      arbitrary: fc.string({ unit: fc.constantFrom('i', 'W', 'f', '.', '-', '/', '\u0301'), maxLength: 60 }),
    },
  );
  const paragraph = fc.array(word, { minLength: 1, maxLength: 40 });
  const options = fc.record({
    measure: fc.double({ min: 24, max: 400, noNaN: true }),
    align: fc.constantFrom('justify', 'left', 'right', 'center'),
    hyphenate: fc.boolean(),
    indent: fc.constantFrom(0, 12),
  });
  const bold = { ...SERIF, weight: 700 };

  it('stays inside the measure and keeps every character once, in order', () => {
    fc.assert(
      fc.property(paragraph, fc.nat(40), options, (words, boldFrom, choice) => {
        const [plain, heavy] = [words.slice(0, boldFrom), words.slice(boldFrom)];
        const lines = setLines([span(`${plain.join(' ')} `), span(heavy.join(' '), { style: bold })], choice);
        for (const line of lines) {
          expect(rightEdge(line)).toBeLessThanOrEqual(choice.measure + 0.001);
          expect(Math.min(0, ...line.runs.slice(0, 1).map(({ x }) => x))).toBeGreaterThanOrEqual(-0.001);
          expect(line.width).toBeLessThanOrEqual(choice.measure + 0.001);
        }
        const set = lines.map((line) => lineText(line)).join('');
        expect(set.replace(/\s/g, '')).toBe(words.join('').replace(/\s/g, ''));
      }),
      { numRuns: 150 },
    );
  });

  it('fills the measure when it is justified and its spaces allow', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('the', 'path', 'of', 'medicine', 'is', 'long'), { minLength: 60, maxLength: 90 }),
        fc.double({ min: 180, max: 480, noNaN: true }),
        (words, measure) => {
          for (const line of setLines(words.join(' '), { measure })) {
            if (!line.last) expect(line.width).toBeCloseTo(measure, 6);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
