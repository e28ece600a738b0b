import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../src/plan/index.js';

const date = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2090-01-01T00:00:00Z'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));

describe('calendar', () => {
  it('counts over months, leap days and years', () => {
    expect(daysBetween('2026-07-06', '2026-09-04')).toBe(60);
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1);
    expect(daysBetween('2026-09-04', '2026-09-01')).toBe(-3);
    expect(addDays('2026-09-01', -7)).toBe('2026-08-25');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  });

  it('adds what it counts', () => {
    fc.assert(fc.property(date, date, (from, to) => addDays(from, daysBetween(from, to)) === to));
  });
});
