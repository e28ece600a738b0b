import type { ApplicationInput } from '../../../../src/schema/application.js';
import { type FindingCase, letterOf } from '../found.js';
import { add, restate } from './consistency.js';

type Input = ApplicationInput;

const img = (values: Record<string, unknown>) => (input: Input) => {
  Object.assign(input.applicant.img ?? {}, values);
};
const dual = (input: Input): void => {
  input.specialties.push({ id: 'neurology', goals: 'The brain.' });
};
const text = (value: string) => (input: Input) => {
  Object.assign(input.statements?.[0] ?? {}, { text: value });
};
const words = (count: number): string => 'word '.repeat(count);
const noHandsOn = (input: Input): void => {
  for (const entry of input.cv.usce ?? []) entry.handsOn = false;
};
const gap = { start: '2026-01', end: '2026-02', explanation: 'I prepared for my examination.' };

export const DOCUMENT_CASES: readonly FindingCase[] = [
  {
    code: 'img/ecfmg-not-started',
    path: 'applicant.img.ecfmg.status',
    trigger: img({ ecfmg: { status: 'not-started' } }),
    nearMiss: img({ ecfmg: { status: 'in-progress' } }),
  },
  {
    code: 'img/ecfmg-not-started',
    path: 'applicant.img.ecfmg.status',
    today: '2026-04-01',
    trigger: img({ ecfmg: { status: 'not-started' } }),
    nearMiss: (input) => {
      img({ ecfmg: { status: 'not-started' } })(input);
      input.season = 2028;
    },
  },
  {
    code: 'img/background-missing',
    path: 'cv.medicalEducation[0]',
    trigger: (input) => {
      delete input.applicant.img;
    },
    nearMiss: (input) => {
      delete input.applicant.img;
      Object.assign(input.cv.medicalEducation[0] ?? {}, { place: { city: 'Toledo', state: 'OH', country: 'USA' } });
    },
  },
  {
    code: 'img/limited-experience-unaddressed',
    path: 'applicant.img',
    trigger: (input) => {
      noHandsOn(input);
      delete input.applicant.img?.limitedUsExperience;
    },
    nearMiss: noHandsOn,
  },
  {
    code: 'img/strengths-missing',
    path: 'applicant.img',
    trigger: img({ strengths: [] }),
    nearMiss: (input) => {
      delete input.applicant.img;
    },
  },
  {
    code: 'img/adaptability-missing',
    path: 'applicant.img',
    trigger: img({ adaptability: [] }),
    nearMiss: img({ adaptability: ['Learned the record.'] }),
  },
  {
    code: 'img/grading-missing',
    path: 'applicant.img',
    trigger: (input) => {
      delete input.applicant.img?.grading;
    },
    nearMiss: (input) => {
      delete input.applicant.img?.grading;
      letterOf(input, 'holloway').request.type = 'narrative';
      delete letterOf(input, 'holloway').request.form;
    },
  },
  {
    code: 'img/gap-unseen',
    path: 'applicant.img.gaps[0]',
    trigger: img({ gaps: [gap] }),
    nearMiss: (input) => {
      img({ gaps: [gap] })(input);
      letterOf(input, 'okafor').share = ['gaps'];
    },
  },
  {
    code: 'statement/missing',
    path: 'specialties[1]',
    trigger: dual,
    nearMiss: (input) => {
      dual(input);
      input.statements?.push({
        id: 'neuro',
        specialty: 'neurology',
        status: 'draft',
        date: '2026-07-01',
        text: 'Soon.',
      });
    },
  },
  {
    code: 'statement/other-specialty',
    path: 'letters[0].statement',
    trigger: (input) => {
      dual(input);
      letterOf(input, 'rivera').specialty = 'neurology';
      letterOf(input, 'rivera').statement = 'im';
    },
    nearMiss: (input) => {
      dual(input);
      letterOf(input, 'okafor').statement = 'im';
    },
  },
  {
    code: 'statement/aims-elsewhere',
    path: 'statements[0].text',
    trigger: (input) => {
      dual(input);
      add('I would also train in neurology with joy.')(input);
    },
    nearMiss: (input) => {
      dual(input);
      add('A month in neurology taught me to look.')(input);
    },
  },
  {
    code: 'statement/names-program',
    path: 'statements[0].text',
    trigger: add('This is why I look to Summit Cross Hospital.'),
    nearMiss: (input) => {
      add('At Lakeside Hospital I learned it.')(input);
      input.programs?.push({ id: 'lakeside', institution: 'Lakeside Hospital', specialty: 'internal-medicine' });
    },
  },
  {
    code: 'statement/draft-near-target',
    path: 'statements[0].status',
    today: '2026-08-05',
    trigger: (input) => {
      Object.assign(input.statements?.[0] ?? {}, { status: 'draft' });
    },
    nearMiss: (input) => {
      Object.assign(input.statements?.[0] ?? {}, { status: 'draft' });
      for (const letter of input.letters) letter.request.status = 'uploaded';
    },
  },
  {
    code: 'statement/short',
    path: 'statements[0].text',
    trigger: text(words(249)),
    nearMiss: text(words(250)),
  },
  {
    code: 'statement/long',
    path: 'statements[0].text',
    trigger: text(words(1001)),
    nearMiss: text(words(1000)),
  },
  {
    code: 'themes/missing',
    path: 'themes',
    trigger: (input) => {
      input.themes = [];
      for (const letter of input.letters) letter.points = (letter.points ?? []).map(({ point }) => ({ point }));
    },
    nearMiss: restate('small and honest', 'small'),
  },
  {
    code: 'themes/no-evidence',
    path: 'themes[1]',
    trigger: (input) => {
      Object.assign(input.themes?.[1] ?? {}, { evidence: [] });
    },
    nearMiss: (input) => {
      Object.assign(input.themes?.[1] ?? {}, { evidence: [{ text: 'Without a place.' }] });
    },
  },
  {
    code: 'themes/unused',
    path: 'themes[2]',
    trigger: (input) =>
      input.themes?.push({ id: 'spare', title: 'Spare', claim: 'Mine.', evidence: [{ text: 'Yes.' }] }),
    nearMiss: (input) => {
      input.themes?.push({ id: 'spare', title: 'Spare', claim: 'Mine.', evidence: [{ text: 'Yes.' }] });
      letterOf(input, 'chen').themes = ['spare'];
    },
  },
  {
    code: 'themes/wrong-specialty',
    path: 'letters[0].points[0].theme',
    trigger: (input) => {
      dual(input);
      Object.assign(input.themes?.[0] ?? {}, { specialties: ['neurology'] });
    },
    nearMiss: (input) => {
      // The general letter serves both.
      dual(input);
      Object.assign(input.themes?.[1] ?? {}, { specialties: ['neurology'] });
    },
  },
  {
    code: 'cv/most-meaningful-missing',
    path: 'cv.experiences',
    trigger: (input) => {
      for (const experience of input.cv.experiences ?? []) delete experience.mostMeaningful;
    },
    nearMiss: (input) => {
      for (const experience of input.cv.experiences?.slice(1) ?? []) delete experience.mostMeaningful;
    },
  },
  {
    code: 'cv/experience-without-dates',
    path: 'cv.experiences[2]',
    trigger: (input) => {
      delete input.cv.experiences?.[2]?.start;
    },
    nearMiss: (input) => {
      delete input.cv.experiences?.[2]?.end;
    },
  },
  {
    code: 'cv/graduation-missing',
    path: 'cv.medicalEducation[0]',
    trigger: (input) => {
      delete input.cv.medicalEducation[0]?.graduated;
      delete input.cv.medicalEducation[0]?.end;
    },
    nearMiss: (input) => {
      delete input.cv.medicalEducation[0]?.graduated;
    },
  },
  {
    code: 'cv/own-name-missing',
    path: 'cv.scholarlyWork[0].me',
    trigger: (input) => {
      Object.assign(input.cv.scholarlyWork?.[0] ?? {}, { me: 'Rao AB' });
    },
    nearMiss: (input) => {
      Object.assign(input.cv.scholarlyWork?.[0] ?? {}, { authors: ['Ráo A', 'Okafor C'] });
    },
  },
  {
    code: 'silence/unknown-code',
    path: 'silence[0].code',
    trigger: (input) => {
      input.silence = [{ code: 'input/missing', reason: 'I know.' }];
    },
    nearMiss: (input) => {
      input.silence = [{ code: 'letters/one-site', reason: 'I know.' }];
    },
  },
  {
    code: 'silence/matches-nothing',
    path: 'silence[0]',
    trigger: (input) => {
      input.silence = [{ code: 'request/not-waived', letter: 'chen', reason: 'She asked me not to.' }];
      letterOf(input, 'rivera').request.waived = false;
    },
    nearMiss: (input) => {
      input.silence = [{ code: 'request/not-waived', letter: 'rivera', reason: 'She asked me not to.' }];
      letterOf(input, 'rivera').request.waived = false;
    },
  },
];
