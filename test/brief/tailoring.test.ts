import { describe, expect, it } from 'vitest';
import { briefWriter } from '../../src/brief/index.js';
import type { ApplicationInput } from '../../src/schema/application.js';
import type { Brief } from '../../src/schema/brief.js';
import { planned } from '../support/planned.js';

type LetterInput = ApplicationInput['letters'][number];

function brief(change: (letter: LetterInput, input: ApplicationInput) => void = () => undefined): Brief {
  const { application, plan } = planned((input) => {
    const letter = input.letters[0];
    if (letter) change(letter, input);
  });
  const [first] = plan.letters;
  if (!first) throw new Error('no letter');
  return briefWriter(application, plan, first);
}

/** Changes the writer. */
const writer = (change: Partial<LetterInput['writer']>) => (letter: LetterInput) => {
  letter.writer = { ...letter.writer, ...change };
};
/** Changes the request. */
const request = (change: Partial<LetterInput['request']>) => (letter: LetterInput) => {
  letter.request = { ...letter.request, ...change };
};
const asImg = (input: ApplicationInput): void => {
  input.applicant.img = { trainingSystem: 'Six years.', grading: 'Of ten.', ecfmg: { status: 'certified' } };
  const school = input.cv.medicalEducation[0];
  if (school) school.place = { country: 'Vietnam' };
};
const purpose = (of: Brief) => of.guidance.purpose.join(' ');

describe('each axis of a letter changes its brief', () => {
  it('clinical, academic or both', () => {
    const by = (focus: LetterInput['focus']) => brief((letter) => Object.assign(letter, { focus }));
    expect(purpose(by('clinical'))).toContain('A clinical letter');
    expect(purpose(by('academic'))).toContain('An academic letter');
    expect(purpose(by('clinical-and-academic'))).toContain('both sides');
    expect(by('clinical').request.asked).toBe('a clinical letter of recommendation');
    expect(by('academic').request.asked).toBe('an academic letter of recommendation');
    expect(by('academic').guidance.role).toContainEqual(expect.stringContaining('the other half'));
  });

  it('specialty-specific or general', () => {
    const general = brief((letter) => Object.assign(letter, { specialty: 'general' }));
    expect(purpose(general)).toContain('name no single specialty');
    expect(general.checklist).toContain('It names no single specialty');
    expect(brief().checklist).toContain('It names the specialty that I apply to');
  });

  it('professional or personal', () => {
    const personal = brief((letter) => Object.assign(letter, { nature: 'personal' }));
    expect(purpose(personal)).toContain('personal letter');
    expect(purpose(personal)).not.toContain('clinical letter speaks');
    expect(personal.request.asked).toBe('a personal letter of recommendation');
  });

  it('same or other specialty than the target', () => {
    expect(purpose(brief(writer({ specialty: 'Internal medicine' })))).toContain('your own specialty');
    expect(purpose(brief(writer({ specialty: 'Surgery' })))).toContain('You practice another specialty');
    const scientist = brief((letter) => {
      writer({ specialty: 'Immunology', role: 'research-pi' })(letter);
      letter.focus = 'academic';
    });
    expect(purpose(scientist)).toContain('Your field is another');
    expect(purpose(scientist)).not.toContain('You practice');
    expect(purpose(brief())).not.toContain('another');
  });

  it('narrative or a form', () => {
    const form = brief(request({ type: 'standardized', form: 'im-sel' }));
    expect(purpose(form)).toContain('structured form');
    expect(form.request.asked).toBe('the IM SEL');
    expect(brief().form).toBeNull();
  });

  it('waived or not', () => {
    const open = brief(request({ waived: false }));
    expect(purpose(open)).toContain('not waived');
    expect(open.checklist.join(' ')).not.toContain('waived');
    expect(brief().checklist.join(' ')).toContain('waived');
  });

  it('first letter or a new version', () => {
    const renewed = brief(request({ newVersion: true }));
    expect(purpose(renewed)).toContain('earlier season');
    expect(renewed.submitting?.steps.at(-1)).toContain('new version');
    expect(brief().submitting?.steps.join(' ')).not.toContain('new version');
  });

  it('still to write or uploaded', () => {
    const done = brief(request({ status: 'uploaded' }));
    expect(done.request.isUploaded).toBe(true);
    expect(done.checklist).toEqual([]);
    expect(done.submitting?.steps).toEqual([]);
    expect(done.dates.filter(({ kind }) => kind === 'reminder' || kind === 'target')).toEqual([]);
  });

  it('US or foreign writer', () => {
    const abroad = brief(writer({ country: 'Vietnam' }));
    expect(abroad.guidance.usLetters.join(' ')).toContain('US letters are concrete');
    expect(abroad.guidance.reader).toEqual([]);
    expect(brief().guidance.usLetters).toEqual([]);
    const us = brief((_, input) => {
      asImg(input);
    });
    expect(us.guidance.reader.length).toBeGreaterThan(0);
    expect(us.guidance.usLetters).toEqual([]);
  });

  it.each([
    ['attending', 'work'],
    ['other', 'work'],
    ['program-director', 'work'],
    ['research-pi', 'scholarship'],
    ['chair', 'record'],
    ['committee', 'record'],
  ] as const)('role: %s is led by %s', (role, emphasis) => {
    const own = brief((letter, input) => {
      writer({ role })(letter);
      input.cv.scholarlyWork = [{ id: 'a', type: 'poster', title: 'T', authors: ['Tran L'] }];
    });
    expect(own.emphasis).toBe(emphasis);
    expect(own.guidance.role.length).toBeGreaterThan(0);
  });

  it('is led by work for a principal investigator when there is no scholarly work', () => {
    expect(brief(writer({ role: 'research-pi' })).emphasis).toBe('work');
  });

  it('several signers', () => {
    const group = brief((letter) => {
      writer({ role: 'committee', signers: ['A', 'B'] })(letter);
      request({ type: 'standardized', form: 'im-sel' })(letter);
    });
    expect(group.checklist).toContain('Signed by everyone who took part');
    expect(purpose(group)).toContain('everyone who signs');
  });
});

describe('an international graduate', () => {
  const img = (change: (letter: LetterInput) => void = () => undefined) =>
    brief((letter, input) => {
      asImg(input);
      change(letter);
    });

  it('gets training and grading explained, except to a writer who knows them', () => {
    expect(img().img).toMatchObject({ trainingSystem: 'Six years.', grading: 'Of ten.' });
    expect(img(writer({ country: 'Vietnam' })).img).toMatchObject({ trainingSystem: null, grading: null });
  });

  it('gets notes on letterhead, hands-on work, observing, and language', () => {
    const work = (handsOn: boolean) => (letter: LetterInput) => {
      letter.sharedWork = [{ id: 'w', title: 'Ward', kind: 'rotation', handsOn }];
    };
    const notes = (of: Brief) => of.img?.notes.join(' ') ?? '';
    expect(notes(img())).toContain('Letterhead with address, telephone, and e-mail');
    expect(notes(img(work(true)))).toContain('hands-on');
    expect(notes(img(work(false)))).toContain('observer');
    expect(notes(img(work(false)))).not.toContain('hands-on');
    expect(notes(img(writer({ country: 'Vietnam' })))).toContain('in English');
    expect(notes(img())).not.toContain('in English');
  });

  it('gets the five business days of ECFMG in the dates, as expected where the review is', () => {
    const row = img().dates.find(({ label }) => label.includes('ECFMG'));
    expect(row?.date.iso).toBe('2026-09-16');
    expect(row?.expected).toBe(true);
    expect(img().datesNote).toContain('5 business days');
    const isos = img().dates.map(({ date }) => date.iso);
    expect(isos).toEqual([...isos].sort());
    expect(brief().dates.some(({ label }) => label.includes('ECFMG'))).toBe(false);
    expect(brief().datesNote).toBe('Expected dates may move.');
  });
});

describe('school records', () => {
  it('need consent where the writer may work for a school in the United States', () => {
    const home = brief((_, input) => {
      const school = input.cv.medicalEducation[0];
      if (school) delete school.place;
    });
    expect(home.confidentiality.join(' ')).toContain('FERPA');
    expect(brief((_, input) => asImg(input)).confidentiality.join(' ')).not.toContain('FERPA');
    expect(brief(writer({ country: 'Canada' })).confidentiality.join(' ')).not.toContain('FERPA');
  });
});

describe('graduation', () => {
  it.each([
    ['2025-06', 'graduated 2025'],
    ['2027-05', 'graduating 2027'],
  ])('in %s is printed as %s', (end, printed) => {
    const { applicant } = brief((_, input) => {
      const school = input.cv.medicalEducation[0];
      if (school) school.end = end;
    });
    expect(applicant.graduation).toBe(printed);
  });

  it('the state of ECFMG certification, said once', () => {
    const ecfmg = (detail?: string) =>
      brief((_, input) => {
        asImg(input);
        input.applicant.img!.ecfmg = { status: 'certified', ...(detail === undefined ? {} : { detail }) };
      }).img!.ecfmg;
    expect(ecfmg()).toBe('Certified');
    expect(ecfmg('March 2026')).toBe('Certified: March 2026');
    expect(ecfmg('ECFMG certified in November 2025')).toBe('Certified in November 2025');
    expect(ecfmg('ECFMG number on request')).toBe('Certified: ECFMG number on request');
  });
});
