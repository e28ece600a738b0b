import { describe, expect, it } from 'vitest';
import type { BreakOptions, Line } from '../../src/text/index.js';
import { SERIF, lineText, rightEdge, setLines, span } from './set-text.js';

const TEXT =
  '“We wait,” she said, “and we listen.” Nothing in the communication of a diagnosis is self-evident, not the ' +
  'words, not the pauses; “tell me what you heard,” I say, and then I wait. “Go on,” I say – and they go on.';

const hung = (text: string, options: Partial<BreakOptions> = {}): Line<string>[] =>
  setLines(text, { opticalMargins: true, ...options });
const leftEdge = (line: Line<string> | undefined): number => line?.runs[0]?.x ?? NaN;
const overhang = (text: string): number => {
  // A justified line that ends in `text`: its first line, with a word after it that cannot fit.
  const [line] = hung(`aaaa bbbb cccc dddd${text} ${'w'.repeat(22)}`, { measure: 120, hyphenate: false });
  return rightEdge(line as Line<string>) - (line?.width ?? NaN);
};

describe('justified text', () => {
  it('has letters at the measure and punctuation outside', () => {
    let outside = 0;
    for (let measure = 140; measure < 300; measure += 11) {
      for (const line of hung(TEXT, { measure })) {
        const text = lineText(line).trim();
        const marked = { left: /^[“(]/.test(text), right: line.hyphenated || /[-–.,;”]$/.test(text) };
        if (marked.left) expect(leftEdge(line)).toBeLessThan(-1);
        else expect(leftEdge(line)).toBeCloseTo(0, 6);
        if (!line.last) {
          expect(line.width).toBeCloseTo(measure, 6);
          if (marked.right) expect(rightEdge(line)).toBeGreaterThan(measure + 0.5);
          else expect(rightEdge(line)).toBeCloseTo(measure, 6);
        }
        if (marked.left || (marked.right && !line.last)) outside++;
        expect(rightEdge(line)).toBeLessThan(measure + 0.5 * SERIF.size);
      }
    }
    expect(outside).toBeGreaterThan(20);
  });

  it('hangs small marks far, large ones a little, letters not at all', () => {
    expect(overhang('.')).toBeGreaterThan(1);
    expect(overhang(',')).toBeGreaterThan(1);
    expect(overhang('”')).toBeGreaterThan(1.5);
    expect(overhang('-')).toBeGreaterThan(1);
    expect(overhang(')')).toBeGreaterThan(0.1);
    expect(overhang(')')).toBeLessThan(1);
    expect(overhang('x')).toBeCloseTo(0, 6);
  });

  it('hangs at the other sides in right-to-left text', () => {
    const [line] = hung('«אבג דהו זחט יכל מנס עפצ קרשת, אבג דהו זחט יכל מנס עפצ»', { measure: 120 });
    expect(line?.width).toBeCloseTo(120, 6);
    expect(rightEdge(line as Line<string>)).toBeGreaterThan(121);
  });

  it('takes the room into account when it chooses the breaks', () => {
    const words = 'aaaa bbbb cccc dddd.';
    const natural = setLines(words, { measure: 1000, align: 'left' })[0]?.width ?? NaN;
    expect(setLines(`${words}`, { measure: natural - 1, align: 'right' })).toHaveLength(2);
    expect(hung(`${words}`, { measure: natural - 1, align: 'right' })).toHaveLength(1);
  });
});

describe('other text', () => {
  it('hangs at its even side only', () => {
    const [left] = hung('“Go on,” she said.', { align: 'left', measure: 400 });
    expect(leftEdge(left)).toBeLessThan(-1);
    const [right] = hung('“Go on,” she said.', { align: 'right', measure: 400 });
    expect(rightEdge(right as Line<string>)).toBeGreaterThan(401);
    const [centre] = hung('“Go on,” she said.', { align: 'center', measure: 400 });
    expect(leftEdge(centre)).toBeCloseTo((400 - (centre?.width ?? NaN)) / 2, 6);
  });

  it('keeps inside where optical margins are off', () => {
    for (const line of setLines(TEXT, { measure: 180 })) {
      expect(leftEdge(line)).toBeGreaterThan(-1e-6);
      expect(rightEdge(line)).toBeLessThan(180 + 1e-3);
    }
  });

  it('hangs opening quotes of the second span of a line where it starts one', () => {
    const [, second] = hung('', {}).concat(
      setLines([span('first', { breakAfter: true }), span('“second”')], { opticalMargins: true, align: 'left' }),
    );
    expect(leftEdge(second)).toBeLessThan(-1);
  });
});
