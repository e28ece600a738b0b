import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { TemplateError } from '../../src/errors.js';
import { defaultTypesetter, loadFonts, loadPreparedTemplate, loadTemplate } from '../../src/node/index.js';
import { BUILTIN_TEMPLATES } from '../../src/template/builtin.generated.js';
import { imageFiles } from '../../src/template/index.js';
import { prepareTemplate } from '../../src/template/prepare-template.js';
import { png } from '../image/support/pngs.js';
import { tempFolder } from './temp-folder.js';

const manifest = JSON.stringify({
  name: 'mine',
  contract: 1,
  sections: [{ partial: 'hello' }, { partial: 'parts/two' }],
});
const mine = {
  'template.json': manifest,
  'packet.md.hbs': '{{> sections}}\n',
  'partials/hello.md.hbs': '# For {{writer.name}}\n',
  'partials/parts/two.md.hbs': 'Two\n',
};

async function problemsOf(promise: Promise<unknown>) {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof TemplateError)) throw new Error(`no TemplateError but ${String(error)}`);
  return error.diagnostics;
}

describe('loadPreparedTemplate', () => {
  it.each(Object.keys(BUILTIN_TEMPLATES))('gives %s as its texts are read and checked', async (name) => {
    const template = BUILTIN_TEMPLATES[name]!;
    const prepared = prepareTemplate(template, { fallback: BUILTIN_TEMPLATES['classic']! });
    expect(await loadPreparedTemplate(name)).toEqual(JSON.parse(JSON.stringify(prepared)));
    expect(prepared.diagnostics).toEqual([]);
  });
});

describe('loadTemplate', () => {
  it('brings the images of its folder, and refuses a link that leads out of it', async () => {
    const crest = png({ width: 2, height: 2, kind: 0, bits: 8 }, () => [0]);
    const folder = tempFolder({ ...mine, 'images/crest.png': crest, 'images/notes.txt': 'x' });
    expect((await loadTemplate(folder)).images).toEqual({ 'crest.png': crest });
    const { images } = await loadPreparedTemplate(folder);
    expect(imageFiles(JSON.parse(JSON.stringify(images)) as typeof images)['crest.png']).toEqual(crest);
    expect(imageFiles(images)['crest.png']).toBe(imageFiles(images)['crest.png']);
    symlinkSync(path.resolve('package.json'), path.join(folder, 'images/out.png'));
    expect(await problemsOf(loadTemplate(folder))).toMatchObject([{ code: 'template/forbidden' }]);
  });

  it('loads a built-in template by name', async () => {
    expect(await loadTemplate('classic')).toBe(BUILTIN_TEMPLATES['classic']);
  });

  it('loads a folder with its partials', async () => {
    const folder = tempFolder({ ...mine, 'notes.txt': 'x', 'pictures/x.hbs': 'x' });
    const { 'template.json': json, ...files } = mine;
    expect(await loadTemplate(folder)).toEqual({ manifest: JSON.parse(json), files });
    expect((await loadPreparedTemplate(folder)).manifest.name).toBe('mine');
  });

  it('proposes the name that was meant', async () => {
    const [problem] = await problemsOf(loadTemplate('clasic'));
    expect(problem?.code).toBe('template/not-found');
    expect(problem?.hints[0]).toBe('did you mean "classic"?');
  });

  it.each([
    ['no manifest', { 'packet.md.hbs': '' }, '', 'template/not-found'],
    ['a manifest that is not JSON', { ...mine, 'template.json': '{\n  "name": }' }, '', 'template/invalid'],
    [
      'a partial that is not UTF-8',
      { ...mine, 'partials/hello.md.hbs': Buffer.from('\xe9', 'latin1') },
      '',
      'input/encoding',
    ],
    ['a file', { 'x.txt': '{}' }, 'x.txt', 'template/not-found'],
  ])('reports %s', async (_, files, place, code) => {
    const problems = await problemsOf(loadTemplate(path.join(tempFolder(files), place)));
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('points into template.json', async () => {
    const folder = tempFolder({ ...mine, 'template.json': '{\n  "name": }' });
    const [problem] = await problemsOf(loadTemplate(folder));
    expect(problem?.source).toEqual({ file: path.join(folder, 'template.json'), line: 2, column: 11 });
  });

  it('names the files of problems as they can be opened', async () => {
    const folder = tempFolder({ ...mine, 'partials/hello.md.hbs': 'one\n{{#if writer}}\n' });
    const [problem] = await problemsOf(loadPreparedTemplate(folder));
    expect(problem).toMatchObject({
      code: 'template/syntax',
      source: { file: path.join(folder, 'partials/hello.md.hbs'), line: 2 },
    });
  });
});

describe('loadFonts', () => {
  it('reads the faces of the package once', async () => {
    const [first, second] = [await loadFonts(), await loadFonts()];
    expect(first[0]).toMatchObject({ family: 'Source Serif 4', weight: 400, style: 'normal' });
    expect(first.length).toBeGreaterThanOrEqual(16);
    expect(second).not.toBe(first);
    expect(second[0]).toBe(first[0]);
    for (const { bytes } of first) expect([bytes.constructor, bytes[1]]).toEqual([Uint8Array, 1]);
    expect(await defaultTypesetter()).toBe(await defaultTypesetter());
  });
});

describe('a template.json that cannot be used', () => {
  it('is told in words, every problem with its place', async () => {
    const folder = tempFolder({
      'template.json': `{
  "name": "", "contract": 2,
  "extends": "classic",
  "sections": [{ "partial": "brief", "start": "pag" }, { "partial": 7 }, {}],
  "orders": { "reccord": [] },
  "theme": { "page": { "margins": { "top": -1, "left": 9999 } }, "text": { "hyphenate": "yes" } }
}`,
    });
    const problems = await problemsOf(loadPreparedTemplate(folder));
    expect(problems.map(({ message, source, hints }) => [source?.line, message, ...hints])).toEqual([
      [2, 'name: is empty'],
      [2, 'contract: must be 1, the version of the brief that this lor-packet makes'],
      [4, 'sections[0].start: must be "page" or "flow"'],
      [4, 'sections[1].partial: must be text in quotes'],
      [4, 'sections[2].partial: is missing'],
      [5, 'unknown key "orders.reccord"', 'did you mean "record"?'],
      [6, 'theme.page.margins.top: must be at least 0'],
      [6, 'theme.page.margins.left: must be at most 2000'],
      [6, 'theme.text.hyphenate: must be true or false'],
    ]);
  });

  it('is empty', async () => {
    const [problem] = await problemsOf(loadPreparedTemplate(tempFolder({ 'template.json': '\n' })));
    expect(problem?.message).toBe('template.json is not valid JSON: the file is empty');
  });

  it('is what "templates precompile" wrote for apps', async () => {
    const file = path.join(tempFolder({ 'mine.json': '{"prepared":1,"manifest":{}}' }), 'mine.json');
    const problems = await problemsOf(loadPreparedTemplate(file));
    expect(problems.map(({ message }) => message)).toEqual([
      `${file} is a template for apps, as "lor-packet templates precompile" writes it`,
    ]);
  });
});
