import type { ApplicationInput } from '../../../../src/schema/application.js';
import { type FindingCase, letterOf } from '../found.js';

const situation = (text: string) => (input: ApplicationInput) => {
  Object.assign(letterOf(input, 'rivera').moments?.[0] ?? {}, { situation: text });
};

export const PRIVACY_CASES: readonly FindingCase[] = [
  {
    code: 'privacy/possible-patient-identifier',
    path: 'letters[0].moments[0].situation',
    trigger: situation('Mrs. Alvarez had gone home while her urine culture was pending.'),
    nearMiss: situation('A woman in her sixties had an ESBL-producing E. coli on day 4, and 340B covered the tablets.'),
  },
  {
    code: 'privacy/possible-patient-identifier',
    path: 'letters[0].feedback[0].text',
    trigger: (input) => {
      letterOf(input, 'rivera').feedback = [{ text: 'You saw on March 14 what others had missed in this patient.' }];
    },
    nearMiss: (input) => {
      letterOf(input, 'rivera').feedback = [{ text: 'You saw in March 2026 what others had missed.' }];
    },
  },
  {
    code: 'privacy/possible-patient-identifier',
    path: 'statements[0].text',
    trigger: (input) => {
      input.statements = (input.statements ?? []).map((each) => ({
        ...each,
        text: `${each.text} She was 93 years old.`,
      }));
    },
    nearMiss: (input) => {
      input.statements = (input.statements ?? []).map((each) => ({
        ...each,
        text: `${each.text} She was 89 years old.`,
      }));
    },
  },
  {
    code: 'privacy/personal-identifier',
    path: 'letters[0].note',
    trigger: (input) => {
      letterOf(input, 'rivera').note = 'My Social Security number is 123-45-6789.';
    },
    nearMiss: (input) => {
      letterOf(input, 'rivera').note = 'You can reach me at 419-555-0134, as before.';
    },
  },
  {
    code: 'privacy/personal-identifier',
    path: 'letters[0].help',
    trigger: (input) => {
      letterOf(input, 'rivera').help = 'For the form: date of birth 12 May 1998.';
    },
    nearMiss: (input) => {
      letterOf(input, 'rivera').help = 'For the form: the date of my rotation was 12 May 2026.';
    },
  },
  {
    code: 'privacy/shows-private',
    path: 'letters[0].share',
    trigger: (input) => {
      letterOf(input, 'rivera').share = ['program-names'];
    },
    nearMiss: (input) => {
      letterOf(input, 'rivera').share = ['scores'];
    },
  },
  {
    code: 'privacy/shows-private',
    path: 'share',
    trigger: (input) => {
      input.share = ['program-names'];
    },
    nearMiss: (input) => {
      input.share = ['program-names'];
      for (const letter of input.letters) letter.share = [];
    },
  },
  {
    code: 'privacy/nothing-to-show',
    path: 'share[0]',
    trigger: (input) => {
      input.share = ['scores'];
    },
    nearMiss: (input) => {
      input.share = ['scores'];
      input.cv.exams = [{ name: 'USMLE Step 2 CK', result: '251' }];
    },
  },
  {
    code: 'privacy/other-writer-named',
    path: 'letters[0].note',
    trigger: (input) => {
      letterOf(input, 'rivera').note = 'Dr. Wei Chen has agreed to write as well.';
    },
    nearMiss: (input) => {
      // Signers of the same letter know of each other.
      letterOf(input, 'holloway').note = 'I have thanked Dr. Lindqvist, too, and Dr. Holloway.';
    },
  },
];
