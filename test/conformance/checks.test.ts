import { describe, expect, it } from 'vitest';
import { contrast } from '../../scripts/conformance/check-content.js';
import { noticedIsExpected } from '../../scripts/conformance/check-metadata.js';
import { readOperations } from '../../scripts/conformance/content-stream.js';
import { firstDifference } from '../../scripts/conformance/document-text.js';
import type { Subject } from '../../scripts/conformance/problem.js';
import { readToUnicode } from '../../scripts/conformance/read-to-unicode.js';

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

describe('the reader of content streams', () => {
  it('reads operands of every kind', () => {
    const source = String.raw`/P <</MCID 3 /ActualText <FEFF0041>>> BDC % a comment
[(a\)(b)\\\101) -20.5 <4142>] TJ /A#20B gs true EMC`;
    const operations = readOperations(bytes(source));
    expect(operations.map(({ operator }) => operator)).toEqual(['BDC', 'TJ', 'gs', 'EMC']);
    expect(operations[0]!.operands[1]).toEqual({ MCID: 3, ActualText: Uint8Array.of(0xfe, 0xff, 0, 0x41) });
    expect(operations[1]!.operands).toEqual([[bytes('a)(b)\\A'), -20.5, bytes('AB')]]);
    expect(operations[2]!.operands).toEqual(['/A B']);
  });

  it('refuses what is cut short', () => {
    for (const source of ['(a', '[1 2', '<<', '1 2']) expect(() => readOperations(bytes(source))).toThrow();
  });
});

describe('readToUnicode', () => {
  it('reads single codes and ranges', () => {
    const source = '1 beginbfchar <0003><00660069> endbfchar 1 beginbfrange <0010><0012><0041> endbfrange';
    expect([...readToUnicode(bytes(source))]).toEqual([
      [3, 'fi'],
      [16, 'A'],
      [17, 'B'],
      [18, 'C'],
    ]);
  });
});

describe('contrast', () => {
  it('is that of WCAG, whichever colour comes first', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#ffffff', '#767676')).toBeCloseTo(4.54, 2);
    expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5);
  });
});

describe('firstDifference', () => {
  const expected = ['H1: A', { anyOrder: ['P: b', 'P: c'] }, 'P: d'];

  it('takes parts of a head in any order, all else in its own', () => {
    expect(firstDifference(expected, ['H1: A', 'P: c', 'P: b', 'P: d'])).toBeUndefined();
    expect(firstDifference(expected, ['P: b', 'H1: A', 'P: c', 'P: d'])).toContain('expected "H1: A"');
  });

  it('sees what is missing, more, or another', () => {
    expect(firstDifference(expected, ['H1: A', 'P: b', 'P: c'])).toContain('found nothing');
    expect(firstDifference(expected, ['H1: A', 'P: b', 'P: c', 'P: d', 'P: e'])).toContain('"P: e"');
    expect(firstDifference(expected, ['H1: A', 'P: b', 'P: x', 'P: d'])).toContain('"P: x"');
  });
});

describe('noticedIsExpected', () => {
  const found = (diagnostics: string[], codes: string[]): string[] => [
    ...noticedIsExpected({ expected: { diagnostics, codes } } as unknown as Subject),
  ];

  it('wants what must be noticed, and nothing else', () => {
    expect(found([], [])).toEqual([]);
    expect(found(['appendix/encrypted'], ['appendix/encrypted'])).toEqual([]);
    expect(found(['layout/overflow'], [])).toEqual(['rendering noticed layout/overflow, not nothing']);
    expect(found([], ['appendix/encrypted'])).toEqual(['rendering noticed nothing, not appendix/encrypted']);
  });
});
