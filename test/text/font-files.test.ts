import { describe, expect, it } from 'vitest';
import { FontError } from '../../src/errors.js';
import { createTypesetter, type FontSource } from '../../src/text/index.js';
import { loadTestFonts } from '../support/fonts.js';
import { SERIF } from './set-text.js';
import { collectionOf, sfntOf, tablesOf, withTable, woffOf } from './support/font-files.js';

const bytesOf = (family: string, weight = 400, style = 'normal'): Uint8Array =>
  loadTestFonts().find((font) => font.family === family && font.weight === weight && font.style === style)!.bytes;
const hebrew = bytesOf('Noto Sans Hebrew');
const thai = bytesOf('Noto Sans Thai');

async function facesOf(...fonts: FontSource[]): Promise<string[]> {
  return (await createTypesetter({ fonts })).faces.map(({ key }) => key);
}

async function problemOf(source: Partial<FontSource> & { readonly bytes: Uint8Array }) {
  const error: unknown = await createTypesetter({ fonts: [source] }).catch((reason: unknown) => reason);
  if (!(error instanceof FontError)) throw new Error(`no FontError but ${String(error)}`);
  return error.diagnostics[0]!;
}

async function widthIn(bytes: Uint8Array, text: string, rest: Partial<FontSource> = {}): Promise<number> {
  const { measure } = await createTypesetter({
    fonts: [{ bytes, family: 'Mine', weight: 400, style: 'normal', ...rest }],
  });
  return measure([{ text, style: { ...SERIF, family: 'Mine' }, data: null }]);
}

describe('names', () => {
  it.each([
    ['Source Serif 4', 400, 'normal'],
    ['Source Serif 4', 700, 'italic'],
    ['Source Sans 3', 400, 'italic'],
    ['Amiri', 700, 'normal'],
    ['Noto Sans Devanagari', 400, 'normal'],
  ] as const)('are read from the file: %s %d %s', async (family, weight, style) => {
    expect(await facesOf({ bytes: bytesOf(family, weight, style) })).toEqual([`${family}/${weight}/${style}`]);
  });

  it('given stand before those of the file', async () => {
    expect(await facesOf({ bytes: hebrew, family: 'Mine', weight: 300 })).toEqual(['Mine/300/normal']);
  });

  it('come from other tables when OS/2 is missing', async () => {
    const bold = withTable(bytesOf('Source Sans 3', 700, 'italic'), 'OS/2', () => undefined);
    expect(await facesOf({ bytes: bold })).toEqual(['Source Sans 3/700/italic']);
  });

  it('are asked for when the file has none', async () => {
    const nameless = withTable(hebrew, 'name', () => undefined);
    expect((await problemOf({ bytes: nameless })).message).toMatch(/does not name its family/);
    expect(await facesOf({ bytes: nameless, family: 'Mine' })).toEqual(['Mine/400/normal']);
  });
});

describe('containers', () => {
  it('WOFF gives the face that it holds', async () => {
    expect(await facesOf({ bytes: woffOf(hebrew) })).toEqual(['Noto Sans Hebrew/400/normal']);
    expect(await widthIn(woffOf(hebrew), 'שלום')).toBe(await widthIn(hebrew, 'שלום'));
  });

  it('a collection gives all its faces, or the one that is asked for', async () => {
    const collection = collectionOf([hebrew, thai]);
    expect(await facesOf({ bytes: collection })).toEqual(['Noto Sans Hebrew/400/normal', 'Noto Sans Thai/400/normal']);
    expect(await facesOf({ bytes: collection, face: 1 })).toEqual(['Noto Sans Thai/400/normal']);
    expect(await widthIn(collection, 'ทำงาน', { face: 1 })).toBe(await widthIn(thai, 'ทำงาน'));
  });

  it.each([
    [
      'a face that a collection has not',
      { bytes: collectionOf([hebrew, thai]), face: 2 },
      /2 faces, so none of number 2/,
    ],
    ['a second face of a plain file', { bytes: hebrew, face: 1 }, /one face/],
    ['a collection under one name', { bytes: collectionOf([hebrew, thai]), family: 'Mine' }, /2 faces under one name/],
    ['a cut collection', { bytes: collectionOf([hebrew, thai]).slice(0, 14) }, /list of faces/],
    ['a cut WOFF', { bytes: woffOf(hebrew).slice(0, 9000) }, /cut off or damaged/],
    ['a WOFF of no font', { bytes: Uint8Array.from([0x77, 0x4f, 0x46, 0x46, ...new Uint8Array(60)]) }, /no font/],
    ['an endless WOFF table', { bytes: endlessWoff() }, /cut off or damaged/],
    ['a WOFF2', { bytes: Uint8Array.from([0x77, 0x4f, 0x46, 0x32, ...new Uint8Array(60)]) }, /WOFF2/],
    ['a huge file', { bytes: new Uint8Array(64_000_001) }, /65 MB/],
  ])('reports %s', async (_, source, message) => {
    const problem = await problemOf({ ...source, origin: 'mine.ttc' });
    expect(problem).toMatchObject({ code: 'font/unusable', found: 'mine.ttc' });
    expect(problem.message).toMatch(message);
    expect(problem.hints[0]).not.toBe('');
  });
});

describe('embedding permission', () => {
  const withPermission = (fsType: number): Uint8Array =>
    withTable(hebrew, 'OS/2', (data) => {
      new DataView(data.buffer).setUint16(8, fsType);
      return data;
    });

  it.each([
    ['restricted', 0x0002, /forbids to embed it/],
    ['no subsetting', 0x0100, /forbids to embed a part/],
    ['bitmaps only', 0x0204, /bitmaps only/],
  ])('is kept: %s', async (_, fsType, message) => {
    const problem = await problemOf({ bytes: withPermission(fsType) });
    expect(problem.message).toMatch(message);
    expect(problem.hints[0]).toMatch(/licence/);
  });

  it.each([0x0000, 0x0004, 0x0008, 0x000a])('%d allows', async (fsType) => {
    expect(await facesOf({ bytes: withPermission(fsType) })).toHaveLength(1);
  });
});

it('a font without a table that is needed is named with it', async () => {
  const tables = tablesOf(hebrew).filter(({ tag }) => tag !== 'glyf' && tag !== 'loca');
  expect((await problemOf({ bytes: sfntOf(tables) })).message).toMatch(/lacks the tables glyf, loca/);
});

/** A WOFF file whose only table claims 4 GB. */
function endlessWoff(): Uint8Array {
  const file = new Uint8Array(80);
  const view = new DataView(file.buffer);
  file.set([0x77, 0x4f, 0x46, 0x46, 0, 1, 0, 0]);
  view.setUint16(12, 1);
  view.setUint32(48, 64);
  view.setUint32(52, 8);
  view.setUint32(56, 0xffffffff);
  return file;
}
