import { describe, expect, it } from 'vitest';
import { certainOverlap, firstDay, isOutside, lastDay, spanOf } from '../../../src/plan/findings/periods.js';
import { lineAndColumn, sentencesOf } from '../../../src/plan/findings/prose.js';

const TODAY = '2026-07-06';

describe('periods', () => {
  it('takes dates that lack their day or month as far as they can reach', () => {
    expect(['2024', '2024-02', '2024-02-10'].map(firstDay)).toEqual(['2024-01-01', '2024-02-01', '2024-02-10']);
    expect(['2024', '2024-02', '2024-02-10', 'present'].map((date) => lastDay(date, TODAY))).toEqual([
      '2024-12-31',
      '2024-02-29',
      '2024-02-10',
      TODAY,
    ]);
    expect(spanOf('2024', undefined, TODAY)).toEqual({ from: '2024-01-01', to: '2024-12-31' });
    expect(spanOf(undefined, 'present', TODAY)).toBeNull();
  });

  it('counts only the days that two periods share for certain', () => {
    const overlap = (a: [string, string], b: [string, string]): number =>
      certainOverlap({ start: a[0], end: a[1] }, { start: b[0], end: b[1] }, TODAY);
    expect(overlap(['2024-01', '2024-06'], ['2024-06', '2024-12'])).toBe(0);
    expect(overlap(['2024', '2025'], ['2025', '2026'])).toBe(0);
    expect(overlap(['2024-01-01', '2024-06-30'], ['2024-03-31', 'present'])).toBe(91);
  });

  it('knows a date outside all spans', () => {
    const spans = [{ from: '2024-02-10', to: '2024-03-05' }];
    expect(['2024-02', '2024', '2024-03-05'].map((date) => isOutside(date, spans, TODAY))).toEqual([
      false,
      false,
      false,
    ]);
    expect(['2024-01', '2023', '2024-03-06'].map((date) => isOutside(date, spans, TODAY))).toEqual([true, true, true]);
  });
});

describe('sentencesOf', () => {
  it('ends sentences at stops and paragraphs, not at titles', () => {
    const text = 'Dr. Chen came. “When?” I asked.\n\nNobody knew\n\nThen St. Mary answered.';
    expect(sentencesOf(text).map((part) => part.text)).toEqual([
      'Dr. Chen came.',
      '“When?”',
      'I asked.',
      'Nobody knew',
      'Then St. Mary answered.',
    ]);
    for (const part of sentencesOf(text)) expect(text.slice(part.offset)).toMatch(part.text.slice(0, 4));
    expect(lineAndColumn(text, text.indexOf('Nobody'))).toEqual({ line: 3, column: 1 });
  });
});
