import { describe, expect, it } from 'vitest';

import { parseDocument } from '../../src/document/index.js';
import { literal, markdown, parseMarked } from './outline.js';

const lines = (text: string, ...values: string[]): string[] =>
  parseMarked(
    text,
    values.map((value) => literal(value)),
  ).lines;

describe('a literal value', () => {
  it('keeps its lines as line breaks, a blank line as one', () => {
    expect(lines('a «0» b', '\n x \r\n\r\n\n  y\n')).toEqual(['p a { x}⏎{y} b']);
  });
  it('stays on one line in a heading and in code', () => {
    expect(lines('# «0» `«0»`', 'x\ny')).toEqual(['h1 {x y} `x y`']);
  });
  it('is not decoded', () => {
    expect(lines('&amp; «0»', '&amp;')).toEqual(['p & {&amp;}']);
  });
  it('leaves its path on text and code', () => {
    expect(parseDocument('\uFDD00\uFDD1 `\uFDD00\uFDD1`', [literal('x', 'a.b')]).tree.children).toEqual([
      {
        type: 'paragraph',
        children: [
          { type: 'text', value: 'x', path: 'a.b' },
          { type: 'text', value: ' ' },
          { type: 'code', value: 'x', path: 'a.b' },
        ],
      },
    ]);
  });
});

describe('an empty value leaves nothing behind', () => {
  it.each([
    ['a strong text', 'a **«0»** b', ['p a b']],
    ['code', 'a `«0»` b', ['p a b']],
    ['a link text', 'a [«0»](https://x.org) b', ['p a b']],
    ['an autolink', 'a <«0»> b', ['p a b']],
    ['a link target', 'a [text](«0») b', ['p a text b']],
    ['an e-mail target', 'a [text](mailto:«0») b', ['p a text b']],
    ['a telephone target', 'a [text](tel:«0») b', ['p a text b']],
    ['a line of a paragraph', 'a\n«0»\nb', ['p a b']],
    ['a broken line', 'a\\\n«0»', ['p a']],
    ['a paragraph', 'a\n\n«0»\n\nb', ['p a', 'p b']],
    ['a heading', '## «0»\n\nb', ['p b']],
    ['a list item', '- a\n- «0»\n- b', ['ul', '  li', '    p a', '  li', '    p b']],
    ['a list', '- «0»', []],
    ['a task', '- [ ] «0»', []],
    ['a row', '| A |\n|---|\n| «0» |\n| b |', ['table', '  A', '  b']],
    ['a table', '| A |\n|---|\n| «0» |', []],
    ['a fact', ':::facts\nA: «0»\nB: b\n:::', ['facts', '  B = b']],
    ['a callout', ':::callout\n«0»\n:::', []],
    ['columns', ':::columns\n«0»\n:::break\n:::', []],
    ['an entry', ':::entry\n«0» | «0»\n\n«0»\n:::', []],
    ['a line of an entry', ':::entry\na | b\n«0» | «0»\n:::', ['entry', '  a ¦ b']],
    ['a section', '::::::::::::section name="x"\n«0»\n::::::::::::', []],
    ['a quote', '> «0»', []],
  ])('%s', (_, text, expected) => {
    expect(lines(text, '')).toEqual(expected);
    expect(lines(text, ' \n')).toEqual(expected);
  });
});

describe('facts and entries part at the template’s text only', () => {
  it('a label', () => {
    expect(lines(':::facts\n«0»: «1»\n:::', 'a: b', 'c: d')).toEqual(['facts', '  {a: b} = {c: d}']);
  });
  it('a line', () => {
    expect(lines(':::entry\n«0» | «1»\n:::', 'a | b', 'c | d')).toEqual(['entry', '  {a | b} ¦ {c | d}']);
  });
  it('a line without its left side', () => {
    expect(lines(':::entry\n | «0»\n:::', '2024')).toEqual(['entry', '   ¦ {2024}']);
  });
  it('keeps links in a value of a fact', () => {
    expect(lines(':::facts\nE-mail: <«0»>\n:::', 'a@b.co')).toEqual(['facts', '  E-mail = [{a@b.co}](mailto:a@b.co)']);
  });
});

describe('a Markdown value', () => {
  const value = (text: string, source: string): string[] => parseMarked(text, [markdown(source)]).lines;

  it('alone in a paragraph becomes its blocks', () => {
    expect(value('a\n\n«0»\n\nb', '**x**\n\n- y')).toEqual(['p a', 'p **{x}**', 'ul', '  li', '    p {y}', 'p b']);
  });
  it('alone in a list item, quote or callout becomes blocks there', () => {
    expect(value('- «0»', 'x\n\ny')).toEqual(['ul', '  li', '    p {x}', '    p {y}']);
    expect(value('- [x] «0»', 'x\n\ny')).toEqual(['ul', '  li', '    p {x}', '    p {y}']);
    expect(value('> «0»', 'x\n\ny')).toEqual(['quote', '  p {x}', '  p {y}']);
    expect(value(':::callout\n«0»\n:::', 'x\n\ny')).toEqual(['callout', '  p {x}', '  p {y}']);
  });
  it('within a line becomes its inlines', () => {
    expect(value('a «0» b', '*x*\n\n- y\n- z')).toEqual(['p a *{x}*⏎{y}⏎{z} b']);
    expect(value('# «0»', 'x\n\ny')).toEqual(['h1 {x} {y}']);
    expect(value('| A |\n|---|\n| «0» |', 'x | y\n\nz')).toEqual(['table', '  A', '  {x | y}⏎{z}']);
    expect(value(':::facts\nA: «0»\n:::', 'x: y')).toEqual(['facts', '  A = {x: y}']);
  });
  it('cannot leave its place', () => {
    const hostile = ':::\n\n::::::::::::\n\n:::callout\nx\n\n```\n\n<div>\n\n<!--';
    const { lines: found } = parseMarked(':::callout\n«0»\n:::\n\nafter', [markdown(hostile)]);
    expect(found[0]).toBe('callout');
    expect(found.at(-1)).toBe('p after');
    expect(found.slice(1, -1).every((line) => line.startsWith('  '))).toBe(true);
  });
  it('has its headings below the heading above it, no level left out', () => {
    expect(value('## Part\n\n«0»\n\n## Next', '# A\n\n### B\n\n## C\n\n# D')).toEqual([
      'h2 Part',
      'h3 {A}',
      'h4 {B}',
      'h4 {C}',
      'h3 {D}',
      'h2 Next',
    ]);
    expect(value('###### Deep\n\n«0»', '# A')).toEqual(['h6 Deep', 'h6 {A}']);
    expect(value('«0»', '### A')).toEqual(['h1 {A}']);
  });
  it('has the same rules for links, images and HTML', () => {
    const { lines: found, codes } = parseMarked('«0»', [
      markdown('[a](javascript:x) [b](https://b.org) [c](www.c.org) ![d](d.png) <i>e</i> [f](file:///f)'),
    ]);
    expect(found).toEqual(['p {a }[{b}](https://b.org){ }[{c}](https://www.c.org){ d <i>e</i> f}']);
    expect(codes).toEqual([
      'document/link-dropped',
      'document/image-dropped',
      'document/html-as-text',
      'document/html-as-text',
      'document/link-dropped',
    ]);
  });
  it('can define no links for others', () => {
    expect(parseMarked('«0»\n\n[x]', [markdown('[x]: https://e.org')]).lines).toEqual(['p [x]']);
  });
  it('that is no prose is set as typed', () => {
    for (const endless of ['>'.repeat(500), 'a'.repeat(3000), '- '.repeat(200), '*a* '.repeat(20_000).trim()]) {
      expect(value('«0»', endless)).toEqual([`p {${endless}}`]);
    }
  });
  it('takes bounded time whatever it says', () => {
    const units = [
      '_a ',
      '**a ',
      '[a]( ',
      '![ ',
      '<a ',
      '`` ` ',
      '> ',
      '- ',
      '<!-- ',
      'a@ ',
      '[a]: ',
      '\n- ',
      'a\n===\n',
      '\t',
      '|a|\n|-|\n',
    ];
    for (const unit of units) {
      const { tree } = parseDocument('\uFDD00\uFDD1', [markdown(unit.repeat(10_000 / unit.length))]);
      expect(tree.children.length).toBeLessThan(20_000);
    }
  });
});

describe('links of the template', () => {
  const target = (text: string, ...values: string[]): { line: string | undefined; codes: string[] } => {
    const { lines: found, codes } = parseMarked(
      text,
      values.map((value) => literal(value)),
    );
    return { line: found[0], codes };
  };
  it.each([
    ['<«0»>', 'a@b.co', 'p [{a@b.co}](mailto:a@b.co)'],
    ['<«0»>', 'https://x.org/a', 'p [{https://x.org/a}](https://x.org/a)'],
    ['<«0»>', 'linkedin.com/in/x', 'p [{linkedin.com/in/x}](https://linkedin.com/in/x)'],
    ['[t](«0»)', 'www.x.org', 'p [t](https://www.x.org)'],
    ['[t](«0»)', ' a@b.co\n', 'p [t](mailto:a@b.co)'],
    ['[t](«0»)', 'tel:+1', 'p [t](tel:+1)'],
    ['[t](mailto:«0»)', 'a@b.co?bcc=c@d.e', 'p [t](mailto:a@b.co%3Fbcc=c@d.e)'.replace('=', '%3D')],
    ['[t](tel:«0»)', '+1 (555) 010-2233 ext. 5', 'p [t](tel:+15550102233)'],
    ['[t](https://doi.org/«0»)', '10.1/a b?c#d', 'p [t](https://doi.org/10.1/a%20b%3Fc%23d)'],
    ['[t](https://x.org/?q=«0»)', 'a&b=c', 'p [t](https://x.org/?q=a%26b%3Dc)'],
    ['[t](https://x.org/é)', '', 'p [t](https://x.org/%C3%A9)'],
    ['[t](https://x.org/?a&amp;b)', '', 'p [t](https://x.org/?a&b)'],
    ['[«0»](https://x.org)', '[a](b)', 'p [{[a](b)}](https://x.org)'],
  ])('%s with %j', (text, value, expected) => {
    expect(target(text, value)).toEqual({ line: expected, codes: [] });
  });
  it.each([
    ['<«0»>', 'not a link', 'p {not a link}'],
    ['[t](«0»)', 'javascript:alert(1)', 'p t'],
    ['[t](«0»)', 'JavaScript:alert(1)', 'p t'],
    ['[t](«0»)', 'java\nscript:alert(1)', 'p t'],
    ['[t](«0»)', 'data:text/html,x', 'p t'],
    ['[t](«0»)', '/etc/passwd', 'p t'],
    ['[t](«0»)', 'https://x.org/ a', 'p t'],
    ['[t](«0»:x)', 'javascript', 'p t'],
    ['[t](file:///x)', '', 'p t'],
    ['[t](x.md)', '', 'p t'],
    ['[t](#none)', '', 'p t'],
  ])('drops %s with %j', (text, value, expected) => {
    expect(target(text, value)).toEqual({ line: expected, codes: ['document/link-dropped'] });
  });
  it('to a heading further down stay', () => {
    expect(lines('[t](#later)\n\n# Later')).toEqual(['p [t](#later)', 'h1 Later']);
  });
});

describe('headings', () => {
  it('have unique ids, also when a text looks like a numbered one', () => {
    const { tree } = parseDocument('# A\n# A 2\n# A\n# 日本\n# A\n# section 4');
    expect(tree.children.map((block) => (block.type === 'heading' ? block.id : ''))).toEqual([
      'a',
      'a-2',
      'a-3',
      'section-4',
      'a-4',
      'section-4-2',
    ]);
  });
});

describe('directives', () => {
  it('take values in their attributes, which cannot end them', () => {
    const { lines: found, codes } = parseMarked('::::::::::::section name="«0»" start=«1»\nx\n::::::::::::', [
      literal('a" fit="page'),
      literal('flow'),
    ]);
    expect(found).toEqual(['section', '  p x']);
    expect(codes).toEqual([]);
  });
  it('nest by counting, and a longer fence ends shorter ones left open', () => {
    const { lines: found, codes } = parseMarked('::::keep\n:::callout\na\n:::\n:::callout\nb\n::::\nc', []);
    expect(found).toEqual(['keep', '  callout', '    p a', '  callout', '    p b', 'p c']);
    expect(codes).toEqual(['document/unclosed-directive']);
  });
  it('in code stay code', () => {
    expect(lines('```\n:::callout\n```\nb')).toEqual(['p `:::callout`', 'p b']);
  });
  it('that are misspelt keep their content and say so', () => {
    const { diagnostics } = parseDocument(':::calout\nx\n:::');
    expect(diagnostics).toMatchObject([
      { code: 'document/unknown-directive', found: ':::calout', hints: ['did you mean :::callout?'] },
    ]);
  });
  it('indented are directives too', () => {
    expect(lines('  :::keep\n  a\n  :::')).toEqual(['keep', '  p a']);
  });
  it('leave columns without marks to the layout, which sees how tall things are', () => {
    expect(lines(':::columns count=3\na\n\nb\n:::')).toEqual(['columns', '  column', '    p a', '    p b']);
    const { tree } = parseDocument(':::columns count=3\na\n\nb\n:::');
    expect(tree.children).toMatchObject([{ type: 'columns', balanced: 3 }]);
  });
});
