import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { minimalYaml } from '../support/applications.js';
import { loadTestFonts } from '../support/fonts.js';
import { tempFolder } from '../node/temp-folder.js';
import { runCommand } from './run-command.js';

const hebrew = Buffer.from(loadTestFonts().find(({ family }) => family === 'Noto Sans Hebrew')!.bytes);

describe('build --font', () => {
  it('takes files and folders', async () => {
    const folder = tempFolder({ 'application.yaml': minimalYaml, 'fonts/h.ttf': hebrew, 'one.ttf': hebrew });
    const fonts = ['--font', path.join(folder, 'fonts'), '-f', path.join(folder, 'one.ttf')];
    const { code, stdout } = await runCommand(['build', folder, '-o', path.join(folder, 'out'), ...fonts]);
    expect(code, stdout).toBe(0);
    expect(existsSync(path.join(folder, 'out/linh-tran/rivera.pdf'))).toBe(true);
  });

  it('reports a font that cannot be used, and writes nothing', async () => {
    const folder = tempFolder({ 'application.yaml': minimalYaml, 'cut.ttf': hebrew.subarray(0, 4000) });
    const out = path.join(folder, 'out');
    const { code, stderr } = await runCommand(['build', folder, '-o', out, '--font', path.join(folder, 'cut.ttf')]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/error font\/unusable the font ".*cut\.ttf" cannot be used/);
    expect(stderr).toContain('get the file again');
    expect(existsSync(out)).toBe(false);
  });

  it('reports fonts of a template folder, too', async () => {
    const template = { 'template.json': '{"name":"mine","contract":1,"sections":[{"partial":"brief"}]}' };
    const folder = tempFolder({
      'application.yaml': minimalYaml,
      't/template.json': template['template.json'],
      't/packet.md.hbs': '{{> sections}}\n',
      't/fonts/x.ttf': 'no font at all, though it is long enough',
    });
    const { code, stderr } = await runCommand(['build', folder, '-o', `${folder}/out`, '-t', `${folder}/t`]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/t\/fonts\/x\.ttf" cannot be used: it is not a font file/);
  });
});
