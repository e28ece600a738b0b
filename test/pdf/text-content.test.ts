import { describe, expect, it } from 'vitest';
import type { GlyphRun } from '../../src/text/types.js';
import { writeBytes } from './support/write-bytes.js';
import { face, shapeText, shapeWord } from './support/glyph-runs.js';
import { METADATA, PacketBuilder } from './support/packet.js';
import { data, dict, list, type Plain, readPdf, type ReadPdf, structureText } from './support/read-pdf.js';

async function write(build: (packet: PacketBuilder) => void): Promise<ReadPdf> {
  const packet = new PacketBuilder();
  build(packet);
  return readPdf(await writeBytes(packet.build(), { metadata: METADATA }));
}

const font = (pdf: ReadPdf, name: string) => dict(dict(dict(pdf.pages[0]!.Resources).Font)[name]);
const cmap = (pdf: ReadPdf, name: string): string => String.fromCharCode(...data(font(pdf, name).ToUnicode));
const hex = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).toUpperCase().padStart(4, '0')).join(
    '',
  );

describe('text of a line', () => {
  it('is one text object and one TJ for one face and size', async () => {
    const pdf = await write((packet) => packet.line('P', 'A line of several plain words'));
    expect(pdf.content(0).match(/BT/g)).toHaveLength(1);
    expect(pdf.content(0).match(/TJ/g)).toHaveLength(1);
    expect(pdf.content(0).match(/Tf/g)).toHaveLength(1);
  });

  it('places each run at its x, to a hundredth of a point', async () => {
    const size = 10;
    const run = shapeWord('x', face('serif'));
    const xs = [0, 50.123, 61.5, 300.777, 301];
    const pdf = await write((packet) => {
      const element = packet.element('P');
      const runs = xs.map((x) => ({ x, size, run, span: 0 }));
      const color = '#000000';
      packet.place({ kind: 'text', element, x: 72, y: 100, color, runs, data: [{ color, element }] });
    });
    const tj = /\[(.*)\]TJ/s.exec(pdf.content(0))![1]!;
    const width = face('serif').advance(run.glyphIds[0]!);
    let pen = 0;
    const placed: number[] = [];
    for (const [token] of tj.matchAll(/-?\d+(\.\d+)?(?=[\s(-])|\((?:\\.|[^\\)])*\)/gs)) {
      if (token.startsWith('(')) {
        const glyphs = token.slice(1, -1).replace(/\\(.)/gs, '$1').length / 2;
        for (let i = 0; i < glyphs; i++, pen += (width * size) / 1000) placed.push(pen);
      } else pen -= (Number(token) * size) / 1000;
    }
    expect(placed).toHaveLength(xs.length);
    placed.forEach((x, i) => expect(Math.abs(x - xs[i]!)).toBeLessThan(0.0101));
  });

  it('raises and lowers marks and returns to the baseline', async () => {
    const raised: GlyphRun = { ...shapeWord('xyz', face('serif')), yOffsets: Int32Array.from([0, 200, 0]) };
    const pdf = await write((packet) => packet.runs(packet.element('P'), 72, [raised], 10));
    expect(pdf.content(0).match(/\S+ Ts/g)).toEqual(['2 Ts', '0 Ts']);
  });

  it('changes the font when face or size change', async () => {
    const pdf = await write((packet) =>
      packet.line('P', [
        { text: 'a' },
        { text: 'b', size: 9 },
        { text: 'c', face: 'sans', size: 9 },
        { text: 'd', face: 'sans', size: 9 },
      ]),
    );
    expect(pdf.content(0).match(/\/F\d \S+ Tf/g)).toEqual(['/F1 11 Tf', '/F1 9 Tf', '/F2 9 Tf']);
  });
});

describe('extracted text', () => {
  it('gives ligatures their source text', async () => {
    const pdf = await write((packet) => packet.line('P', 'office'));
    const ligature = shapeWord('office', face('serif')).glyphIds[1]!;
    expect(cmap(pdf, 'F1')).toContain(`<${ligature.toString(16).toUpperCase().padStart(4, '0')}><${hex('ffi')}>`);
    expect(pdf.content(0)).not.toContain('ActualText');
  });

  it('adds ActualText where a glyph stands for two texts, to the rarer one', async () => {
    const mu = shapeWord('μ', face('noto'));
    const micro: GlyphRun = { ...mu, text: 'µ', glyphText: ['µ'] };
    const word = shapeWord('g', face('noto'));
    const pdf = await write((packet) => packet.runs(packet.element('P'), 72, [word, micro, word, mu, word, mu, word]));
    expect(pdf.content(0).match(/\/Span <<\/MCID \d+ \/ActualText <[0-9A-F]+>>> BDC/g)).toEqual([
      '/Span <</MCID 1 /ActualText <FEFF00B5>>> BDC',
    ]);
    expect(cmap(pdf, 'F1')).toContain(`<${hex('μ')}>`);
    expect(cmap(pdf, 'F1')).not.toContain(`<${hex('µ')}>`);
  });

  it('takes a no-break space for a space', async () => {
    const pdf = await write((packet) => packet.line('P', [{ text: 'Sept. 4 or 5, 10\u00a0a.m., 1\u202f000' }]));
    expect(pdf.content(0)).not.toContain('ActualText');
    for (const space of ['\u00a0', '\u202f']) expect(cmap(pdf, 'F1')).not.toContain(`<${hex(space)}>`);
  });

  it('adds ActualText to clusters of several glyphs', async () => {
    const pdf = await write((packet) => packet.line('P', [{ text: 'ทำงาน', face: 'thai' }]));
    expect(pdf.content(0)).toContain(`/ActualText <FEFF${hex('ทำงาน')}>`);
  });

  it('keeps a hyphen of the text at the end of a line from being taken for one that broke a word', async () => {
    const pdf = await write((packet) => {
      packet.line('P', 'long-');
      packet.line('P', 'well-known');
    });
    expect(pdf.content(0).match(/ActualText <\w+>/g)).toEqual([`ActualText <FEFF${hex('long-\u200b')}>`]);
  });

  it('adds none to right-to-left text, which decides what a shared glyph means', async () => {
    const latin: GlyphRun = { ...shapeWord('ab', face('amiri')), glyphText: ['a', 'b'] };
    const rtl: GlyphRun = { ...latin, rtl: true, text: 'בא', glyphText: ['א', 'ב'] };
    const pdf = await write((packet) => packet.runs(packet.element('P'), 72, [latin, latin, latin, rtl]));
    expect(pdf.content(0).match(/ActualText <FEFF\w+>/g)).toEqual(new Array(3).fill(`ActualText <FEFF${hex('ab')}>`));
    expect(cmap(pdf, 'F1')).toContain(`<${hex('א')}>`);
  });

  it('adds none to artifacts', async () => {
    const pdf = await write((packet) =>
      packet.text({ element: null, artifact: 'footer' }, 72, [{ text: 'ทำ', face: 'thai', lang: 'th' }]),
    );
    expect(pdf.content(0)).not.toMatch(/ActualText|Lang|MCID/);
  });

  it('states the language of a run that differs from its element', async () => {
    const pdf = await write((packet) => {
      packet.line('P', [{ text: 'Name: ' }, { text: 'Γεώργιος', face: 'noto', lang: 'el' }]);
      packet.line('P', [{ text: 'Γεώργιος', face: 'noto', lang: 'el' }], packet.root, { lang: 'el' });
    });
    expect(pdf.content(0).match(/\/\w+ <<\/MCID.*BDC/g)).toEqual([
      '/P <</MCID 0>> BDC',
      '/Span <</MCID 1>> BDC',
      '/P <</MCID 2>> BDC',
    ]);
    expect(structureText(pdf)).toBe(
      ['Document', '  P', '    [0:0]', '    Span lang=el', '      [0:1]', '  P lang=el', '    [0:2]'].join('\n'),
    );
  });

  it('keeps text of one language in one Span, line after line', async () => {
    const pdf = await write((packet) => {
      const p = packet.element('P');
      for (let line = 0; line < 3; line++)
        packet.text({ element: p }, 72, [{ text: 'हिन्दी ', face: 'devanagari', lang: 'hi' }]);
      packet.text({ element: p }, 72, [{ text: 'end' }]);
      packet.text({ element: p }, 72, [{ text: 'हिन्दी', face: 'devanagari', lang: 'hi' }]);
    });
    expect(structureText(pdf).match(/Span lang=hi/g)).toHaveLength(2);
  });

  it('reads the space at the end of a line after the right-to-left word before it', async () => {
    const space = { ...shapeWord(' ', face('amiri')), rtl: true };
    const pdf = await write((packet) => {
      const p = packet.element('P');
      packet.runs(p, 72, [...shapeText('Name: ', 'serif'), shapeWord('سرا', face('amiri'), { rtl: true }), space]);
      packet.runs(p, 72, [shapeWord('عبد', face('amiri'), { rtl: true })]);
    });
    const spoken: unknown[] = [];
    const visit = (value: Plain | undefined): void => {
      for (const kid of [dict(value).K ?? []].flat()) {
        if (typeof kid !== 'object' || dict(kid).S === undefined) continue;
        if (dict(kid).ActualText !== undefined) spoken.push(dict(kid).ActualText);
        visit(kid);
      }
    };
    visit(list(dict(dict(pdf.catalog).StructTreeRoot).K)[0]);
    expect(spoken).toEqual(['سرا ', 'عبد']);
  });

  it('gives right-to-left text as it is read to assistive technology, in a Span of its own', async () => {
    const number = { ...shapeWord('2025', face('amiri')), rtl: false };
    const pdf = await write((packet) => {
      packet.line('P', [
        { text: 'Name: ' },
        { text: 'مُحَمَّدٌ عبد الله', face: 'amiri', rtl: true, lang: 'ar' },
        { text: ' (M.D.)' },
      ]);
      const [last, space, first] = shapeText('سنة جيدة', 'amiri', { rtl: true });
      packet.runs(packet.element('P'), 72, [last!, space!, number, space!, first!]);
    });
    const paragraphs = list(dict(list(dict(dict(pdf.catalog).StructTreeRoot).K)[0]).K).map(dict);
    const [before, span, after] = list(paragraphs[0]!.K);
    expect([before, after]).toEqual([0, 2]);
    expect(dict(span)).toMatchObject({ S: '/Span', K: 1, Lang: 'ar', ActualText: 'مُحَمَّدٌ عبد الله' });
    expect(dict(paragraphs[1]!.K).ActualText).toBe('سنة 2025 جيدة');
    expect(pdf.content(0)).not.toMatch(/ActualText|Lang/);
  });
});

describe('fonts', () => {
  it('have a W array that says what the font says', async () => {
    const runs = shapeText('AVATAR office 0123', 'serif');
    const pdf = await write((packet) => packet.runs(packet.element('P'), 72, runs));
    const widths = new Map<number, number>();
    const array = list(dict(list(font(pdf, 'F1').DescendantFonts)[0]).W);
    for (let i = 0; i < array.length; i += 2) {
      list(array[i + 1]).forEach((width, offset) => widths.set((array[i] as number) + offset, width as number));
    }
    const used = [...new Set(runs.flatMap((run) => [...run.glyphIds]))].sort((a, b) => a - b);
    expect([...widths.keys()]).toEqual(used);
    for (const id of used) expect(widths.get(id)).toBe(face('serif').advance(id));
  });

  it('have flags, tag and metrics of their face', async () => {
    const pdf = await write((packet) => {
      packet.line('P', [
        { text: 'Résumé — “ok”' },
        { text: 'italic', face: 'serifItalic' },
        { text: 'sans', face: 'sansBold' },
      ]);
      packet.line('P', [{ text: 'Nguyễn', face: 'noto' }]);
    });
    const descriptor = (name: string) => dict(dict(list(font(pdf, name).DescendantFonts)[0]).FontDescriptor);
    expect(['F1', 'F2', 'F3', 'F4'].map((name) => descriptor(name).Flags)).toEqual([34, 98, 32, 6]);
    expect(descriptor('F1').FontName).toMatch(/^\/[A-Z]{6}\+SourceSerif4-Regular$/);
    expect(font(pdf, 'F1').BaseFont).toBe(descriptor('F1').FontName);
    expect(descriptor('F1')).toMatchObject({ Ascent: face('serif').ascent, Descent: face('serif').descent });
    expect(descriptor('F2').ItalicAngle).toBeLessThan(0);
    expect(descriptor('F3').StemV).toBeGreaterThan(descriptor('F1').StemV as number);
  });

  it('write ToUnicode in blocks of at most 100', async () => {
    const letters = Array.from({ length: 260 }, (_, i) => String.fromCodePoint(0x400 + (i % 256))).join('');
    const pdf = await write((packet) => packet.line('P', [{ text: letters, face: 'noto' }]));
    const sizes = [...cmap(pdf, 'F1').matchAll(/(\d+) beginbfchar\n((?:<.*>\n)+)endbfchar/g)];
    expect(sizes.length).toBeGreaterThan(2);
    for (const [, count, body] of sizes) {
      expect(Number(count)).toBeLessThanOrEqual(100);
      expect(body!.trim().split('\n')).toHaveLength(Number(count));
    }
  });
});
