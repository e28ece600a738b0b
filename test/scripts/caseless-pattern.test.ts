import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caselessPattern } from '../../scripts/caseless-pattern.js';

describe('caselessPattern', () => {
  it('writes out both cases and leaves escapes alone', () => {
    expect(caselessPattern('^https?:[a-f_]')).toBe('^[hH][tT][tT][pP][sS]?:[a-fA-F_]');
    expect(caselessPattern(String.raw`\d\p{Lu}\u00e9(?<year>x)[^b\]c]`)).toBe(
      String.raw`\d\p{Lu}\u00e9(?<year>[xX])[^bB\]cC]`,
    );
    expect(caselessPattern('a-z')).toBe('[aA]-[zZ]');
  });

  const patterns = [/^[a-z0-9][a-z0-9_-]{0,63}$/i, /^https?:\/\/[^\s<>"]+$/i, /^(cv|award)\/x[a-f]$/i];
  it.each(patterns)('matches what %s matches', (pattern) => {
    const caseless = new RegExp(caselessPattern(pattern.source));
    const text = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{0,70}$/),
      fc.stringMatching(/^[Hh][tT][Tt][pP][sS]?:\/\/[a-zA-Z]{0,4}$/),
      fc.stringMatching(/^([cC][vV]|Award|aWARD)\/[xXyY][a-gA-G]$/),
    );
    fc.assert(fc.property(text, (value) => caseless.test(value) === pattern.test(value)));
  });
});
