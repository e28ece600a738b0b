import { describe, expect, it } from 'vitest';
import { loadApplication } from '../src/node/index.js';
import { type Packet, renderPackets } from '../src/packet.js';
import type { Application } from '../src/schema/application.js';
import { BUILTIN_TEMPLATES } from '../src/template/builtin.generated.js';
import type { Template } from '../src/template/index.js';
import { exif, JPEGS, withSegments } from './image/support/jpegs.js';
import { dict, readPdf } from './pdf/support/read-pdf.js';
import { testTypesetter } from './support/fonts.js';

const MARK = 'SECRET-place-of-the-photo';
const photo = withSegments(JPEGS.baseline(), exif(1, MARK));

async function example(change: (application: Application) => Application): Promise<Application> {
  const { application } = await loadApplication('test/fixtures/applicants/us-senior');
  if (!application) throw new Error('the fixture cannot be read');
  return change({ ...application, applicant: { ...application.applicant, photo: 'photo.jpg' }, share: [] });
}

async function packetsOf(
  application: Application,
  files: Record<string, Uint8Array>,
  template: Template = BUILTIN_TEMPLATES['classic']!,
): Promise<Packet[]> {
  const packets: Packet[] = [];
  const options = { today: '2026-07-06', typesetter: await testTypesetter(), files, template };
  for await (const packet of renderPackets(application, options)) packets.push(packet);
  return packets;
}

async function imagesIn({ pdf }: Packet): Promise<number> {
  const { pages } = await readPdf(pdf);
  const objects = dict(pages[0]!.Resources).XObject;
  return objects === undefined ? 0 : Object.keys(dict(objects)).length;
}

describe('a photo', () => {
  it('is in no packet unless it is shared', async () => {
    const application = await example((one) => one);
    const packets = await packetsOf(application, { 'photo.jpg': photo });
    const [without] = await packetsOf(
      { ...application, applicant: { ...application.applicant, photo: undefined } },
      {},
    );
    for (const packet of packets) {
      expect(await imagesIn(packet)).toBe(0);
      expect(packet.diagnostics).toEqual([]);
      expect(Buffer.from(packet.pdf).includes('/DCTDecode')).toBe(false);
    }
    // Not even a byte tells that there is one.
    expect(Buffer.from(packets[0]!.pdf).equals(Buffer.from(without!.pdf))).toBe(true);
  });

  it('is in the packet of the one letter that shares it, without its metadata', async () => {
    const application = await example((one) => ({
      ...one,
      letters: one.letters.map((letter, index) => (index === 1 ? { ...letter, share: ['photo'] } : letter)),
    }));
    const packets = await packetsOf(application, { 'photo.jpg': photo });
    expect(await Promise.all(packets.map(imagesIn))).toEqual(packets.map((_, index) => (index === 1 ? 1 : 0)));
    for (const { pdf, diagnostics } of packets) {
      expect(Buffer.from(pdf).includes(MARK)).toBe(false);
      expect(diagnostics).toEqual([]);
    }
  });

  it.each(Object.keys(BUILTIN_TEMPLATES))('is on page 1 in the template %s', async (name) => {
    const application = await example((one) => ({ ...one, share: ['photo'], letters: one.letters.slice(0, 1) }));
    const [packet] = await packetsOf(application, { 'photo.jpg': photo }, BUILTIN_TEMPLATES[name]);
    expect(await imagesIn(packet!)).toBe(1);
    expect(packet!.diagnostics).toEqual([]);
  });

  it('that is missing or cannot be used is reported, and the packet is made without it', async () => {
    const application = await example((one) => ({ ...one, share: ['photo'] }));
    for (const [files, code] of [
      [{}, 'image/missing'],
      [{ 'photo.jpg': photo.subarray(0, 200) }, 'image/damaged'],
      [{ 'photo.jpg': JPEGS.cmyk() }, 'image/unsupported'],
      [{ 'photo.jpg': new Uint8Array(Buffer.from('\0\0\0\x18ftypheic', 'latin1')) }, 'image/unsupported'],
    ] as const) {
      const [packet] = await packetsOf(application, files);
      expect(packet?.diagnostics).toMatchObject([{ severity: 'warning', code, path: 'applicant.photo' }]);
      expect(packet?.pages).toBeGreaterThan(5);
      expect(await imagesIn(packet!)).toBe(0);
    }
  });
});
