import { PDFDocument } from 'pdf-lib';
import { bytesOf, deflated, onePage, rawPdf, SQUARE, type RawObject } from './raw-pdf.js';
import type { CorpusFile } from './types.js';

const LETTER = '/MediaBox [0 0 612 792]';
const HELVETICA = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';
const FONT = '/Resources << /Font << /F 5 0 R >> >>';
const says = (words: string): RawObject => ({ entries: '', data: `${SQUARE}BT /F 24 Tf 72 700 Td (${words}) Tj ET` });

/** Pages of odd sizes, turned, cropped, in units of their own. */
export const SHAPES: readonly CorpusFile[] = [
  ...[90, 180, 270, -90, 450, 45].map((turn) => ({
    name: `turned-${turn}`,
    make: () => onePage({ page: `${LETTER} /Rotate ${turn}` }),
    expected: 1,
  })),
  {
    name: 'three-points-square',
    make: () => onePage({ page: '/MediaBox [0 0 3 3]', content: { entries: '', data: '0 0 3 3 re f' } }),
    expected: 1,
    hasInk: false,
  },
  {
    name: 'a0',
    make: () =>
      onePage({ page: '/MediaBox [0 0 2384 3370]', content: { entries: '', data: '300 600 1500 1500 re f' } }),
    expected: 1,
  },
  {
    name: 'ribbon',
    make: () => onePage({ page: '/MediaBox [0 0 14000 40]', content: { entries: '', data: '0 0 14000 40 re f' } }),
    expected: 1,
    hasInk: false,
  },
  {
    name: 'negative-box',
    make: () =>
      onePage({ page: '/MediaBox [-306 -396 306 396]', content: { entries: '', data: '-156 -96 250 250 re f' } }),
    expected: 1,
  },
  { name: 'upside-down-box', make: () => onePage({ page: '/MediaBox [612 792 0 0]' }), expected: 1 },
  {
    name: 'inherited-box',
    make: () =>
      bytesOf(
        String.fromCharCode(...onePage({ page: '' })).replace(
          '/Count 1',
          '/Count 1 /MediaBox [0 0 612 792] /Rotate 180',
        ),
      ),
    expected: 1,
    notes: ['appendix/repaired'],
  },
  { name: 'no-box', make: () => onePage({ page: '' }), expected: 1 },
  { name: 'empty-box', make: () => onePage({ page: '/MediaBox [0 0 0 0]' }), expected: 1 },
  { name: 'huge-box', make: () => onePage({ page: '/MediaBox [0 0 1000000000 1000000000]' }), expected: 1 },
  { name: 'box-of-words', make: () => onePage({ page: '/MediaBox [(a) /b null true]' }), expected: 1 },
  { name: 'crop-offset', make: () => onePage({ page: `${LETTER} /CropBox [100 250 450 600]` }), expected: 1 },
  { name: 'crop-outside', make: () => onePage({ page: `${LETTER} /CropBox [5000 5000 6000 6000]` }), expected: 1 },
  {
    name: 'user-unit',
    make: () =>
      onePage({ page: '/MediaBox [0 0 61.2 79.2] /UserUnit 10', content: { entries: '', data: '15 30 25 25 re f' } }),
    expected: 1,
  },
];

/** What documents may hold beside pages. */
export const FEATURES: readonly CorpusFile[] = [
  { name: 'pdf-2', make: () => onePage({ header: '%PDF-2.0\n' }), expected: 1 },
  { name: 'object-streams', make: byLibrary, expected: 2, text: ['Second page'] },
  { name: 'incremental-update', make: updated, expected: 1, text: ['The new text'], absent: ['The old text'] },
  {
    name: 'deleted-object',
    make: deleted,
    expected: 1,
    hasInk: false,
  },
  {
    name: 'unembedded-font',
    make: () => onePage({ page: `${LETTER} ${FONT}`, content: says('Plain words'), more: [HELVETICA] }),
    expected: 1,
    text: ['Plain words'],
  },
  {
    name: 'shared-resources',
    make: sharedResources,
    request: { pages: '1' },
    expected: 1,
    absent: ['Not of this page'],
  },
  {
    name: 'inherited-resources',
    make: () =>
      rawPdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        `<< /Type /Pages /Kids [3 0 R] /Count 1 ${LETTER} ${FONT} >>`,
        '<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>',
        says('Inherited words'),
        HELVETICA,
      ]),
    expected: 1,
    text: ['Inherited words'],
  },
  {
    name: 'ascii-filters',
    make: () =>
      onePage({
        content: {
          entries: '/Filter [/ASCIIHexDecode]',
          data: `${Array.from(SQUARE, (c) => c.charCodeAt(0).toString(16).padStart(2, '0')).join('')}>`,
        },
      }),
    expected: 1,
  },
  { name: 'predictor', make: () => onePage({ content: predicted(SQUARE) }), expected: 1 },
  {
    name: 'marked-content',
    make: () =>
      onePage({
        page: `${LETTER} /StructParents 0 /Tabs /S`,
        catalog: '/MarkInfo << /Marked true >> /StructTreeRoot << /Type /StructTreeRoot >>',
        content: { entries: '', data: `/P << /MCID 0 >> BDC ${SQUARE} EMC /Artifact BMC EMC` },
      }),
    expected: 1,
  },
  {
    name: 'hidden-layer',
    make: hiddenLayer,
    expected: 1,
    text: ['Shown words'],
    absent: ['Hidden words', 'HiddenForm'],
  },
  {
    name: 'drawn-font',
    make: () =>
      onePage({
        page: `${LETTER} ${FONT}`,
        content: says('aa'),
        more: [
          '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 /Widths [1] /Encoding << /Differences [97 /a] >> /CharProcs << /a 6 0 R >> >>',
          { entries: '', data: '1 0 d0 0 0 1 1 re f' },
        ],
      }),
    expected: 1,
  },
  {
    name: 'cmyk',
    make: () => onePage({ content: { entries: '', data: `0 0 0 1 k 150 300 250 250 re f` } }),
    expected: 1,
  },
  {
    name: 'inline-image',
    make: () =>
      onePage({
        content: {
          entries: '',
          data: `q 250 0 0 250 150 300 cm BI /W 4 /H 4 /BPC 8 /CS /G /F /AHx ID ${'00'.repeat(16)}> EI Q`,
        },
      }),
    expected: 1,
  },
  {
    name: 'tiling-pattern',
    make: () =>
      onePage({
        page: `${LETTER} /Resources << /Pattern << /P 5 0 R >> >>`,
        content: { entries: '', data: '/Pattern cs /P scn 150 300 250 250 re f' },
        more: [
          {
            entries:
              '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << >>',
            data: '0 0 9 9 re f',
          },
        ],
      }),
    expected: 1,
  },
  {
    name: 'soft-mask',
    make: () =>
      onePage({
        page: `${LETTER} /Resources << /ExtGState << /G << /SMask << /S /Luminosity /G 5 0 R >> /ca 0.9 >> >> >>`,
        content: { entries: '', data: `/G gs ${SQUARE}` },
        more: [
          {
            entries: '/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Group << /S /Transparency /CS /DeviceGray >>',
            data: '1 g 0 0 612 792 re f',
          },
        ],
      }),
    expected: 1,
  },
  {
    name: 'bookmarks',
    make: () =>
      onePage({
        catalog: '/Outlines << /First 5 0 R >>',
        more: [
          '<< /Title (Section one) /Dest [3 0 R /XYZ 0 700 0] /First 6 0 R /Next 7 0 R >>',
          '<< /Title (Part of it) /A << /S /GoTo /D (named) >> >>',
          '<< /Title (Elsewhere) /A << /S /GoToR /F (other.pdf) /D [0 /Fit] >> >>',
        ],
        page: LETTER,
      }),
    expected: 1,
    absent: ['Elsewhere', 'other.pdf'],
  },
  {
    name: 'private-data',
    make: privateData,
    expected: 1,
    absent: ['Secret maker', 'private words', 'thumb-data', 'old-producer'],
  },
];

async function byLibrary(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (const words of ['First page', 'Second page']) {
    const page = document.addPage([612, 792]);
    page.drawRectangle({ x: 150, y: 300, width: 250, height: 250 });
    page.drawText(words, { x: 72, y: 700 });
  }
  return document.save({ useObjectStreams: true });
}

function updated(): Uint8Array {
  const first = onePage({ page: `${LETTER} ${FONT}`, content: says('The old text'), more: [HELVETICA] });
  const start = /startxref\n(\d+)/.exec(String.fromCharCode(...first))![1]!;
  const data = `${SQUARE}BT /F 24 Tf 72 700 Td (The new text) Tj ET`;
  const object = `4 0 obj\n<< /Length ${data.length} >>\nstream\n${data}\nendstream\nendobj\n`;
  const table = `xref\n4 1\n${String(first.length).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 6 /Root 1 0 R /Prev ${start} >>\n`;
  return bytesOf(first, object, table, `startxref\n${first.length + object.length}\n%%EOF\n`);
}

/** A later section takes back the drawing. */
function deleted(): Uint8Array {
  const first = onePage();
  const start = /startxref\n(\d+)/.exec(String.fromCharCode(...first))![1]!;
  const table = `xref\n4 1\n0000000000 00001 f \ntrailer\n<< /Size 5 /Root 1 0 R /Prev ${start} >>\n`;
  return bytesOf(first, table, `startxref\n${first.length}\n%%EOF\n`);
}

function sharedResources(): Uint8Array {
  const resources = '/Resources << /XObject << /A 6 0 R /B 7 0 R >> >>';
  const form = (words: string): RawObject => ({
    entries: '/Type /XObject /Subtype /Form /BBox [0 0 612 792]',
    data: `% ${words}\n${SQUARE}`,
  });
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 ${LETTER} ${resources} >>`,
    '<< /Type /Page /Parent 2 0 R /Contents 5 0 R >>',
    '<< /Type /Page /Parent 2 0 R /Contents 8 0 R >>',
    { entries: '', data: '/A Do' },
    form('Of this page'),
    form('Not of this page'),
    { entries: '', data: '/B Do' },
  ]);
}

/** Rows of 10 bytes, each with the PNG predictor Up. */
function predicted(content: string): RawObject {
  const bytes = bytesOf(content.padEnd(Math.ceil(content.length / 10) * 10));
  const rows: number[] = [];
  for (let row = 0; row < bytes.length; row += 10) {
    rows.push(2);
    for (let i = 0; i < 10; i++) rows.push((bytes[row + i]! - (row === 0 ? 0 : bytes[row - 10 + i]!)) & 255);
  }
  return deflated(Uint8Array.from(rows), '/DecodeParms << /Predictor 12 /Columns 10 >>');
}

function hiddenLayer(): Uint8Array {
  const resources =
    '/Resources << /Font << /F 5 0 R >> /Properties << /Off 6 0 R /On 7 0 R >> /XObject << /X 8 0 R >> >>';
  const shown = 'BT /F 24 Tf 72 700 Td (Shown words) Tj ET';
  const hidden = '/OC /Off BDC BT /F 24 Tf 72 650 Td (Hidden words) Tj ET 0 0 612 792 re f EMC';
  return onePage({
    catalog: '/OCProperties << /OCGs [6 0 R 7 0 R] /D << /OFF [6 0 R] >> >>',
    page: `${LETTER} ${resources}`,
    content: { entries: '', data: `${hidden} /OC /On BDC ${shown} ${SQUARE} EMC /X Do` },
    more: [
      HELVETICA,
      '<< /Type /OCG /Name (Off) >>',
      '<< /Type /OCG /Name (On) >>',
      { entries: '/Type /XObject /Subtype /Form /BBox [0 0 612 792] /OC 6 0 R', data: '% HiddenForm' },
    ],
  });
}

function privateData(): Uint8Array {
  return onePage({
    trailer: '/Info << /Author (Secret maker) >>',
    catalog: '/Metadata 5 0 R /PieceInfo << /App << /Private (private words) >> >>',
    page: `${LETTER} /Thumb 6 0 R /PieceInfo << /App << /Private (private words) >> >> /Resources << /XObject << /X 7 0 R >> >>`,
    content: { entries: '', data: `/X Do ${SQUARE}` },
    more: [
      { entries: '/Type /Metadata /Subtype /XML', data: '<x>old-producer</x>' },
      { entries: '/Subtype /Image /Width 1 /Height 1', data: 'thumb-data' },
      {
        entries:
          '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Metadata 5 0 R /PieceInfo << /App << /Private (private words) >> >>',
        data: '0 0 9 9 re n',
      },
    ],
  });
}
