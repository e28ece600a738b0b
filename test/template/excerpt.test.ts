import fc from 'fast-check';
import { expect, it } from 'vitest';

import { excerpt } from '../../src/template/excerpt.js';

it.each([
  ['Short.', 20, 'Short.'],
  ['One. Two is longer.', 10, 'One.'],
  ['One.  Two.\nThree.', 9, 'One. Two.'],
  ['I asked Dr. Lee about it. Then I left.', 27, 'I asked Dr. Lee about it.'],
  ['At 5 p.m. we met', 8, 'At 5…'],
  ['A sentence that does not end soon', 15, 'A sentence…'],
  ['“Good.” She said so.', 8, '“Good.”'],
  ['Unbreakableword', 6, 'Unbre…'],
  ['', 5, ''],
])('excerpt of %j in %i characters', (text, most, expected) => {
  expect(excerpt(text, most)).toBe(expected);
});

it('is never longer than asked, and a beginning of the text', () => {
  const words = fc.array(fc.constantFrom('a', 'Dr.', 'word', 'end.', 'so?', '“x.”', 'é', '—'), { maxLength: 30 });
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 60 }), (parts, most) => {
      const text = parts.join(' ');
      const short = excerpt(text, most);
      expect(short.length).toBeLessThanOrEqual(Math.max(2, most));
      expect(text.startsWith(short.replace(/…$/, ''))).toBe(true);
    }),
  );
});
