import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { InputError, TemplateError } from '../../src/errors.js';
import { platformDeflate, writePackets, type PacketResult } from '../../src/node/index.js';
import { writeWholeFile } from '../../src/node/write-whole-file.js';
import { applicationSchema, type Application } from '../../src/schema/application.js';
import { minimalApplication } from '../support/applications.js';
import { tempFolder } from './temp-folder.js';

function threeLetters(): Application {
  const input = minimalApplication();
  const [letter] = input.letters;
  if (!letter) throw new Error('no letter');
  input.letters = ['rivera', 'chen', 'okafor'].map((id) => ({ ...letter, id }));
  return applicationSchema.parse(input);
}

const today = '2026-07-06';

describe('writePackets', () => {
  it('writes a PDF for each letter and tells of each in order', async () => {
    const outDir = path.join(tempFolder(), 'not', 'yet');
    const told: PacketResult[] = [];
    const results = await writePackets(threeLetters(), { outDir, today, onPacket: (result) => told.push(result) });
    expect(told).toEqual(results);
    expect(results.map(({ letterId, file }) => [letterId, path.relative(outDir, file)])).toEqual([
      ['rivera', 'linh-tran/rivera.pdf'],
      ['chen', 'linh-tran/chen.pdf'],
      ['okafor', 'linh-tran/okafor.pdf'],
    ]);
    for (const { file, bytes, pages, error } of results) {
      const pdf = readFileSync(file);
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdf.subarray(-6).toString()).toContain('%%EOF');
      expect(pdf.length).toBe(bytes);
      expect(pages).toBeGreaterThan(0);
      expect(error).toBeUndefined();
    }
    expect(readdirSync(path.join(outDir, 'linh-tran')).sort()).toEqual(['chen.pdf', 'okafor.pdf', 'rivera.pdf']);
  });

  it('writes the chosen letters only, the same bytes again', async () => {
    const outDir = tempFolder();
    const options = { outDir, today, letters: ['chen'] };
    const [first] = await writePackets(threeLetters(), options);
    const bytes = readFileSync(first?.file ?? '');
    await writePackets(threeLetters(), options);
    expect(readFileSync(first?.file ?? '').equals(bytes)).toBe(true);
    expect(readdirSync(path.join(outDir, 'linh-tran'))).toEqual(['chen.pdf']);
  });

  it('goes on when one packet cannot be written, and leaves nothing half behind', async () => {
    const outDir = tempFolder();
    mkdirSync(path.join(outDir, 'linh-tran', 'chen.pdf'), { recursive: true });
    const results = await writePackets(threeLetters(), { outDir, today });
    expect(results.map(({ error, pages }) => [error?.name, pages > 0])).toEqual([
      [undefined, true],
      ['OutputError', false],
      [undefined, true],
    ]);
    expect(results[1]?.diagnostics).toMatchObject([{ code: 'output/write-failed', severity: 'error' }]);
    expect(readdirSync(path.join(outDir, 'linh-tran')).sort()).toEqual(['chen.pdf', 'okafor.pdf', 'rivera.pdf']);
    expect(readdirSync(path.join(outDir, 'linh-tran', 'chen.pdf'))).toEqual([]);
  });

  it('writes nothing for a letter or a template that does not exist', async () => {
    const outDir = tempFolder();
    const unknownLetter = writePackets(threeLetters(), { outDir, today, letters: ['chan', 'rivera'] });
    await expect(unknownLetter).rejects.toBeInstanceOf(InputError);
    await expect(unknownLetter).rejects.toMatchObject({
      diagnostics: [
        {
          code: 'input/unknown-reference',
          found: 'chan',
          hints: [expect.stringContaining('"chen"'), expect.anything()],
        },
      ],
    });
    await expect(writePackets(threeLetters(), { outDir, today, template: 'clasic' })).rejects.toBeInstanceOf(
      TemplateError,
    );
    expect(readdirSync(outDir)).toEqual([]);
  });
});

describe('writeWholeFile', () => {
  it('replaces a file, and leaves the old one when it fails', async () => {
    const folder = tempFolder({ 'a.pdf': 'old' });
    await writeWholeFile(path.join(folder, 'a.pdf'), Buffer.from('new'));
    expect(readFileSync(path.join(folder, 'a.pdf'), 'utf8')).toBe('new');
    mkdirSync(path.join(folder, 'b.pdf'));
    await expect(writeWholeFile(path.join(folder, 'b.pdf'), Buffer.from('new'))).rejects.toThrow();
    await expect(writeWholeFile(path.join(folder, 'none', 'c.pdf'), Buffer.from('new'))).rejects.toThrow();
    expect(readdirSync(folder).sort()).toEqual(['a.pdf', 'b.pdf']);
  });

  it('never shows a part of a file while several write it', async () => {
    const folder = tempFolder();
    const file = path.join(folder, 'a.bin');
    const contents = Array.from({ length: 8 }, (_, index) => Buffer.alloc(200_000, index + 1));
    writeFileSync(file, contents[0] ?? '');
    let writing = true;
    const watch = (async () => {
      while (writing) {
        const seen = readFileSync(file);
        expect(seen.length).toBe(200_000);
        expect(seen.every((byte) => byte === seen[0])).toBe(true);
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    await Promise.all(contents.map((content) => writeWholeFile(file, content)));
    writing = false;
    await watch;
    expect(readdirSync(folder)).toEqual(['a.bin']);
  });
});

describe('platformDeflate', () => {
  it('gives a zlib stream in bytes of its own', () => {
    const bytes = new TextEncoder().encode('ab'.repeat(500));
    const packed = platformDeflate(bytes);
    expect(packed.length).toBeLessThan(50);
    expect(Buffer.from(inflateSync(packed)).equals(bytes)).toBe(true);
  });
});
