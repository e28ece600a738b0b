import { describe, expect, it } from 'vitest';

import type { Template } from '../../src/template/index.js';
import { prepareAny, problemsOf, short, template } from './build.js';

const BODY = 'partials/body.md.hbs';

describe('prepareTemplate refuses', () => {
  const cases: readonly [name: string, body: string, expected: string][] = [
    ['raw output', 'a\n  {{{x}}}', `template/forbidden ${BODY}:2:3`],
    ['raw output with &', 'a {{&x}}', `template/forbidden ${BODY}:1:3`],
    ['a raw helper that is not md', '{{{date x}}}', `template/forbidden ${BODY}:1:1`],
    ['raw md without a field', '{{{md}}}', `template/forbidden ${BODY}:1:1`],
    ['raw md of a literal', '{{{md "**x**"}}}', `template/forbidden ${BODY}:1:1`],
    ['md with two braces', 'x {{md x}}', `template/forbidden ${BODY}:1:3`],
    ['md inside a call', '{{concat (md x) "a"}}', `template/forbidden ${BODY}:1:10`],
    ['a decorator', '{{* foo}}', `template/forbidden ${BODY}:1:1`],
    ['an inline partial', '\n{{#*inline "x"}}a{{/inline}}', `template/forbidden ${BODY}:2:1`],
    ['a partial block', 'a{{#> x}}b{{/x}}', `template/forbidden ${BODY}:1:2`],
    ['a dynamic partial', '{{> (concat "a" b)}}', `template/forbidden ${BODY}:1:1`],
    ['a partial path that climbs', '{{> ../../etc/passwd}}', `template/forbidden ${BODY}:1:1`],
    ['a partial path that climbs, quoted', '{{> "../x"}}', `template/forbidden ${BODY}:1:1`],
    ['a raw block', '{{{{if x}}}} {{a}} {{{{/if}}}}', `template/forbidden ${BODY}:1:1`],
    ['lookup', '{{lookup a "b"}}', `template/forbidden ${BODY}:1:1`],
    ['lookup inside a call', '{{#if (lookup a b)}}x{{/if}}', `template/forbidden ${BODY}:1:7`],
    ['log', 'ab {{log x}}', `template/forbidden ${BODY}:1:4`],
    ['helperMissing', '{{helperMissing x}}', `template/forbidden ${BODY}:1:1`],
    ['a constructor', '{{a.constructor.name}}', `template/forbidden ${BODY}:1:3`],
    ['a prototype', '{{#if a.__proto__}}x{{/if}}', `template/forbidden ${BODY}:1:7`],
    ['a prototype in brackets', '{{a.[__proto__]}}', `template/forbidden ${BODY}:1:3`],
    ['a literal', '{{"x"}}', `template/forbidden ${BODY}:1:1`],
    ['sections in a partial', 'x\n{{> sections}}', `template/forbidden ${BODY}:2:1`],
    ['an unknown helper', 'ab {{dat x}}', `template/unknown-helper ${BODY}:1:4`],
    ['an unknown helper in a call', '{{#if (eqq a b)}}x{{/if}}', `template/unknown-helper ${BODY}:1:7`],
    ['an unknown block', '{{#iff x}}a{{/iff}}', `template/unknown-helper ${BODY}:1:1`],
    ['a section of mustache', '{{#items}}a{{/items}}', `template/unknown-helper ${BODY}:1:1`],
    ['an unknown option', '{{date x style="long"}}', `template/unknown-helper ${BODY}:1:10`],
    ['an unknown block option', '{{#each xs limit=3}}{{/each}}', `template/unknown-helper ${BODY}:1:12`],
    ['an unknown partial', '\n {{> nope}}', `template/unknown-partial ${BODY}:2:2`],
    ['too few values', '{{eq a}}', `template/syntax ${BODY}:1:1`],
    ['too many values', '{{#if a b}}x{{/if}}', `template/syntax ${BODY}:1:1`],
    ['a block that is not closed', 'x\n  {{#if a}}\n{{#each b}}{{/each}}', `template/syntax ${BODY}:2:3`],
    ['a block closed by another name', '{{#if a}}x{{/each}}', `template/syntax ${BODY}:1:4`],
    ['a mustache that is not closed', 'a\nb {{x', `template/syntax ${BODY}:2:5`],
    ['a mustache closed by one brace', 'x {{#if x}', `template/syntax ${BODY}:1:10`],
    ['an option without a value', '{{a b=}}', `template/syntax ${BODY}:1:7`],
    ['a path that climbs in its middle', '{{a/../b}}', `template/syntax ${BODY}:1:3`],
  ];
  it.each(cases)('%s', (_, body, expected) => {
    expect(problemsOf(() => prepareAny(template(body))).map(short)).toEqual([expected]);
  });

  it('reports all problems of all files at once', () => {
    const broken = template('{{{a}}}\n{{foo x}}\n{{> one}}\n{{> two}}', { one: '{{#if}}', two: 'x {{log x}}' });
    expect(problemsOf(() => prepareAny(broken)).map(short)).toEqual([
      `template/forbidden ${BODY}:1:1`,
      `template/unknown-helper ${BODY}:2:1`,
      'template/syntax partials/one.md.hbs:1:1',
      'template/forbidden partials/two.md.hbs:1:3',
    ]);
  });

  it('a file that is no text, so that no syntax tree can be smuggled in', () => {
    const tree = { type: 'Program', body: [{ type: 'MustacheStatement' }] };
    const smuggled = { ...template('x') };
    const files = { ...smuggled.files, 'partials/body.md.hbs': tree as unknown as string };
    expect(problemsOf(() => prepareAny({ ...smuggled, files })).map(short)).toEqual([`template/invalid ${BODY}:1:1`]);
  });

  it('a file nested too deeply', () => {
    const deep = '{{#if a}}'.repeat(5000) + '{{/if}}'.repeat(5000);
    expect(problemsOf(() => prepareAny(template(deep))).map(short)).toEqual([`template/limit ${BODY}:1:1`]);
    const calls = `{{not ${'(not '.repeat(5000)}a${')'.repeat(5000)}}}`;
    expect(problemsOf(() => prepareAny(template(calls))).map(short)).toEqual([`template/limit ${BODY}:1:1`]);
  });

  it('a file that is too long', () => {
    expect(problemsOf(() => prepareAny(template('x'.repeat(100_001)))).map(short)).toEqual([
      `template/limit ${BODY}:1:1`,
    ]);
  });

  it('hints at what was meant', () => {
    const hintsOf = (body: string): readonly string[] => problemsOf(() => prepareAny(template(body)))[0]?.hints ?? [];
    expect(hintsOf('{{date-rang a b}}')).toContain('did you mean {{date-range from to}}?');
    expect(hintsOf('{{#ech xs}}{{/ech}}')).toContain('did you mean {{#each ...}}?');
    expect(hintsOf('{{> bodi}}')).toContain('did you mean "body"?');
    expect(hintsOf('{{count}}')).toContain('for a field of that name write {{this.count}}');
    expect(hintsOf('{{#if a}}')).toContain('add {{/if}}');
  });
});

describe('the frame', () => {
  const framed = (frame: string): Template => {
    const base = template('x');
    return { ...base, files: { ...base.files, 'packet.md.hbs': frame } };
  };
  it.each([
    ['no sections', 'hello', 'template/invalid packet.md.hbs:1:1'],
    ['sections twice', '{{> sections}}\n{{> sections}}', 'template/invalid packet.md.hbs:2:1'],
    ['sections in a block', '{{#if a}}\n{{> sections}}\n{{/if}}', 'template/invalid packet.md.hbs:2:1'],
    ['sections with a context', '{{> sections a}}', 'template/invalid packet.md.hbs:1:1'],
  ])('refuses %s', (_, frame, expected) => {
    expect(problemsOf(() => prepareAny(framed(frame))).map(short)).toEqual([expected]);
  });

  it('is asked for when it is missing', () => {
    const { manifest } = template('x');
    const files = { 'partials/body.md.hbs': 'x' };
    expect(problemsOf(() => prepareAny({ manifest, files })).map(short)).toEqual([
      'template/unknown-partial packet.md.hbs:1:1',
    ]);
  });
});

describe('the manifest', () => {
  it('reports every problem with its path', () => {
    const manifest = {
      name: '',
      contract: 2,
      sectoins: [],
      sections: [{ partial: 'Body', startt: 'page' }],
      theme: { page: { margns: {} } },
    };
    const bad = { ...template('x'), manifest: manifest as unknown as Template['manifest'] };
    const problems = problemsOf(() => prepareAny(bad)).filter(({ code }) => code === 'template/invalid');
    expect(problems.map(({ path }) => path).sort((a = '', b = '') => (a < b ? -1 : 1))).toEqual([
      'contract',
      'name',
      'sections[0].partial',
      'sections[0].startt',
      'sectoins',
      'theme.page.margns',
    ]);
    expect(problems.find(({ path }) => path === 'sectoins')?.hints).toEqual(['did you mean "sections"?']);
    expect(problems.find(({ path }) => path === 'sections[0].startt')?.hints).toEqual(['did you mean "start"?']);
    expect(problems.find(({ path }) => path === 'theme.page.margns')?.hints).toEqual(['did you mean "margins"?']);
  });

  it('names a section whose partial does not exist', () => {
    const base = template('x');
    const manifest = { ...base.manifest, sections: [{ partial: 'body' }, { partial: 'boody' }] };
    const [problem] = problemsOf(() => prepareAny({ ...base, manifest }));
    expect(problem).toMatchObject({ code: 'template/unknown-partial', path: 'sections[1].partial' });
    expect(problem?.hints).toEqual(['did you mean "body"?']);
  });

  it('fills in defaults', () => {
    const prepared = prepareAny(template('x'));
    expect(prepared.manifest.sections).toEqual([{ partial: 'body', start: 'page', fit: 'none' }]);
    expect(prepared.theme.page.size).toBe('letter');
  });
});

describe('falling through to another template', () => {
  const fallback: Template = {
    manifest: { name: 'base', contract: 1, sections: [{ partial: 'cv' }], theme: { page: { size: 'a4' } } },
    files: {
      'packet.md.hbs': 'base frame\n{{> sections}}',
      'partials/cv.md.hbs': 'base cv {{> cv/entry}}',
      'partials/cv/entry.md.hbs': 'base entry',
      'partials/broken.md.hbs': '{{#if}}',
    },
  };
  it('takes own partials first, then those of the fallback, also from within the fallback', () => {
    const own: Template = {
      manifest: { name: 'own', contract: 1, sections: [{ partial: 'cv' }] },
      files: { 'partials/cv/entry.md.hbs': 'own entry' },
    };
    const prepared = prepareAny(own, { fallback });
    expect(Object.keys(prepared.partials)).toEqual(['cv', 'cv/entry']);
    expect(JSON.stringify(prepared.partials['cv/entry'])).toContain('own entry');
    expect(JSON.stringify(prepared.partials['cv'])).toContain('base cv');
    expect(JSON.stringify(prepared.frame)).toContain('base frame');
    expect(prepared.theme.page.size).toBe('a4');
  });

  it('keeps its own theme', () => {
    const own: Template = {
      manifest: { name: 'own', contract: 1, sections: [{ partial: 'cv' }], theme: {} },
      files: {},
    };
    expect(prepareAny(own, { fallback }).theme.page.size).toBe('letter');
  });

  it('warns of a partial that nothing uses', () => {
    const own: Template = {
      manifest: { name: 'own', contract: 1, sections: [{ partial: 'cv' }] },
      files: { 'partials/cv/entri.md.hbs': 'x', 'notes.txt': 'x' },
    };
    const { diagnostics } = prepareAny(own, { fallback });
    expect(diagnostics.map(({ severity, source, hints }) => [severity, source?.file, hints[0]])).toEqual([
      ['warning', 'partials/cv/entri.md.hbs', 'did you mean "cv/entry"?'],
      ['warning', 'notes.txt', 'a partial is a file partials/<name>.md.hbs'],
    ]);
  });
});

it('gives plain data that can be sent to a worker or written as JSON', () => {
  const prepared = prepareAny(template('{{#each xs as |x i|}}{{i}} {{date x}}{{/each}}'));
  expect(structuredClone(prepared)).toEqual(prepared);
  expect(JSON.parse(JSON.stringify(prepared))).toEqual(prepared);
});
