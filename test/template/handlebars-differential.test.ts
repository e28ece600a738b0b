import fc from 'fast-check';
import Handlebars from 'handlebars';
import { describe, expect, it } from 'vitest';

import { composeMarkdown, fillMarks, type Template } from '../../src/template/index.js';
import { prepareAny } from './build.js';

/** Renders the frame alone, so that nothing but the language itself is compared. */
function ours(source: string, brief: object, partials: Record<string, string>): string {
  const files: Record<string, string> = {
    'packet.md.hbs': `${source}\u0001{{> sections}}`,
    'partials/none.md.hbs': '',
  };
  for (const [name, text] of Object.entries(partials)) files[`partials/${name}.md.hbs`] = text;
  const template: Template = { manifest: { name: 't', contract: 1, sections: [{ partial: 'none' }] }, files };
  const { markdown, slots } = composeMarkdown(prepareAny(template), brief);
  return fillMarks(markdown, slots).replace(/\u0001$/, '');
}

/** With HTML escaping, which the values here do not meet: without it Handlebars adds neighbouring numbers up. */
function theirs(source: string, brief: object, partials: Record<string, string>): string {
  const instance = Handlebars.create();
  for (const [name, text] of Object.entries(partials)) instance.registerPartial(name, text);
  instance.registerHelper('eq', (a: unknown, b: unknown) => a === b);
  instance.registerHelper('concat', (...args: unknown[]) => args.slice(0, -1).join(''));
  return instance
    .compile(`${source}\u0001`)(brief)
    .replace(/\u0001$/, '');
}

const PARTIALS = {
  line: 'p:{{s}}\nq\n',
  item: '{{#if t}}<{{t}}>{{/if}}{{@index}}\n  {{> leaf}}\n',
  leaf: 'leaf {{t}}\nend\n',
  named: '{{label}}={{s}};',
};
const BRIEF = {
  s: 'text',
  e: '',
  z: 0,
  n: 7,
  yes: true,
  no: false,
  nil: null,
  one: { t: 'T', s: 'inner', deep: { t: 'D' } },
  none: [],
  xs: ['a', 'b', 'c'],
  os: [
    { t: 1, ys: [1, 2], s: 'S1' },
    { t: null, ys: [], s: 'S2' },
  ],
  map: { k1: 'v1', k2: 'v2' },
};

/** Statements with the context they need: `root` reads the brief, `item` an element of `os`. */
const value = fc.constantFrom(
  '{{s}}',
  '{{this.s}}',
  '{{./s}}',
  '{{@root.n}}',
  '{{concat s "-" @root.z}}',
  '{{@root.one.deep.t}}',
  '{{@root.xs.[1]}}',
  '{{[s]}}',
  '{{@root.nil.a.b}}',
  '{{@root.xs.length}}',
  '{{! note }}',
  '{{!-- {{s}} --}}',
  '\\{{s}}',
  '{{~s~}}',
  '{{@root.no}}',
);
const gap = fc.constantFrom('', ' ', '\n', '\n\n', '  ', 'x', ' y\n', '\n  ', '- ');
const partial = fc.constantFrom(
  '{{> line}}',
  '{{> named label="l"}}',
  '{{> named @root.one label=s}}',
  '  {{> line}}\n',
  '\n    {{> line}}\n',
);
const condition = fc.constantFrom(
  's',
  '@root.e',
  '@root.z',
  '@root.nil',
  '@root.none',
  '@root.xs',
  '(eq s "text")',
  '@root.no',
  '@root.one',
);

const { body } = fc.letrec<{ body: string; statement: string }>((tie) => ({
  body: fc.array(fc.tuple(gap, tie('statement')), { maxLength: 4 }).map((parts) => parts.flat().join('')),
  statement: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    value,
    gap,
    partial,
    fc.tuple(condition, tie('body'), tie('body')).map(([c, a, b]) => `{{#if ${c}}}${a}{{else}}${b}{{/if}}`),
    fc.tuple(condition, tie('body')).map(([c, a]) => `{{#unless ${c}}}\n${a}\n{{/unless}}\n`),
    fc
      .tuple(condition, condition, tie('body'))
      .map(([c, d, a]) => `{{#if ${c}}}\n${a}\n{{else if ${d}}}\n1${a}\n{{^}}\n0\n{{/if}}`),
    fc.tuple(condition, tie('body')).map(([c, a]) => `{{^if ${c}}}${a}{{/if}}`),
    fc.tuple(condition, tie('body')).map(([c, a]) => `{{~#if ${c} includeZero=true~}} ${a} {{~/if~}}`),
    tie('body').map(
      (a) =>
        `{{#each @root.xs}}{{@index}}{{@key}}{{#if @first}}F{{/if}}{{this}}{{.}}{{#if @last}}L{{/if}}{{/each}}${a}`,
    ),
    tie('body').map(
      (a) => `{{#each @root.os}}\n  ${a}\n{{#each ys}}{{this}}{{../t}}{{@../index}}{{else}}none{{/each}}\n{{/each}}\n`,
    ),
    tie('body').map((a) => `{{#each @root.map as |v k|}}{{k}}:{{v}} {{/each}}${a}`),
    tie('body').map(
      (a) => `{{#each @root.os as |o i|}}{{o.t}}{{i}}{{#with o as |p|}}{{p.t}}{{o.t}}{{/with}}${a}{{/each}}`,
    ),
    tie('body').map((a) => `{{#with @root.one}}${a}{{t}}{{#with deep}}{{t}}{{../t}}{{/with}}{{/with}}`),
    tie('body').map((a) => `{{#with @root.nil}}x{{else}}${a}{{/with}}`),
    tie('body').map((a) => `{{#each @root.os}}\n  {{> item}}\n{{/each}}${a}`),
  ),
}));

describe('the evaluator', () => {
  it('prints what Handlebars prints', () => {
    fc.assert(
      fc.property(body, (source) => {
        expect(ours(source, BRIEF, PARTIALS)).toBe(theirs(source, BRIEF, PARTIALS));
      }),
      { numRuns: 100 },
    );
  });
});
