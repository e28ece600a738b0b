import { parseDocument } from '../../../src/document/index.js';
import { layoutDocument, type LaidOutDocument } from '../../../src/layout/index.js';
import {
  type AppendixRequest,
  type Deflate,
  type OpenedAppendices,
  writePdf,
  type WrittenPdf,
} from '../../../src/pdf/index.js';
import { openAppendices } from '../../../src/pdf/appendix/open-appendices.js';
import { DEFAULT_THEME } from '../../../src/schema/theme.js';
import { testTypesetter } from '../../support/fonts.js';
import { METADATA } from '../support/packet.js';

/** A packet of one page with appendices. */
export interface AppendedPacket extends WrittenPdf {
  readonly opened: OpenedAppendices;
  readonly laidOut: LaidOutDocument;
}

/** Makes a packet of one page with the given files appended. */
export async function appendFiles(
  files: Readonly<Record<string, Uint8Array>>,
  deflate: Deflate,
  request: Partial<AppendixRequest> = {},
): Promise<AppendedPacket> {
  const requests = Object.keys(files).map((file): AppendixRequest => ({
    file,
    title: `Title of ${file}`,
    mode: 'figure',
    path: 'letters[0].appendices[0].file',
    ...request,
  }));
  const opened = await openAppendices(requests, files, deflate);
  const { tree } = parseDocument('# The packet\n\nIts own page.\n', []);
  const laidOut = layoutDocument(tree, {
    theme: DEFAULT_THEME,
    typesetter: await testTypesetter(),
    lang: 'en-US',
    header: { left: 'Applicant', right: 'Due' },
    footer: { left: 'Confidential' },
    appendices: opened.documents,
  });
  const written = writePdf(laidOut, { metadata: METADATA, deflate, appendices: opened.copied });
  return { ...written, opened, laidOut };
}
