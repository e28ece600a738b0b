import type { GuidePart } from './covered-advice.js';

/** What letters are, whose they are, and how many. */
export const BASICS: readonly GuidePart[] = [
  {
    title: 'What a letter is',
    rows: [
      {
        advice: 'It comes from a professional who supervised you or worked closely with you',
        sections: ['our-work', 'purpose'],
        fields: ['letters[].writer.role', 'letters[].relationship.summary', 'letters[].relationship.contact'],
        findings: ['narrative/shared-work-missing', 'narrative/known-since-missing', 'letters/none-from-attending'],
      },
      {
        advice: 'It vouches for ability and character, and tells what a CV and transcripts cannot',
        sections: ['brief', 'our-work', 'purpose'],
        fields: ['letters[].points', 'letters[].moments'],
        findings: ['narrative/points-missing', 'narrative/few-moments'],
      },
      {
        advice: 'It gives examples of what the writer saw',
        sections: ['our-work', 'writing-guide'],
        fields: [
          'letters[].moments[].situation',
          'letters[].moments[].action',
          'letters[].moments[].result',
          'letters[].moments[].competencies',
        ],
        findings: ['narrative/few-moments', 'narrative/moment-thin', 'narrative/point-unsupported'],
        tables: ['competencies'],
      },
      {
        advice: 'Its reader, mostly a program director, has to judge whether you fit the program',
        sections: ['purpose', 'destination'],
        fields: ['specialties[].lookingFor', 'programs[].focus'],
      },
    ],
  },
  {
    title: 'Why it weighs so much for international graduates',
    rows: [
      {
        advice: 'It is a credible, personal word for your clinical skills and your professional conduct',
        sections: ['purpose', 'international'],
        fields: ['letters[].sharedWork', 'letters[].feedback'],
      },
      {
        advice: 'It shows who you are and what you would bring to the program',
        sections: ['brief', 'story', 'request-letter'],
        fields: ['specialties[].goals', 'themes[].claim', 'applicant.img.strengths'],
        findings: ['themes/missing', 'img/strengths-missing'],
      },
      {
        advice: 'It closes gaps in what US readers know about training elsewhere',
        sections: ['international'],
        fields: ['applicant.img.trainingSystem', 'applicant.img.grading'],
        findings: ['img/background-missing', 'img/grading-missing'],
      },
      {
        advice: 'It reassures readers that you are ready for US residency',
        sections: ['international', 'purpose'],
        fields: ['applicant.img.adaptability', 'applicant.img.ecfmg', 'cv.usce[].handsOn'],
        findings: ['img/adaptability-missing', 'img/ecfmg-not-started'],
      },
    ],
  },
  {
    title: 'Letters from the US and from abroad',
    rows: [
      {
        advice: 'Letters from US physicians usually weigh more',
        fields: ['letters[].writer.country'],
        findings: ['letters/none-from-us-writer'],
        plan: ['assignments[].reasons'],
      },
      {
        advice: 'They speak the language of US expectations and standards',
        sections: ['us-letters', 'purpose', 'writing-guide'],
        plan: ['letters[].writerInUs'],
      },
      {
        advice: 'They can testify that you adapted to US clinical work',
        sections: ['purpose', 'international'],
        fields: ['cv.usce', 'applicant.img.adaptability'],
        findings: ['letters/observership-only', 'letters/us-work-old'],
      },
      {
        advice: 'A letter from abroad may leave open how its praise translates to the US',
        sections: ['us-letters', 'purpose'],
        fields: ['letters[].writer.country'],
        findings: ['request/letter-language', 'request/letterhead-contact'],
      },
      {
        advice: 'An outstanding letter from abroad is still better than a poor one from the US',
        fields: ['letters[].moments', 'letters[].relationship.contact'],
        findings: ['narrative/few-moments'],
        plan: ['assignments[].score', 'assignments[].reasons'],
      },
    ],
  },
  {
    title: 'Finding a US physician to write',
    rows: [
      {
        advice: 'Clinical preceptors are good to ask once the rotation is done',
        fields: ['cv.usce[].supervisor', 'letters[].sharedWork[].end'],
        findings: ['letters/none-from-us-writer', 'timing/before-rotation-ends'],
        plan: ['letters[].askBy.because'],
      },
      {
        advice: 'Letters from respected people at home remain of value',
        sections: ['us-letters', 'international'],
        fields: ['letters[].writer.institution', 'letters[].writer.position'],
        plan: ['assignments[].reasons'],
      },
      {
        advice: 'US letters first, letters from home beside them: together they round the picture',
        findings: ['letters/none-from-us-writer', 'letters/one-site'],
        plan: ['assignments[].letterIds'],
      },
    ],
  },
  {
    title: 'Letters from other specialties',
    rows: [
      {
        advice: 'A physician of another specialty may write',
        sections: ['purpose'],
        fields: ['letters[].writer.specialty'],
        findings: ['letters/writer-specialty-unknown'],
        plan: ['letters[].sameSpecialty'],
      },
      {
        advice: 'Some fields, such as radiology, want a letter from outside about work with patients',
        findings: ['letters/outside-view-missing'],
        tables: ['specialties'],
      },
      {
        advice: 'The writer must know which specialty you apply to',
        sections: ['brief', 'request-letter', 'submitting'],
        fields: ['letters[].specialty'],
        plan: ['letters[].serves'],
      },
    ],
  },
  {
    title: 'How many',
    rows: [
      {
        advice: 'Three to four for each program',
        fields: ['programs[].lettersWanted'],
        findings: ['letters/too-few', 'letters/over-program-limit'],
        plan: ['assignments[].wanted', 'assignments[].limit'],
        tables: ['services', 'specialties'],
      },
      {
        advice: 'You may hold many more, and use different ones for different purposes, as in a dual application',
        fields: ['letters[].programs'],
        findings: ['letters/goes-nowhere', 'letters/other-specialty'],
        plan: ['assignments[].letterIds', 'assignments[].reasons'],
      },
    ],
  },
];
