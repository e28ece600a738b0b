import { describe, expect, it } from 'vitest';

import { prepareTemplate } from '../../src/template/prepare-template.js';
import { BUILTIN_TEMPLATES } from '../../src/template/builtin.generated.js';
import { problemsOf, short, template } from './build.js';

const BODY = 'partials/body.md.hbs';

function check(body: string, partials: Record<string, string> = {}) {
  return problemsOf(() => prepareTemplate(template(body, partials)));
}

describe('without any data, a template is refused for', () => {
  const cases: readonly [name: string, body: string, expected: string, hint?: string][] = [
    ['a field that the brief does not have', 'a {{applicent.name}}', 'unknown-field 1:5', '"applicant"'],
    ['a field of a group', '{{writer.nmae}}', 'unknown-field 1:3', '"name"'],
    ['a field in a branch that data may never reach', '{{#if form}}\n{{form.title}}\n{{/if}}', 'unknown-field 2:3'],
    ['a field in an else branch', '{{#if form}}{{else}}{{nope}}{{/if}}', 'unknown-field 1:23'],
    ['a field of a loop', '{{#each points}}{{why}}{{/each}}', 'unknown-field 1:19'],
    ['an outer field without ../', '{{#each points}}{{whyYou}}{{/each}}', 'unknown-field 1:19', '"../whyYou"'],
    ['a field above a loop that is not there', '{{#each points}}{{../point}}{{/each}}', 'unknown-field 1:19'],
    ['a climb above the brief', '{{../x}}', 'unknown-field 1:3'],
    ['a field of a block parameter', '{{#each points as |p|}}{{p.poit}}{{/each}}', 'unknown-field 1:26', '"point"'],
    ['a field of an argument', '{{join-with ", " writer.nam title}}', 'unknown-field 1:18'],
    ['a field in a condition', '{{#if (and points request.isUplaoded)}}x{{/if}}', 'unknown-field 1:19', '"isUploaded"'],
    ['a field below a text', '{{title.first}}', 'unknown-field 1:3'],
    ['a field of a list', '{{points.point}}', 'unknown-field 1:3'],
    ['a field of an item by its index', '{{points.[0].pint}}', 'unknown-field 1:3'],
    ['a field of @root', '{{#each points}}{{@root.titel}}{{/each}}', 'unknown-field 1:19', '"title"'],
    ['@index outside a loop', '{{@index}}', 'unknown-field 1:3'],
    ['a variable that does not exist', '{{#each points}}{{@indx}}{{/each}}', 'unknown-field 1:19', '"@index"'],
    ['a list printed', '{{points}}', 'forbidden 1:1'],
    ['a group printed', '{{writer}}', 'forbidden 1:1', '"writer.name"'],
    ['a date printed whole', '{{request.target}}', 'forbidden 1:1', '"request.target.iso"'],
    ['a text looped over', '{{#each whyYou}}{{/each}}', 'forbidden 1:1', 'paragraphs'],
    ['a truth looped over', '{{#each applicant.isImg}}{{/each}}', 'forbidden 1:1'],
    ['Markdown of a field that is none', '{{{md applicant.name}}}', 'forbidden 1:1', 'two braces'],
    ['Markdown of a list', '{{{md points}}}', 'forbidden 1:1'],
  ];
  it.each(cases)('%s', (_, body, expected, hint) => {
    const problems = check(body);
    expect(problems.map((problem) => short(problem).replace('template/', '').replace(`${BODY}:`, ''))).toEqual([
      expected,
    ]);
    if (hint !== undefined) expect(problems[0]?.hints?.join(' ')).toContain(hint);
  });

  it('fields of partials, in the context that they are called with', () => {
    const problems = check('{{> a}}\n{{> a request}}\n{{#each points}}{{> b}}{{/each}}\n{{> c who=writer}}', {
      a: '{{title}}',
      b: '{{point}} {{../title}} {{../point}}',
      c: '{{who.name}} {{who.nam}} {{title}}',
    });
    expect(problems.map((problem) => `${short(problem)} ${problem.path ?? ''}`)).toEqual([
      'template/unknown-field partials/a.md.hbs:1:3 request.title',
      'template/unknown-field partials/b.md.hbs:1:26 point',
      'template/unknown-field partials/c.md.hbs:1:16 writer.nam',
    ]);
  });

  it('a problem once, however often its partial is called', () => {
    expect(check('{{> a}}{{> a}}{{#each points}}{{> a}}{{/each}}', { a: '{{nope}}' })).toHaveLength(1);
  });
});

describe('without any data, a template is taken', () => {
  const cases: readonly [name: string, body: string][] = [
    [
      'with every kind of path',
      '{{#each points as |p i|}}{{i}}{{@index}}{{p.point}}{{this.because}}{{../title}}{{/each}}',
    ],
    ['with fields below what may be null', '{{form.name}}{{statement.date.text}}{{request.agreedOn.iso}}'],
    ['with lengths and items', '{{points.length}}{{points.[0].point}}'],
    ['with paragraphs of a text', '{{#each (paragraphs whyYou)}}{{this}}{{/each}}'],
    ['with a fallback among groups', '{{#with (or form statement)}}{{/with}}{{#each (or points moments)}}{{/each}}'],
    ['with Markdown fields', '{{{md whyYou}}}{{{md help}}}{{{md statement.text}}}'],
    ['with @root in depth', '{{#each themes}}{{#each evidence}}{{text}}{{../title}}{{@root.title}}{{/each}}{{/each}}'],
  ];
  it.each(cases)('%s', (_, body) => {
    expect(check(body)).toEqual([]);
  });

  it('whose partials call each other, in bounded work', () => {
    const calls = '{{#each @root.points}}{{> a x=this}}{{> b x=this}}{{/each}}';
    expect(check('{{> a x=title}}', { a: calls, b: calls })).toHaveLength(0);
  });

  it('when it is run over data of another shape', () => {
    const other = template('{{anything}}');
    expect(prepareTemplate(other, { checkFields: false }).manifest.name).toBe('test');
  });

  it.each(Object.keys(BUILTIN_TEMPLATES))('when it is the built-in "%s"', (name) => {
    expect(prepareTemplate(BUILTIN_TEMPLATES[name]!).diagnostics).toEqual([]);
  });
});
