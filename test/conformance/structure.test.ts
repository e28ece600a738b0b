import { beforeAll, describe, expect, it } from 'vitest';
import { PdfFile } from '../../scripts/conformance/pdf-file.js';
import { elementsOf, readStructure, type TaggedFile } from '../../scripts/conformance/structure-nodes.js';
import { structureText } from '../../scripts/conformance/structure-text.js';
import { loadApplication } from '../../src/node/index.js';
import { renderPacket } from '../../src/packet.js';
import { testTypesetter } from '../support/fonts.js';

let tagged: TaggedFile;

beforeAll(async () => {
  const { application } = await loadApplication('examples/img-internal-medicine');
  const options = { today: '2026-07-06', typesetter: await testTypesetter() };
  const { pdf } = await renderPacket(application!, 'ostrander-internal-medicine', options);
  tagged = readStructure(await PdfFile.read(pdf));
}, 120_000);

describe('the structure of the example', () => {
  // `npx vitest run test/conformance -u` writes it anew; read what changed as a screen reader would.
  it('reads like the document', async () => {
    await expect(structureText(tagged)).toMatchFileSnapshot('structure.txt');
  });

  it('uses standard types of PDF 1.7 only', () => {
    const types = new Set([...elementsOf(tagged.root)].map(({ role }) => role));
    const standard =
      'Document Sect Div BlockQuote Caption H1 H2 H3 H4 H5 H6 P L LI Lbl LBody Table TR TH TD THead TBody Span Link Code Figure';
    for (const type of types) expect(standard.split(' ')).toContain(type);
  });

  it('speaks names in their own script in their own language', () => {
    const languages = new Set([...elementsOf(tagged.root)].flatMap(({ lang }) => lang ?? []));
    expect([...languages].sort()).toEqual(expect.arrayContaining(['ar', 'ru', 'vi']));
  });
});
