import type { FindingMeaning } from '../finding.js';

/** What must not be in a packet, and what is in it by choice. */
export const PRIVACY_FINDINGS = {
  'privacy/possible-patient-identifier': {
    title: 'A patient may be identified',
    severity: 'warning',
    who: 'applicant',
    meaning: 'a text that may identify a patient: a name, initials, a number, an exact date, an age over 89',
    why: 'cases in a packet must not lead to a patient (45 CFR 164.514)',
    remedy: 'take it out: "a man in his sixties", "third week", "on the ward"',
    sources: ['lor-packet'],
  },
  'privacy/personal-identifier': {
    title: 'Identity number or date of birth',
    severity: 'warning',
    who: 'applicant',
    meaning: 'a text with what looks like a Social Security or passport number, or a date of birth',
    why: 'no letter needs it, and a packet is passed on',
    remedy: 'take it out',
    sources: ['FEINBERG'],
  },
  'privacy/shows-private': {
    title: 'Packet shows private data by choice',
    severity: 'info',
    who: 'applicant',
    meaning: 'data that stay out of packets by default and are shown in this one by choice',
    why: 'you should know what each writer will see',
    remedy: 'if this is not what you want, change `share` of the letter or of the application',
    sources: ['AAMC-SIGFAQ', 'FEINBERG'],
  },
  'privacy/nothing-to-show': {
    title: 'Shared, but empty',
    severity: 'info',
    who: 'applicant',
    meaning: '`share` names something that the application does not have',
    why: 'the packet will not show what you expect',
    remedy: 'add the data, or take the word out of `share`',
    sources: ['FEINBERG'],
  },
  'privacy/other-writer-named': {
    title: 'Another letter writer named',
    severity: 'info',
    who: 'applicant',
    meaning: 'a text for one writer names the writer of another letter',
    why: 'writers should not learn from a packet who else writes',
    remedy: 'name the role instead ("another attending"), unless the writer knows',
    sources: ['LWP-TC'],
  },
} as const satisfies Record<string, FindingMeaning>;
