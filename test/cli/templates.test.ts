import { existsSync, mkdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { TemplateError } from '../../src/errors.js';
import { findTemplate } from '../../src/node/template-place.js';
import { loadApplication } from '../../src/node/index.js';
import { renderPacket } from '../../src/packet.js';
import type { PreparedTemplate } from '../../src/template/index.js';
import { BUILTIN_TEMPLATES } from '../../src/template/builtin.generated.js';
import { testTypesetter } from '../support/fonts.js';
import { tempFolder } from '../node/temp-folder.js';
import { runCommand } from './run-command.js';

const EXAMPLE = 'examples/img-internal-medicine';

describe('templates list', () => {
  it('names every built-in template, with what it is like', async () => {
    const { code, stdout } = await runCommand(['templates']);
    expect(code).toBe(0);
    for (const [name, { manifest }] of Object.entries(BUILTIN_TEMPLATES)) {
      expect(manifest.description).toBeTruthy();
      expect(stdout).toContain(`${name}  `);
      expect(stdout).toContain(manifest.description);
    }
  });

  it('lists the sections and partials of one', async () => {
    const { stdout } = await runCommand(['templates', 'list', 'classic', '--json']);
    const listed = JSON.parse(stdout) as { sections: string[]; partials: string[] };
    expect(listed.sections[0]).toBe('brief');
    expect(listed.partials).toContain('record/education');
  });
});

describe('templates eject', () => {
  it.each(Object.keys(BUILTIN_TEMPLATES))('writes "%s" whole: it renders as the built-in one does', async (name) => {
    const folder = path.join(tempFolder({}), 'my-school');
    expect((await runCommand(['templates', 'eject', name, folder])).code).toBe(0);
    const manifest = JSON.parse(readFileSync(path.join(folder, 'template.json'), 'utf8')) as { name: string };
    expect(manifest.name).toBe('my-school');
    const check = await runCommand(['templates', 'check', folder, '--strict']);
    expect([check.code, check.stdout]).toEqual([0, expect.stringContaining('0 errors, 0 warnings')]);
    const composed = JSON.parse((await runCommand(['templates', 'precompile', folder])).stdout) as PreparedTemplate;
    const builtin = JSON.parse((await runCommand(['templates', 'precompile', name])).stdout) as PreparedTemplate;
    expect({ ...composed, manifest: null }).toEqual({ ...builtin, manifest: null });
  });

  it('writes one partial; the rest falls through', async () => {
    const folder = path.join(tempFolder({}), 'mine');
    const { stdout } = await runCommand(['templates', 'eject', 'classic', folder, '--partial', 'story']);
    expect(stdout).toContain(path.join(folder, 'partials', 'story.md.hbs'));
    expect(existsSync(path.join(folder, 'partials', 'brief.md.hbs'))).toBe(false);
    writeFileSync(path.join(folder, 'partials', 'story.md.hbs'), '# My own story of {{applicant.name}}\n');
    const out = tempFolder({});
    const built = await runCommand(['build', EXAMPLE, '-o', out, '-t', folder, '-l', 'dang-general', '-q']);
    expect(built).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('overwrites nothing', async () => {
    const folder = tempFolder({ 'template.json': 'mine' });
    const { code, stderr } = await runCommand(['templates', 'eject', 'classic', folder]);
    expect([code, stderr]).toEqual([1, expect.stringContaining('nothing was written')]);
    expect(readFileSync(path.join(folder, 'template.json'), 'utf8')).toBe('mine');
    expect(existsSync(path.join(folder, 'partials'))).toBe(false);
  });

  it.each([
    [['clasic', 'x'], 'did you mean "classic"?'],
    [['classic', 'x', '--partial', 'breif'], 'did you mean "brief"?'],
  ])('says what was meant: %s', async (args, hint) => {
    const { code, stderr } = await runCommand(['templates', 'eject', ...args]);
    expect([code, stderr]).toEqual([1, expect.stringContaining(hint)]);
    expect(existsSync('x')).toBe(false);
  });
});

describe('templates check', () => {
  it('finds what no data of one applicant would reach, with file, line, column and frame', async () => {
    const folder = tempFolder({
      'template.json': '{\n  "name": "mine", "contract": 1, "extends": "classic"\n}\n',
      'partials/story.md.hbs': '# Story\n\n{{#if form}}\n  {{form.tilte}}\n{{/if}}\n',
    });
    const { code, stdout } = await runCommand(['templates', 'check', folder]);
    expect(code).toBe(1);
    expect(stdout).toContain(`${path.join(folder, 'partials/story.md.hbs')}:4:5`);
    expect(stdout).toContain('"tilte"');
    expect(stdout).toContain('4 |   {{form.tilte}}');
  });

  it('places mistakes of template.json at their line', async () => {
    const folder = tempFolder({
      'template.json':
        '{\n  "name": "mine",\n  "contract": 1,\n  "extends": "classic",\n  "theme": {\n    "colors": { "acent": "#123456" }\n  }\n}\n',
    });
    const { stdout } = await runCommand(['templates', 'check', folder]);
    expect(stdout).toContain(`${path.join(folder, 'template.json')}:6:`);
    expect(stdout).toContain('did you mean "accent"?');
  });

  it('warns of colours that cannot be read, and fails for it with --strict', async () => {
    const manifest = { name: 'pale', contract: 1, extends: 'classic', theme: { colors: { accent: '#7fa8d8' } } };
    const folder = tempFolder({ 'pale.json': JSON.stringify(manifest, null, 2) });
    const file = path.join(folder, 'pale.json');
    const { code, stdout } = await runCommand(['templates', 'check', file]);
    expect([code, stdout]).toEqual([0, expect.stringContaining('contrast of 2.5:1')]);
    expect((await runCommand(['templates', 'check', file, '--strict'])).code).toBe(1);
  });

  it('shows the lines of what only pages show, in files as they can be opened', async () => {
    const folder = tempFolder({
      'template.json': '{ "name": "mine", "contract": 1, "sections": [{ "partial": "a" }] }',
      'partials/a.md.hbs': '# A\n\n{{> b}}\n',
      'partials/b.md.hbs': ':::break\n\n{{#if writer}}{{> a}}{{/if}}\n',
    });
    const { code, stdout } = await runCommand(['templates', 'check', folder]);
    expect(code).toBe(1);
    expect(stdout).toContain(`${path.join(folder, 'partials', 'b.md.hbs')}:3:15 error template/limit`);
    expect(stdout).toContain('3 | {{#if writer}}{{> a}}{{/if}}');
  });

  it('gives JSON with the trials', async () => {
    const { stdout } = await runCommand(['templates', 'check', 'classic', '--json']);
    const { templates } = JSON.parse(stdout) as { templates: { ok: boolean; trials: { pages: number }[] }[] };
    expect(templates[0]?.ok).toBe(true);
    expect(templates[0]?.trials.length).toBeGreaterThan(10);
    for (const { pages } of templates[0]?.trials ?? []) expect(pages).toBeGreaterThan(1);
  });
});

describe('templates precompile', () => {
  it('writes what renderPacket takes, the same bytes as from the sources', async () => {
    const out = path.join(tempFolder({}), 'classic.json');
    expect((await runCommand(['templates', 'precompile', 'classic', '-o', out])).code).toBe(0);
    const template = JSON.parse(readFileSync(out, 'utf8')) as PreparedTemplate;
    const { application } = await loadApplication(EXAMPLE);
    const options = { today: '2026-07-06', typesetter: await testTypesetter() };
    const precompiled = await renderPacket(application!, 'dang-general', { ...options, template });
    const builtin = await renderPacket(application!, 'dang-general', options);
    expect(Buffer.from(precompiled.pdf).equals(Buffer.from(builtin.pdf))).toBe(true);
    const again = await runCommand(['templates', 'precompile', 'classic', '-o', out]);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('already there')]);
  });

  it('refuses what another version made', async () => {
    const { stdout } = await runCommand(['templates', 'precompile', 'classic']);
    const template = { ...(JSON.parse(stdout) as PreparedTemplate), prepared: 0 as 1 };
    const { application } = await loadApplication(EXAMPLE);
    const options = { today: '2026-07-06', typesetter: await testTypesetter(), template };
    await expect(renderPacket(application!, 'dang-general', options)).rejects.toMatchObject({
      diagnostics: [{ code: 'template/invalid' }],
    });
  });
});

describe('a template is found', () => {
  it('as an installed package, by its whole or its short name', async () => {
    const folder = tempFolder({
      'node_modules/lor-packet-template-harbor/template.json':
        '{ "name": "harbor", "contract": 1, "extends": "classic" }',
    });
    const deeper = path.join(folder, 'deeper');
    mkdirSync(deeper);
    const place = path.join(folder, 'node_modules/lor-packet-template-harbor');
    for (const name of ['harbor', 'lor-packet-template-harbor']) {
      expect(await findTemplate(name, deeper)).toEqual({ kind: 'folder', folder: realpathSync(place) });
    }
    for (const name of ['harbour', '../node_modules/lor-packet-template-harbor', 'lor-packet-template-']) {
      await expect(findTemplate(name, deeper)).rejects.toThrow(TemplateError);
    }
  });

  it('but never beyond its folder through a link', async () => {
    const folder = tempFolder({
      'secret.hbs': 'not for packets',
      'mine/template.json': '{ "name": "mine", "contract": 1, "extends": "classic" }',
      'mine/partials/other.md.hbs': 'x',
    });
    symlinkSync(path.join(folder, 'secret.hbs'), path.join(folder, 'mine/partials/story.md.hbs'));
    const { code, stderr } = await runCommand(['templates', 'list', path.join(folder, 'mine')]);
    expect([code, stderr]).toEqual([1, expect.stringContaining('leads out of the template')]);
  });
});
