import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainImpossibleDate, proposeDate } from '../../src/input/propose-date.js';
import { isPartialDate } from '../../src/schema/values.js';

const proposals = (text: string): string[] => proposeDate(text).map(({ iso }) => iso);

describe('proposeDate', () => {
  it.each([
    ['Sept 2026', '2026-09'],
    ['September 2026', '2026-09'],
    ['sep. 2026', '2026-09'],
    ['1 September 2026', '2026-09-01'],
    ['September 1, 2026', '2026-09-01'],
    ['Sep 1st 2026', '2026-09-01'],
    ['2026 May', '2026-05'],
    ['09/2026', '2026-09'],
    ['2026/9/1', '2026-09-01'],
    ['2026.09', '2026-09'],
    ['20260901', '2026-09-01'],
    ['9/30/2026', '2026-09-30'],
    ['30.9.2026', '2026-09-30'],
    ['2026-9-1', '2026-09-01'],
    ['2026-30-09', '2026-09-30'],
    ['Fall 2026', '2026'],
    ['2026-09-01T00:00:00Z', '2026-09-01'],
    ['now', 'present'],
    ['Present', 'present'],
    ['about May 2024', '2024-05'],
    ['about 2024', '2024'],
    ['٢٠٢١-٠٦', '2021-06'],
    ['۲۰۲۱', '2021'],
    ['２０２１-０６', '2021-06'],
    ['2021–06', '2021-06'],
    ['2021年6月', '2021-06'],
    ['2021년 6월 9일', '2021-06-09'],
  ])('%s is %s', (text, iso) => {
    expect(proposals(text)).toEqual([iso]);
  });

  it('gives both readings of a date that has two', () => {
    expect(proposals('09/01/2026')).toEqual(['2026-09-01', '2026-01-09']);
    expect(proposals('09/09/2026')).toEqual(['2026-09-09']);
  });

  it.each(['soon', '', '31/31/2026', 'Mayor 2026', '13/2026', '2026-02-30', 'x'.repeat(100)])(
    'does not guess at %j',
    (text) => {
      expect(proposals(text)).toEqual([]);
    },
  );

  it('proposes nothing but dates', () => {
    const piece = fc.constantFrom('1', '9', '31', '2026', '1899', ' ', '/', '-', '.', ', ', 'Feb', 'sept', 'of', 'th');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 7 }), (pieces) => {
        for (const iso of proposals(pieces.join(''))) expect(iso === 'present' || isPartialDate(iso)).toBe(true);
      }),
    );
  });
});

describe('explainImpossibleDate', () => {
  it('says why a date does not exist', () => {
    expect(explainImpossibleDate('2025-02-29')).toBe('February 2025 has 28 days');
    expect(explainImpossibleDate('2024-02-30')).toBe('February 2024 has 29 days');
    expect(explainImpossibleDate('2025-13')).toBe('there is no month 13');
    expect(explainImpossibleDate('1800-01-01')).toBe('the year 1800 is out of range');
  });

  it('knows years of the Buddhist calendar', () => {
    expect(explainImpossibleDate('2567-06')).toBe(
      'the year 2567 is out of range; if it is of the Buddhist calendar, write 2024',
    );
    expect(explainImpossibleDate('2564')).toContain('write 2021');
  });

  it('has nothing to say about dates and about other texts', () => {
    for (const text of ['2026-09', '2024-02-29', 'soon']) expect(explainImpossibleDate(text)).toBeNull();
  });
});
