import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { writePdf } from '../../src/pdf/index.js';
import { md5Hex } from '../../src/pdf/md5.js';
import type { Attachment } from '../../src/pdf/types.js';
import { METADATA, samplePacket } from './support/packet.js';
import { data, dict, list, readPdf } from './support/read-pdf.js';

const encode = (text: string) => new TextEncoder().encode(text);
const file = (name: string, text: string): Attachment => ({
  name,
  mediaType: 'application/json',
  relationship: 'Data',
  description: `What is in ${name}`,
  bytes: encode(text),
});

describe('attached files', () => {
  it('are listed by name and associated with the document, with all that PDF/A-3 asks', async () => {
    const attachments = [file('b.json', '{"b":1}'), file('a.json', '[]')];
    const { bytes, conformance } = writePdf(samplePacket(), { metadata: METADATA, attachments });
    expect(conformance).toEqual({ pdfUa: '1', pdfA: '3a', reasons: [] });
    const catalog = dict((await readPdf(bytes)).catalog);
    const names = list(dict(dict(catalog.Names).EmbeddedFiles).Names);
    expect([names[0], names[2]]).toEqual(['a.json', 'b.json']);
    expect(list(catalog.AF)).toHaveLength(2);
    const spec = dict(names[3]);
    expect(spec).toMatchObject({
      Type: '/Filespec',
      F: 'b.json',
      UF: 'b.json',
      Desc: 'What is in b.json',
      AFRelationship: '/Data',
    });
    const stream = dict(dict(spec.EF).F);
    expect(stream).toMatchObject({ Type: '/EmbeddedFile', Subtype: '/application#2Fjson' });
    expect(stream.Params).toMatchObject({ Size: 7, ModDate: 'D:20260701000000Z' });
    expect(Buffer.from(data(dict(spec.EF).F)).toString()).toBe('{"b":1}');
    const latin1 = Buffer.from(bytes).toString('latin1');
    expect(latin1).toContain('<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>');
  });

  it('leave no trace where there are none', async () => {
    const plain = writePdf(samplePacket(), { metadata: METADATA });
    const none = writePdf(samplePacket(), { metadata: METADATA, attachments: [] });
    expect(Buffer.compare(plain.bytes, none.bytes)).toBe(0);
    expect(dict((await readPdf(none.bytes)).catalog).AF).toBeUndefined();
  });
});

describe('md5Hex', () => {
  it('is the digest that others compute, at every length around a block', () => {
    for (let length = 0; length < 200; length++) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + length) & 255);
      expect(md5Hex(bytes)).toBe(createHash('md5').update(bytes).digest('hex'));
    }
    const long = new Uint8Array(1 << 20).fill(7);
    expect(md5Hex(long)).toBe(createHash('md5').update(long).digest('hex'));
  });
});
