import fc from 'fast-check';
import LineBreaker from 'linebreak';
import { describe, expect, it } from 'vitest';
import { Opportunity } from '../../src/text/opportunity.js';
import { addUnicodeBreaks } from '../../src/text/unicode-breaks.js';

function found(text: string): number[] {
  const opportunities = new Uint8Array(text.length + 1);
  addUnicodeBreaks(text, opportunities);
  return [...opportunities.keys()].filter((offset) => opportunities[offset] === Opportunity.Break);
}

/** What the whole text gives when every pair of it is looked up. */
function expected(text: string): number[] {
  const positions: number[] = [];
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) positions.push(next.position);
  return text === '' ? [] : positions;
}

/** Every class of UAX 14 that text has, plain or not. */
const CHARACTERS = [
  ...' aZ9éđΩжệ.,;:!?()[]{}"\'-/%$+=@#&*|~_<>',
  ...'“”‘’«»‹›—–…·×÷°№§€½²ªº¿¡',
  ...'\u00a0\u00ad\u200b\u200d\u2011\u202f\u2060\u0301\u0e33\u2028\t',
  ...'日本語、。「」ー한글אבعربไทยक्ष',
  '👩‍⚕️',
  '🇺🇸',
];
const WORDS = [
  'residency',
  '(USCE)',
  'Dr.',
  '2026,',
  'well-known',
  '“Thank',
  'you,”',
  'don’t',
  'M.D.,',
  '(5',
  'mg)',
  'I',
  '—',
  'e.g.',
  'https://example.org/a',
];

describe('addUnicodeBreaks', () => {
  it('finds what UAX 14 finds in texts of any characters', () => {
    const characters = fc.array(fc.constantFrom(...CHARACTERS), { maxLength: 24 }).map((list) => list.join(''));
    fc.assert(
      fc.property(characters, (text) => {
        expect(found(text)).toEqual(expected(text));
      }),
      { numRuns: 5000 },
    );
  });

  it('finds what UAX 14 finds between any two words, whatever stands around them', () => {
    const word = fc.oneof(
      fc.constantFrom(...WORDS),
      fc.array(fc.constantFrom(...CHARACTERS), { minLength: 1, maxLength: 4 }).map((list) => list.join('')),
    );
    const text = fc.array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '  ', '')), { maxLength: 16 });
    fc.assert(
      fc.property(text, (list) => {
        const joined = list.flat().join('');
        expect(found(joined)).toEqual(expected(joined));
      }),
      { numRuns: 5000 },
    );
  });
});
