import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FontError } from '../../src/errors.js';
import { companionFonts } from '../../src/node/companion-fonts.js';
import { defaultTypesetter, loadFonts, templateFonts } from '../../src/node/index.js';
import { loadTestFonts } from '../support/fonts.js';
import { fontMarks } from '../../src/node/load-fonts.js';
import { tempFolder } from './temp-folder.js';

const hebrew = Buffer.from(loadTestFonts().find(({ family }) => family === 'Noto Sans Hebrew')!.bytes);
const thai = Buffer.from(loadTestFonts().find(({ family }) => family === 'Noto Sans Thai')!.bytes);

describe('own fonts', () => {
  it('come first, from files and from folders in the order of names', async () => {
    const folder = tempFolder({ 'b.ttf': hebrew, 'deep/a.TTF': thai, 'OFL.txt': 'licence' });
    const single = path.join(tempFolder({ 'x.ttf': thai }), 'x.ttf');
    const sources = await loadFonts([single, folder]);
    expect(sources.slice(0, 3).map(({ origin }) => origin)).toEqual([
      single,
      path.join(folder, 'b.ttf'),
      path.join(folder, 'deep/a.TTF'),
    ]);
    expect(sources[3]).toMatchObject({ family: 'Source Serif 4', weight: 400 });
  });

  it('make a typesetter that is shared by calls with the same places', async () => {
    const folder = tempFolder({ 'b.ttf': hebrew });
    const typesetter = await defaultTypesetter([folder]);
    expect(typesetter.faces[0]?.key).toBe('Noto Sans Hebrew/400/normal');
    expect(await defaultTypesetter([path.join(folder, '.')])).toBe(typesetter);
    expect(await defaultTypesetter()).not.toBe(typesetter);
  });

  it.each([
    ['file', 'a.ttf'],
    ['folder', '.'],
  ])('that are replaced at the same path are read again: %s', async (_, name) => {
    const folder = tempFolder({ 'a.ttf': hebrew });
    const place = path.join(folder, name);
    const earlier = await defaultTypesetter([place]);
    writeFileSync(path.join(folder, 'a.ttf'), thai);
    const later = await defaultTypesetter([place]);
    expect(later.faces[0]?.key).toBe('Noto Sans Thai/400/normal');
    expect(earlier.faces[0]?.key).toBe('Noto Sans Hebrew/400/normal');
    expect(await defaultTypesetter([place])).toBe(later);
  });

  it('that cannot be read are reported together', async () => {
    const folder = tempFolder({ 'notes.txt': 'x' });
    const error: unknown = await loadFonts([path.join(folder, 'no.ttf'), folder]).catch((reason: unknown) => reason);
    expect((error as FontError).diagnostics).toMatchObject([
      { code: 'font/unusable', found: path.join(folder, 'no.ttf') },
      { code: 'font/unusable', found: folder },
    ]);
    expect((error as FontError).message).toMatch(/does not exist; .*has no font files/);
  });

  it('that are damaged are named by their file', async () => {
    const folder = tempFolder({ 'cut.ttf': hebrew.subarray(0, 5000) });
    await expect(defaultTypesetter([folder])).rejects.toThrow(/cut\.ttf" cannot be used: its "\S+" table lies outside/);
  });

  it('lie in a template folder', async () => {
    const folder = tempFolder({ 'fonts/b.ttf': hebrew });
    expect(await templateFonts(folder)).toEqual([path.join(folder, 'fonts')]);
    expect(await templateFonts(tempFolder({ 'a.txt': '' }))).toEqual([]);
    expect(await templateFonts('classic')).toEqual([]);
  });
});

describe('fontMarks', () => {
  it('tell every font from another, and name those of the package by the digests of their files', async () => {
    const ours = await fontMarks([]);
    const bundled = (await loadFonts()).filter(({ origin }) => origin === undefined);
    const digests = bundled.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'));
    expect(ours.slice(0, digests.length)).toEqual(digests.map((digest) => expect.stringContaining(digest) as string));
    const one = await fontMarks([tempFolder({ 'a.ttf': hebrew })]);
    const other = await fontMarks([tempFolder({ 'a.ttf': thai })]);
    expect(one.slice(2)).toEqual(ours);
    expect(one.slice(0, 2)).not.toEqual(other.slice(0, 2));
  });
});

describe('companion packages', () => {
  it('are used when they are installed', async () => {
    const folder = tempFolder({ 'package.json': '{}' });
    const home = path.join(folder, 'node_modules/@expo-google-fonts/noto-sans-jp');
    mkdirSync(path.join(home, '400Regular'), { recursive: true });
    writeFileSync(path.join(home, 'package.json'), '{"name":"@expo-google-fonts/noto-sans-jp"}');
    writeFileSync(path.join(home, '400Regular/NotoSansJP_400Regular.ttf'), thai);
    const found = await companionFonts([path.join(folder, 'package.json')]);
    expect(found.map(({ family, weight }) => [family, weight])).toEqual([['Noto Sans JP', 400]]);
    expect(await companionFonts([path.join(tempFolder({ 'package.json': '{}' }), 'package.json')])).toEqual([]);
  });
});
