import { onePage, rawPdf, type RawObject } from './raw-pdf.js';
import type { CorpusFile } from './types.js';

const LETTER = '/MediaBox [0 0 612 792]';
const REMOVED = ['appendix/content-removed'];
const link = (rest: string): string => `<< /Type /Annot /Subtype /Link /Rect [72 72 144 90] ${rest} >>`;
const withAnnotations = (annotations: string, more: readonly RawObject[] = [], catalog = ''): Uint8Array =>
  onePage({ page: `${LETTER} /Annots [${annotations}]`, more, catalog });
const squareForm = (entries = ''): RawObject => ({
  entries: `/Type /XObject /Subtype /Form /BBox [0 0 10 10] ${entries}`,
  data: '0 0 10 10 re f',
});
const blank = { entries: '', data: '' };

/** Documents that do things, carry files or are filled in. */
export const ACTIVE: readonly CorpusFile[] = [
  {
    name: 'scripts',
    make: () =>
      onePage({
        catalog:
          '/OpenAction << /S /JavaScript /JS (alarm-script) >> /AA << /WC << /S /JavaScript /JS (alarm-script) >> >> /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (alarm-script) >>] >> >>',
        page: `${LETTER} /AA << /O << /S /JavaScript /JS (alarm-script) >> >> /Annots [${link('/A << /S /JavaScript /JS (alarm-script) >>')}]`,
      }),
    expected: 1,
    notes: REMOVED,
    absent: ['alarm-script', 'JavaScript'],
  },
  {
    name: 'launch',
    make: () =>
      withAnnotations(
        `${link('/A << /S /Launch /F (calc.exe) >>')} ${link('/A << /S /SubmitForm /F (http://x.example/submit) >>')} ${link('/A << /S /ImportData /F (data.fdf) >>')} ${link('/A << /S /GoToE /T << >> >>')}`,
      ),
    expected: 1,
    notes: REMOVED,
    absent: ['calc.exe', 'x.example/submit', 'data.fdf', 'Launch', 'SubmitForm'],
  },
  {
    name: 'links',
    make: () =>
      withAnnotations(
        [
          link('/A << /S /URI /URI (https://example.org/safe) >>'),
          link('/A << /S /URI /URI (mailto:a@example.org) >>'),
          link('/A << /S /URI /URI (javascript:alert1) >>'),
          link('/A << /S /URI /URI (file:///etc/passwd) >>'),
          link('/Dest [3 0 R /Fit]'),
        ].join(' '),
      ),
    expected: 1,
    absent: ['alert1', 'passwd'],
  },
  {
    name: 'embedded-files',
    make: () =>
      onePage({
        catalog:
          '/Names << /EmbeddedFiles << /Names [(a.exe) << /Type /Filespec /F (a.exe) /EF << /F 5 0 R >> >>] >> >> /AF [5 0 R]',
        page: `${LETTER} /Annots [<< /Subtype /FileAttachment /Rect [0 0 9 9] /FS << /F (a.exe) /EF << /F 5 0 R >> >> >>]`,
        more: [{ entries: '/Type /EmbeddedFile', data: 'carried along' }],
      }),
    expected: 1,
    notes: REMOVED,
    absent: ['carried along', 'a.exe'],
  },
  {
    name: 'portfolio',
    make: () => onePage({ catalog: '/Collection << /Type /Collection >>' }),
    expected: 'appendix/portfolio',
  },
  {
    name: 'xfa-dynamic',
    make: () =>
      onePage({
        catalog: '/NeedsRendering true /AcroForm << /XFA [(template) 5 0 R] >>',
        more: [{ entries: '', data: '<xfa/>' }],
      }),
    expected: 'appendix/dynamic-form',
  },
  {
    name: 'xfa-static',
    make: () =>
      onePage({ catalog: '/AcroForm << /XFA 5 0 R /Fields [] >>', more: [{ entries: '', data: '<xfa-words/>' }] }),
    expected: 1,
    notes: REMOVED,
    absent: ['xfa-words', 'XFA'],
  },
  {
    name: 'media',
    make: () =>
      withAnnotations(
        'Screen RichMedia 3D Movie Sound'
          .split(' ')
          .map(
            (kind) =>
              `<< /Subtype /${kind} /Rect [150 300 400 550] /AP << /N 5 0 R >> /A << /S /Rendition /JS (play-it) >> >>`,
          )
          .join(' '),
        [squareForm()],
      ),
    expected: 1,
    notes: REMOVED,
    absent: ['play-it', 'RichMedia'],
  },
  {
    name: 'annotations-of-all-kinds',
    make: () =>
      onePage({
        content: blank,
        page: `${LETTER} /Annots [${'Text FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink Popup FileAttachment Widget PrinterMark TrapNet Watermark Redact Unknown'
          .split(' ')
          .map(
            (kind) =>
              `<< /Subtype /${kind} /Rect [150 300 400 550] /Contents (a remark to nobody) /AP << /N 5 0 R >> >>`,
          )
          .join(' ')}]`,
        more: [squareForm()],
      }),
    expected: 1,
    notes: REMOVED,
    absent: ['a remark to nobody'],
  },
  {
    name: 'hidden-annotation',
    make: () =>
      withAnnotations('<< /Subtype /Stamp /F 2 /Rect [0 0 612 792] /AP << /N 5 0 R >> >>', [
        { entries: '/Type /XObject /Subtype /Form /BBox [0 0 9 9]', data: '% hidden-stamp' },
      ]),
    expected: 1,
    absent: ['hidden-stamp'],
  },
  {
    name: 'appearance-turned',
    make: () =>
      onePage({
        content: blank,
        page: `${LETTER} /Annots [<< /Subtype /Stamp /Rect [150 300 400 550] /AP << /N 5 0 R >> >>]`,
        more: [squareForm('/Matrix [0 1 -1 0 0 0]')],
      }),
    expected: 1,
  },
  {
    name: 'form-with-looks',
    make: () =>
      onePage({
        content: blank,
        catalog: '/AcroForm << /Fields [5 0 R] >>',
        page: `${LETTER} /Annots [5 0 R]`,
        more: ['<< /Subtype /Widget /FT /Tx /T (a) /V (x) /Rect [150 300 400 550] /AP << /N 6 0 R >> >>', squareForm()],
      }),
    expected: 1,
    absent: ['AcroForm', 'Widget'],
  },
  {
    name: 'form-without-looks',
    make: form,
    expected: 1,
    notes: REMOVED,
    text: ['Nguyễn Bảo Trâm', 'Harbor Point', 'first line', 'Option two'],
    absent: ['password-value'],
    hasInk: false,
  },
  {
    name: 'check-boxes',
    make: () =>
      onePage({
        content: blank,
        catalog: '/AcroForm << /Fields [5 0 R] >>',
        page: `${LETTER} /Annots [5 0 R]`,
        more: [
          '<< /Subtype /Widget /FT /Btn /AS /Yes /V /Yes /Rect [150 300 400 550] /AP << /N << /Yes 6 0 R /Off 7 0 R >> >> >>',
          squareForm(),
          { entries: '/Type /XObject /Subtype /Form /BBox [0 0 10 10]', data: '% off-look' },
        ],
      }),
    expected: 1,
    absent: ['off-look'],
  },
  {
    name: 'signature',
    make: () =>
      onePage({
        content: blank,
        catalog: '/AcroForm << /SigFlags 3 /Fields [5 0 R] >>',
        page: `${LETTER} /Annots [5 0 R]`,
        more: [
          '<< /Subtype /Widget /FT /Sig /V << /Contents <00> /ByteRange [0 1 2 3] >> /Rect [150 300 400 550] /AP << /N 6 0 R >> >>',
          squareForm(),
        ],
      }),
    expected: 1,
    notes: REMOVED,
    absent: ['ByteRange'],
  },
];

/** Every type of field, without appearances. */
function form(): Uint8Array {
  const utf16 = (text: string): string =>
    `<FEFF${Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('')}>`;
  const widget = (rest: string, y: number): string =>
    `<< /Type /Annot /Subtype /Widget /Rect [72 ${y} 372 ${y + 24}] /DA (/Helv 0 Tf 0 g) ${rest} >>`;
  const fields = [
    widget(`/FT /Tx /V ${utf16('Nguyễn Bảo Trâm')}`, 700),
    widget('/FT /Tx /Q 2 /V (Harbor Point Medical Center)', 660),
    '<< /Type /Annot /Subtype /Widget /Rect [72 560 372 640] /FT /Tx /Ff 4096 /DA (/Helv 10 Tf) /V (first line\\nsecond line that is somewhat longer than the others and has to be broken) >>',
    widget('/FT /Tx /Ff 16777216 /MaxLen 8 /V (1234)', 520),
    widget('/FT /Ch /Ff 131072 /Opt [[(a) (Option one)] [(b) (Option two)]] /V (b)', 480),
    widget('/FT /Btn /V /On /AS /On', 440),
    widget('/FT /Btn /Ff 32768 /V /Off /AS /Off', 400),
    widget('/FT /Btn /Ff 65536 /MK << /CA (Push) >>', 360),
    widget('/FT /Tx /Ff 8192 /V (password-value)', 320),
    widget('/FT /Sig', 280),
    widget('/Parent 15 0 R', 240),
  ];
  const objects: RawObject[] = [
    `<< /Type /Catalog /Pages 2 0 R /AcroForm << /NeedAppearances true /Fields [${fields.map((_, index) => `${index + 4} 0 R`).join(' ')}] >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R ${LETTER} /Annots [${fields.map((_, index) => `${index + 4} 0 R`).join(' ')}] >>`,
    ...fields,
    '<< /FT /Tx /V (inherited value) >>',
  ];
  return rawPdf(objects);
}
