import { onePage, type OnePageOptions, type RawObject, SQUARE } from './raw-pdf.js';
import type { CorpusFile } from './types.js';

const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';
const WORDS: RawObject = {
  entries: '',
  data:
    `/Artifact BMC 0 0 612 20 re f EMC /H1 << /MCID 0 >> BDC BT /F 24 Tf 72 700 Td (A tagged heading) Tj ET EMC ` +
    `/P /Named BDC BT /F 12 Tf 72 650 Td (A tagged paragraph) Tj ET EMC ` +
    `/Span << /MCID 2 /ActualText <FEFF0041>>> BDC BT /F 12 Tf 72 620 Td (never owned) Tj ET EMC ` +
    `/Figure <</MCID 3>> BDC ${SQUARE} EMC`,
};

/** A page with tags: 5 font, 6 tree, 7 document, 8 heading, 9 own role, 10 figure. */
function tagged(options: OnePageOptions = {}): Uint8Array {
  return onePage({
    catalog: '/MarkInfo << /Marked true >> /StructTreeRoot 6 0 R',
    page: '/MediaBox [0 0 612 792] /StructParents 0 /Resources << /Font << /F 5 0 R >> /Properties << /Named << /MCID 1 >> >> >>',
    content: WORDS,
    more: [
      FONT,
      '<< /Type /StructTreeRoot /K 7 0 R /RoleMap << /Mine /Yours /Yours /P /Round /Round >> >>',
      '<< /Type /StructElem /S /Document /P 6 0 R /K [8 0 R 9 0 R 10 0 R 7 0 R 99 0 R (x)] >>',
      '<< /Type /StructElem /S /H1 /P 7 0 R /Pg 3 0 R /K 0 >>',
      '<< /Type /StructElem /S /Mine /P 7 0 R /K [<< /Type /MCR /Pg 3 0 R /MCID 1 >> << /Type /OBJR /Obj 3 0 R >>] >>',
      '<< /Type /StructElem /S /Figure /P 7 0 R /Pg 3 0 R /Alt (A black square) /K [3 3 999999999 -1] >>',
    ],
    ...options,
  });
}

/** Documents that are copied with their tags, or have none to copy. */
export const TAGGED: readonly CorpusFile[] = [
  { name: 'tagged-copy', make: () => tagged(), request: { mode: 'copy' }, expected: 1, text: ['A tagged heading'] },
  { name: 'tagged-figure', make: () => tagged(), expected: 1, text: ['A tagged heading'] },
  {
    name: 'untagged-copy',
    make: () => onePage(),
    request: { mode: 'copy' },
    expected: 1,
    notes: ['appendix/untagged'],
  },
  {
    name: 'tags-in-circles',
    make: () => tagged({ catalog: '/StructTreeRoot << /K 7 0 R /RoleMap 6 0 R >>' }),
    request: { mode: 'copy' },
    expected: 1,
  },
];
