import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyFonts } from '../../scripts/copy-fonts.js';
import { embedTemplates, readTemplates } from '../../scripts/embed-templates.js';
import { FONT_TABLE } from '../../scripts/font-table.js';
import { listFiles, syncFolder } from '../../scripts/sync-files.js';

const require = createRequire(import.meta.url);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lor-packet-assets-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('syncFolder', () => {
  it('makes a folder hold exactly the files and leaves right ones alone', () => {
    syncFolder(folder, new Map([['a/b.txt', 'one'], ['c.txt', 'two']])); // prettier-ignore
    const before = statSync(path.join(folder, 'c.txt')).mtimeMs;
    syncFolder(folder, new Map([['c.txt', 'two'], ['d.txt', 'new']])); // prettier-ignore
    expect(listFiles(folder)).toEqual(['c.txt', 'd.txt']);
    expect(statSync(path.join(folder, 'c.txt')).mtimeMs).toBe(before);
    expect(readFileSync(path.join(folder, 'd.txt'), 'utf8')).toBe('new');
  });
});

describe('copyFonts', () => {
  it('copies every face unmodified, with its licence and the list in fallback order', () => {
    copyFonts(folder);
    const list = JSON.parse(readFileSync(path.join(folder, 'fonts.json'), 'utf8')) as {
      family: string;
      weight: number;
      style: string;
      file: string;
      sha256: string;
    }[];
    expect([...new Set(list.map(({ family }) => family))]).toEqual(FONT_TABLE.map(({ family }) => family));
    expect(list[1]).toEqual({
      family: 'Source Serif 4',
      weight: 400,
      style: 'italic',
      file: 'SourceSerif4_400Regular_Italic.ttf',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    for (const { file, sha256 } of list) {
      const bytes = readFileSync(path.join(folder, file));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
    expect(listFiles(folder).filter((name) => name.endsWith('.ttf'))).toEqual(list.map(({ file }) => file).sort());
    for (const entry of FONT_TABLE) {
      const source = path.dirname(require.resolve(`${entry.package}/package.json`));
      for (const face of entry.faces) {
        const copy = readFileSync(path.join(folder, path.basename(face.path)));
        expect(copy.equals(readFileSync(path.join(source, face.path)))).toBe(true);
      }
      const licence = readFileSync(path.join(folder, `LICENSES/${entry.family}.txt`), 'utf8');
      expect(licence).toMatch(/^Copyright /);
      expect(licence).toContain('SIL OPEN FONT LICENSE');
    }
  });
});

describe('embedTemplates', () => {
  function write(name: string, text: string): void {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }

  it('embeds folders with a template.json, in order, with the text of their templates', () => {
    write('zeta/template.json', '{ "name": "zeta" }');
    write('zeta/packet.md.hbs', '{{> sections}}\r\n');
    write('alpha/template.json', '{ "name": "alpha" }');
    write('alpha/partials/cv/entry.md.hbs', '`${x}` "\\ \u2028');
    write('alpha/notes.txt', 'not a template');
    write('unfinished/packet.md.hbs', '');
    const source = embedTemplates(readTemplates(folder));
    const literal = source.slice(source.indexOf('> = ') + 4, source.lastIndexOf(';'));
    expect(JSON.stringify(JSON.parse(literal))).toBe(
      JSON.stringify({
        alpha: { manifest: { name: 'alpha' }, files: { 'partials/cv/entry.md.hbs': '`${x}` "\\ \u2028' } },
        zeta: { manifest: { name: 'zeta' }, files: { 'packet.md.hbs': '{{> sections}}\n' } },
      }),
    );
  });
});
