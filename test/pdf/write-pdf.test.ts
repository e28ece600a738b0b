import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { FontError, OutputError } from '../../src/errors.js';
import { writePdf } from '../../src/pdf/index.js';
import { writeBytes } from './support/write-bytes.js';
import { nestOutline } from '../../src/pdf/outline.js';
import { srgbProfile } from '../../src/pdf/icc-profile.js';
import { face, shapeWord } from './support/glyph-runs.js';
import { METADATA, PacketBuilder, samplePacket } from './support/packet.js';
import { data, dict, list, type Plain, readPdf, Ref } from './support/read-pdf.js';

const options = { metadata: METADATA };
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const utf8 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

describe('writePdf', () => {
  it('gives the same bytes for the same input', async () => {
    const [first, second] = [await writeBytes(samplePacket(), options), await writeBytes(samplePacket(), options)];
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it('names the file by its content', async () => {
    const ids = await Promise.all(
      [METADATA, { ...METADATA, title: 'Other' }].map(async (metadata) =>
        list((await readPdf(await writeBytes(samplePacket(), { metadata }))).id),
      ),
    );
    expect(ids[0]![0]).toBe(ids[0]![1]);
    expect(ids[0]![0]).not.toBe(ids[1]![0]);
  });

  it('compresses everything with the given deflate', async () => {
    let streams = 0;
    const bytes = await writeBytes(samplePacket(), {
      ...options,
      deflate: (input) => {
        streams++;
        return zlibSync(input, { level: 0 });
      },
    });
    expect(latin1(bytes).match(/\/FlateDecode/g)).toHaveLength(streams);
    expect((await readPdf(bytes)).pages).toHaveLength(2);
    expect(bytes.length).toBeGreaterThan((await writeBytes(samplePacket(), options)).length);
  });

  it('writes an empty document', async () => {
    const root = { id: 0, role: 'Document', children: [] } as const;
    const page = { number: 1, width: 595.28, height: 841.89, items: [] };
    const pdf = await readPdf(
      await writeBytes({ pages: [page], structure: { ...root, children: [] }, outline: [], diagnostics: [] }, options),
    );
    expect(pdf.pages[0]!.MediaBox).toEqual([0, 0, 595.28, 841.89]);
    expect(dict(pdf.catalog)).toMatchObject({ PageMode: '/UseNone' });
    expect(dict(pdf.catalog).Outlines).toBeUndefined();
  });

  it('reports all faces that cannot be embedded', async () => {
    const packet = new PacketBuilder();
    const broken = ['One', 'Two'].map((key) => ({
      ...shapeWord('a', { ...face('serif') }),
      face: { ...face('serif'), key, bytes: new Uint8Array(9) },
    }));
    packet.runs(packet.element('P'), 72, broken);
    const error: unknown = await writeBytes(packet.build(), options).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(FontError);
    expect((error as FontError).diagnostics.map((d) => [d.code, d.found])).toEqual([
      ['font/unusable', 'One'],
      ['font/unusable', 'Two'],
    ]);
  });

  it('refuses a date that is no instant', async () => {
    for (const date of ['2026-07-01', '', '2026-13-01T00:00:00Z', '2026-07-01T00:00:00']) {
      await expect(writeBytes(samplePacket(), { metadata: { ...METADATA, date } })).rejects.toBeInstanceOf(OutputError);
    }
  });
});

describe('catalog', () => {
  it('states what PDF/UA asks for', async () => {
    const pdf = await readPdf(await writeBytes(samplePacket(), options));
    const catalog = dict(pdf.catalog);
    expect(catalog).toMatchObject({
      Lang: 'en-US',
      PageMode: '/UseOutlines',
      MarkInfo: { Marked: true },
      ViewerPreferences: { DisplayDocTitle: true },
    });
    expect(catalog.PageLabels).toEqual({ Nums: [0, { S: '/D' }] });
    for (const page of pdf.pages) expect(page.Tabs).toBe('/S');
  });

  it('has an sRGB output intent', async () => {
    const pdf = await readPdf(await writeBytes(samplePacket(), options));
    const intent = dict(list(dict(pdf.catalog).OutputIntents)[0]);
    expect(intent.S).toBe('/GTS_PDFA1');
    const profile = data(intent.DestOutputProfile);
    expect(Buffer.compare(profile, srgbProfile())).toBe(0);
    expect(new DataView(profile.buffer, profile.byteOffset).getUint32(0)).toBe(profile.length);
    expect(latin1(profile.subarray(36, 40))).toBe('acsp');
  });
});

describe('metadata', () => {
  const unescape = (text: string): string =>
    text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[name]!);
  const xmpOf = async (bytes: Uint8Array): Promise<string> => utf8(data(dict((await readPdf(bytes)).catalog).Metadata));
  const value = (xmp: string, name: string): string | undefined => {
    const found = new RegExp(`<${name}>(?:<rdf:\\w+><rdf:li[^>]*>)?([^<]*)<`).exec(xmp)?.[1];
    return found === undefined ? undefined : unescape(found);
  };

  it('is the same in the document information and in XMP', async () => {
    const wild = { ...METADATA, title: 'Tab\tand\u0007 bell \ud800 <b>&amp;</b>', author: 'Ánh "A" & Co' };
    for (const metadata of [METADATA, wild]) {
      const bytes = await writeBytes(samplePacket(), { metadata });
      const info = dict((await readPdf(bytes)).info);
      const xmp = await xmpOf(bytes);
      expect(value(xmp, 'dc:title')).toBe(info.Title);
      expect(value(xmp, 'dc:creator')).toBe(info.Author);
      expect(value(xmp, 'dc:description')).toBe(info.Subject);
      expect(value(xmp, 'pdf:Keywords')).toBe(info.Keywords);
      expect(value(xmp, 'xmp:CreatorTool')).toBe(info.Creator);
      expect(value(xmp, 'pdf:Producer')).toBe(info.Producer);
      expect([info.CreationDate, info.ModDate]).toEqual(['D:20260701000000Z', 'D:20260701000000Z']);
      expect(value(xmp, 'xmp:CreateDate')).toBe('2026-07-01T00:00:00Z');
      expect(value(xmp, 'xmp:ModifyDate')).toBe('2026-07-01T00:00:00Z');
    }
  });

  it('leaves empty entries out of both', async () => {
    const bytes = await writeBytes(samplePacket(), {
      metadata: { ...METADATA, author: '', subject: '', keywords: [] },
    });
    const info = dict((await readPdf(bytes)).info);
    expect(Object.keys(info)).toEqual(['Title', 'Creator', 'Producer', 'CreationDate', 'ModDate']);
    expect(await xmpOf(bytes)).not.toMatch(/dc:creator|dc:description|pdf:Keywords/);
  });

  it('is readable without decompressing', async () => {
    const file = utf8(await writeBytes(samplePacket(), options));
    expect(file).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(file).toContain('<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>');
  });

  it('claims no conformance when a missing glyph is drawn', async () => {
    const packet = new PacketBuilder();
    packet.runs(packet.element('P'), 72, [{ ...shapeWord('a', face('serif')), glyphIds: Uint16Array.of(0) }]);
    const { bytes, conformance } = writePdf(packet.build(), options);
    expect(conformance).toMatchObject({ pdfUa: null, pdfA: null, reasons: [{ code: 'missing-glyph' }] });
    expect(await xmpOf(bytes)).not.toMatch(/pdfaid:part|pdfuaid:part/);
  });

  it('claims what nothing speaks against', async () => {
    expect(writePdf(samplePacket(), options).conformance).toEqual({ pdfUa: '1', pdfA: '2a', reasons: [] });
    const reason = { code: 'appendix', standards: ['pdfUa'], message: 'a form' } as const;
    const untitled = { ...METADATA, title: '' };
    for (const change of [{ reasons: [reason] }, { metadata: untitled }]) {
      const { bytes, conformance } = writePdf(samplePacket(), { ...options, ...change });
      expect(conformance).toMatchObject({ pdfUa: null, pdfA: '2a' });
      const xmp = await xmpOf(bytes);
      expect(xmp).toContain('<pdfaid:part>2</pdfaid:part>');
      expect(xmp).not.toContain('pdfuaid:part');
      expect(xmp).not.toContain('pdfaExtension');
    }
    const mute = writePdf(samplePacket(), { metadata: { ...METADATA, language: '' } });
    expect(mute.conformance).toMatchObject({ pdfUa: null, pdfA: null, reasons: [{ code: 'no-language' }] });
  });
});

describe('outline', () => {
  it('nests by level and leads to heading and element', async () => {
    const pdf = await readPdf(await writeBytes(samplePacket(), options));
    const root = dict(dict(pdf.catalog).Outlines);
    const top = dict(root.First);
    expect(root.Count).toBe(3);
    expect(top.Title).toBe('Briefing for Dr. Adaeze Ọkonkwọ');
    const children = [dict(top.First), dict(dict(top.First).Next)];
    expect(children.map((child) => child.Title)).toEqual(['What the letter should cover', 'Rotation record']);
    expect(dict(top.Last)).toEqual(children[1]);
    const action = dict(children[1]!.A);
    expect(action.S).toBe('/GoTo');
    const [page, kind, , y] = list(action.D);
    expect(dict(page).StructParents).toBe(1);
    expect([kind, y]).toEqual(['/XYZ', 792 - 66 + 8]);
    expect(dict(list(action.SD)[0]).S).toBe('/H2');
  });

  it('shows two levels and folds the rest away', async () => {
    const packet = new PacketBuilder();
    packet.heading(1, 'One', 'one');
    packet.heading(2, 'Two', 'two');
    packet.heading(3, 'Three', 'three');
    packet.heading(3, 'Four', 'four');
    const root = dict(dict((await readPdf(await writeBytes(packet.build(), options))).catalog).Outlines);
    const one = dict(root.First);
    expect([root.Count, one.Count, dict(one.First).Count]).toEqual([2, 1, -2]);
  });

  it('nests skipped levels one deep', () => {
    const element = { id: 0, role: 'H1', children: [] } as const;
    const entries = [2, 4, 3, 1, 2].map((level, i) => ({
      title: `${i}`,
      level,
      headingId: `${i}`,
      page: 1,
      y: 0,
      element: { ...element, children: [] },
    }));
    const shape = (nodes: ReturnType<typeof nestOutline>): unknown[] =>
      nodes.map(({ entry, children }) => [entry.title, shape(children)]);
    expect(shape(nestOutline(entries))).toEqual([
      [
        '0',
        [
          ['1', []],
          ['2', []],
        ],
      ],
      ['3', [['4', []]]],
    ]);
  });
});

describe('links', () => {
  const annotations = async (): Promise<Plain[]> => {
    const pdf = await readPdf(await writeBytes(samplePacket(), options));
    expect(pdf.pages[0]!.Annots).toBeUndefined();
    return list(pdf.pages[1]!.Annots);
  };

  it('go to URIs, as ASCII', async () => {
    const link = dict((await annotations())[0]);
    expect(link).toMatchObject({ Subtype: '/Link', F: 4, Contents: 'ERAS LoR Portal, opens a web site' });
    expect(dict(link.A)).toMatchObject({ S: '/URI', URI: 'https://www.aamc.org/eras?x=(1)&y=%C3%A9' });
  });

  it('go to headings', async () => {
    const action = dict(dict((await annotations())[1]).A);
    expect(action.S).toBe('/GoTo');
    expect(dict(list(action.D)[0]).StructParents).toBe(0);
    expect(dict(list(action.SD)[0]).S).toBe('/H1');
  });

  it('to unknown headings are plain text', async () => {
    expect(await annotations()).toHaveLength(2);
  });

  it('are tied to their element both ways', async () => {
    const pdf = await readPdf(await writeBytes(samplePacket(), options));
    const numbers = list(dict(dict(dict(pdf.catalog).StructTreeRoot).ParentTree).Nums);
    for (const annotation of list(pdf.pages[1]!.Annots) as Ref[]) {
      const key = dict(annotation).StructParent;
      const owner = dict(numbers[numbers.findIndex((number, i) => i % 2 === 0 && number === key) + 1]);
      expect(owner.S).toBe('/Link');
      expect(
        list(owner.K).some(
          (kid) => dict(kid).Obj instanceof Ref && (dict(kid).Obj as Ref).number === annotation.number,
        ),
      ).toBe(true);
    }
  });
});
