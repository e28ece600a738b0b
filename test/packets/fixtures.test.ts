import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderPackets } from '../../src/packet.js';
import { briefSchema } from '../../src/schema/brief.js';
import { testTypesetter } from '../support/fonts.js';
import { type FixtureApplicant, type FixtureLetter, loadFixtureApplicants } from './fixture-applicants.js';
import { findingsText, planText } from './plan-text.js';

const NAMES = [
  'dermatology',
  'emergency-medicine',
  'img-internal-medicine',
  'neurology-internal-medicine',
  'orthopaedics',
  'research-fellow',
  'us-senior',
];

/** Phrases of the steps of one service, which no packet of another may hold. */
const MARKERS: Readonly<Record<string, readonly string[]>> = {
  'eras-letter-writer-portal': ['AAMC Letter Writer Portal', 'Letter ID / Request ID'],
  'eras-lorp': ['Letter of Recommendation Portal', 'Add New Letter', 'LoRP'],
  residencycas: ['ResidencyCAS', 'Liaison', 'residencycas.com', 'CORD’s', 'eSLOE'],
  'sf-match': ['SF Match'],
};
/** Phrases of one form or channel. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  'im-sel': ['IM SEL', 'AAIM'],
  eslor: ['eSLOR', 'AOA'],
  esloe: ['eSLOE', 'UUID'],
  dermatology: ['standardized dermatology letter', 'PDF of that form is refused'],
};

let applicants: FixtureApplicant[];
let letters: FixtureLetter[];
beforeAll(async () => {
  applicants = await loadFixtureApplicants();
  letters = applicants.flatMap((applicant) => applicant.letters);
});

function letter(applicant: string, id: string): FixtureLetter {
  const found = letters.find((row) => row.applicant === applicant && row.id === id);
  if (!found) throw new Error(`no letter ${applicant}/${id}`);
  return found;
}

/** Headings of the first level, in order. */
function sections({ text }: FixtureLetter): string[] {
  return [...text.matchAll(/^# (.+)$/gm)].map(([, title]) => title ?? '');
}

describe('the fixture applicants', () => {
  it('are seven, with two to four letters each', () => {
    expect(applicants.map(({ name }) => name)).toEqual(NAMES);
    for (const { letters: own } of applicants) {
      expect(own.length).toBeGreaterThanOrEqual(2);
      expect(own.length).toBeLessThanOrEqual(4);
    }
  });

  it.each(NAMES)('%s has the plan and briefs that were reviewed', async (name) => {
    const applicant = applicants.find((row) => row.name === name);
    if (!applicant) throw new Error(name);
    await expect(planText(applicant)).toMatchFileSnapshot(path.resolve(applicant.folder, 'expected-plan.txt'));
    await expect(findingsText(applicant)).toMatchFileSnapshot(path.resolve(applicant.folder, 'expected-findings.txt'));
    for (const { brief } of applicant.letters) expect(briefSchema.safeParse(brief).error).toBeUndefined();
  });

  it.each(NAMES)(
    '%s gets packets without a finding, of 8 to 14 pages while the letter is to be written',
    async (name) => {
      const applicant = applicants.find((row) => row.name === name);
      if (!applicant) throw new Error(name);
      const options = { today: applicant.today, typesetter: await testTypesetter() };
      for await (const { letterId, pages, diagnostics } of renderPackets(applicant.application, options)) {
        expect(diagnostics).toEqual([]);
        const isIn = letter(name, letterId).brief.request.isUploaded;
        expect(pages).toBeGreaterThanOrEqual(isIn ? 6 : 8);
        expect(pages).toBeLessThanOrEqual(14);
      }
    },
  );
});

describe('each packet', () => {
  it('shows its own service, portal and Letter ID, and no other service', () => {
    for (const { planned, text, brief, id } of letters) {
      const own = planned.service.id;
      expect(text, id).toContain(planned.service.portal);
      expect(text, id).toContain(brief.request.letterId);
      for (const [service, phrases] of Object.entries(MARKERS)) {
        if (service === own) continue;
        for (const phrase of phrases) expect(text.includes(phrase), `${id} says ${phrase}`).toBe(false);
      }
    }
  });

  it('shows its own form and no other', () => {
    for (const { planned, text, id } of letters) {
      for (const [form, phrases] of Object.entries(FORMS)) {
        if (form === 'im-sel' && /IM SEL/.test(planned.letter.whyYou)) continue;
        for (const phrase of phrases)
          expect(text.includes(phrase), `${id} (${planned.form?.id ?? 'narrative'}) and ${phrase}`).toBe(
            form === planned.form?.id,
          );
      }
    }
  });

  it('shows the Letter ID, address and moments of no other letter', () => {
    for (const applicant of applicants) {
      for (const own of applicant.letters) {
        for (const other of applicant.letters.filter((row) => row !== own)) {
          const { request, writer, moments, whyYou } = other.planned.letter;
          const marks = [
            request.letterId,
            writer.email,
            whyYou,
            ...moments.flatMap((row) => [row.situation, row.action]),
          ];
          for (const mark of marks) if (mark) expect(own.text).not.toContain(mark);
        }
      }
    }
  });
});

describe('the way of sending', () => {
  it('is the portal’s own form for dermatology, where a PDF is refused', () => {
    const { brief } = letter('dermatology', 'delgado-fisk');
    expect(brief.submitting?.short.at(-1)).toMatch(
      /^Type the standardized dermatology letter into the portal’s form\. A PDF .* refused/,
    );
    expect(brief.submitting?.steps.join(' ')).not.toMatch(/upload/i);
    expect(brief.submitting?.fileRules.join(' ')).toContain('There is no file');
    expect(brief.checklist.join(' ')).not.toMatch(/letterhead|PDF|Signed/);
  });

  it('is CORD’s form with the ResidencyCAS Letter ID for the eSLOE', () => {
    const { brief } = letter('emergency-medicine', 'group-sloe');
    expect(brief.request.portal).toContain('CORD');
    expect(brief.submitting?.short.join(' ')).toContain('Type the ResidencyCAS Letter ID');
    expect(brief.form?.questions).toContainEqual({ label: 'ResidencyCAS Letter ID', value: 'RC-4471902' });
    expect(brief.checklist).toContain('The ResidencyCAS Letter ID is in the form');
    expect(brief.checklist).toContain('Agreed by everyone who signs');
  });

  it('is the AOA form, signed by hand and uploaded by the writer, for the eSLOR', () => {
    const { brief } = letter('orthopaedics', 'brandvold');
    const steps = brief.submitting?.steps.join(' ') ?? '';
    expect(steps.indexOf('sign it by hand')).toBeGreaterThan(steps.indexOf('Complete the form'));
    expect(steps.indexOf('Upload the signed PDF yourself')).toBeGreaterThan(steps.indexOf('sign it by hand'));
    expect(brief.checklist).toContain('The form alone, nothing appended');
  });

  it('is one PDF with form and narrative for the IM SEL', () => {
    const { brief } = letter('img-internal-medicine', 'department');
    expect(brief.submitting?.steps.join(' ')).toContain('form and narrative together, not as two files');
    expect(brief.checklist.join(' ')).toContain('letterhead');
  });

  it('is the earlier portal with a Letter ID in season 2026', () => {
    const { brief } = letter('us-senior', 'arceneaux-pike');
    expect(brief.submitting?.short.join(' ')).toContain('Add New Letter');
    expect(brief.request.idLabel).toBe('Letter ID');
  });

  it('is thanks, and nothing else, for a letter that is in', () => {
    const { brief, text } = letter('neurology-internal-medicine', 'thapa');
    expect(brief.submitting?.short).toEqual([expect.stringContaining('Nothing is left to send')]);
    expect(brief.checklist).toEqual([]);
    expect(brief.dates.map(({ kind }) => kind)).not.toContain('target');
    expect(text).not.toContain('If you cannot write a strong letter');
  });
});

describe('the order of sections', () => {
  const order = (name: string, id: string) => {
    const titles = sections(letter(name, id));
    return (title: string) => titles.indexOf(title);
  };

  it('leads with scholarly work for a principal investigator', () => {
    const at = order('research-fellow', 'hartigan');
    expect(at('Scholarly work')).toBe(at('My request') + 1);
    expect(at('Scholarly work')).toBeLessThan(at('Our work together'));
    expect(letter('research-fellow', 'hartigan').text.match(/Two markers suffice/g)).toHaveLength(1);
  });

  it.each([
    ['orthopaedics', 'hale-nakamura'],
    ['emergency-medicine', 'group-sloe'],
    ['img-internal-medicine', 'department'],
  ])('puts the whole record before shared work for a chair or committee: %s, %s', (name, id) => {
    const at = order(name, id);
    expect(at('What this letter is for')).toBe(at('My request') + 1);
    expect(at('Curriculum vitae')).toBe(at('What this letter is for') + 1);
    expect(at('Curriculum vitae')).toBeLessThan(at('Our work together'));
  });

  it('begins with shared work for an attending', () => {
    const at = order('img-internal-medicine', 'lindqvist');
    expect(at('Our work together')).toBe(at('My request') + 1);
    expect(at('Scholarly work')).toBe(-1);
  });

  it('tells a writer abroad what US programs look for, and leaves out what they know', () => {
    const { text, brief } = letter('img-internal-medicine', 'elamin');
    expect(text).toContain('# What programs in the United States look for');
    expect(text).not.toContain('## Where I trained');
    expect(brief.guidance.reader).toEqual([]);
    const us = letter('img-internal-medicine', 'lindqvist').text;
    expect(us).not.toContain('# What programs in the United States look for');
    expect(us).toContain('## Where I trained');
  });
});

describe('what the pages say', () => {
  it('has what the applicant looks for under a heading, for each specialty where there are several', () => {
    expect(letter('us-senior', 'arceneaux-pike').text).toContain('## What I look for\n');
    expect(letter('neurology-internal-medicine', 'thapa').text).toContain('## Neurology: what I look for\n');
    for (const { text } of letters) expect(text).not.toContain('**What I look for');
  });

  it('counts programs once', () => {
    for (const { text, brief } of letters) {
      const { total, bySpecialty } = brief.destination;
      if (bySpecialty.length !== 1) continue;
      expect(text.match(new RegExp(`\\b${total} programs?\\b`, 'g')) ?? []).toHaveLength(1);
    }
  });

  it('thanks for a letter that is in on page 1, in place of a request', () => {
    const titles = sections(letter('neurology-internal-medicine', 'thapa'));
    expect(titles).not.toContain('My request');
    expect(titles).not.toContain('With thanks');
    const { text } = letter('neurology-internal-medicine', 'thapa');
    expect(text.indexOf('## With thanks')).toBeLessThan(text.indexOf('# Our work together'));
    expect(text).toContain('Dear Professor Thapa,');
  });

  it('names the service and its season without repeating it', () => {
    for (const { text } of letters) expect(text).not.toMatch(/(ERAS|ResidencyCAS), (?:season )?\1 \d{4}/);
  });

  it('says that expected dates may move only where there are some', () => {
    for (const { text, brief } of letters) {
      expect(text.includes('Expected dates may move.')).toBe(brief.dates.some(({ expected }) => expected));
    }
    expect(letter('us-senior', 'landry').text).not.toContain('Expected dates may move.');
  });

  it('has scholarly work latest first', () => {
    for (const { brief } of letters) {
      const years = brief.cv.scholarlyWork.flatMap(({ year }) => year ?? []);
      expect(years).toEqual([...years].sort().reverse());
    }
  });
});
