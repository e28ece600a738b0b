import type { GuidePart } from './covered-advice.js';

/** When and how to ask, and what to hand over. */
export const ASKING: readonly GuidePart[] = [
  {
    title: 'Timing',
    rows: [
      {
        advice: 'Writers are busy: ask early',
        findings: ['timing/late-request', 'timing/short-notice'],
        plan: ['letters[].askBy.date'],
        tables: ['leadTimes'],
      },
      {
        advice: 'Follow up with tact; neither pester nor forget',
        sections: ['dates'],
        findings: ['request/no-answer'],
        plan: ['letters[].agenda'],
        tables: ['reminders'],
      },
      {
        advice: 'Look out for writers during rotations and projects',
        fields: ['cv.usce[].supervisor', 'letters[].sharedWork'],
        plan: ['letters[].askBy', 'letters[].agenda'],
      },
      {
        advice: 'Most programs require three letters: plan for them',
        findings: ['letters/too-few'],
        plan: ['assignments[].wanted'],
        tables: ['specialties'],
      },
      {
        advice: 'The preceptor of a rotation may write for its own specialty, and for another one, too',
        sections: ['purpose'],
        plan: ['letters[].sameSpecialty'],
      },
      {
        advice: 'Ask at least three months before the deadline',
        fields: ['letters[].request.askedOn', 'letters[].request.targetDate'],
        findings: ['timing/short-notice', 'timing/late-request'],
        plan: ['letters[].askBy.date'],
        tables: ['leadTimes'],
      },
      {
        advice: 'Ask at the end of the rotation or project, while it is fresh',
        fields: ['letters[].sharedWork[].end'],
        findings: ['timing/before-rotation-ends', 'timing/target-before-end'],
        plan: ['letters[].askBy.because'],
      },
      {
        advice: 'Ask well before the season opens',
        findings: ['timing/season-not-open', 'timing/after-review'],
        plan: ['letters[].askBy.because', 'letters[].season'],
        tables: ['seasons'],
      },
      {
        advice: 'Send gentle reminders as the date comes near',
        sections: ['dates'],
        plan: ['letters[].timeline', 'letters[].agenda'],
        tables: ['reminders'],
      },
      {
        advice: 'Seek US clinical experience or US research: it brings the writers with it',
        fields: ['cv.usce'],
        findings: ['letters/none-from-us-writer', 'img/limited-experience-unaddressed'],
      },
    ],
  },
  {
    title: 'Approaching a writer',
    rows: [
      {
        advice: 'Be courteous; nobody owes you a letter',
        sections: ['request-letter', 'brief'],
        fields: ['letters[].note'],
      },
      {
        advice: 'Tell your career goals',
        sections: ['request-letter'],
        fields: ['specialties[].goals'],
      },
      {
        advice: 'Say why you ask this person',
        sections: ['request-letter'],
        fields: ['letters[].whyYou'],
        findings: ['narrative/why-you-short', 'narrative/why-you-generic', 'narrative/why-you-repeated'],
      },
      {
        advice: 'Say how the letter helps your application',
        sections: ['request-letter'],
        fields: ['letters[].help'],
        findings: ['narrative/help-missing'],
      },
      {
        advice: 'Choose the moment: when the work together is over or nearly so',
        findings: ['timing/before-rotation-ends', 'timing/asked-early'],
        plan: ['letters[].askBy.because'],
      },
    ],
  },
  {
    title: 'What to hand over',
    rows: [
      {
        advice: 'CV and personal statement at the least, so that the letter can be made to fit',
        sections: ['record', 'statement'],
        fields: ['cv', 'statements'],
        findings: ['statement/missing', 'statement/draft-near-target', 'statement/other-specialty'],
      },
      {
        advice: 'The request form with its instructions, the process and the deadline',
        sections: ['brief', 'submitting', 'dates'],
        fields: ['letters[].request.letterId', 'letters[].request.portalUrl', 'letters[].request.targetDate'],
        findings: ['request/confirmed-incomplete', 'request/email-missing', 'request/id-reused'],
        tables: ['uploadGuides'],
      },
      {
        advice: 'The specialty and the types of programs',
        sections: ['destination'],
        fields: ['programs[].type', 'programs[].focus', 'specialties[].lookingFor'],
      },
    ],
  },
];
