import { beforeAll, describe, expect, it } from 'vitest';
import { briefWriter } from '../src/brief/index.js';
import { InputError } from '../src/errors.js';
import { loadApplication } from '../src/node/index.js';
import { type Packet, renderPacket, renderPackets } from '../src/packet.js';
import { planLetters } from '../src/plan/index.js';
import type { Application } from '../src/schema/application.js';
import { briefSchema } from '../src/schema/brief.js';
import { data, dict, list, readPdf } from './pdf/support/read-pdf.js';
import { testTypesetter } from './support/fonts.js';
import { extractText, hasPoppler, hasQpdf, runOn } from './pdf/support/pdf-tools.js';

const TODAY = '2026-07-06';

/** What a command prints about a PDF. */
const onPdf = (pdf: Uint8Array, command: string, ...args: string[]) => runOn(pdf, command, args).toString('utf8');
/** The text of a PDF in reading order, white space folded to single spaces. */
const textOf = (pdf: Uint8Array) => extractText(pdf).replace(/\s+/g, ' ');
/** For comparing names: pdftotext takes a hyphen at the end of a line for one of hyphenation and drops it. */
const withoutHyphens = (text: string) => text.replaceAll('-', '');

let application: Application;
let packets: Packet[];

beforeAll(async () => {
  const loaded = await loadApplication('examples/img-internal-medicine');
  if (!loaded.application) throw new Error(JSON.stringify(loaded.diagnostics));
  application = loaded.application;
  packets = [];
  for await (const packet of renderPackets(application, { today: TODAY, typesetter: await testTypesetter() }))
    packets.push(packet);
}, 120_000);

/** Strings that belong to one letter alone: nothing of them may reach another letter's packet. */
function marksOf(index: number): string[] {
  const letter = application.letters[index];
  if (!letter) throw new Error('no such letter');
  const { writer, request, whyYou, note, moments, feedback } = letter;
  const marks = [request.letterId, writer.email, writer.phone, request.portalUrl, note, whyYou];
  for (const moment of moments) marks.push(moment.title, moment.situation);
  for (const { text } of feedback) marks.push(text);
  return marks.flatMap((mark) => (mark ? [mark.replace(/\s+/g, ' ').slice(0, 60)] : []));
}

function pairs(): [number, number][] {
  const all = application.letters.map((_, index) => index);
  return all.flatMap((a) => all.filter((b) => b !== a).map((b): [number, number] => [a, b]));
}

describe('the packets of the example', () => {
  it('are four, of 8 to 15 pages, rendered without a finding', () => {
    expect(packets.map(({ letterId }) => letterId)).toEqual(application.letters.map(({ id }) => id));
    expect(packets).toHaveLength(4);
    for (const { pages, diagnostics } of packets) {
      expect(pages).toBeGreaterThanOrEqual(8);
      expect(pages).toBeLessThanOrEqual(15);
      expect(diagnostics).toEqual([]);
    }
  });

  it('are made from briefs that keep the contract', () => {
    const plan = planLetters(application, { today: TODAY });
    for (const planned of plan.letters)
      expect(briefSchema.safeParse(briefWriter(application, plan, planned)).error).toBeUndefined();
  });

  it('are the same bytes when rendered again', async () => {
    const again = await renderPacket(application, 'dang-general', { today: TODAY, typesetter: await testTypesetter() });
    const first = packets.find(({ letterId }) => letterId === 'dang-general');
    expect(Buffer.from(again.pdf).equals(Buffer.from(first?.pdf ?? []))).toBe(true);
  });

  it('change with the day of issue', async () => {
    const later = await renderPacket(application, 'dang-general', {
      today: '2026-08-06',
      typesetter: await testTypesetter(),
    });
    const first = packets.find(({ letterId }) => letterId === 'dang-general');
    expect(Buffer.from(later.pdf).equals(Buffer.from(first?.pdf ?? []))).toBe(false);
  });

  it.each(['soon', '2026-02-30', '2026-07', undefined])('reject the day of issue %s', async (today) => {
    const options = { today: today!, typesetter: await testTypesetter() };
    await expect(renderPacket(application, application.letters[0]!.id, options)).rejects.toThrow(
      /^today: .* is not a date as YYYY-MM-DD that exists in the calendar$/,
    );
  });

  it('reject a letter that does not exist, naming those that do', async () => {
    const attempt = renderPacket(application, 'dang', { today: TODAY, typesetter: await testTypesetter() });
    await expect(attempt).rejects.toThrow(InputError);
    await expect(attempt).rejects.toMatchObject({
      code: 'input/unknown-reference',
      diagnostics: [{ hints: [expect.stringContaining('dang-general')] }],
    });
  });
});

describe('what one writer sees of another', () => {
  it('is nothing, in the brief of every pair of letters', () => {
    const plan = planLetters(application, { today: TODAY });
    const briefs = plan.letters.map((planned) =>
      JSON.stringify(briefWriter(application, plan, planned)).replace(/\s+/g, ' '),
    );
    for (const [own, other] of pairs()) {
      for (const mark of marksOf(other)) expect(briefs[own]).not.toContain(JSON.stringify(mark).slice(1, -1));
    }
    for (const [index, brief] of briefs.entries())
      expect(brief).toContain(application.letters[index]?.request.letterId);
  });

  it.skipIf(!hasPoppler)('is nothing, in the text and metadata of every pair of packets', () => {
    const texts = packets.map(({ pdf }) => `${textOf(pdf)} ${onPdf(pdf, 'pdfinfo', '{}')}`);
    for (const [own, other] of pairs()) {
      for (const mark of marksOf(other)) expect(texts[own]).not.toContain(mark.slice(0, 30));
    }
    for (const [index, text] of texts.entries()) {
      expect(text).toContain(application.letters[index]?.request.letterId);
      for (const secret of [application.advisor?.name, application.advisor?.email, application.cv.exams[1]?.result]) {
        if (secret) expect(text).not.toContain(secret);
      }
    }
  });
});

describe('what is attached on request', () => {
  const attachedTo = async (letterId: string, attach: readonly ('application-json' | 'originals')[]) => {
    const options = { today: TODAY, typesetter: await testTypesetter(), attach };
    const packet = await renderPacket(application, letterId, options);
    const names = list(dict(dict(dict((await readPdf(packet.pdf)).catalog).Names).EmbeddedFiles).Names);
    const files = new Map<string, string>();
    for (let i = 0; i < names.length; i += 2) {
      files.set(String(names[i]), Buffer.from(data(dict(dict(names[i + 1]).EF).F)).toString('utf8'));
    }
    return { packet, files };
  };

  it('is the brief and the statement, as PDF/A-3a', async () => {
    const { packet, files } = await attachedTo('ostrander-internal-medicine', ['application-json', 'originals']);
    expect(packet.conformance).toEqual({ pdfUa: '1', pdfA: '3a', reasons: [] });
    expect([...files.keys()]).toEqual(['brief.json', 'personal-statement.md']);
    const parsed = JSON.parse(files.get('brief.json')!) as { letter: string; today: string; brief: unknown };
    expect(parsed).toMatchObject({ contract: 1, letter: 'ostrander-internal-medicine', today: TODAY });
    expect(briefSchema.safeParse(parsed.brief).error).toBeUndefined();
    const statement = application.statements.find(({ specialty }) => specialty === 'internal-medicine');
    expect(files.get('personal-statement.md')!.trim()).toBe(statement?.text?.trim());
  });

  it('holds nothing of another letter or the advisor, in every packet', async () => {
    const all = await Promise.all(
      application.letters.map(async ({ id }) => {
        const { files } = await attachedTo(id, ['application-json', 'originals']);
        return [...files.values()].join('\n').replace(/\s+/g, ' ');
      }),
    );
    for (const [own, other] of pairs()) {
      for (const mark of marksOf(other)) expect(all[own]).not.toContain(JSON.stringify(mark).slice(1, -1));
    }
    for (const secret of [application.advisor?.name, application.advisor?.email, application.cv.exams[1]?.result]) {
      if (secret) for (const text of all) expect(text).not.toContain(secret);
    }
  });

  it('is the same file when asked for nothing', async () => {
    const options = { today: TODAY, typesetter: await testTypesetter() };
    const none = await renderPacket(application, 'dang-general', { ...options, attach: [] });
    expect(
      Buffer.from(none.pdf).equals(Buffer.from((await renderPacket(application, 'dang-general', options)).pdf)),
    ).toBe(true);
  });
});

describe.skipIf(!hasPoppler)('the PDF files of the example', () => {
  it('hold every name of the packet, in every script', () => {
    const { applicant, cv } = application;
    const natives = [
      applicant.name.native,
      ...[...cv.medicalEducation, ...cv.education, ...cv.training].map(({ native }) => native),
    ];
    for (const [index, { pdf }] of packets.entries()) {
      const text = withoutHyphens(textOf(pdf));
      const writer = application.letters[index]?.writer;
      const names = [
        applicant.name.family,
        writer?.name.family,
        writer?.institution,
        ...natives.map((native) => native?.text),
      ];
      for (const name of names) if (name) expect(text).toContain(withoutHyphens(name));
    }
  });

  it('embed every font as a subset with a Unicode map', () => {
    for (const { pdf } of packets) {
      const rows = onPdf(pdf, 'pdffonts', '{}').trim().split('\n').slice(2);
      expect(rows.length).toBeGreaterThan(3);
      for (const row of rows) expect(row).toMatch(/^[A-Z]{6}\+\S+ .*\byes yes yes\b/);
    }
  });

  it.skipIf(!hasQpdf)('are sound', () => {
    for (const { pdf } of packets)
      expect(onPdf(pdf, 'qpdf', '--check', '{}')).toContain('No syntax or stream encoding errors found');
  });
});
