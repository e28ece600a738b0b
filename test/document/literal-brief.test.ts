import fc from 'fast-check';
import { expect, it } from 'vitest';

import { parseDocument } from '../../src/document/index.js';
import { briefShape, type Shape } from '../../src/schema/brief-shape.js';
import type { Brief } from '../../src/schema/brief.js';
import { sampleBrief } from '../../src/schema/sample-brief.js';
import { BUILTIN_TEMPLATES } from '../../src/template/builtin.generated.js';
import { composeMarkdown, type PreparedTemplate } from '../../src/template/index.js';
import { prepareTemplate } from '../../src/template/prepare-template.js';

/** Values that templates compare or link to, and those that are Markdown by contract: not literal text. */
const NOT_LITERAL =
  /^(iso|on|from|to|axis|lang|status|url|email|website|portalUrl|kind|role|focus|emphasis|contract)$|Url$/;

/** Puts into every literal text of a brief what `next` gives. */
function fillTexts(value: unknown, shape: Shape, name: string, next: (path: string) => string): unknown {
  if (shape.kind === 'list' && Array.isArray(value)) {
    return value.map((item, index) => fillTexts(item, shape.item, `${name}[${index}]`, next));
  }
  if (shape.kind === 'group' && typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, item]) => {
      const field = shape.fields[key];
      if (!field || (field.kind === 'text' && (field.markdown || NOT_LITERAL.test(key)))) return [key, item];
      return [key, fillTexts(item, field, `${name}.${key}`, next)];
    });
    return Object.fromEntries(entries) as unknown;
  }
  return shape.kind === 'text' && typeof value === 'string' ? next(name) : value;
}

/** A tree in which neighbouring texts are one, without what follows from texts (ids) and where they come from (paths). */
function plain(node: unknown, texts: (text: string) => string): unknown {
  if (Array.isArray(node)) {
    const out: unknown[] = [];
    for (const item of node.map((child) => plain(child, texts))) {
      const last = out.at(-1) as { type?: string; value?: string } | undefined;
      const { type, value } = (item ?? {}) as { type?: string; value?: string };
      if (type === 'text' && last?.type === 'text') last.value = `${last.value ?? ''}${value ?? ''}`;
      else out.push(item);
    }
    return out;
  }
  if (typeof node === 'string') return texts(node);
  if (typeof node !== 'object' || node === null) return node;
  const kept = Object.entries(node).filter(([key]) => key !== 'id' && key !== 'path' && key !== 'lang');
  return Object.fromEntries(kept.map(([key, item]) => [key, plain(item, texts)]));
}

const character = fc.constantFrom(
  ...'*_`~[]()<>{}#+-.!|\\&;:/="\'$^ 019abéñЖ中ﷺ@%?,',
  '\u200d',
  '{{',
  '}}',
  ':::',
  '![',
  '](',
  '<!--',
);
const value = fc
  .array(character, { minLength: 1, maxLength: 24 })
  // White space in code and in the rows of figures is folded.
  .map((parts) => parts.join('').replace(/ +/g, ' ').trim())
  .filter((text) => text !== '');

const templates = Object.entries(BUILTIN_TEMPLATES).map(
  ([name, template]) => [name, prepareTemplate(template)] as const,
);
const base = sampleBrief('everything');

function treeOf(template: PreparedTemplate, brief: object): readonly unknown[] {
  const { markdown, slots } = composeMarkdown(template, brief);
  return parseDocument(markdown, slots).tree.children;
}

/** How many texts of the sample brief are filled in each run. */
function countTexts(): number {
  let count = 0;
  fillTexts(base, briefShape(), '', () => String((count += 1)));
  return count;
}

const VALUES = 20_000;
const perRun = countTexts();

it('what 20,000 values of briefs say changes neither the structure of a packet nor any other text', () => {
  expect(perRun).toBeGreaterThan(200);
  const runs = Math.ceil(VALUES / perRun / templates.length);
  for (const [, template] of templates) {
    const names: string[] = [];
    const named = fillTexts(base, briefShape(), '', () => `Feld${names.push('')}q`);
    const tree = treeOf(template, named as Brief);
    fc.assert(
      fc.property(fc.array(value, { minLength: perRun, maxLength: perRun }), (values) => {
        let at = 0;
        const brief = fillTexts(base, briefShape(), '', () => values[at++] ?? '');
        const expected = plain(tree, (text) =>
          text.replace(/Feld(\d+)q/g, (_, n: string) => values[Number(n) - 1] ?? ''),
        );
        expect(plain(treeOf(template, brief as Brief), (text) => text)).toEqual(expected);
      }),
      { numRuns: runs, endOnFailure: true },
    );
  }
});
