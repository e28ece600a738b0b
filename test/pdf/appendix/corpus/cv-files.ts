import { zlibSync } from 'fflate';
import { writeBytes } from '../../support/write-bytes.js';
import { METADATA, PacketBuilder } from '../../support/packet.js';
import { onePage } from './raw-pdf.js';
import type { CorpusFile } from './types.js';

/** A tagged CV of two pages with its fonts in it, as a good word processor exports one. */
export function taggedCv(): Promise<Uint8Array> {
  const cv = new PacketBuilder();
  cv.heading(1, 'Curriculum vitae', 'cv');
  cv.line('P', [{ text: 'Nguyễn Thị Hồng Ánh, physician', face: 'noto' }]);
  cv.heading(2, 'Clinical experience', 'clinical');
  cv.table([
    ['Rotation', 'Dates', 'Role'],
    ['Internal medicine', '2025-06', 'Sub-intern'],
    ['Neurology', '2025-09', 'Observer'],
  ]);
  cv.y += 20;
  cv.heading(2, 'Awards', 'awards');
  cv.list(['Best poster of the regional meeting', 'Merit scholarship']);
  cv.page();
  cv.heading(2, 'Publications', 'publications');
  cv.line('P', 'Handoffs at night: an efficient office finds 640 results.');
  cv.link('Registry of the study', 'https://registry.example.org/640', 'Registry of the study, a web site');
  return writeBytes(cv.build(), { metadata: METADATA, deflate: zlibSync });
}

/** A CV of one page as many programs print one: no tags, and a font that it leaves to the viewer. */
export function bareCv(): Uint8Array {
  return onePage({
    page: '/MediaBox [0 0 612 792] /Resources << /Font << /F 5 0 R >> >>',
    content: { entries: '', data: 'BT /F 24 Tf 72 700 Td (Curriculum vitae, bare) Tj ET' },
    more: ['<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'],
  });
}

/** Documents such as applicants have them. */
export const CVS: readonly CorpusFile[] = (['figure', 'copy'] as const).flatMap((mode): CorpusFile[] => [
  {
    name: `cv-tagged-${mode}`,
    make: taggedCv,
    request: { mode },
    expected: 2,
    hasInk: false,
    text: ['Curriculum vitae', 'Nguyễn Thị Hồng Ánh', '640 results'],
  },
  {
    name: `cv-bare-${mode}`,
    make: bareCv,
    request: { mode },
    expected: 1,
    hasInk: false,
    notes: mode === 'copy' ? ['appendix/untagged'] : [],
    text: ['Curriculum vitae, bare'],
  },
]);
