import { describe, expect, it } from 'vitest';

import { composeMarkdown, fillMarks, type Template } from '../../src/template/index.js';
import { prepareAny, compose, problemsOf, render, short, template } from './build.js';

const BODY = 'partials/body.md.hbs';

describe('values', () => {
  it('become slots with their brief paths', () => {
    const { slots } = compose(
      '{{a.b}} {{#each xs}}{{x}}{{#with y}}{{../x}}{{z}}{{/with}}{{/each}} {{{md a.b}}} {{date a.d}}',
      {
        a: { b: '*hi*', d: '2026-09' },
        xs: [
          { x: 1, y: null },
          { x: 2, y: { z: true } },
        ],
      },
    );
    expect(slots).toEqual([
      { kind: 'literal', value: '*hi*', path: 'a.b' },
      { kind: 'literal', value: '1', path: 'xs[0].x' },
      { kind: 'literal', value: '2', path: 'xs[1].x' },
      { kind: 'literal', value: '2', path: 'xs[1].x' },
      { kind: 'literal', value: 'true', path: 'xs[1].y.z' },
      { kind: 'markdown', value: '*hi*', path: 'a.b' },
      { kind: 'literal', value: 'Sep 2026', path: 'a.d' },
    ]);
  });

  it('of null and undefined print nothing, and nothing is below null', () => {
    expect(render('[{{a}}{{b}}{{a.c.d}}]', { a: null, b: undefined })).toBe('[]');
  });

  it('of zero and false print', () => {
    expect(render('{{a}} {{b}}', { a: 0, b: false })).toBe('0 false');
  });

  it('cannot hold a mark', () => {
    const { slots, diagnostics } = compose('{{a}}{{b}}', { a: 'x\uFDD00\uFDD1', b: '\uE000' });
    expect(slots.map(({ value }) => value)).toEqual(['x\uFFFD0\uFFFD', '\uE000']);
    expect(diagnostics).toMatchObject([{ severity: 'warning', code: 'input/bad-value', path: 'a' }]);
  });

  it('cannot be smuggled into the template text', () => {
    expect(compose('a\uFDD00\uFDD1b', {}).markdown).toContain('a\uFFFD0\uFFFDb');
  });

  it('keep their own paths through the fields of a partial', () => {
    const { slots } = compose('{{> row a x=b.c}}', { a: { n: 1 }, b: { c: 'v' } }, { row: '{{n}}{{x}}' });
    expect(slots.map(({ path }) => path)).toEqual(['a.n', 'b.c']);
  });
});

describe('a field that the brief does not have', () => {
  const brief = { name: 'x', jobs: [{ title: 'a', org: { city: null } }], n: 3 };
  it.each([
    ['in a value', 'ab {{nam}}', '1:4', 'nam', 'did you mean "name"?'],
    ['deeper', '\n  {{jobs.[0].titel}}', '2:3', 'jobs[0].titel', 'did you mean "title"?'],
    ['in #if', '{{#if nme}}x{{/if}}', '1:7', 'nme', 'did you mean "name"?'],
    ['in #each', '{{#each job}}x{{/each}}', '1:9', 'job', 'did you mean "jobs"?'],
    ['in #with', '{{#with jops}}x{{/with}}', '1:9', 'jops', 'did you mean "jobs"?'],
    ['in an argument', '{{date naem}}', '1:8', 'naem', 'did you mean "name"?'],
    ['in a call', '{{#if (eq naem "a")}}{{/if}}', '1:11', 'naem', 'did you mean "name"?'],
    ['in raw Markdown', '{{{md naem}}}', '1:7', 'naem', 'did you mean "name"?'],
    ['in a partial call', '{{> row naem}}', '1:9', 'naem', 'did you mean "name"?'],
    ['in a partial field', '{{> row x=naem}}', '1:11', 'naem', 'did you mean "name"?'],
    [
      'of an outer context',
      '{{#each jobs}}{{name}}{{/each}}',
      '1:15',
      'jobs[0].name',
      'an outer context has it: "../name"',
    ],
    ['below a text', '{{name.first}}', '1:3', 'name.first', undefined],
    [
      'of a list',
      '{{jobs.title}}',
      '1:3',
      'jobs.title',
      'go through it with {{#each}}, or take one item as in items.[0]',
    ],
    ['with @', '{{@index}}', '1:3', undefined, '@index exists inside {{#each}}'],
    ['above the brief', '{{../name}}', '1:3', undefined, undefined],
    ['of a prototype', '{{toString}}', '1:3', 'toString', undefined],
    ['of a text', '{{name.length}}', '1:3', 'name.length', undefined],
  ])('%s', (_, body, at, path, hint) => {
    const problems = problemsOf(() => compose(body, brief, { row: '' }));
    expect(problems.map(({ code }) => code)).toEqual(['template/unknown-field']);
    const [problem] = problems;
    const [line, column] = at.split(':').map(Number);
    expect(problem?.source?.line).toBe(line);
    // A bare value is located at its braces or at its path; either is on it.
    expect([column, (column ?? 0) + 2]).toContain(problem?.source?.column);
    expect(problem?.path).toBe(path);
    if (hint !== undefined) expect(problem?.hints).toContain(hint);
  });

  it('is reported once for each place, all places together', () => {
    const body = '{{#each jobs}}{{nope}}{{/each}}\n{{nix}}';
    const problems = problemsOf(() => compose(body, { jobs: [{}, {}, {}] }));
    expect(problems.map(short)).toEqual([`template/unknown-field ${BODY}:1:17`, `template/unknown-field ${BODY}:2:3`]);
  });

  it('is only looked for where the template goes', () => {
    expect(render('{{#if a}}{{b.c}}{{else}}ok{{/if}}', { a: false })).toBe('ok');
  });

  it('is no item of a short list', () => {
    expect(render('[{{xs.[3].a}}{{xs.length}}]', { xs: [] })).toBe('[0]');
  });
});

describe('values that cannot be used', () => {
  it.each([
    ['a list printed', 'ab {{xs}}', '1:4'],
    ['an object printed', '{{o}}', '1:1'],
    ['a text looped over', '{{#each s}}x{{/each}}', '1:1'],
    ['a text joined', '{{join s ", "}}', '1:1'],
    ['a list as a date', '{{date xs}}', '1:1'],
    ['a text counted for its plural', '{{plural s "a" "b"}}', '1:1'],
    ['a number compared with a text', '{{#if (gt s n)}}x{{/if}}', '1:7'],
  ])('%s', (_, body, at) => {
    const problems = problemsOf(() => compose(body, { xs: [1], o: { a: 1 }, s: 'x', n: 1 }));
    expect(problems.map(short)).toEqual([`template/forbidden ${BODY}:${at}`]);
  });
});

describe('sections', () => {
  const three: Template = {
    manifest: {
      name: 'three',
      contract: 1,
      sections: [{ partial: 'a', fit: 'page' }, { partial: 'b' }, { partial: 'c', start: 'flow' }],
    },
    files: {
      'packet.md.hbs': 'before\n\n{{> sections}}\n\nafter\n',
      'partials/a.md.hbs': 'A {{a}}',
      'partials/b.md.hbs': '{{#if b}}B{{/if}}\n\n  {{b}}\n',
      'partials/c.md.hbs': 'C',
    },
  };
  const text = (brief: object): string => {
    const { markdown, slots } = composeMarkdown(prepareAny(three), brief);
    return fillMarks(markdown, slots).replace(/\n{2,}/g, '\n');
  };

  it('stand in their order inside the frame, each with its name, start and fit', () => {
    expect(text({ a: 1, b: 'b' }).split('\n')).toEqual([
      'before',
      '::::::::::::section name="a" start="page" fit="page"',
      'A 1',
      '::::::::::::',
      '::::::::::::section name="b" start="page" fit="none"',
      'B',
      '  b',
      '::::::::::::',
      '::::::::::::section name="c" start="flow" fit="none"',
      'C',
      '::::::::::::',
      'after',
      '',
    ]);
  });

  it('vanish when they print nothing but white space', () => {
    for (const b of [null, '']) expect(text({ a: 1, b })).not.toContain('name="b"');
  });

  it('vanish when all their values are white space', () => {
    expect(compose('{{a}} {{{md b}}}\n', { a: ' \n ', b: '\t' }).markdown).toBe('');
  });

  it('leave one prepared template unchanged', () => {
    const prepared = prepareAny(three);
    const first = composeMarkdown(prepared, { a: 1, b: null });
    composeMarkdown(prepared, { a: 2, b: 'b' });
    expect(composeMarkdown(prepared, { a: 1, b: null })).toEqual(first);
  });
});

it('climbs by blocks, whatever the data', () => {
  const body = '{{#each xs}}{{#each ../xs}}{{../../s}}{{/each}}{{/each}}';
  expect(render(body, { xs: ['a', 'a'], s: '.' })).toBe('....');
});

describe('limits', () => {
  const limited = (body: string, brief: object, limits: object, partials = {}): string[] =>
    problemsOf(() => composeMarkdown(prepareAny(template(body, partials)), brief, { limits })).map(short);

  it('stop partials that call themselves', () => {
    expect(limited('{{> me}}', {}, {}, { me: 'x{{> me}}' })).toEqual(['template/limit partials/me.md.hbs:1:2']);
  });

  it('let a partial end itself', () => {
    const tree = { kids: [{ kids: [] }, { kids: [{ kids: [] }] }] };
    expect(render('{{> node}}', tree, { node: '({{#each kids}}{{> node}}{{/each}})' })).toBe('(()(()))');
  });

  it('stop loops in loops', () => {
    const xs = Array.from({ length: 100 }, () => 0);
    const body = '{{#each xs}}{{#each ../xs}}{{#each ../../xs}}.{{/each}}{{/each}}{{/each}}';
    expect(limited(body, { xs }, {})).toEqual([expect.stringMatching(/^template\/limit/)]);
    expect(limited('{{#each xs}}{{/each}}', { xs }, { iterations: 100 })).toEqual([]);
    expect(limited('{{#each xs}}{{/each}}', { xs }, { iterations: 99 })).toEqual([`template/limit ${BODY}:1:1`]);
  });

  it('stop partials that double', () => {
    const doubling = Object.fromEntries(
      Array.from({ length: 30 }, (_, n) => [`p${n}`, n === 0 ? 'x' : `{{> p${n - 1}}}{{> p${n - 1}}}`]),
    );
    expect(limited('{{> p29}}', {}, {}, doubling)[0]).toMatch(/^template\/limit/);
  });

  it('stop too much output', () => {
    const xs = Array.from({ length: 100 }, () => 'y'.repeat(100));
    expect(limited('{{#each xs}}{{this}}{{/each}}', { xs }, { characters: 9999 })).toHaveLength(1);
    expect(limited('{{#each xs}}{{this}}{{/each}}', { xs }, { characters: 10_000 })).toEqual([]);
  });
});
