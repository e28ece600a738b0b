import type { ApplicationInput } from '../../../../src/schema/application.js';
import { type FindingCase, letterOf } from '../found.js';

type Input = ApplicationInput;

/** Replaces words of the statement, which must be there. */
export const restate = (from: string, to: string) => (input: Input) => {
  const [statement] = input.statements ?? [];
  if (!statement?.text?.includes(from)) throw new Error(`the clean statement does not have "${from}"`);
  statement.text = statement.text.replace(from, to);
};
export const add = (sentence: string) =>
  restate('Internal medicine is where', `${sentence} Internal medicine is where`);
const usce = (input: Input, id: string) => input.cv.usce?.find((entry) => entry.id === id) ?? { handsOn: false };

export const CONSISTENCY_CASES: readonly FindingCase[] = [
  {
    code: 'consistency/statement-dates',
    path: 'statements[0].text',
    trigger: restate('December 2024', 'December 2025'),
    nearMiss: restate('December 2024', 'November 2024'),
  },
  {
    code: 'consistency/statement-dates',
    path: 'statements[0].text',
    trigger: restate('in March 2026', 'in 2025'),
    nearMiss: restate('in March 2026', 'in 2026'),
  },
  {
    code: 'consistency/statement-unknown-site',
    path: 'statements[0].text',
    trigger: add('A month at Cedar Valley Medical Center confirmed it.'),
    nearMiss: add('A month at the University Hospital of Pune and at Birchwood Community Clinic confirmed it.'),
  },
  {
    code: 'consistency/statement-unknown-award',
    path: 'statements[0].text',
    trigger: add('For it I received the Golden Stethoscope Award.'),
    nearMiss: add('For it I received the Patwardhan Prize, and nobody expected a Nobel Prize.'),
  },
  {
    code: 'consistency/statement-title',
    path: 'statements[0].text',
    trigger: restate('as a sub-intern in March', 'as a chief resident in March'),
    nearMiss: restate('as a sub-intern in March', 'as an observing student in March'),
  },
  {
    code: 'consistency/statement-count',
    path: 'statements[0].text',
    trigger: restate('640 patients', '690 patients'),
    nearMiss: restate('640 patients', '640 adult patients'),
  },
  {
    code: 'consistency/statement-count',
    path: 'statements[0].text',
    trigger: restate('followed 640 patients', 'followed 1,640 patients'),
    // Other patients, counted nowhere else.
    nearMiss: add('The ward I come from admits 900 patients in a month of dengue.'),
  },
  {
    code: 'consistency/overlapping-full-time',
    path: 'cv.usce[1].start',
    trigger: (input) => {
      Object.assign(input.cv.experiences?.[1] ?? {}, { end: '2026-05' });
    },
    nearMiss: (input) => {
      Object.assign(input.cv.experiences?.[1] ?? {}, { end: '2026-05', frequency: 'weekly' });
    },
  },
  {
    code: 'consistency/unexplained-gap',
    path: 'cv.experiences[1]',
    trigger: (input) => {
      Object.assign(input.cv.training?.[0] ?? {}, { end: '2024-08' });
    },
    nearMiss: (input) => {
      Object.assign(input.cv.training?.[0] ?? {}, { end: '2024-08' });
      Object.assign(input.applicant.img ?? {}, {
        gaps: [{ start: '2024-09', end: '2024-12', explanation: 'I cared for a parent.' }],
      });
    },
  },
  {
    code: 'consistency/unexplained-gap',
    path: 'cv',
    trigger: (input) => {
      input.cv.experiences?.shift();
      input.cv.usce = [];
    },
    nearMiss: (input) => {
      input.cv.usce = [];
    },
  },
  {
    code: 'consistency/observership-hands-on',
    path: 'cv.usce[0].handsOn',
    trigger: (input) => {
      Object.assign(usce(input, 'birchwood'), { kind: 'observership' });
    },
    nearMiss: (input) => {
      Object.assign(usce(input, 'birchwood'), { kind: 'observership', handsOn: false });
    },
  },
  {
    code: 'consistency/hands-on-disagrees',
    path: 'letters[1].sharedWork[0].handsOn',
    trigger: (input) => {
      usce(input, 'birchwood').handsOn = false;
    },
    nearMiss: (input) => {
      usce(input, 'birchwood').handsOn = false;
      Object.assign(letterOf(input, 'chen').sharedWork?.[0] ?? {}, { handsOn: false });
    },
  },
  {
    code: 'consistency/shared-work-site',
    path: 'letters[0].sharedWork[0].site',
    trigger: (input) => {
      Object.assign(letterOf(input, 'rivera').sharedWork?.[0] ?? {}, { site: 'Hillcrest Hospital' });
    },
    nearMiss: (input) => {
      // A clerkship of the school years.
      Object.assign(letterOf(input, 'rivera').sharedWork?.[0] ?? {}, {
        site: 'Hillcrest Hospital',
        start: '2022-01',
        end: '2022-02',
      });
    },
  },
  {
    code: 'consistency/shared-work-dates',
    path: 'letters[0].sharedWork[0].end',
    trigger: (input) => {
      Object.assign(letterOf(input, 'rivera').sharedWork?.[0] ?? {}, { end: '2026-05-24' });
    },
    nearMiss: (input) => {
      Object.assign(letterOf(input, 'rivera').sharedWork?.[0] ?? {}, { start: '2026-03', end: '2026-04' });
    },
  },
  {
    code: 'consistency/known-since',
    path: 'letters[2].relationship.knownSince',
    trigger: (input) => {
      letterOf(input, 'okafor').relationship.knownSince = '2025-06';
    },
    nearMiss: (input) => {
      letterOf(input, 'okafor').relationship.knownSince = '2025';
    },
  },
];
