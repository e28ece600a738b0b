import { describe, expect, it } from 'vitest';
import { createTypesetter, type BreakOptions, type TextSpan } from '../../src/text/index.js';
import { loadTestFonts } from '../support/fonts.js';
import { lineText, span } from './set-text.js';

const typesetter = await createTypesetter({ fonts: loadTestFonts() });

/** Every way in which some measure parts a word, as `com-munication`. */
function partings(text: string | TextSpan<string>, lang: string, rest: Partial<BreakOptions> = {}): string[] {
  const found = new Set<string>();
  for (let measure = 14; measure < 130; measure++) {
    const options = { measure, align: 'justify', hyphenate: true, lang, ...rest } as const;
    const lines = typesetter.breakLines([typeof text === 'string' ? span(text) : text], options);
    lines.forEach((line, index) => {
      if (line.hyphenated)
        found.add(
          `${lineText(line)}-${lines
            .slice(index + 1)
            .map(lineText)
            .join('')}`,
        );
    });
  }
  return [...found].filter((parting) => parting.split('-').length === 2).sort();
}

describe('hyphenation by language', () => {
  it.each([
    ['de', 'Krankenhaus', 'Kranken-haus'],
    ['de-AT', 'Untersuchung', 'Unter-suchung'],
    ['fr', 'communication', 'communi-cation'],
    ['es', 'universidad', 'univer-sidad'],
    ['pt-BR', 'universidade', 'universi-dade'],
    ['it', 'università', 'univer-sità'],
    ['pl', 'szpitala', 'szpi-tala'],
    ['ru', 'университет', 'универ-ситет'],
    ['uk', 'університет', 'універ-ситет'],
    ['el', 'πανεπιστήμιο', 'πανεπι-στήμιο'],
    ['tr', 'üniversitesi', 'üniver-sitesi'],
    ['en-GB', 'documentation', 'document-ation'],
    ['en-IN', 'documentation', 'document-ation'],
    ['en-US', 'documentation', 'documen-tation'],
  ])('%s: %s', async (lang, word, parting) => {
    await typesetter.loadLanguages([lang]);
    expect(partings(word, lang)).toContain(parting);
  });

  it('leaves words whole in languages without patterns, and those not loaded', async () => {
    await typesetter.loadLanguages(['vi', 'xx', 'not a tag']);
    expect(partings('communication', 'vi')).toEqual([]);
    expect(partings('sairaalassa', 'fi')).toEqual([]);
    await typesetter.loadLanguages(['fi']);
    expect(partings('sairaalassa', 'fi')).toContain('sairaa-lassa');
  });

  it('follows the language of the span inside a paragraph of another', async () => {
    await typesetter.loadLanguages(['es', 'en-US']);
    const spanish = partings(span('enfermería', { lang: 'es' }), 'en-US');
    expect(spanish).toContain('enferme-ría');
    expect(spanish).not.toEqual(partings('enfermería', 'en-US'));
  });

  it('never parts after or before too few letters', () => {
    for (const parting of [...partings('analysis', 'en-US'), ...partings('anatomical', 'en-US')]) {
      const [before = '', after = ''] = parting.split('-');
      expect(before.length).toBeGreaterThanOrEqual(2);
      expect(after.length).toBeGreaterThanOrEqual(3);
      expect(before).not.toBe('anal');
    }
  });

  it('says which language a span of another language has', () => {
    const lines = typesetter.breakLines(
      [span('the '), span('enfermería', { lang: 'es' }), span(' of', { lang: 'en-US' })],
      {
        measure: 400,
        align: 'left',
        hyphenate: true,
        lang: 'en-US',
      },
    );
    const runs = lines[0]?.runs.map(({ run }) => [run.text, run.lang]);
    expect(runs).toEqual([
      ['the', undefined],
      [' ', undefined],
      ['enfermería', 'es'],
      [' ', undefined],
      ['of', undefined],
    ]);
  });
});

describe('words with a capital', () => {
  const hyphenatedWords = (text: string, rest: Partial<BreakOptions> = {}): Set<string> => {
    const words = new Set<string>();
    for (let measure = 60; measure < 160; measure += 2) {
      const options = { measure, align: 'justify', hyphenate: true, lang: 'en-US', ...rest } as const;
      for (const line of typesetter.breakLines([span(text)], options)) {
        if (line.hyphenated) words.add(/\p{L}+$/u.exec(lineText(line))?.[0] ?? '');
      }
    }
    return words;
  };
  const capitals = (words: Set<string>): string[] => [...words].filter((word) => /^\p{Lu}/u.test(word));

  it('are hyphenated where they begin a sentence', () => {
    expect(capitals(hyphenatedWords('Communication matters. Responsibility matters “Documentation”.'))).toEqual(
      expect.arrayContaining(['Communi']),
    );
    expect(hyphenatedWords('it is so much better. Responsibilities come later on')).toContain('Responsi');
  });

  it.each([
    ['inside a sentence', 'and so Constantinople was taken by the Responsibilities of all those people'],
    ['after a title', 'it was seen by Dr. Constantinescu and Prof. Konstantinopolous and St. Bartholomew'],
    ['after an initial', 'it was seen by A. Constantinescu and by J. R. Konstantinopolous in those days'],
    ['in capitals', 'COMMUNICATION matters. RESPONSIBILITIES come later on. DOCUMENTATION'],
  ])('are whole %s', (_, text) => {
    expect(capitals(hyphenatedWords(text))).toEqual([]);
  });

  it('are whole everywhere when they are parts of names', () => {
    const text = 'it is so much better. Constantinescu saw me there';
    expect(capitals(hyphenatedWords(text)).length).toBeGreaterThan(0);
    expect(capitals(hyphenatedWords(text, { properNames: new Set(['Constantinescu']) }))).toEqual([]);
  });

  it('are ordinary words in German, names aside', async () => {
    await typesetter.loadLanguages(['de']);
    const text = 'und im Krankenhaus bei Schwarzenberger war die Untersuchung';
    const words = capitals(hyphenatedWords(text, { lang: 'de', properNames: new Set(['Schwarzenberger']) }));
    expect(words).toContain('Kranken');
    expect(words.some((word) => word.startsWith('Schwarz'))).toBe(false);
  });
});
