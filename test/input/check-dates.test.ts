import { describe, expect, it } from 'vitest';
import { isBefore } from '../../src/input/check-dates.js';

describe('isBefore', () => {
  it.each([
    ['2023', '2024', true],
    ['2024', '2024', false],
    ['2024', '2024-05', false],
    ['2024-05', '2024', false],
    ['2024-04', '2024-05', true],
    ['2024-05', '2024-05-31', false],
    ['2024-05-30', '2024-05-31', true],
    ['2023-12', '2024', true],
  ])('%s before %s: %s', (end, start, expected) => {
    expect(isBefore(end, start)).toBe(expected);
  });
});
