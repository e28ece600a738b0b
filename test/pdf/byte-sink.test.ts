import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteSink } from '../../src/pdf/byte-sink.js';

const written = (write: (sink: ByteSink) => void): string => {
  const sink = new ByteSink(1);
  write(sink);
  return String.fromCharCode(...sink.toBytes());
};

describe('ByteSink', () => {
  it('writes integers in decimal digits', () => {
    fc.assert(
      fc.property(fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -1200, max: 1200 })), (value) => {
        expect(written((sink) => sink.integer(value))).toBe(String(value));
      }),
      { numRuns: 2000 },
    );
    for (const value of [0, 9, 10, 99, 100, 999_999_999, 1_000_000_000]) {
      expect(written((sink) => sink.integer(value))).toBe(String(value));
    }
  });

  it('writes numbers rounded to two decimals, without zeros that say nothing', () => {
    fc.assert(
      fc.property(fc.double({ min: -20_000, max: 20_000, noNaN: true }), (value) => {
        // Adding 0 makes -0 a plain 0.
        expect(written((sink) => sink.number(value))).toBe(String(Math.round(value * 100) / 100 + 0));
      }),
      { numRuns: 2000 },
    );
    const examples = [0, -0, 0.004, -0.004, 0.05, -0.05, 0.1, 12.304, 595.28, -0.5, 1.999];
    expect(examples.map((value) => written((sink) => sink.number(value))).join(' ')).toBe(
      '0 0 0 0 0.05 -0.05 0.1 12.3 595.28 -0.5 2',
    );
  });

  it('parts tokens only where they would run together', () => {
    const tokens = ['12', '/Name', '(text)', 'R', '[', '3', ']', '<</K', '1', '>>'];
    const sink = (to: ByteSink): void =>
      tokens.forEach((token) => (/^[\w]/.test(token) ? to.separate() : to).latin1(token));
    expect(written(sink)).toBe('12/Name(text)R[3]<</K 1>>');
  });
});
