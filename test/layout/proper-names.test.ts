import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/index.js';
import { findProperNames } from '../../src/layout/proper-names.js';

const namesIn = (markdown: string, lang = 'en-US', slots: Parameters<typeof parseDocument>[1] = []): string[] =>
  [...findProperNames(parseDocument(markdown, slots).tree.children, lang)].sort();

describe('findProperNames', () => {
  it('takes words with a capital inside a sentence, in any block, not those that begin one', () => {
    expect(namesIn('Communication with *Holloway*, and with Lindqvist. Another time\n\n- by Okafor-Adeyemi')).toEqual([
      'Lindqvist',
      'Okafor',
    ]);
  });

  it('takes every word of a value that is a name', () => {
    const slots = [{ kind: 'literal', value: 'Margaret Holloway', path: 'writer.name' }] as const;
    expect(namesIn('\uFDD00\uFDD1 asked', 'en-US', slots)).toEqual(['Holloway', 'Margaret']);
  });

  it('leaves German nouns alone, names aside', () => {
    expect(namesIn('und das Krankenhaus', 'de')).toEqual([]);
    expect(namesIn('[und das Krankenhaus]{lang=de} near Cleveland')).toEqual(['Cleveland']);
  });
});
