import { PDFArray, PDFName, PDFNumber, PDFString, type PDFObject } from 'pdf-lib';
import type { FaultyFile } from './faulty-file.js';

/** A fault that is put into a finished packet. */
export interface Fault {
  readonly name: string;
  /** The check that must find it, among others perhaps; `ua1 7.1` stands for every test of that clause. */
  readonly check: string;
  readonly inject: (packet: FaultyFile) => void;
  /** Changes the bytes of the saved file instead. */
  readonly damage?: (bytes: Uint8Array) => Uint8Array;
}

const name = (value: string): PDFName => PDFName.of(value);
const nothing = (): void => undefined;

/** Retags the first element of a role. */
const retag =
  (from: string, to: string) =>
  (packet: FaultyFile): void =>
    packet.set(packet.element(from).dict, 'S', name(to));

const editXmp =
  (from: RegExp, to: string) =>
  (packet: FaultyFile): void =>
    packet.edit(packet.catalog, 'Metadata', (xmp) => xmp.replace(from, to));

const editPage =
  (change: (content: string) => string) =>
  (packet: FaultyFile): void =>
    packet.edit(packet.file.pages[0]!, 'Contents', change);

/** Puts a file into the catalog, as an attachment that nobody asked for. */
function attach(packet: FaultyFile): void {
  const { context } = packet.file.document;
  const stream = context.register(context.flateStream('secret', { Type: 'EmbeddedFile', Subtype: name('text/plain') }));
  const file = context.register(
    context.obj({ Type: 'Filespec', F: PDFString.of('a.txt'), UF: PDFString.of('a.txt'), EF: { F: stream } }),
  );
  packet.set(packet.catalog, 'Names', context.obj({ EmbeddedFiles: { Names: [PDFString.of('a.txt'), file] } }));
}

/** An action that nobody asked for. */
export function actionOf(packet: FaultyFile, entries: Record<string, PDFObject | string>): PDFObject {
  return packet.file.document.context.obj({ Type: 'Action', ...entries });
}

/** The numbers tree from content to elements: the owners of the first page. */
function firstOwners(packet: FaultyFile): PDFArray {
  const numbers = packet.file.list(packet.file.get(packet.file.sub(packet.root, 'ParentTree'), 'Nums'));
  return packet.file.follow(numbers[1]) as PDFArray;
}

/** Faults of structure and text. */
const STRUCTURE: readonly Fault[] = [
  { name: 'figure without a box', check: 'figures-are-described', inject: retag('P', 'Figure') },
  { name: 'figure without alternative', check: 'ua1 7.3-1', inject: retag('P', 'Figure') },
  {
    name: 'head of a table without scope',
    check: 'tables-are-regular',
    inject: (p) => p.delete(p.element('TH').dict, 'A'),
  },
  { name: 'heading level skipped', check: 'ua1 7.4.2-1', inject: retag('H2', 'H4') },
  { name: 'heading level skipped, seen by the outline', check: 'headings-match-outline', inject: retag('H2', 'H3') },
  { name: 'ragged table', check: 'ua1 7.2', inject: (p) => p.kids(p.element('TR').dict, (kids) => kids.slice(1)) },
  { name: 'paragraph straight in a list item', check: 'ua1 7.2-20', inject: retag('LBody', 'P') },
  {
    name: 'list without ListNumbering',
    check: 'lists-are-numbered',
    inject: (p) => p.delete(p.element('L').dict, 'A'),
  },
  {
    name: 'numbers called bullets',
    check: 'lists-are-numbered',
    inject: (p) => {
      const list = p.element('L', ({ attributes }) => attributes.get('ListNumbering')?.value === 'Decimal');
      p.set(list.dict, 'A', p.object({ O: 'List', ListNumbering: 'Disc' }));
    },
  },
  {
    name: 'structure in another order',
    check: 'text-is-the-document',
    inject: (p) => p.kids(p.element('Sect').dict, (kids) => kids.reverse()),
  },
  {
    name: 'text read twice',
    check: 'content-is-tagged',
    inject: (p) => p.kids(p.element('P').dict, (kids) => [...kids, ...kids]),
  },
  {
    name: 'text that belongs to no element',
    check: 'content-is-tagged',
    inject: (p) => p.kids(p.element('Sect').dict, (kids) => kids.slice(0, -1)),
  },
  {
    name: 'text replaced by other text',
    check: 'text-is-the-document',
    inject: (p) => p.set(p.element('H1').dict, 'ActualText', PDFString.of('Something else')),
  },
  {
    name: 'ParentTree that leads astray',
    check: 'content-is-tagged',
    inject: (p) => {
      const owners = firstOwners(p);
      owners.set(0, owners.get(owners.size() - 1));
    },
  },
  {
    name: 'cell that names a head that is not there',
    check: 'tables-are-regular',
    inject: (p) => p.delete(p.element('TH', ({ id }) => id !== undefined).dict, 'ID'),
  },
  { name: 'no marks', check: 'ua1 6.2-1', inject: (p) => p.delete(p.catalog, 'MarkInfo') },
  {
    name: 'untagged content',
    check: 'ua1 7.1-3',
    inject: editPage((content) => content.replace(/\/P <<\/MCID \d+>> BDC\n([\s\S]*?)EMC\n/, '$1')),
  },
  {
    name: 'untagged content, seen without veraPDF',
    check: 'content-is-tagged',
    inject: editPage((content) => content.replace(/\/P <<\/MCID \d+>> BDC\n([\s\S]*?)EMC\n/, '$1')),
  },
  {
    name: 'nested marked content',
    check: 'content-is-tagged',
    inject: editPage((content) => content.replace(/BDC\n/, 'BDC\n/Span <<>> BDC\n').replace(/EMC\n/, 'EMC\nEMC\n')),
  },
  {
    name: 'outline with another title',
    check: 'headings-match-outline',
    inject: (p) => p.set(p.file.sub(p.catalog, 'Outlines', 'First')!, 'Title', PDFString.of('Elsewhere')),
  },
  {
    name: 'outline without a part',
    check: 'headings-match-outline',
    inject: (p) => {
      const first = p.file.sub(p.catalog, 'Outlines', 'First')!;
      p.set(first, 'Next', first.get(name('Last')) ?? p.object(null));
      p.delete(first, 'Next');
    },
  },
];

/** Faults of links and pages. */
const LINKS: readonly Fault[] = [
  { name: 'link without Contents', check: 'ua1 7.18.5-2', inject: (p) => p.delete(p.link, 'Contents') },
  {
    name: 'link described by a blank',
    check: 'links-are-described',
    inject: (p) => p.set(p.link, 'Contents', PDFString.of(' ')),
  },
  { name: 'link without StructParent', check: 'ua1 7.18.5-1', inject: (p) => p.delete(p.link, 'StructParent') },
  { name: 'link that is no Link', check: 'links-are-described', inject: retag('Link', 'Span') },
  { name: 'link without the Print flag', check: '2a 6.3.2-1', inject: (p) => p.delete(p.link, 'F') },
  {
    name: 'page without tab order',
    check: 'ua1 7.18.3-1',
    inject: (p) => p.file.pages.filter((page) => page.has(name('Annots'))).forEach((page) => p.delete(page, 'Tabs')),
  },
  {
    name: 'link that starts a program',
    check: 'nothing-is-active',
    inject: (p) => p.set(p.link, 'A', actionOf(p, { S: 'Launch', F: PDFString.of('x') })),
  },
  {
    name: 'JavaScript on opening',
    check: 'nothing-is-active',
    inject: (p) => p.set(p.catalog, 'OpenAction', actionOf(p, { S: 'JavaScript', JS: PDFString.of('1') })),
  },
  { name: 'attachment in PDF/A-2', check: '2a 6.8', inject: attach },
  { name: 'attachment that nobody asked for', check: 'attachments-are-described', inject: attach },
  {
    name: 'light gray text',
    check: 'text-is-legible',
    inject: editPage((content) => content.replace(/[\d.]+ [\d.]+ [\d.]+ rg\nBT/g, '0.75 0.75 0.75 rg\nBT')),
  },
];

/** Faults of metadata and of the file. */
const METADATA: readonly Fault[] = [
  { name: 'no language', check: 'ua1 7.2', inject: (p) => p.delete(p.catalog, 'Lang') },
  { name: 'title not shown', check: 'ua1 7.1-10', inject: (p) => p.delete(p.catalog, 'ViewerPreferences') },
  { name: 'no dc:title', check: 'ua1 7.1-9', inject: editXmp(/<dc:title>.*<\/dc:title>\n/, '') },
  {
    name: 'Info with another title than XMP',
    check: 'info-is-xmp',
    inject: (p) => p.set(p.info, 'Title', PDFString.of('Other')),
  },
  {
    name: 'Info with another date than XMP',
    check: 'info-is-xmp',
    inject: (p) => p.set(p.info, 'ModDate', PDFString.of('D:20200101000000Z')),
  },
  { name: 'Info with more than XMP', check: 'info-is-xmp', inject: (p) => p.set(p.info, 'Trapped', name('False')) },
  { name: 'compressed XMP', check: 'xmp-is-plain', inject: (p) => p.edit(p.catalog, 'Metadata', (xmp) => xmp, true) },
  {
    name: 'claim that the result does not make',
    check: 'claims-hold',
    inject: editXmp(/<pdfaid:conformance>A/, '<pdfaid:conformance>B'),
  },
  { name: 'no claim to PDF/UA', check: 'ua1 5-1', inject: editXmp(/<pdfuaid:part>1<\/pdfuaid:part>\n/, '') },
  {
    name: 'no extension schema',
    check: '2a 6.6.2.3',
    inject: editXmp(/<rdf:Description rdf:about="" xmlns:pdfaExtension[\s\S]*?<\/rdf:Description>\n/, ''),
  },
  {
    name: 'no file identifier',
    check: '2a 6.1.3-1',
    inject: (p) => void delete p.file.document.context.trailerInfo.ID,
  },
  { name: 'no output intent', check: '2a 6.2.4.3', inject: (p) => p.delete(p.catalog, 'OutputIntents') },
  { name: 'no CIDToGIDMap', check: '2a 6.2.11.3.2', inject: (p) => p.delete(p.font('CIDFontType2'), 'CIDToGIDMap') },
  {
    name: 'widths that are not the font’s',
    check: '2a 6.2.11.5',
    inject: (p) => {
      const widths = p.file.list(p.font('CIDFontType2').get(name('W')));
      for (const run of widths) if (run instanceof PDFArray) run.set(0, PDFNumber.of(321));
    },
  },
  {
    name: 'a glyph for nothing',
    check: '2a 6.2.11.8',
    inject: editPage((content) => content.replace(']TJ', '<0000>]TJ')),
  },
  { name: 'no ToUnicode', check: '2a 6.2.11.7.2', inject: (p) => p.delete(p.font('Type0'), 'ToUnicode') },
  {
    name: 'no ToUnicode, seen without veraPDF',
    check: 'fonts-are-embedded',
    inject: (p) => p.delete(p.font('Type0'), 'ToUnicode'),
  },
  {
    name: 'font that is not embedded',
    check: 'fonts-are-embedded',
    inject: (p) => p.delete(p.file.sub(p.font('CIDFontType2'), 'FontDescriptor')!, 'FontFile2'),
  },
  {
    name: 'encrypted, so that only those with a password change it',
    check: '2a 6.1.3-2',
    inject: (p) => p.file.document.encrypt({ algorithm: 'AES-128', ownerPassword: 'owner', userPassword: '' }),
  },
  {
    name: 'encrypted, seen without veraPDF',
    check: 'file-is-readable',
    inject: (p) => p.file.document.encrypt({ algorithm: 'AES-128', ownerPassword: 'owner', userPassword: '' }),
  },
  { name: 'cut short', check: 'qpdf', inject: nothing, damage: (bytes) => bytes.slice(0, -40) },
];

/** Every fault, each of which the gate must find in a packet without appendices. */
export const FAULTS: readonly Fault[] = [...STRUCTURE, ...LINKS, ...METADATA];
