import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseDocument, type Block, type Inline } from '../../src/document/index.js';
import { composeMarkdown } from '../../src/template/index.js';
import { prepareAny } from '../template/build.js';

/** Every position in which a template can print a value. */
const BODY = `# Letter for {{v}}

{{v}} is **{{v}}** and *a {{v}}*; [{{v}}](https://x.org/{{v}}) \`{{v}}\` ~~{{v}}~~ a{{v}}b \\*{{v}}\\* ({{v}}) {{v}}

{{v}}
===

- {{v}}
  1. {{v}}
- [ ] {{v}}
{{#each xs}}
- item {{this}}
{{/each}}

> {{v}}

| {{v}} | B |
|---|--:|
| {{v}} | {{v}} |
{{#each xs}}
| {{this}} | x |
{{/each}}

:::facts
Due: {{v}}
{{v}}: value
Two: {{v}} {{v}}
:::

:::callout tone=key
{{v}}
:::

:::entry
{{v}} | {{v}}
**{{v}}**, {{v}}
{{v}}

{{v}}
:::

:::columns
{{v}}
:::break
{{v}}
:::

:::small
{{v}}
:::

{{concat "" v}}, {{join xs ", "}}

The end.
`;

const prepared = prepareAny({
  manifest: { name: 'every position', contract: 1, sections: [{ partial: 'body' }] },
  files: { 'packet.md.hbs': '{{> sections}}\n', 'partials/body.md.hbs': BODY },
});

function parse(v: string): { blocks: readonly Block[]; codes: string[] } {
  const { markdown, slots } = composeMarkdown(prepared, { v, xs: [v, v] });
  const { tree, diagnostics } = parseDocument(markdown, slots);
  return { blocks: tree.children, codes: diagnostics.map(({ code }) => code) };
}

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;

/** A value as it should come back: its lines, without blank ones and without the white space around line ends. */
function typed(v: string, lineEnd: string): string {
  const lines = v.replace(/[\uFDD0\uFDD1]/g, '\uFFFD').split(LINE_END);
  const kept = lines.map((line, index) => ({ line, index })).filter(({ line }) => line.trim() !== '');
  return kept
    .map(({ line }, n) => (n > 0 ? line.trimStart() : line))
    .map((line, n) => (n < kept.length - 1 ? line.trimEnd() : line).replaceAll('\t', ' '))
    .join(lineEnd);
}

/** Joins the lines of one value to one text again, so that trees with and without line breaks can be compared. */
function joined(inlines: readonly Inline[]): unknown[] {
  const out: { type: string; value?: string; path?: string }[] = [];
  for (let index = 0; index < inlines.length; index += 1) {
    const inline = inlines[index] as Inline;
    const last = out.at(-1);
    const next = inlines[index + 1];
    const fromValue = last?.type === 'text' && last.path !== undefined;
    if (inline.type === 'break' && fromValue && next?.type === 'text' && next.path === last.path) {
      last.value += `\n${next.value}`;
      index += 1;
    } else {
      out.push({ ...inline });
    }
  }
  return out;
}

function comparable(value: unknown): unknown {
  if (Array.isArray(value)) {
    const inline = value.some((item: { type?: string }) => item.type === 'text' || item.type === 'break');
    return (inline ? joined(value as Inline[]) : (value as unknown[])).map(comparable);
  }
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== 'id' && key !== 'href');
  return Object.fromEntries(kept.map(([key, item]) => [key, comparable(item)]));
}

/** The tree of a harmless value with that value replaced; a heading and code keep to one line. */
function expectedTree(v: string): unknown {
  const replace = (node: unknown, oneLine: boolean): unknown => {
    if (Array.isArray(node)) return node.map((item) => replace(item, oneLine));
    if (typeof node !== 'object' || node === null) return node;
    const { type, value, path } = node as { type?: string; value?: string; path?: string };
    const flat = oneLine || type === 'heading';
    if (value !== undefined && path !== undefined) {
      if (type === 'code') return { ...node, value: v.replace(/[\uFDD0\uFDD1]/g, '\uFFFD').replace(/\s+/g, ' ') };
      if (value === 'X, X') return { ...node, value: typed(`${v}, ${v}`, '\n') };
      return { ...node, value: typed(v, flat ? ' ' : '\n') };
    }
    return Object.fromEntries(Object.entries(node).map(([key, item]) => [key, replace(item, flat)]));
  };
  return replace(harmless, false);
}

const harmless = comparable(parse('X').blocks);

const AWKWARD = [
  '*',
  '**',
  '_',
  '`',
  '```',
  '~~~',
  '#',
  '# ',
  '\n',
  '\n\n',
  '\n# ',
  '\r\n',
  '|',
  '\\',
  '<script>',
  '</b>',
  '<!--',
  '-->',
  '[a](javascript:x)',
  '![i](f)',
  '](',
  'http://e.com',
  'www.e.com',
  'a@b.co',
  '- ',
  '1. ',
  '> ',
  '~~',
  '---',
  '===',
  '\t',
  '    ',
  '&amp;',
  '&#35;',
  '{{x}}',
  '{{{x}}}',
  '$&',
  '$1',
  '\uFDD00\uFDD1',
  '\uE0000\uE001',
  'é',
  'مح',
  'ñ',
  '0',
  '[^1]: x',
  '[x]: http://y',
  '  \n',
  'a',
  'B c',
  ':::',
  '\n:::\n',
  ':::callout',
  '\n::::::::::::\n',
  ': ',
  ' | ',
  '- [x] ',
  '\u2028',
  '\0',
  '\u00A0',
  '\uD800',
  '%',
  '?',
  '#',
  '/../',
  '</',
  '"',
  "'",
  '=',
];
const values = fc
  .oneof(
    {
      weight: 4,
      arbitrary: fc.array(fc.constantFrom(...AWKWARD), { minLength: 1, maxLength: 6 }).map((parts) => parts.join('')),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }) },
  )
  .filter((v) => v.trim() !== '' && v !== 'X');

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 400);

describe('a value', () => {
  it('changes neither structure nor other text, and comes back as typed', () => {
    fc.assert(
      fc.property(values, (v) => {
        const { blocks, codes } = parse(v);
        expect(comparable(blocks)).toEqual(expectedTree(v));
        expect(codes).toEqual([]);
        const links = JSON.stringify(blocks).match(/"href":"[^"]*"/g) ?? [];
        expect(links).toHaveLength(1);
        expect(links[0]).toMatch(/^"href":"https:\/\/x\.org\/[!$%&'()*+,\-./0-9:;=@A-Z_a-z~]*"$/);
      }),
      { numRuns: RUNS },
    );
  }, 600_000);
});
