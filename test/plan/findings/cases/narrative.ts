import { type FindingCase, letterOf } from '../found.js';

const words = (count: number): string => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');

export const NARRATIVE_CASES: readonly FindingCase[] = [
  {
    code: 'narrative/why-you-short',
    path: 'letters[0].whyYou',
    trigger: (input) => {
      letterOf(input, 'rivera').whyYou = 'You read my ward notes and presentations.';
    },
    nearMiss: (input) => {
      letterOf(input, 'rivera').whyYou = 'You read my ward notes, timed my presentations, and saw the list begin.';
    },
  },
  {
    code: 'narrative/why-you-generic',
    path: 'letters[0].whyYou',
    trigger: (input) => {
      letterOf(input, 'rivera').whyYou =
        'You are a well-known expert whom I respect greatly, and I believe that you could write a strong letter for me.';
    },
    nearMiss: (input) => {
      letterOf(input, 'rivera').whyYou =
        'You are a well-known expert, and you saw how I called the pharmacist about the culture on that Saturday.';
    },
  },
  {
    code: 'narrative/why-you-generic',
    path: 'letters[0].whyYou',
    trigger: (input) => {
      letterOf(input, 'rivera').whyYou =
        'My friends tell me that everybody in town likes you, and I would be glad to have your name on my file.';
    },
    nearMiss: (input) => {
      letterOf(input, 'rivera').whyYou =
        'My friends tell me that everybody in town likes how you run the evening handoff, and I was there for it.';
    },
  },
  {
    code: 'narrative/why-you-repeated',
    path: 'letters[1].whyYou',
    trigger: (input) => {
      letterOf(input, 'chen').whyYou = letterOf(input, 'rivera').whyYou.replace('You ', 'you, ');
    },
    nearMiss: (input) => {
      letterOf(input, 'chen').whyYou = `${letterOf(input, 'rivera').whyYou} In your clinic I called patients.`;
    },
  },
  {
    code: 'narrative/help-missing',
    path: 'letters[0]',
    trigger: (input) => {
      delete letterOf(input, 'rivera').help;
    },
    nearMiss: (input) => {
      letterOf(input, 'rivera').help = 'It compares me.';
    },
  },
  {
    code: 'narrative/shared-work-missing',
    path: 'letters[0]',
    trigger: (input) => {
      letterOf(input, 'rivera').sharedWork = [];
    },
    nearMiss: (input) => {
      letterOf(input, 'rivera').sharedWork = [];
      letterOf(input, 'rivera').nature = 'personal';
    },
  },
  {
    code: 'narrative/few-moments',
    path: 'letters[0].moments',
    trigger: (input) => letterOf(input, 'rivera').moments?.pop(),
    nearMiss: (input) => {
      // A chair need not have seen any.
      letterOf(input, 'holloway').moments = [];
    },
  },
  {
    code: 'narrative/moment-thin',
    path: 'letters[0].moments[1].result',
    trigger: (input) => {
      Object.assign(letterOf(input, 'rivera').moments?.[1] ?? {}, { result: 'It went well.' });
    },
    nearMiss: (input) => {
      Object.assign(letterOf(input, 'rivera').moments?.[1] ?? {}, { result: 'It is there still.' });
    },
  },
  {
    code: 'narrative/moment-thin',
    path: 'letters[0].moments[1].result',
    trigger: (input) => {
      const texts = { action: 'I told you what I thought.', result: 'You were glad of it.' };
      Object.assign(letterOf(input, 'rivera').moments?.[1] ?? {}, texts);
    },
    nearMiss: (input) => {
      const texts = { action: 'I told you what I thought of the plan.', result: 'You were glad of it.' };
      Object.assign(letterOf(input, 'rivera').moments?.[1] ?? {}, texts);
    },
  },
  {
    code: 'narrative/moment-repeated',
    path: 'letters[1].moments[0]',
    trigger: (input) => {
      letterOf(input, 'chen').moments = structuredClone(letterOf(input, 'rivera').moments ?? []);
    },
    nearMiss: (input) => {
      // The other letter is for another specialty, so no program reads both.
      input.specialties.push({ id: 'neurology', goals: 'The brain.' });
      letterOf(input, 'chen').specialty = 'neurology';
      letterOf(input, 'chen').moments = structuredClone(letterOf(input, 'rivera').moments ?? []);
    },
  },
  {
    code: 'narrative/points-missing',
    path: 'letters[0]',
    trigger: (input) => {
      letterOf(input, 'rivera').points = [];
      letterOf(input, 'rivera').moments?.pop();
      letterOf(input, 'rivera').themes = ['handoffs'];
    },
    nearMiss: (input) => {
      // The packet chooses from two moments and two themes.
      letterOf(input, 'rivera').points = [];
    },
  },
  {
    code: 'narrative/points-few',
    path: 'letters[0].points',
    trigger: (input) => letterOf(input, 'rivera').points?.pop(),
    nearMiss: (input) => letterOf(input, 'rivera').points?.push({ point: 'Teaches', because: 'The neck veins' }),
  },
  {
    code: 'narrative/points-many',
    path: 'letters[0].points',
    trigger: (input) => {
      for (const n of [1, 2, 3]) letterOf(input, 'rivera').points?.push({ point: `Point ${n}`, because: 'Rounds' });
    },
    nearMiss: (input) => {
      for (const n of [1, 2]) letterOf(input, 'rivera').points?.push({ point: `Point ${n}`, because: 'Rounds' });
    },
  },
  {
    code: 'narrative/point-unsupported',
    path: 'letters[0].points[3]',
    trigger: (input) => letterOf(input, 'rivera').points?.push({ point: 'Is outstanding' }),
    nearMiss: (input) => letterOf(input, 'rivera').points?.push({ point: 'Hands over well', theme: 'handoffs' }),
  },
  {
    code: 'narrative/point-repeated',
    path: 'letters[1].points',
    trigger: (input) => {
      letterOf(input, 'chen').points = structuredClone(letterOf(input, 'rivera').points ?? []);
    },
    nearMiss: (input) => {
      letterOf(input, 'chen').points = structuredClone(letterOf(input, 'rivera').points ?? []).reverse();
    },
  },
  {
    code: 'narrative/known-since-missing',
    path: 'letters[3].relationship',
    trigger: (input) => {
      delete letterOf(input, 'holloway').relationship.knownSince;
    },
    nearMiss: (input) => {
      delete letterOf(input, 'rivera').relationship.knownSince;
    },
  },
  {
    code: 'narrative/over-long',
    path: 'letters[0].help',
    trigger: (input) => {
      letterOf(input, 'rivera').help = words(131);
    },
    nearMiss: (input) => {
      letterOf(input, 'rivera').help = words(130);
    },
  },
];
