import { Zlib, zlibSync } from 'fflate';
import { bytesOf, deflated, onePage, rawPdf, SQUARE, type RawObject } from './raw-pdf.js';
import type { CorpusFile } from './types.js';

const MEGABYTE = 1_000_000;
const ZEROS = 300 * MEGABYTE;
let bomb: Uint8Array | undefined;
/** 300 MB of zeros in 300 kB, packed piece by piece. */
function deflateBomb(): Uint8Array {
  if (bomb) return bomb;
  const parts: Uint8Array[] = [];
  const packer = new Zlib({ level: 6 }, (part) => parts.push(part));
  for (let at = 0; at < ZEROS; at += MEGABYTE) packer.push(new Uint8Array(MEGABYTE), at + MEGABYTE >= ZEROS);
  return (bomb = bytesOf(...parts));
}

/** Files that ask for more than they are worth. */
export const HOSTILE: readonly CorpusFile[] = [
  {
    name: 'deflate-bomb-content',
    isHeavy: true,
    make: () => onePage({ content: { entries: '/Filter /FlateDecode', data: deflateBomb() } }),
    expected: 'appendix/too-large',
  },
  {
    name: 'deflate-bomb-twice',
    isHeavy: true,
    make: () => onePage({ content: { entries: '/Filter [/FlateDecode /FlateDecode]', data: zlibSync(deflateBomb()) } }),
    expected: 'appendix/too-large',
  },
  {
    name: 'deflate-bomb-image',
    isHeavy: true,
    make: () =>
      onePage({
        page: '/MediaBox [0 0 612 792] /Resources << /XObject << /I 5 0 R >> >>',
        content: { entries: '', data: `/I Do ${SQUARE}` },
        more: [image('/Width 9 /Height 9 /Filter /FlateDecode', deflateBomb())],
      }),
    expected: 'appendix/too-large',
  },
  {
    name: 'deflate-bomb-objects',
    isHeavy: true,
    make: () =>
      rawPdf(
        [
          '<< /Type /Catalog /Pages 2 0 R >>',
          '<< /Type /Pages /Kids [5 0 R] /Count 1 >>',
          { entries: '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', data: deflateBomb() },
          'null',
        ],
        { table: 'none' },
      ),
    expected: 'appendix/too-large',
  },
  {
    name: 'run-length-bomb',
    isHeavy: true,
    make: () => onePage({ content: { entries: '/Filter [/RunLengthDecode /RunLengthDecode]', data: runLengthBomb() } }),
    expected: 'appendix/too-large',
  },
  {
    name: 'object-stream-of-millions',
    isHeavy: true,
    make: () =>
      rawPdf(
        [
          '<< /Type /Catalog /Pages 2 0 R >>',
          '<< /Type /Pages /Kids [] >>',
          deflated('9 0 '.repeat(2_000_000), '/Type /ObjStm /N 2000000 /First 8000000'),
        ],
        { table: 'none' },
      ),
    expected: 'appendix/too-large',
  },
  {
    name: 'page-count-lie',
    make: () => bytesOf(String.fromCharCode(...onePage()).replace('/Count 1', '/Count 1000000')),
    expected: 1,
    notes: ['appendix/repaired'],
  },
  { name: 'page-count-bomb', make: () => pageBomb(2000), expected: 'appendix/too-large' },
  { name: 'page-tree-of-shared-kids', make: sharedKids, expected: 1, notes: ['appendix/repaired'] },
  {
    name: 'nested-arrays',
    make: () =>
      onePage({
        page: `/MediaBox [0 0 612 792] /Resources << /Font 5 0 R >>`,
        content: { entries: '', data: `/F1 9 Tf ${SQUARE}` },
        more: ['['.repeat(100_000) + ']'.repeat(100_000)],
      }),
    expected: 'appendix/damaged',
  },
  { name: 'nested-page-tree', make: () => nestedTree(5000), expected: 'appendix/no-pages' },
  { name: 'nested-forms', make: () => nestedForms(3000), expected: 'appendix/damaged' },
  {
    name: 'form-in-itself',
    make: () =>
      onePage({
        page: '/MediaBox [0 0 612 792] /Resources << /XObject << /X 5 0 R >> >>',
        content: { entries: '', data: `/X Do ${SQUARE}` },
        more: [
          {
            entries: '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>',
            data: '/X Do',
          },
        ],
      }),
    expected: 1,
  },
  {
    name: 'resources-in-circles',
    make: () =>
      onePage({
        page: '/MediaBox [0 0 612 792] /Resources << /ExtGState << /G 5 0 R >> >>',
        content: { entries: '', data: `/G gs ${SQUARE}` },
        more: ['<< /Font [6 0 R 9] >>', '<< /Type /Font /Subtype /Type0 /DescendantFonts [6 0 R] >>'],
      }),
    expected: 1,
  },
  {
    name: 'million-pixels-squared',
    make: () =>
      onePage({
        page: '/MediaBox [0 0 612 792] /Resources << /XObject << /I 5 0 R >> >>',
        content: { entries: '', data: '/I Do' },
        more: [image('/Width 1000000 /Height 1000000', new Uint8Array(9))],
      }),
    expected: 'appendix/too-large',
  },
  {
    name: 'drawing-without-end',
    isHeavy: true,
    make: () => onePage({ content: deflated('0 0 m 9 9 l S\n'.repeat(2_000_000)) }),
    expected: 'appendix/too-large',
  },
  {
    name: 'outline-in-circles',
    make: () =>
      onePage({
        catalog: '/Outlines << /First 5 0 R >>',
        more: ['<< /Title (Round) /Dest [3 0 R /XYZ 0 700 0] /Next 5 0 R /First 5 0 R >>'],
      }),
    expected: 1,
  },
  {
    name: 'names-in-circles',
    make: () =>
      onePage({
        catalog: '/Names << /Dests 5 0 R >>',
        page: '/MediaBox [0 0 612 792] /Annots [<< /Subtype /Link /Rect [9 9 99 99] /Dest (x) >>]',
        more: ['<< /Kids [5 0 R] /Names [(x) (x)] >>'],
      }),
    expected: 1,
  },
  {
    name: 'fields-in-circles',
    make: () =>
      onePage({
        catalog: '/AcroForm << /NeedAppearances true >>',
        page: '/MediaBox [0 0 612 792] /Annots [5 0 R]',
        more: ['<< /Subtype /Widget /Rect [9 9 99 30] /Parent 5 0 R >>'],
      }),
    expected: 1,
  },
  {
    name: 'thirty-thousand-annotations',
    isHeavy: true,
    make: () =>
      onePage({
        page: `/MediaBox [0 0 612 792] /Annots [${'<< /Subtype /Square /Rect [0 0 9 9] >> '.repeat(30_000)}]`,
      }),
    expected: 1,
  },
  {
    name: 'too-many-bytes',
    isHeavy: true,
    make: () => bytesOf(onePage(), new Uint8Array(32_000_001)),
    expected: 'appendix/too-large',
  },
  {
    name: 'ten-thousand-fake-objects',
    make: () => bytesOf('%PDF-1.7\n', '1 0 obj (\n'.repeat(20_000)),
    expected: 'appendix/damaged',
  },
  { name: 'link-web', make: linkWeb, request: { pages: '1' }, expected: 1, absent: ['Page 300 of the web'] },
  { name: 'link-web-whole', isHeavy: true, make: linkWeb, expected: 300, text: ['Page 300 of the web'] },
];

function image(entries: string, data: Uint8Array): RawObject {
  return { entries: `/Type /XObject /Subtype /Image /BitsPerComponent 8 /ColorSpace /DeviceGray ${entries}`, data };
}

/** 128 times 128 times as much as it is. */
function runLengthBomb(): Uint8Array {
  const inner = new Uint8Array(60_000).map((_, index) => (index % 2 === 0 ? 129 : 0));
  const outer: number[] = [];
  for (let at = 0; at < inner.length; at += 2) for (let i = 0; i < 1; i++) outer.push(1, inner[at]!, inner[at + 1]!);
  return Uint8Array.from(Array.from({ length: 12 }, () => outer).flat());
}

function pageBomb(count: number): Uint8Array {
  const pages = Array.from({ length: count }, () => '<< /Type /Page /MediaBox [0 0 9 9] >>');
  const kids = pages.map((_, index) => `${index + 3} 0 R`).join(' ');
  return rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`, ...pages]);
}

/** Seven levels of ten kids that are all the same: ten million pages in a few hundred bytes. */
function sharedKids(): Uint8Array {
  const levels = Array.from(
    { length: 7 },
    (_, index) => `<< /Type /Pages /Kids [${`${index + 3} 0 R `.repeat(10)}] /Count 9 >>`,
  );
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    ...levels,
    '<< /Type /Page /MediaBox [0 0 612 792] /Contents 10 0 R >>',
    { entries: '', data: SQUARE },
  ]);
}

function nestedTree(depth: number): Uint8Array {
  const levels = Array.from({ length: depth }, (_, index) => `<< /Type /Pages /Kids [${index + 3} 0 R] /Count 1 >>`);
  return rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', ...levels, '<< /Type /Page /MediaBox [0 0 612 792] >>']);
}

function nestedForms(depth: number): Uint8Array {
  const forms = Array.from({ length: depth }, (_, index) => ({
    entries: `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X ${index + 6} 0 R >> >>`,
    data: '/X Do',
  }));
  return onePage({
    page: '/MediaBox [0 0 612 792] /Resources << /XObject << /X 5 0 R >> >>',
    content: { entries: '', data: `/X Do ${SQUARE}` },
    more: forms,
  });
}

/** 300 pages, each with links to all the others. */
function linkWeb(): Uint8Array {
  const count = 300;
  const number = (page: number): number => 4 + page * 2;
  const annotations = Array.from(
    { length: count },
    (_, page) => `<< /Type /Annot /Subtype /Link /Rect [${page} 9 ${page + 1} 19] /Dest [${number(page)} 0 R /Fit] >>`,
  );
  const pages = Array.from({ length: count }, (_, page): RawObject[] => [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${number(page) + 1} 0 R /Annots ${page % 30 === 0 ? `[${annotations.join(' ')}]` : '[]'} /Resources << /Font << /F 3 0 R >> >> >>`,
    { entries: '', data: `${SQUARE} BT /F 12 Tf 72 72 Td (Page ${page + 1} of the web) Tj ET` },
  ]).flat();
  const kids = Array.from({ length: count }, (_, page) => `${number(page)} 0 R`).join(' ');
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages,
  ]);
}
