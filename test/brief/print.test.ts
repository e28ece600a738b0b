import { describe, expect, it } from 'vitest';
import { dateOf, printDate, printDaysLeft, printList, printPeriod, printPlace } from '../../src/brief/print.js';

describe('printed dates', () => {
  it('are as exact as the data', () => {
    expect(printDate('2026')).toBe('2026');
    expect(printDate('2026-09')).toBe('September 2026');
    expect(printDate('2026-09-04')).toBe('September\u00a04, 2026');
    expect(dateOf('2026-09-04').weekday).toBe('Friday');
    expect(dateOf('2026-09').weekday).toBeNull();
  });

  it('make periods', () => {
    expect(printPeriod('2024-07', 'present')).toBe('July\u00a02024\u00a0–\u00a0present');
    expect(printPeriod('2024-09-01', '2024-11-30')).toBe('Sep\u00a0–\u00a0Nov\u00a02024');
    expect(printPeriod('2024-09-01', '2024-09-28')).toBe('Sep\u00a02024');
    expect(printPeriod('2023-09', '2024-11')).toBe('Sep\u00a02023\u00a0–\u00a0Nov\u00a02024');
    expect(printPeriod('2023', '2023-11')).toBe('2023\u00a0–\u00a0Nov\u00a02023');
    expect(printPeriod('2024-05', undefined)).toBe('May\u00a02024');
    expect(printPeriod(undefined, '2024')).toBe('2024');
    expect(printPeriod(undefined, undefined)).toBeNull();
  });
});

describe('printed words', () => {
  it('make lists, places and days', () => {
    expect(printList(['a', 'b', 'c'])).toBe('a, b, and c');
    expect(printList(['a', 'b'])).toBe('a and b');
    expect(printList([])).toBe('');
    expect(printPlace({ city: 'Huế', country: 'Vietnam' })).toBe('Huế, Vietnam');
    expect(printPlace({})).toBeNull();
    expect([60, 1, 0, -1, -3].map(printDaysLeft)).toEqual([
      'in 60\u00a0days',
      'tomorrow',
      'today',
      'yesterday',
      '3\u00a0days ago',
    ]);
  });
});
