import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/index.js';
import { smartenText } from '../../src/document/smart-punctuation.js';

describe('quotation marks', () => {
  it.each([
    ['en-US', `"Go on," she said, "it's 'fine'."`, '“Go on,” she said, “it’s ‘fine’.”'],
    ['en-US', `'Quoted "inner" text' and ('x')`, '‘Quoted “inner” text’ and (‘x’)'],
    ['en-US', `He said "'no' is no" and "say 'no'".`, 'He said “‘no’ is no” and “say ‘no’”.'],
    ['en-US', '("why?" "how?")—"then"', '(“why?” “how?”)—“then”'],
    ['de', `"Ja", sagt er, "das 'Haus' ist's."`, '„Ja“, sagt er, „das ‚Haus‘ ist’s.“'],
    ['de-CH', `"Ja" und 'nein'`, '«Ja» und ‹nein›'],
    [
      'fr',
      `"Oui", dit-il : l'an "neuf" ! « ok »`,
      '«\u202FOui\u202F», dit-il\u00A0: l’an «\u202Fneuf\u202F»\u202F! «\u202Fok\u202F»',
    ],
    ['es', `"sí 'no'"`, '«sí “no”»'],
    ['es-MX', `"sí"`, '“sí”'],
    ['pl', `"tak"`, '„tak”'],
    ['sv', `"ja"`, '”ja”'],
    ['ru', `"да 'нет'"`, '«да „нет“»'],
    ['ja', `"x" it's`, `"x" it’s`],
    ['en-US', `"שלום" and "سلام"`, '”שלום” and «سلام»'],
    ['he', `צה"ל ג'ורג`, 'צה״ל ג׳ורג'],
  ])('of %s: %s', (lang, typed, set) => {
    expect(smartenText(typed, lang)).toBe(set);
  });
});

describe('apostrophes and primes', () => {
  it.each([
    [`don't, O'Brien's, the patients' charts`, 'don’t, O’Brien’s, the patients’ charts'],
    [`the '90s, class of '24, 'tis, rock 'n' roll`, 'the ’90s, class of ’24, ’tis, rock ’n’ roll'],
    [`5'10" tall, 6' wide, a 12" ruler`, '5′10″ tall, 6′ wide, a 12″ ruler'],
    [`"aged 65" and "is 5'10" tall"`, '“aged 65” and “is 5′10″ tall”'],
    [`the 1990s' end`, 'the 1990s’ end'],
    [`N'Djamena and 'N'Djamena'`, 'N’Djamena and ‘N’Djamena’'],
  ])('%s', (typed, set) => {
    expect(smartenText(typed, 'en-US')).toBe(set);
  });
});

describe('dashes and dots', () => {
  it.each([
    ['en-US', 'a---b, a -- b, a--b, 12--15, a - b', 'a—b, a – b, a—b, 12–15, a – b'],
    ['de', 'a--b, a -- b', 'a–b, a – b'],
    ['en-US', 'and so... on.... ...well', 'and so… on…. …well'],
    ['en-US', 'well-known, 5 - 3, - item, ----, run --draft now', 'well-known, 5 - 3, - item, ----, run --draft now'],
  ])('%s: %s', (lang, typed, set) => {
    expect(smartenText(typed, lang)).toBe(set);
  });
});

describe('what means what it says letter by letter', () => {
  const parse = (markdown: string, slots: Parameters<typeof parseDocument>[1] = []) =>
    JSON.stringify(parseDocument(markdown, slots, { punctuation: 'en-US' }).tree);

  it.each([`https://example.org/a--b'c...d`, `o'neil@example.org`, `C:\\it's\\a--b`, `../a--b...`, `o--k's.pdf`])(
    'stays as typed: %s',
    (text) => {
      expect(smartenText(`see ${text} now`, 'en-US')).toBe(`see ${text} now`);
    },
  );

  it('stays as typed in code, and in values that are IDs and addresses', () => {
    expect(parse('a `--x "y"` b')).toContain('--x \\"y\\"');
    const value = (path: string) => parse('{\uFDD00\uFDD1}', [{ kind: 'literal', value: `a'b--c`, path }]);
    expect(value('request.letterId')).toContain(`a'b--c`);
    expect(value('writer.email')).toContain(`a'b--c`);
    expect(value('writer.name')).toContain('a’b—c');
    expect(parse(`[it's](https://example.org/it's)`)).toContain('it’s');
    expect(parse(`<https://example.org/it's>`)).not.toContain('’');
  });

  it('stays as typed where it is not asked for', () => {
    expect(JSON.stringify(parseDocument(`it's "x"`).tree)).toContain(`it's \\"x\\"`);
  });
});

describe('a quotation over several inlines', () => {
  it('is one text', () => {
    const slots = [{ kind: 'literal', value: 'well', path: 'a' }] as const;
    const { tree } = parseDocument(`say "**yes**" or *"no"*, "\uFDD00\uFDD1" and "\`x\`" of *it*'s`, slots, {
      punctuation: 'en-US',
    });
    const values = JSON.stringify(tree).match(/"value":"((?:[^"\\]|\\.)*)"/g) ?? [];
    expect(values.map((value) => value.slice(9, -1)).join('')).toBe('say “yes” or “no”, “well” and “x” of it’s');
  });

  it('follows the language of the text that its marks stand in', () => {
    const { tree } = parseDocument('"a" [("b")]{lang=de}', [], { punctuation: 'en-US' });
    expect(JSON.stringify(tree)).toMatch(/“a”.*\(„b“\)/);
  });
});

describe('every text', () => {
  it('keeps its letters, digits and spaces, in order', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'B', 'é', '7', ' ', '"', "'", '-', '.', ',', '(', ')', '/', '@', ':', '\n', '«', 'ש'),
      maxLength: 60,
    });
    const lang = fc.constantFrom('en-US', 'de', 'fr', 'sv', 'he', 'ja', 'ru');
    const kept = (value: string) => value.replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(
      fc.property(text, lang, (typed, language) => {
        const set = smartenText(typed, language);
        expect(kept(set)).toBe(kept(typed));
        expect(smartenText(set, language)).toBe(set);
      }),
      { numRuns: 1000 },
    );
  });
});
