import { describe, expect, it } from 'vitest';

import { type Template } from '../../src/template/index.js';
import { prepareTemplate } from '../../src/template/prepare-template.js';
import { BUILTIN_TEMPLATES } from '../../src/template/builtin.generated.js';
import { problemsOf } from './build.js';

const classic = prepareTemplate(BUILTIN_TEMPLATES['classic']!);

function extending(manifest: Partial<Template['manifest']>, files: Template['files'] = {}): Template {
  return { manifest: { name: 'mine', contract: 1, extends: 'classic', ...manifest }, files };
}

describe('a template that extends a built-in one', () => {
  it('needs nothing else: sections, orders, partials and theme are those of its base', () => {
    const mine = prepareTemplate(extending({}));
    expect(mine.manifest.name).toBe('mine');
    expect(mine.manifest.sections).toEqual(classic.manifest.sections);
    expect(mine.manifest.orders).toEqual(classic.manifest.orders);
    expect(mine.theme).toEqual(classic.theme);
    expect(Object.keys(mine.partials).sort()).toEqual(Object.keys(classic.partials).sort());
  });

  it('lays its theme tokens over those of its base', () => {
    const { theme } = prepareTemplate(extending({ theme: { colors: { accent: '#5a1f3a' }, page: { size: 'a4' } } }));
    expect(theme.colors).toEqual({ ...classic.theme.colors, accent: '#5a1f3a' });
    expect(theme.page).toEqual({ ...classic.theme.page, size: 'a4' });
    expect(theme.text).toEqual(classic.theme.text);
  });

  it('replaces a partial and keeps the others', () => {
    const mine = prepareTemplate(extending({}, { 'partials/story.md.hbs': '# Mine {{title}}' }));
    expect(mine.partials['story']).not.toEqual(classic.partials['story']);
    expect(mine.partials['brief']).toEqual(classic.partials['brief']);
  });

  it('with sections of its own has these for every letter', () => {
    const { manifest } = prepareTemplate(extending({ sections: [{ partial: 'statement' }, { partial: 'brief' }] }));
    expect(manifest.sections.map(({ partial }) => partial)).toEqual(['statement', 'brief']);
    expect(manifest.orders).toBeUndefined();
  });

  it('is refused when there is no such base, with the nearest name', () => {
    const [problem] = problemsOf(() => prepareTemplate(extending({ extends: 'clasic' })));
    expect(problem).toMatchObject({ code: 'template/not-found', path: 'extends', found: 'clasic' });
    expect(problem?.hints[0]).toContain('"classic"');
  });

  it('has its mistakes reported as its own', () => {
    const theme = { colors: { accent: 'red' } } as Template['manifest']['theme'];
    const problems = problemsOf(() => prepareTemplate(extending({ theme, contract: 2 as 1 })));
    expect(problems.map(({ path }) => path)).toEqual(['contract', 'theme.colors.accent']);
  });
});

it('a template without sections and without a base is told what it lacks', () => {
  const manifest = { name: 'mine', contract: 1 } as Template['manifest'];
  const [problem] = problemsOf(() => prepareTemplate({ manifest, files: { 'packet.md.hbs': '{{> sections}}' } }));
  expect(problem).toMatchObject({ code: 'template/invalid', path: 'sections' });
  expect(problem?.message).toContain('extend a built-in template');
});

it('a colour that cannot be read on its ground is a warning that names both', () => {
  const { diagnostics } = prepareTemplate(extending({ theme: { colors: { muted: '#999999' } } }));
  expect(diagnostics.map(({ code, path, severity }) => [code, path, severity])).toEqual([
    ['template/contrast', 'theme.colors.muted', 'warning'],
    ['template/contrast', 'theme.colors.muted', 'warning'],
  ]);
  expect(diagnostics[0]?.message).toContain('2.8:1');
});
