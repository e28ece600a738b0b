import type { ApplicationInput } from '../../../../src/schema/application.js';
import { type FindingCase, letterOf } from '../found.js';

const request = (values: Partial<ApplicationInput['letters'][number]['request']>) => (input: ApplicationInput) => {
  Object.assign(letterOf(input, 'rivera').request, values);
};
const rotation = (input: ApplicationInput, values: { start: string; end: string }): void => {
  Object.assign(letterOf(input, 'rivera').sharedWork?.[0] ?? {}, values);
};

export const TIMING_CASES: readonly FindingCase[] = [
  {
    code: 'timing/overdue',
    path: 'letters[0].request.targetDate',
    trigger: request({ targetDate: '2026-07-03' }),
    nearMiss: request({ targetDate: '2026-07-06' }),
  },
  {
    code: 'timing/late-request',
    path: 'letters[0].request.targetDate',
    trigger: request({ askedOn: '2026-06-08', targetDate: '2026-07-07' }),
    nearMiss: request({ askedOn: '2026-06-08', targetDate: '2026-07-08' }),
  },
  {
    code: 'timing/short-notice',
    path: 'letters[0].request.targetDate',
    trigger: request({ askedOn: '2026-06-08', targetDate: '2026-07-17' }),
    nearMiss: request({ askedOn: '2026-06-08', targetDate: '2026-07-20' }),
  },
  {
    code: 'timing/after-review',
    path: 'letters[0].request.targetDate',
    trigger: request({ targetDate: '2026-09-24' }),
    nearMiss: request({ targetDate: '2026-09-23' }),
  },
  {
    code: 'timing/processing-margin',
    path: 'letters[0].request.targetDate',
    trigger: request({ targetDate: '2026-09-17' }),
    nearMiss: request({ targetDate: '2026-09-16' }),
  },
  {
    code: 'timing/weekend',
    path: 'letters[0].request.targetDate',
    trigger: request({ targetDate: '2026-08-29' }),
    nearMiss: request({ targetDate: '2026-08-28' }),
  },
  {
    code: 'timing/weekend',
    path: 'letters[0].request.targetDate',
    trigger: request({ targetDate: '2026-08-30' }),
    nearMiss: request({ targetDate: '2026-08-31' }),
  },
  {
    code: 'timing/asked-early',
    path: 'letters[0].request.askedOn',
    trigger: request({ askedOn: '2025-08-31' }),
    nearMiss: request({ askedOn: '2025-09-02' }),
  },
  {
    code: 'timing/before-rotation-ends',
    path: 'letters[0].request.askedOn',
    trigger: (input) => rotation(input, { start: '2026-06-01', end: '2026-07-10' }),
    nearMiss: (input) => {
      rotation(input, { start: '2026-06-01', end: '2026-07-10' });
      request({ askedOn: '2026-06-26', agreedOn: '2026-06-26' })(input);
    },
  },
  {
    code: 'timing/target-before-end',
    path: 'letters[0].request.targetDate',
    trigger: (input) => rotation(input, { start: '2026-08-10', end: '2026-09-04' }),
    nearMiss: (input) => rotation(input, { start: '2026-08-03', end: '2026-08-28' }),
  },
  {
    code: 'timing/asked-in-future',
    path: 'letters[0].request.askedOn',
    trigger: request({ askedOn: '2026-07-07', agreedOn: '2026-07-08' }),
    nearMiss: request({ askedOn: '2026-07-06', agreedOn: '2026-07-06' }),
  },
  {
    code: 'timing/season-not-open',
    path: 'letters[0].request.status',
    today: '2026-06-02',
    trigger: request({ askedOn: '2026-06-01', agreedOn: '2026-06-01' }),
    nearMiss: (input) => {
      for (const letter of input.letters) letter.request.status = 'draft';
    },
  },
];
