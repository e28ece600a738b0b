import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_TEXT_BYTES, readText } from '../../src/node/read-text.js';
import { tempFolder } from './temp-folder.js';

const folder = tempFolder();
let serial = 0;

async function readBytes(bytes: Uint8Array) {
  const file = path.join(folder, `text-${(serial += 1)}.md`);
  writeFileSync(file, bytes);
  return readText(file);
}

async function problemOf(bytes: Uint8Array) {
  const read = await readBytes(bytes);
  if (!('problem' in read)) throw new Error(`read as ${JSON.stringify(read.text)}`);
  return read.problem;
}

describe('readText', () => {
  it('reads UTF-8 and drops a byte order mark', async () => {
    expect(await readBytes(Buffer.from('\uFEFFTrần Linh'))).toEqual({ text: 'Trần Linh' });
  });

  it('gives back any UTF-8 text, or says where it is not UTF-8', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 6 }), async (text, tail) => {
        const start = `x${text.replaceAll('\0', '')}`;
        const bytes = Buffer.concat([Buffer.from(start), tail]);
        const read = await readBytes(bytes);
        const lenient = new TextDecoder().decode(bytes);
        const isUtf8 = Buffer.from(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).equals(bytes);
        if ('text' in read) expect({ text: read.text, isUtf8 }).toEqual({ text: lenient, isUtf8: true });
        else expect([isUtf8, read.problem.code]).toEqual([bytes[1] === 0 && bytes.length % 2 === 0, 'input/encoding']);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['Latin-1 in the middle', Buffer.from('one\ntwo caf\xe9 noir', 'latin1'), 2, 8, '0xE9'],
    ['Latin-1 at the end', Buffer.from('caf\xe9', 'latin1'), 1, 4, '0xE9'],
    ['a stray continuation after a whole character', Buffer.from([0xc3, 0xa9, 0x80, 0x41]), 1, 2, '0x80'],
    ['Windows-1252 quotes', Buffer.from('\r\n\x93hello\x94', 'latin1'), 2, 1, '0x93'],
  ])('says where the text stops being UTF-8: %s', async (_, bytes, line, column, byte) => {
    const problem = await problemOf(bytes);
    expect(problem).toMatchObject({ code: 'input/encoding', severity: 'error', source: { line, column } });
    expect(problem.message).toContain(byte);
    expect(problem.hints.join()).toContain('UTF-8');
  });

  it.each([
    ['with a mark', Buffer.from('\uFEFFhello', 'utf16le')],
    ['without a mark', Buffer.from('hello', 'utf16le')],
    ['big-endian', Buffer.from('hello', 'utf16le').swap16()],
  ])('knows UTF-16 %s', async (_, bytes) => {
    const problem = await problemOf(bytes);
    expect(problem.code).toBe('input/encoding');
    expect(problem.message).toContain('UTF-16');
  });

  it.each([
    ['Word document', Buffer.from('PK\u0003\u0004\u0014\0')],
    ['old Word document', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
    ['document in Rich Text Format', Buffer.from('{\\rtf1\\ansi I grew up \\par by the sea.}')],
    ['PDF', Buffer.from('%PDF-1.7\n')],
  ])('knows a %s', async (kind, bytes) => {
    const problem = await problemOf(bytes);
    expect(problem.code).toBe('input/encoding');
    expect(problem.message).toContain(kind);
  });

  it('refuses a file over the limit and takes one at the limit', async () => {
    expect((await problemOf(Buffer.alloc(MAX_TEXT_BYTES + 1, 'a'))).code).toBe('input/too-large');
    expect(await readBytes(Buffer.alloc(MAX_TEXT_BYTES, 'a'))).toHaveProperty('text');
  });

  it('says that a file is missing, or is a folder', async () => {
    mkdirSync(path.join(folder, 'sub'));
    for (const name of ['nothing.md', 'sub', 'a\0b']) {
      const read = await readText(path.join(folder, name));
      expect(read).toMatchObject({ problem: { code: 'input/file-missing', severity: 'error' } });
    }
  });
});
