import { expect, it } from 'vitest';

import { parseDocument } from '../../src/document/index.js';
import { composeMarkdown } from '../../src/template/index.js';
import { prepareAny } from '../template/build.js';

it('a warning about a directive leads to its line in the template', () => {
  const prepared = prepareAny({
    manifest: { name: 'x', contract: 1, sections: [{ partial: 'a' }, { partial: 'b' }] },
    files: {
      'packet.md.hbs': '{{! a note }}\n:::callout tone={{x}}\n:::\n\n{{> sections}}\n:::keep\n',
      'partials/a.md.hbs': '\n# A {{x}}\n\n{{#each xs}}\n:::keep {{this}}\n{{> c}}\n:::\n{{/each}}\n',
      'partials/b.md.hbs': '{{#if x}}\n{{x}}\n{{x}} {{x}}\n:::callout tone={{x}}\nb\n{{/if}}\n',
      'partials/c.md.hbs': 'c\n\n  {{> d}}\n',
      'partials/d.md.hbs': 'd\n:::lead {{@root.x}}\n:::\n',
    },
  });
  const { markdown, slots, origins } = composeMarkdown(prepared, { x: 'loud', xs: [1, 2] });
  const { diagnostics } = parseDocument(markdown, slots, { origins });
  expect(
    diagnostics.map(({ found, source }) => `${found ?? ''} ${source?.file ?? '?'}:${source?.line ?? 0}`).sort(),
  ).toEqual([
    '1 partials/a.md.hbs:5',
    '2 partials/a.md.hbs:5',
    ':::callout partials/b.md.hbs:4',
    ':::keep packet.md.hbs:6',
    'loud packet.md.hbs:2',
    'loud partials/b.md.hbs:4',
    'loud partials/d.md.hbs:2',
    'loud partials/d.md.hbs:2',
  ]);
});
