import { type FindingCase, letterOf } from '../found.js';
import type { ApplicationInput } from '../../../../src/schema/application.js';

type Input = ApplicationInput;

/** Makes a general-surgery applicant of the clean one: the letters keep their writers. */
export function specialtyOf(input: Input, id: string, writerSpecialty?: string): void {
  input.specialties = [{ id, goals: 'I want to train in it.' }];
  for (const statement of input.statements ?? []) statement.specialty = id;
  for (const program of input.programs ?? []) program.specialty = id;
  for (const letter of input.letters) {
    if (letter.specialty !== 'general') letter.specialty = id;
    if (letter.request.form) {
      delete letter.request.form;
      letter.request.type = 'narrative';
    }
    if (writerSpecialty && letter.writer.role !== 'research-pi') letter.writer.specialty = writerSpecialty;
  }
}

const noChair = (input: Input): void => {
  const letter = letterOf(input, 'holloway');
  letter.request.chairLetter = false;
  letter.request.type = 'narrative';
  delete letter.request.form;
  letter.writer.role = 'attending';
};

export const LETTER_CASES: readonly FindingCase[] = [
  {
    code: 'letters/specialty-misspelt',
    path: 'specialties[0]',
    trigger: (input) => specialtyOf(input, 'Internal-Medecine'),
    nearMiss: (input) => {
      specialtyOf(input, 'internal-medecine');
      for (const specialty of input.specialties) specialty.name = 'Internal medecine';
    },
  },
  {
    code: 'letters/over-program-limit',
    path: 'programs[0]',
    trigger: (input) => {
      const letter = letterOf(input, 'chen');
      input.letters.push({ ...structuredClone(letter), id: 'fifth', request: { ...letter.request, letterId: 'LK-5' } });
      for (const each of input.letters) each.programs = ['northgate', 'summit'];
    },
    nearMiss: (input) => {
      for (const each of input.letters) each.programs = ['northgate', 'summit'];
    },
  },
  {
    code: 'letters/too-few',
    path: 'programs[0]',
    trigger: (input) => input.letters.pop(),
    nearMiss: (input) => {
      input.letters.pop();
      for (const program of input.programs ?? []) program.lettersWanted = 3;
    },
  },
  {
    code: 'letters/too-few',
    path: 'specialties[0]',
    trigger: (input) => {
      input.programs = [];
      input.letters.length = 2;
    },
    nearMiss: (input) => {
      input.programs = [];
      input.letters.length = 3;
    },
  },
  {
    code: 'letters/other-specialty',
    path: 'programs[1]',
    trigger: (input) => {
      input.specialties.push({ id: 'neurology', goals: 'The brain.' });
      input.programs?.splice(1, 0, { id: 'lakemont', institution: 'Lakemont Hospital', specialty: 'neurology' });
      letterOf(input, 'rivera').programs = ['northgate', 'lakemont'];
    },
    nearMiss: (input) => {
      input.specialties.push({ id: 'neurology', goals: 'The brain.' });
      input.programs?.splice(1, 0, { id: 'lakemont', institution: 'Lakemont Hospital', specialty: 'neurology' });
      letterOf(input, 'okafor').programs = ['northgate', 'lakemont'];
    },
  },
  {
    code: 'letters/goes-nowhere',
    path: 'letters[0]',
    trigger: (input) => {
      letterOf(input, 'rivera').programs = [];
    },
    nearMiss: (input) => {
      letterOf(input, 'rivera').programs = ['summit'];
    },
  },
  {
    code: 'letters/none-from-attending',
    path: 'specialties[0]',
    trigger: (input) => {
      for (const { writer } of input.letters) writer.role = 'research-pi';
    },
    nearMiss: (input) => {
      for (const { writer } of input.letters) writer.role = 'research-pi';
      letterOf(input, 'chen').writer.role = 'professor';
    },
  },
  {
    code: 'letters/only-personal',
    path: 'specialties[0]',
    trigger: (input) => {
      for (const letter of input.letters) letter.nature = 'personal';
    },
    nearMiss: (input) => {
      for (const letter of input.letters) letter.nature = 'personal';
      letterOf(input, 'rivera').nature = 'professional';
    },
  },
  {
    code: 'letters/personal-counted',
    path: 'letters[2].nature',
    trigger: (input) => {
      input.letters.length = 3;
      letterOf(input, 'okafor').nature = 'personal';
    },
    nearMiss: (input) => {
      letterOf(input, 'okafor').nature = 'personal';
    },
  },
  {
    code: 'letters/none-from-us-writer',
    path: 'specialties[0]',
    trigger: (input) => {
      for (const { writer } of input.letters) writer.country = 'India';
    },
    nearMiss: (input) => {
      for (const { writer } of input.letters) writer.country = 'India';
      letterOf(input, 'rivera').writer.country = 'USA';
    },
  },
  {
    code: 'letters/observership-only',
    path: 'specialties[0]',
    trigger: (input) => {
      for (const letter of input.letters) for (const work of letter.sharedWork ?? []) work.handsOn = false;
    },
    nearMiss: (input) => {
      for (const work of letterOf(input, 'rivera').sharedWork ?? []) work.handsOn = false;
    },
  },
  {
    code: 'letters/chair-missing',
    path: 'specialties[0]',
    trigger: (input) => {
      noChair(input);
      specialtyOf(input, 'general-surgery');
    },
    nearMiss: (input) => specialtyOf(input, 'general-surgery'),
  },
  {
    code: 'letters/department-letter-missing',
    path: 'specialties[0]',
    trigger: noChair,
    nearMiss: (input) => {
      noChair(input);
      letterOf(input, 'holloway').writer.role = 'program-director';
    },
  },
  {
    code: 'letters/standardized-missing',
    path: 'specialties[0]',
    trigger: (input) => specialtyOf(input, 'emergency-medicine'),
    nearMiss: (input) => {
      specialtyOf(input, 'emergency-medicine');
      Object.assign(letterOf(input, 'rivera').request, { type: 'standardized', form: 'esloe-non-residency' });
    },
  },
  {
    code: 'letters/second-sloe',
    path: 'specialties[0]',
    trigger: (input) => {
      specialtyOf(input, 'emergency-medicine');
      Object.assign(letterOf(input, 'rivera').request, { type: 'standardized', form: 'esloe' });
    },
    nearMiss: (input) => {
      specialtyOf(input, 'emergency-medicine');
      Object.assign(letterOf(input, 'rivera').request, { type: 'standardized', form: 'esloe' });
      Object.assign(letterOf(input, 'chen').request, { type: 'standardized', form: 'esloe' });
    },
  },
  {
    code: 'letters/none-of-specialty',
    path: 'specialties[0]',
    trigger: (input) => {
      for (const { writer } of input.letters) writer.specialty = 'Neurology';
    },
    nearMiss: (input) => {
      for (const { writer } of input.letters) writer.specialty = 'Neurology';
      letterOf(input, 'chen').writer.specialty = 'Hospital Medicine';
    },
  },
  {
    code: 'letters/few-of-specialty',
    path: 'specialties[0]',
    trigger: (input) => {
      for (const { writer } of input.letters) writer.specialty = 'Neurology';
      letterOf(input, 'chen').writer.specialty = 'Internal Medicine';
    },
    nearMiss: (input) => {
      for (const { writer } of input.letters) writer.specialty = 'Neurology';
      letterOf(input, 'chen').writer.specialty = 'Internal Medicine';
      // A writer whose specialty is not given may be an internist.
      delete letterOf(input, 'rivera').writer.specialty;
    },
  },
  {
    code: 'letters/outside-view-missing',
    path: 'specialties[0]',
    trigger: (input) => specialtyOf(input, 'neurology', 'Neurology'),
    nearMiss: (input) => {
      specialtyOf(input, 'neurology', 'Neurology');
      letterOf(input, 'chen').writer.specialty = 'Family medicine';
    },
  },
  {
    code: 'letters/writer-specialty-unknown',
    path: 'letters[0].writer',
    trigger: (input) => {
      delete letterOf(input, 'rivera').writer.specialty;
    },
    nearMiss: (input) => {
      delete letterOf(input, 'okafor').writer.specialty;
    },
  },
  {
    code: 'letters/duplicate-writer',
    path: 'letters[1].writer',
    trigger: (input) => {
      letterOf(input, 'chen').writer.name = { given: 'Élena', family: 'Rivera' };
    },
    nearMiss: (input) => {
      letterOf(input, 'chen').writer.name = { given: 'Marta', family: 'Rivera' };
    },
  },
  {
    code: 'letters/one-site',
    path: 'letters',
    trigger: (input) => {
      for (const { writer } of input.letters) writer.institution = 'Lakeside Hospital';
      letterOf(input, 'okafor').writer.institution = 'Lakeside Hospital, Center for Outcomes';
    },
    nearMiss: (input) => {
      for (const { writer } of input.letters) writer.institution = 'Lakeside Hospital';
      letterOf(input, 'okafor').writer.institution = 'Hillside Hospital';
    },
  },
  {
    code: 'letters/none-recent',
    path: 'specialties[0]',
    trigger: (input) => {
      for (const letter of input.letters) {
        for (const work of letter.sharedWork ?? []) Object.assign(work, { start: '2025-01', end: '2025-06' });
      }
    },
    nearMiss: (input) => {
      for (const letter of input.letters) {
        for (const work of letter.sharedWork ?? []) Object.assign(work, { start: '2025-01', end: '2025-07' });
      }
    },
  },
  {
    code: 'letters/us-work-old',
    path: 'letters[0].sharedWork',
    trigger: (input) => {
      Object.assign(letterOf(input, 'rivera').sharedWork?.[0] ?? {}, { start: '2025-06', end: '2025-07' });
    },
    nearMiss: (input) => {
      Object.assign(letterOf(input, 'rivera').sharedWork?.[0] ?? {}, { start: '2025-06', end: '2025-07' });
      letterOf(input, 'rivera').writer.country = 'India';
    },
  },
  {
    code: 'letters/program-director-flag',
    path: 'letters[0].writer.role',
    trigger: (input) => {
      input.season = 2026;
      letterOf(input, 'rivera').writer.role = 'program-director';
    },
    nearMiss: (input) => {
      input.season = 2026;
      letterOf(input, 'rivera').writer.role = 'program-director';
      input.cv.training?.push({ institution: 'Lakeside Hospital', title: 'Resident, preliminary medicine' });
    },
  },
  {
    code: 'letters/program-director-flag',
    path: 'letters[0].writer.role',
    trigger: (input) => {
      input.season = 2026;
      letterOf(input, 'rivera').writer.role = 'program-director';
    },
    nearMiss: (input) => {
      // The request of the new portal has no such mark.
      letterOf(input, 'rivera').writer.role = 'program-director';
    },
  },
  {
    code: 'letters/committee-one-signer',
    path: 'letters[3].writer.signers',
    trigger: (input) => {
      letterOf(input, 'holloway').writer.role = 'committee';
      letterOf(input, 'holloway').writer.signers = ['Margaret Holloway, MD'];
    },
    nearMiss: (input) => {
      letterOf(input, 'holloway').writer.role = 'committee';
    },
  },
];
