import type { GuidePart } from './covered-advice.js';

/** Submitting, confidentiality, considerations, pitfalls and thanks. */
export const SENDING_AND_AFTER: readonly GuidePart[] = [
  {
    title: 'Submitting',
    rows: [
      {
        advice: 'You make the request in ERAS',
        fields: ['letters[].request.status'],
        findings: ['request/still-draft', 'request/agreed-not-confirmed'],
        tables: ['services'],
      },
      {
        advice: 'You pass it to the writer, who submits the letter directly',
        sections: ['submitting'],
        findings: ['request/advisor-as-assistant'],
      },
      {
        advice: 'The writer must know portal, process and deadline, in clear steps; follow up as needed',
        sections: ['brief', 'submitting', 'dates'],
        findings: ['request/stale-portal', 'request/wrong-service', 'timing/overdue'],
        plan: ['letters[].service', 'letters[].guide'],
        tables: ['uploadGuides', 'services'],
      },
      {
        advice: 'The file has to meet the limits of the portal',
        sections: ['submitting'],
        plan: ['letters[].guide'],
        tables: ['uploadGuides', 'forms'],
      },
    ],
  },
  {
    title: 'Confidentiality',
    rows: [
      {
        advice: 'Waive your right to see the letter: readers trust it more',
        sections: ['brief', 'submitting'],
        fields: ['letters[].request.waived'],
        findings: ['request/not-waived'],
      },
      {
        advice: 'On professional letterhead, signed by the author',
        sections: ['submitting', 'international'],
        findings: ['request/letterhead-contact', 'letters/committee-one-signer'],
        tables: ['uploadGuides'],
      },
    ],
  },
  {
    title: 'Four considerations for international graduates',
    rows: [
      {
        advice: 'Show international experience as a strength, and prompt the writer to speak of it',
        sections: ['international', 'brief'],
        fields: ['applicant.img.strengths'],
        findings: ['img/strengths-missing'],
      },
      {
        advice:
          'Where US experience is short: adaptability, eagerness, observerships and externships, all work in the US',
        sections: ['international'],
        fields: ['applicant.img.limitedUsExperience', 'applicant.img.adaptability', 'cv.usce[].kind'],
        findings: ['img/limited-experience-unaddressed', 'img/adaptability-missing', 'letters/observership-only'],
      },
      {
        advice: 'Letters reinforce the themes of statement and CV',
        sections: ['story'],
        fields: ['themes[].evidence', 'letters[].themes'],
        findings: ['themes/no-evidence', 'themes/unused', 'themes/wrong-specialty'],
      },
      {
        advice: 'A focus on research wants a letter of an investigator',
        sections: ['scholarly-work'],
        fields: ['programs[].focus', 'letters[].writer.role'],
        plan: ['assignments[].reasons'],
      },
      {
        advice: 'No discrepancy between the documents',
        findings: [
          'consistency/statement-dates',
          'consistency/statement-unknown-site',
          'consistency/statement-unknown-award',
          'consistency/statement-title',
          'consistency/statement-count',
          'consistency/shared-work-dates',
          'consistency/shared-work-site',
        ],
      },
      {
        advice: 'Choose the letters that suit each program and what it is known for',
        fields: ['programs[].focus', 'letters[].programs'],
        plan: ['assignments[].letterIds', 'assignments[].reasons'],
      },
    ],
  },
  {
    title: 'Pitfalls',
    rows: [
      {
        advice: 'Late requests make rushed letters',
        findings: ['timing/late-request', 'timing/short-notice', 'timing/overdue'],
        plan: ['letters[].askBy.state'],
        tables: ['leadTimes'],
      },
      {
        advice: 'Generic letters without examples weaken an application',
        sections: ['our-work', 'writing-guide', 'purpose'],
        findings: ['narrative/why-you-generic', 'narrative/few-moments', 'narrative/points-missing'],
      },
      {
        advice: 'Give the writer enough to write a strong letter',
        sections: ['record', 'statement', 'our-work', 'story'],
        findings: ['narrative/shared-work-missing', 'statement/missing', 'narrative/point-unsupported'],
      },
      {
        advice: 'Not following up lets letters slip',
        sections: ['dates'],
        fields: ['letters[].request.status'],
        findings: ['request/no-answer', 'timing/overdue'],
        plan: ['letters[].agenda'],
        tables: ['reminders'],
      },
      {
        advice: 'A polite reminder does it; more annoys',
        sections: ['dates'],
        plan: ['letters[].timeline'],
        tables: ['reminders'],
      },
    ],
  },
  {
    title: 'Gratitude, and keeping order',
    rows: [
      {
        advice: 'Thank the writer',
        sections: ['request-letter', 'dates'],
        plan: ['letters[].agenda'],
      },
      {
        advice: 'Offer whatever else the writer needs',
        sections: ['brief', 'request-letter'],
        fields: ['applicant.email', 'applicant.phone'],
      },
      {
        advice: 'Stay organized, speak clearly, and show your strengths',
        sections: ['brief', 'story'],
        plan: ['letters[].agenda', 'diagnostics'],
      },
      {
        advice: 'Choose writers with care',
        findings: ['letters/none-from-attending', 'letters/duplicate-writer', 'letters/none-recent'],
        plan: ['assignments[].reasons'],
      },
    ],
  },
];
