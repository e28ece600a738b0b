import { describe, expect, it } from 'vitest';
import { extractableText, textPerGlyph } from '../../src/pdf/glyph-text.js';
import type { GlyphRun } from '../../src/text/types.js';
import { face, shapeWord } from './support/glyph-runs.js';

function run(glyphText: readonly string[], rtl = false): GlyphRun {
  const count = glyphText.length;
  return {
    face: face('serif'),
    text: glyphText.join(''),
    rtl,
    lang: undefined,
    glyphIds: new Uint16Array(count).fill(5),
    advances: new Int32Array(count),
    xOffsets: new Int32Array(count),
    yOffsets: new Int32Array(count),
    glyphText,
    width: 0,
    missing: [],
  };
}

describe('extractableText', () => {
  it('drops bidi controls and what PDF/A forbids', () => {
    expect(extractableText('a\u200f\u2067b\u2069\u0000\ufeff')).toBe('ab');
  });
  it('keeps a soft hyphen only as the visible hyphen', () => {
    expect(extractableText('\u00ad')).toBe('\u00ad');
    expect(extractableText('re\u00adsident')).toBe('resident');
  });
  it('keeps joiners, which change the meaning of a word', () => {
    expect(extractableText('می\u200cخواهم')).toBe('می\u200cخواهم');
  });
  it('replaces lone surrogates', () => {
    expect(extractableText('a\ud800b')).toBe('a\ufffdb');
    expect(extractableText('😀')).toBe('😀');
  });
});

describe('textPerGlyph', () => {
  it('leaves a ligature with its whole text', () => {
    expect(textPerGlyph(run(['ffi', 'c']))).toEqual(['ffi', 'c']);
  });
  it('gives base and mark their own characters', () => {
    expect(textPerGlyph(run(['e\u0301', '', 'x']))).toEqual(['e', '\u0301', 'x']);
  });
  it('composes where the font did', () => {
    expect(textPerGlyph(run(['e\u0323\u0301', '']))).toEqual(['\u1eb9', '\u0301']);
  });
  it('counts from the right in right-to-left runs', () => {
    expect(textPerGlyph(run(['', 'ב\u05b7'], true))).toEqual(['\u05b7', 'ב']);
  });
  it('does not split what is no base with marks', () => {
    expect(textPerGlyph(run(['कि', '']))).toEqual(['कि', '']);
    expect(textPerGlyph(run(['ab', '']))).toEqual(['ab', '']);
  });
  it('names one glyph the same in words that write their points in another order', () => {
    const shalom = shapeWord('שָׁלוֹם', face('hebrew'), { rtl: true });
    const israel = shapeWord('יִשְׂרָאֵל', face('hebrew'), { rtl: true });
    const glyphOf = (word: GlyphRun, text: string): number => word.glyphIds[textPerGlyph(word).indexOf(text)]!;
    expect(glyphOf(shalom, '\u05b8')).toBe(glyphOf(israel, '\u05b8'));
  });
  it('keeps all of the text of every script, in logical order', () => {
    const words = [
      ['مُحَمَّدٌ', 'amiri'],
      ['الإسلام', 'amiri'],
      ['ทำงาน', 'thai'],
      ['आयुर्विज्ञान', 'devanagari'],
      ['Nguyễn', 'noto'],
    ] as const;
    for (const [word, name] of words) {
      const rtl = name === 'amiri';
      const texts = textPerGlyph(shapeWord(word, face(name), { rtl }));
      const joined = (rtl ? texts.reverse() : texts).join('');
      expect(joined.normalize('NFC')).toBe(word.normalize('NFC'));
    }
  });
});
