import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/index.js';

const inlines = (markdown: string, slots: Parameters<typeof parseDocument>[1] = []): unknown => {
  const [block] = parseDocument(markdown, slots).tree.children;
  return block?.type === 'paragraph' ? block.children : block;
};

describe('[text]{lang=…}', () => {
  it('states the language of its text', () => {
    expect(inlines('a [Bác sĩ *đa khoa*]{lang=vi} b')).toEqual([
      { type: 'text', value: 'a ' },
      { type: 'text', value: 'Bác sĩ ', lang: 'vi' },
      { type: 'emphasis', children: [{ type: 'text', value: 'đa khoa', lang: 'vi' }] },
      { type: 'text', value: ' b' },
    ]);
    expect(parseDocument('a [b]{lang=pt-BR} [c]{lang="de"}').languages).toEqual(['pt-BR', 'de']);
  });

  it('takes text and language from values', () => {
    const slots = [
      { kind: 'literal', value: 'Göç](x) *y*', path: 'a.title' },
      { kind: 'literal', value: 'tr', path: 'a.lang' },
    ] as const;
    const parsed = parseDocument('[\uFDD00\uFDD1]{lang=\uFDD01\uFDD1}', slots);
    expect(parsed.tree.children[0]).toMatchObject({
      children: [{ type: 'text', value: 'Göç](x) *y*', path: 'a.title', lang: 'tr' }],
    });
    expect(parsed.languages).toEqual(['tr']);
  });

  it('is text without a language tag, and only text where the value is none', () => {
    expect(inlines('[a]{lang=} [b]{color=red}')).toEqual([{ type: 'text', value: '[a]{lang=} [b]{color=red}' }]);
    const slots = [{ kind: 'literal', value: 'no tag!', path: 'x' }] as const;
    expect(inlines('[a]{lang=\uFDD00\uFDD1} b', slots)).toEqual([
      { type: 'text', value: 'a' },
      { type: 'text', value: ' b' },
    ]);
  });

  it('leaves links as they are', () => {
    expect(inlines('[a](https://example.org)')).toMatchObject([{ type: 'link' }]);
    expect(inlines('[a [b](https://example.org) c]{lang=de}')).toMatchObject([
      { type: 'text', value: 'a ', lang: 'de' },
      { type: 'link', children: [{ lang: 'de' }] },
      { type: 'text', value: ' c', lang: 'de' },
    ]);
  });
});
