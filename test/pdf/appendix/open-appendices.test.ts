import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { attachedAppendices } from '../../../src/pdf/index.js';
import { openAppendices } from '../../../src/pdf/appendix/open-appendices.js';
import { dict, list, readPdf } from '../support/read-pdf.js';
import { appendFiles } from './append-file.js';
import { CORPUS } from './corpus/index.js';
import { onePage, SQUARE } from './corpus/raw-pdf.js';

const stored = (bytes: Uint8Array): Uint8Array => zlibSync(bytes, { level: 0 });
const fromCorpus = async (name: string): Promise<Uint8Array> => CORPUS.find((file) => file.name === name)!.make();

describe('openAppendices', () => {
  it('letters documents in order, and passes over those that are missing', async () => {
    const files = { 'a.pdf': onePage(), 'b.pdf': new Uint8Array(9), 'c.pdf': onePage() };
    const { opened, laidOut } = await appendFiles(files, stored);
    expect(opened.documents.map(({ label, title }) => [label, title])).toEqual([
      ['A', 'Title of a.pdf'],
      ['B', 'Title of c.pdf'],
    ]);
    expect(laidOut.pages.map(({ labelPrefix }) => labelPrefix)).toEqual([undefined, 'A-', 'B-']);
    expect(laidOut.outline.slice(-2).map(({ title }) => title)).toEqual([
      'Appendix A: Title of a.pdf',
      'Appendix B: Title of c.pdf',
    ]);
  });

  it('leaves nothing of a document behind that fails half way', async () => {
    const bomb = onePage({
      page: '/MediaBox [0 0 612 792] /Resources << /XObject << /A 5 0 R /B 6 0 R >> >>',
      content: { entries: '', data: '/A Do /B Do' },
      more: [
        { entries: '/Type /XObject /Subtype /Form /BBox [0 0 9 9]', data: '% left behind' },
        { entries: '/Type /XObject /Subtype /Image /Width 1000000 /Height 1000000', data: '' },
      ],
    });
    const { opened, bytes } = await appendFiles({ 'bomb.pdf': bomb, 'fine.pdf': onePage() }, stored);
    expect(opened.outcomes.map(({ kind }) => kind)).toEqual(['missing', 'pages']);
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('left behind');
  });

  it('labels the pages and nests the bookmarks of the document under its own', async () => {
    const { bytes } = await appendFiles({ 'x.pdf': await fromCorpus('bookmarks') }, stored);
    const { catalog } = await readPdf(bytes);
    expect(dict(catalog)['PageLabels']).toBeDefined();
    const labels = list(dict(dict(catalog)['PageLabels'])['Nums']).map((entry) => dict(entry));
    expect(labels[1]).toMatchObject({ S: '/D' });
    expect(labels[3]).toMatchObject({ S: '/D', P: 'A-' });
    const last = dict(dict(dict(catalog)['Outlines'])['Last']);
    const own = last['Title'] === 'Appendix A: Title of x.pdf' ? last : dict(last['Last']);
    expect(own['Title']).toBe('Appendix A: Title of x.pdf');
    expect(dict(own['First'])['Title']).toBe('Section one');
  });

  it('keeps safe links, described, and those inside the document', async () => {
    const { bytes } = await appendFiles({ 'x.pdf': await fromCorpus('links') }, stored);
    const { pages } = await readPdf(bytes);
    const links = list(pages[1]!['Annots']).map((link) => dict(link));
    expect(links.map((link) => dict(link['A'])['URI'] ?? dict(link['A'])['S'])).toEqual([
      'https://example.org/safe',
      'mailto:a@example.org',
      '/GoTo',
    ]);
    for (const link of links) expect(link['Contents']).toMatch(/^Link /);
  });

  it.each([
    ['plain', { pdfUa: '1', pdfA: '2a' }, []],
    ['cmyk', { pdfUa: '1', pdfA: null }, ['has colours for a printing press (CMYK)']],
    ['unembedded-font', { pdfUa: null, pdfA: null }, ['has a font that is not embedded']],
    ['no-resources', { pdfUa: null, pdfA: null }, ['uses something that is not in it']],
  ])('claims of %s only what it lets the packet keep', async (name, claims, reasons) => {
    const { conformance } = await appendFiles({ 'x.pdf': await fromCorpus(name) }, stored);
    expect(conformance).toMatchObject(claims);
    expect(conformance.reasons.map(({ message }) => message)).toEqual(
      reasons.map((reason) => `the appended document “Title of x.pdf” ${reason}`),
    );
  });

  it('copies the tags of a document into the tree of the packet', async () => {
    const { bytes, conformance } = await appendFiles({ 'x.pdf': await fromCorpus('tagged-copy') }, stored, {
      mode: 'copy',
    });
    const { catalog } = await readPdf(bytes);
    const root = dict(dict(catalog)['StructTreeRoot']);
    const packet = dict(list(root['K'])[0]);
    const section = dict(list(packet['K']).at(-1));
    const [heading, part] = list(section['K']).map((kid) => dict(kid));
    expect(heading).toMatchObject({ S: '/H2' });
    const copied = list(part!['K']).map((kid) => dict(kid));
    expect(copied.map((element) => [element['S'], element['Alt'] ?? null])).toEqual([
      ['/H1', null],
      ['/P', null],
      ['/Figure', 'A black square'],
    ]);
    const mark = dict(list(copied[0]!['K'])[0]);
    expect(mark).toMatchObject({ Type: '/MCR', MCID: 0 });
    const key = dict(mark['Stm'])['StructParents'];
    const numbers = list(dict(root['ParentTree'])['Nums']);
    const owners = list(numbers[numbers.indexOf(key!) + 1]);
    expect(owners.map((owner) => (owner === null ? null : dict(owner)['S']))).toEqual(['/H1', '/P', null, '/Figure']);
    const drawing = Buffer.from(bytes).toString('latin1');
    expect(drawing).toContain('/Span <</MCID 1>> BDC');
    expect(drawing).toContain('/Artifact BMC');
    expect(conformance).toMatchObject({ pdfUa: null, pdfA: null });
  });

  it('attaches a file as it is, under a name made of its title, and says when it is not clean', async () => {
    const scripts = await fromCorpus('scripts');
    const request = { file: 'tôi.pdf', title: 'Bảng điểm, Đại học', mode: 'attach-only', path: '' } as const;
    const files = { 'tôi.pdf': scripts };
    const { outcomes, documents, diagnostics } = await openAppendices([request, request], files, stored);
    expect(documents).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['appendix/active-attachment', 'appendix/active-attachment']);
    const attached = attachedAppendices(outcomes);
    expect(attached.map(({ name }) => name)).toEqual(['bang-diem-dai-hoc.pdf', 'bang-diem-dai-hoc-2.pdf']);
    expect(attached[0]).toMatchObject({
      relationship: 'Supplement',
      description: 'Bảng điểm, Đại học',
      bytes: scripts,
    });
  });

  it('says what to do about a file whose bytes were not given', async () => {
    const request = { file: '__proto__', title: 'T', mode: 'figure', path: 'appendices[0].file' } as const;
    const { diagnostics } = await openAppendices([request], {}, stored);
    expect(diagnostics).toMatchObject([{ code: 'appendix/missing', severity: 'warning', path: 'appendices[0].file' }]);
  });

  it('draws a page in the state that a page begins with', async () => {
    const square = onePage({ content: { entries: '', data: SQUARE.replace('0 0 0 rg ', '') } });
    const { bytes } = await appendFiles({ 'x.pdf': square }, stored);
    const { content } = await readPdf(bytes);
    expect(content(1)).toMatch(/q 0 g 0 G 1 w [-\d. ]+ cm \/D1P1 Do Q/);
  });

  it('gives the same bytes each time', async () => {
    const files = { 'x.pdf': await fromCorpus('object-streams') };
    const [first, second] = [await appendFiles(files, stored), await appendFiles(files, stored)];
    expect(Buffer.from(first.bytes).equals(second.bytes)).toBe(true);
  });
});
