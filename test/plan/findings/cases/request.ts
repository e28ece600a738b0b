import { type FindingCase, letterOf } from '../found.js';
import { specialtyOf } from './letters.js';

export const REQUEST_CASES: readonly FindingCase[] = [
  {
    code: 'request/not-waived',
    path: 'letters[0].request.waived',
    trigger: (input) => {
      letterOf(input, 'rivera').request.waived = false;
    },
    nearMiss: (input) => {
      Object.assign(letterOf(input, 'rivera').request, { waived: false, status: 'uploaded' });
    },
  },
  {
    code: 'request/email-missing',
    path: 'letters[0].writer',
    trigger: (input) => {
      delete letterOf(input, 'rivera').writer.email;
      letterOf(input, 'rivera').request.status = 'draft';
    },
    nearMiss: (input) => {
      delete letterOf(input, 'rivera').writer.email;
    },
  },
  {
    code: 'request/email-free-domain',
    path: 'letters[0].writer.email',
    trigger: (input) => {
      letterOf(input, 'rivera').writer.email = 'dr.rivera@gmail.com';
    },
    nearMiss: (input) => {
      letterOf(input, 'rivera').writer.email = 'rivera@mail.lakeside.example.org';
    },
  },
  {
    code: 'request/advisor-as-assistant',
    path: 'letters[0].writer.assistant',
    trigger: (input) => {
      letterOf(input, 'rivera').writer.assistant = { name: 'Dr. Morgan Whitfield' };
    },
    nearMiss: (input) => {
      letterOf(input, 'rivera').writer.assistant = { name: 'Dolores Whitfield' };
    },
  },
  {
    code: 'request/stale-portal',
    path: 'letters[0].request.letterId',
    trigger: (input) => {
      letterOf(input, 'rivera').request.issuedOn = '2026-05-31';
    },
    nearMiss: (input) => {
      // Asked in person in April, the request itself is of June.
      Object.assign(letterOf(input, 'rivera').request, { askedOn: '2026-04-20', issuedOn: '2026-06-01' });
    },
  },
  {
    code: 'request/stale-portal',
    path: 'letters[0].request.letterId',
    trigger: (input) => {
      letterOf(input, 'rivera').request.askedOn = '2026-05-20';
      delete letterOf(input, 'rivera').request.issuedOn;
    },
    nearMiss: (input) => {
      Object.assign(letterOf(input, 'rivera').request, { issuedOn: '2026-05-20', status: 'uploaded' });
    },
  },
  {
    code: 'request/standardized-expected',
    path: 'letters[0].request.type',
    trigger: (input) => specialtyOf(input, 'dermatology', 'Dermatology'),
    nearMiss: (input) => {
      // Internists of a dermatology applicant write narrative letters.
      specialtyOf(input, 'dermatology');
    },
  },
  {
    code: 'request/standardized-disputed',
    path: 'letters[0].request.type',
    trigger: (input) => specialtyOf(input, 'plastic-surgery', 'Plastic surgery'),
    nearMiss: (input) => {
      specialtyOf(input, 'plastic-surgery', 'Plastic surgery');
      for (const letter of input.letters) {
        if (letter.specialty !== 'general') {
          Object.assign(letter.request, { type: 'standardized', form: 'plastic-surgery' });
        }
      }
    },
  },
  {
    code: 'request/form-of-other-specialty',
    path: 'letters[3].request.form',
    trigger: (input) => {
      letterOf(input, 'holloway').request.form = 'esloe';
    },
    nearMiss: (input) => {
      specialtyOf(input, 'preliminary-medicine');
      Object.assign(letterOf(input, 'holloway').request, { type: 'standardized', form: 'im-sel' });
    },
  },
  {
    code: 'request/form-on-general',
    path: 'letters[2].request.type',
    trigger: (input) => {
      Object.assign(letterOf(input, 'okafor').request, { type: 'standardized', form: 'im-sel' });
    },
    nearMiss: (input) => {
      const letter = letterOf(input, 'okafor');
      letter.specialty = 'internal-medicine';
      Object.assign(letter.request, { type: 'standardized', form: 'im-sel' });
    },
  },
  {
    code: 'request/wrong-service',
    path: 'letters[0].request.service',
    trigger: (input) => {
      letterOf(input, 'rivera').request.service = 'eras-lorp';
    },
    nearMiss: (input) => {
      letterOf(input, 'rivera').request.service = 'eras-letter-writer-portal';
    },
  },
  {
    code: 'request/wrong-service',
    path: 'letters[0].request.service',
    trigger: (input) => {
      letterOf(input, 'rivera').request.service = 'residencycas';
    },
    nearMiss: (input) => {
      specialtyOf(input, 'emergency-medicine');
      letterOf(input, 'rivera').request.service = 'residencycas';
    },
  },
  {
    code: 'request/still-draft',
    path: 'letters[0].request.status',
    today: '2026-08-05',
    trigger: (input) => {
      letterOf(input, 'rivera').request.status = 'draft';
    },
    nearMiss: (input) => {
      Object.assign(letterOf(input, 'rivera').request, { status: 'draft', targetDate: '2026-09-04' });
    },
  },
  {
    code: 'request/agreed-not-confirmed',
    path: 'letters[0].request.status',
    trigger: (input) => {
      letterOf(input, 'rivera').request.status = 'draft';
    },
    nearMiss: (input) => {
      Object.assign(letterOf(input, 'rivera').request, { status: 'draft', agreedOn: '2026-06-22' });
    },
  },
  {
    code: 'request/no-answer',
    path: 'letters[0].request.askedOn',
    trigger: (input) => {
      letterOf(input, 'rivera').request.status = 'draft';
      delete letterOf(input, 'rivera').request.agreedOn;
    },
    nearMiss: (input) => {
      Object.assign(letterOf(input, 'rivera').request, { status: 'draft', askedOn: '2026-06-22' });
      delete letterOf(input, 'rivera').request.agreedOn;
    },
  },
  {
    code: 'request/confirmed-incomplete',
    path: 'letters[0].request.status',
    trigger: (input) => {
      delete letterOf(input, 'rivera').writer.email;
    },
    nearMiss: (input) => {
      // The new portal works without the ID.
      delete letterOf(input, 'rivera').request.letterId;
    },
  },
  {
    code: 'request/confirmed-incomplete',
    path: 'letters[0].request.status',
    trigger: (input) => {
      specialtyOf(input, 'emergency-medicine');
      Object.assign(letterOf(input, 'rivera').request, { type: 'standardized', form: 'esloe' });
      delete letterOf(input, 'rivera').request.letterId;
    },
    nearMiss: (input) => {
      specialtyOf(input, 'emergency-medicine');
      Object.assign(letterOf(input, 'rivera').request, { type: 'standardized', form: 'esloe', status: 'draft' });
      delete letterOf(input, 'rivera').request.letterId;
    },
  },
  {
    code: 'request/earlier-season',
    path: 'letters[0].request.askedOn',
    trigger: (input) => {
      letterOf(input, 'rivera').request.askedOn = '2025-05-20';
    },
    nearMiss: (input) => {
      Object.assign(letterOf(input, 'rivera').request, { askedOn: '2025-05-20', newVersion: true });
    },
  },
  {
    code: 'request/new-version-without-id',
    path: 'letters[0].request.newVersion',
    trigger: (input) => {
      letterOf(input, 'rivera').request.newVersion = true;
      delete letterOf(input, 'rivera').request.letterId;
    },
    nearMiss: (input) => {
      letterOf(input, 'rivera').request.newVersion = true;
    },
  },
  {
    code: 'request/letterhead-contact',
    path: 'letters[0].writer',
    trigger: (input) => {
      delete letterOf(input, 'rivera').writer.phone;
      delete letterOf(input, 'rivera').writer.place;
    },
    nearMiss: (input) => {
      delete letterOf(input, 'rivera').writer.phone;
      delete letterOf(input, 'rivera').writer.place;
      delete input.applicant.img;
    },
  },
  {
    code: 'request/letter-language',
    path: 'letters[0].writer.country',
    trigger: (input) => {
      letterOf(input, 'rivera').writer.country = 'Vietnam';
    },
    nearMiss: (input) => {
      letterOf(input, 'rivera').writer.country = 'India';
    },
  },
];
