import { describe, expect, it } from 'vitest';

import { TemplateError } from '../../src/errors.js';
import { sampleBrief } from '../../src/schema/sample-brief.js';
import { composeMarkdown, type Template } from '../../src/template/index.js';
import { prepareTemplate } from '../../src/template/prepare-template.js';
import { short, template } from './build.js';

const BODY = 'partials/body.md.hbs';
const MANIFEST: Template['manifest'] = { name: 'broken', contract: 1, sections: [{ partial: 'body' }] };

function withManifest(manifest: object): Template {
  return { ...template('x'), manifest: manifest as Template['manifest'] };
}

/** Thirty-odd ways to get a template wrong: each ends in a coded error at its place, never in a crash or a hang. */
const CORPUS: readonly [name: string, template: Template, problem: string][] = [
  ['a block that is never closed', template('# A\n{{#if form}}x'), `template/syntax ${BODY}:2:1`],
  ['a block closed by another', template('{{#if form}}x{{/each}}'), `template/syntax ${BODY}:1:4`],
  ['a brace too few', template('{{title}'), `template/syntax ${BODY}:1:8`],
  ['an unknown field', template('{{titel}}'), `template/unknown-field ${BODY}:1:3`],
  [
    'an unknown field in a loop',
    template('{{#each moments}}{{moment}}{{/each}}'),
    `template/unknown-field ${BODY}:1:20`,
  ],
  ['an unknown field below null', template('{{img.vissa}}'), `template/unknown-field ${BODY}:1:3`],
  ['a list printed', template('{{points}}'), `template/forbidden ${BODY}:1:1`],
  ['a group printed', template('{{request.target}}'), `template/forbidden ${BODY}:1:1`],
  ['a missing partial', template('a\n{{> gone}}'), `template/unknown-partial ${BODY}:2:1`],
  [
    'a section without its partial',
    withManifest({ ...MANIFEST, sections: [{ partial: 'gone' }] }),
    'template/unknown-partial template.json:1:1',
  ],
  [
    'a partial that calls itself for ever',
    template('{{> again}}', { again: '{{> again}}' }),
    'template/limit partials/again.md.hbs:1:1',
  ],
  [
    'two partials that call each other for ever',
    template('{{> a}}', { a: '{{> b}}', b: '{{> a}}' }),
    'template/limit partials/a.md.hbs:1:1',
  ],
  ['raw output', template('{{{title}}}'), `template/forbidden ${BODY}:1:1`],
  ['raw output with an ampersand', template('{{&title}}'), `template/forbidden ${BODY}:1:1`],
  ['Markdown of what is none', template('{{{md title}}}'), `template/forbidden ${BODY}:1:1`],
  ['a decorator', template('{{* steal}}'), `template/forbidden ${BODY}:1:1`],
  ['an inline partial', template('{{#*inline "x"}}y{{/inline}}'), `template/forbidden ${BODY}:1:1`],
  ['a partial block', template('{{#> body}}y{{/body}}'), `template/forbidden ${BODY}:1:1`],
  ['a dynamic partial', template('{{> (concat "a" title)}}'), `template/forbidden ${BODY}:1:1`],
  ['the constructor', template('{{title.constructor}}'), `template/forbidden ${BODY}:1:3`],
  ['the prototype', template('{{#with __proto__}}{{/with}}'), `template/forbidden ${BODY}:1:9`],
  ['a path that climbs out of the folder', template('{{> ../../../etc/passwd}}'), `template/forbidden ${BODY}:1:1`],
  ['an absolute path', template('{{> "/etc/passwd"}}'), `template/forbidden ${BODY}:1:1`],
  ['an unknown helper', template('{{uppercase title}}'), `template/unknown-helper ${BODY}:1:1`],
  ['an unknown block', template('{{#repeat 3}}x{{/repeat}}'), `template/unknown-helper ${BODY}:1:1`],
  ['lookup', template('{{lookup this "title"}}'), `template/forbidden ${BODY}:1:1`],
  ['a huge loop', template(nest('{{#each @root.points}}', '{{/each}}', 24)), `template/limit ${BODY}:1:463`],
  ['a file nested without end', template('{{#if title}}'.repeat(9000)), `template/limit ${BODY}:1:1`],
  ['a file without end', template('x'.repeat(200_000)), `template/limit ${BODY}:1:1`],
  ['an unknown directive', template(':::box\nx\n:::'), `document/unknown-directive ${BODY}:1:1`],
  ['an unknown key', withManifest({ ...MANIFEST, sectoins: [] }), 'template/invalid template.json:1:1'],
  ['another contract', withManifest({ ...MANIFEST, contract: 2 }), 'template/invalid template.json:1:1'],
  ['a manifest that is a list', withManifest([]), 'template/invalid template.json:1:1'],
  [
    'a base that does not exist',
    withManifest({ ...MANIFEST, extends: 'word' }),
    'template/not-found template.json:1:1',
  ],
  [
    'a frame without sections',
    { manifest: MANIFEST, files: { 'packet.md.hbs': 'x', [BODY]: 'x' } },
    'template/invalid packet.md.hbs:1:1',
  ],
  [
    'a file that is a syntax tree',
    { manifest: MANIFEST, files: { ...template('x').files, [BODY]: { type: 'Program' } as unknown as string } },
    `template/invalid ${BODY}:1:1`,
  ],
];

function nest(open: string, close: string, times: number): string {
  return `${open.repeat(times)}x${close.repeat(times)}`;
}

describe('a broken template ends in its coded error at its place', () => {
  it('of at least thirty kinds', () => {
    expect(CORPUS.length).toBeGreaterThanOrEqual(30);
  });

  it.each(CORPUS)('%s', (_, broken, problem) => {
    let problems: readonly string[] = [];
    try {
      // The whole way of a packet: what reading cannot know, such as a loop without end, the run stops.
      composeMarkdown(prepareTemplate(broken), sampleBrief('everything'));
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      problems = error.diagnostics.map(short);
      for (const { message, source } of error.diagnostics) expect([message, source?.file]).not.toContain('');
    }
    expect(problems[0]).toBe(problem);
  });
});
