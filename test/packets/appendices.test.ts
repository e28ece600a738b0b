import { beforeAll, describe, expect, it } from 'vitest';
import { loadApplication } from '../../src/node/index.js';
import { type Packet, renderPackets } from '../../src/packet.js';
import { applicationSchema, type ApplicationInput } from '../../src/schema/application.js';
import { BUILTIN_TEMPLATES } from '../../src/template/builtin.generated.js';
import { onePage } from '../pdf/appendix/corpus/raw-pdf.js';
import { extractText, hasPoppler } from '../pdf/support/pdf-tools.js';
import { testTypesetter } from '../support/fonts.js';

const helvetica = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';
const document = (words: string): Uint8Array =>
  onePage({
    page: '/MediaBox [0 0 612 792] /Resources << /Font << /F 5 0 R >> >>',
    content: { entries: '', data: `BT /F 24 Tf 72 700 Td (${words}) Tj ET` },
    more: [helvetica],
  });

const files = { 'form-1.pdf': document('FORM ONE'), 'cv.pdf': document('SHARED CV'), 'form-2.pdf': new Uint8Array(4) };
let packets: Packet[];

async function packetsOf(template?: keyof typeof BUILTIN_TEMPLATES): Promise<Packet[]> {
  const { application } = await loadApplication('test/fixtures/applicants/us-senior');
  const input = structuredClone(application) as unknown as ApplicationInput;
  const [first, second, ...others] = input.letters;
  const changed = applicationSchema.parse({
    ...input,
    appendices: [{ id: 'cv', file: 'cv.pdf', kind: 'cv' }],
    letters: [
      { ...first, appendices: [{ file: 'form-1.pdf', kind: 'letter-request-form' }, 'cv'] },
      { ...second, appendices: [{ file: 'form-2.pdf', kind: 'letter-request-form' }] },
      ...others,
    ],
  });
  const options = { today: '2026-07-06', typesetter: await testTypesetter(), files };
  const made: Packet[] = [];
  const chosen = template === undefined ? {} : { template: BUILTIN_TEMPLATES[template]! };
  const letters = changed.letters.slice(0, 3).map(({ id }) => id);
  for await (const packet of renderPackets(changed, { ...options, ...chosen, letters })) made.push(packet);
  return made;
}

describe('appendices of letters', () => {
  beforeAll(async () => {
    packets = await packetsOf();
  }, 60_000);

  it('are in the packets of their letters alone', { skip: !hasPoppler }, () => {
    const texts = packets.map(({ pdf }) => extractText(pdf, '-layout'));
    expect(texts[0]).toMatch(/A-1 +Letter Request Form/);
    expect(texts[0]).toMatch(/B-1 +Curriculum vitae/);
    for (const words of ['FORM ONE', 'SHARED CV', 'Appendix A: Letter Request Form', 'A-1 of 1', 'B-1 of 1']) {
      expect(texts[0]).toContain(words);
    }
    for (const text of texts.slice(1)) expect(text).not.toMatch(/FORM ONE|SHARED CV|A-1/);
    expect(texts[2]).not.toContain('Appendices');
  });

  it('that cannot be read are reported, and the packet says what is missing', { skip: !hasPoppler }, () => {
    const [, second] = packets;
    expect(second!.diagnostics).toMatchObject([
      { code: 'appendix/not-pdf', severity: 'warning', path: 'letters[1].appendices[0].file' },
    ]);
    const text = extractText(second!.pdf).replace(/\s+/g, ' ');
    expect(text).toContain('Letter Request Form: not in this packet. The file could not be read. Please ask me for it');
  });

  it('leave the claims of the other packets as they are', () => {
    expect(packets.map(({ conformance }) => conformance.pdfUa)).toEqual([null, '1', '1']);
    expect(packets[0]!.conformance.reasons.map(({ code }) => code)).toEqual(['appendix', 'appendix']);
  });

  it.each(Object.keys(BUILTIN_TEMPLATES))('are listed by the template %s', { skip: !hasPoppler }, async (name) => {
    const [first] = await packetsOf(name);
    expect(extractText(first!.pdf, '-layout')).toMatch(/A-1 +Letter Request Form/);
  });
});
