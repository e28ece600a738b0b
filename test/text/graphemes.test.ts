import { describe, expect, it } from 'vitest';
import { graphemesOf } from '../../src/text/graphemes.js';

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

describe('graphemesOf', () => {
  it.each(['', 'Nguyễn', 'Nguyễn'.normalize('NFD'), 'a → b ≥ 2', '👩‍⚕️ ý̨', 'ก็', 'a\r\nb', '☺\uFE0F', '→\u200D←'])(
    'divides %j as the standard does',
    (text) => {
      expect([...graphemesOf(text)]).toMatchObject([...segmenter.segment(text)].map(({ segment, index }) => ({ segment, index }))); // prettier-ignore
    },
  );

  it('takes no two characters apart that belong together', () => {
    const characters = Array.from({ length: 0xa000 }, (_, code) => String.fromCharCode(code));
    const wrong = characters.filter((character) => {
      const text = `${character}${character}\u2192${character}`;
      return [...graphemesOf(text)].length !== [...segmenter.segment(text)].length;
    });
    expect(wrong).toEqual([]);
  });
});
