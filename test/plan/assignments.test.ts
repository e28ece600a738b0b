import { describe, expect, it } from 'vitest';
import type { ProgramAssignment } from '../../src/plan/index.js';
import type { ApplicationInput } from '../../src/schema/application.js';
import { minimalApplication } from '../support/applications.js';
import { planned } from '../support/planned.js';

type LetterInput = ApplicationInput['letters'][number];
type ProgramInput = NonNullable<ApplicationInput['programs']>[number];

interface LetterChange extends Partial<Omit<LetterInput, 'writer' | 'request'>> {
  readonly writer?: Partial<LetterInput['writer']>;
  readonly request?: Partial<LetterInput['request']>;
}

/** A letter of an internist, an attending who saw the applicant daily until June 2026, changed. */
function letter(id: string, { writer, request, ...rest }: LetterChange = {}): LetterInput {
  const [base] = minimalApplication().letters;
  if (!base) throw new Error('the minimal application has a letter');
  return {
    ...base,
    id,
    relationship: { summary: 'My attending.', contact: 'daily' },
    sharedWork: [{ id: 'ward', title: 'Medicine wards', kind: 'rotation', end: '2026-06', handsOn: true }],
    ...rest,
    writer: { ...base.writer, name: { family: id }, specialty: 'Internal medicine', ...writer },
    request: { ...base.request, ...request },
  };
}

const program = (id: string, more: Partial<ProgramInput> = {}): ProgramInput => ({
  id,
  institution: `Hospital ${id}`,
  specialty: 'internal-medicine',
  ...more,
});

const chair = letter('chair', {
  writer: { role: 'chair' },
  relationship: { summary: 'My chair.', contact: 'indirect' },
  sharedWork: [],
  request: { chairLetter: true },
});
const researcher = letter('researcher', {
  focus: 'academic',
  writer: { role: 'research-pi', specialty: 'Cardiology' },
  relationship: { summary: 'My principal investigator.', contact: 'weekly' },
  sharedWork: [{ id: 'study', title: 'A study', kind: 'research', end: '2026-05' }],
});
const wards = ['ward-a', 'ward-b', 'ward-c'].map((id) => letter(id));

function plan(change: (input: ApplicationInput) => void) {
  return planned(change).plan;
}

function only(letters: LetterInput[], programs: ProgramInput[] = [program('one')], img = false): ProgramAssignment {
  const [assignment] = plan((input) => {
    input.letters = letters;
    input.programs = programs;
    if (img) input.applicant.img = { trainingSystem: 'Six years.', ecfmg: { status: 'certified' } };
  }).assignments;
  if (!assignment) throw new Error('the application has a program');
  return assignment;
}

const reasonOf = ({ reasons }: ProgramAssignment, id: string) =>
  reasons.find(({ letterId }) => letterId === id)?.reason;

describe('assignments: what the application fixes', () => {
  it('gives a letter to the programs that it names and no others, and one with an empty list to none', () => {
    const { assignments, letters } = plan((input) => {
      input.letters = [letter('free'), letter('named', { programs: ['two'] }), letter('kept-back', { programs: [] })];
      input.programs = [program('one'), program('two')];
    });
    expect(assignments.map(({ letterIds }) => letterIds)).toEqual([['free'], ['free', 'named']]);
    expect(assignments[1]?.reasons.map(({ fixed }) => fixed)).toEqual([false, true]);
    expect(letters.map(({ programs }) => programs.map(({ id }) => id))).toEqual([['one', 'two'], ['two'], []]);
  });

  it('keeps the best of too many, uploaded ones first, and says which are left out', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const weak = { relationship: { summary: 'Knows me.', contact: 'indirect' as const }, sharedWork: [] };
    const letters = ids.map((id) =>
      letter(id, {
        programs: ['one'],
        ...(id === 'e' || id === 'b' ? weak : {}),
        request: { status: id === 'e' ? 'uploaded' : 'sent' },
      }),
    );
    const assignment = only(letters);
    expect(assignment.letterIds).toEqual(['a', 'c', 'd', 'e']);
    expect(assignment.leftOut).toMatchObject([{ letterId: 'b', because: 'over-limit' }]);
  });

  it('does not carry a letter over to another specialty, and says so', () => {
    const { assignments, diagnostics } = plan((input) => {
      input.specialties.push({ id: 'neurology', goals: 'The brain.' });
      input.letters = [
        letter('internist', { programs: ['im', 'neuro'] }),
        letter('anywhere', { specialty: 'general' }),
      ];
      input.programs = [program('im'), program('neuro', { specialty: 'neurology' })];
    });
    expect(assignments.map(({ letterIds }) => letterIds)).toEqual([['internist', 'anywhere'], ['anywhere']]);
    expect(assignments[1]?.leftOut).toMatchObject([{ letterId: 'internist', because: 'other-specialty' }]);
    expect(diagnostics.find(({ code }) => code === 'letters/other-specialty')).toMatchObject({
      path: 'programs[1]',
      found: 'internist',
      who: 'applicant',
    });
  });

  it('lets a letter of the advanced specialty go to a preliminary year that it names', () => {
    const { assignments, diagnostics } = plan((input) => {
      input.specialties = [
        { id: 'neurology', goals: 'The brain.' },
        { id: 'preliminary-medicine', goals: 'A year before.' },
      ];
      const base = { specialty: 'neurology' };
      input.letters = [letter('named', { ...base, programs: ['prelim'] }), letter('free', base)];
      input.programs = [program('prelim', { specialty: 'preliminary-medicine', track: 'preliminary' })];
    });
    expect(assignments[0]?.letterIds).toEqual(['named']);
    expect(diagnostics.map(({ code }) => code)).not.toContain('letters/other-specialty');
  });
});

describe('assignments: proposals', () => {
  it('proposes the number wanted, or the usual number', () => {
    expect(only(wards.concat(letter('ward-d'))).letterIds).toEqual(['ward-a', 'ward-b', 'ward-c']);
    const two = only(wards, [program('one', { lettersWanted: 2 })]);
    expect(two).toMatchObject({ letterIds: ['ward-a', 'ward-b'], wanted: 2 });
    expect(only(wards, [program('one', { lettersWanted: 0 })]).letterIds).toEqual([]);
  });

  it('adds a fourth only for what the others lack, and says what', () => {
    const assignment = only([...wards, chair]);
    expect(assignment.letterIds).toEqual(['ward-a', 'ward-b', 'ward-c', 'chair']);
    expect(reasonOf(assignment, 'chair')).toBe(
      'a fourth letter, because this writer writes for the chair or department, which the others leave open',
    );
  });

  it('gives a research program the letter about research', () => {
    const others = [...wards, letter('ward-d', { request: { chairLetter: true } })];
    expect(only([...others, researcher]).letterIds).not.toContain('researcher');
    const assignment = only([...others, researcher], [program('one', { focus: ['cardiovascular research'] })]);
    expect(assignment.letterIds).toContain('researcher');
    expect(reasonOf(assignment, 'researcher')).toContain('can speak to the focus on research');
  });

  it('gives a primary care track the letter from the clinic, in the words of either', () => {
    const clinic = letter('clinic', {
      relationship: { summary: 'My preceptor.', contact: 'monthly' },
      sharedWork: [{ id: 'clinic', title: 'Outpatient clinic', kind: 'rotation', end: '2026-06', handsOn: true }],
    });
    expect(only([...wards, clinic]).letterIds).not.toContain('clinic');
    expect(only([...wards, clinic], [program('one', { track: 'primary-care' })]).letterIds).toContain('clinic');
    expect(only([...wards, clinic], [program('one', { focus: ['ambulatory medicine'] })]).letterIds).toContain(
      'clinic',
    );
  });

  it('includes a US writer for an international graduate, though others are closer', () => {
    const home = wards.map((one) => ({ ...one, writer: { ...one.writer, country: 'Vietnam' } }));
    const us = letter('us', { relationship: { summary: 'Saw me now and then.', contact: 'monthly' }, sharedWork: [] });
    const assignment = only([...home, us], [program('one', { lettersWanted: 2 })], true);
    expect(assignment.letterIds).toContain('us');
    expect(reasonOf(assignment, 'us')).toContain('writes from the US');
    expect(only([...home, us], [program('one', { lettersWanted: 2 })]).letterIds).not.toContain('us');
  });

  it('includes the form that programs expect, and a second one where two are preferred', () => {
    const { assignments } = plan((input) => {
      input.specialties = [{ id: 'emergency-medicine', goals: 'Acute care.' }];
      const base = { specialty: 'emergency-medicine', writer: { specialty: 'Emergency medicine' } };
      const sloe = { type: 'standardized' as const, form: 'esloe' as const };
      const distant = { relationship: { summary: 'Ran the clerkship.', contact: 'indirect' as const }, sharedWork: [] };
      input.letters = [
        ...['a', 'b', 'c'].map((id) => letter(id, { ...base, writer: { ...base.writer, name: { family: id } } })),
        ...['sloe-1', 'sloe-2'].map((id) =>
          letter(id, { ...base, ...distant, writer: { ...base.writer, name: { family: id } }, request: sloe }),
        ),
      ];
      input.programs = [program('one', { specialty: 'emergency-medicine' })];
    });
    expect(assignments[0]?.letterIds).toEqual(expect.arrayContaining(['sloe-1', 'sloe-2']));
  });

  it('takes one of two letters by the same writer', () => {
    const twice = letter('ward-a-general', { specialty: 'general', writer: { name: { family: 'ward-a' } } });
    expect(only([twice, ...wards]).letterIds).toEqual(['ward-a', 'ward-b', 'ward-c']);
  });

  it('lets a personal letter fill a place that no professional one can, and never replace one', () => {
    const friend = letter('friend', { nature: 'personal', writer: { role: 'other' } });
    expect(only([friend, ...wards]).letterIds).not.toContain('friend');
    const { assignments, diagnostics } = plan((input) => {
      input.letters = [friend, ...wards.slice(0, 2)];
      input.programs = [program('one')];
    });
    expect(assignments[0]?.letterIds).toEqual(['friend', 'ward-a', 'ward-b']);
    expect(diagnostics.find(({ code }) => code === 'letters/too-few')?.message).toContain('gets 2 of 3 letters');
  });

  it('does not propose a letter for a program of another service', () => {
    const { assignments } = plan((input) => {
      input.specialties.push({ id: 'emergency-medicine', goals: 'Acute care.' });
      input.letters = [letter('general', { specialty: 'general' })];
      input.programs = [program('im'), program('em', { specialty: 'emergency-medicine' })];
    });
    expect(assignments.map(({ letterIds }) => letterIds)).toEqual([['general'], []]);
  });

  it('prefers what is recent, direct, and in time', () => {
    const old = letter('old', {
      sharedWork: [{ id: 'ward', title: 'Medicine wards', kind: 'rotation', end: '2022-06', handsOn: true }],
    });
    const distant = letter('distant', { relationship: { summary: 'My attending.', contact: 'monthly' } });
    const late = letter('late', { request: { targetDate: '2026-11-01' } });
    for (const weaker of [old, distant, late]) {
      expect(only([weaker, ...wards]).letterIds).toEqual(['ward-a', 'ward-b', 'ward-c']);
    }
  });

  it('keeps the limit of SF Match', () => {
    const { assignments } = plan((input) => {
      input.specialties = [{ id: 'ophthalmology', goals: 'Eyes.' }];
      input.letters = [...wards, chair].map((one) => ({ ...one, specialty: 'ophthalmology' }));
      input.programs = [program('one', { specialty: 'ophthalmology', lettersWanted: 4 })];
    });
    expect(assignments[0]).toMatchObject({ limit: 3, wanted: 3 });
    expect(assignments[0]?.letterIds).toHaveLength(3);
  });
});
