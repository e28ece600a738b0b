import type { GuidePart } from './covered-advice.js';

/** Kinds of letters and of writers. */
export const KINDS: readonly GuidePart[] = [
  {
    title: 'Clinical and academic letters',
    rows: [
      {
        advice:
          'A clinical letter is about care of patients, applied knowledge, teamwork and procedures, with examples',
        sections: ['purpose', 'our-work'],
        fields: ['letters[].focus', 'letters[].sharedWork[].role'],
        findings: ['narrative/few-moments'],
      },
      {
        advice: 'An academic letter is about curiosity, research, awards and what you gave to the field',
        sections: ['purpose', 'scholarly-work', 'record-after-scholarship'],
        fields: ['letters[].focus', 'cv.scholarlyWork', 'cv.awards'],
      },
      {
        advice: 'Academic letters serve you best after real research, coursework, teaching or honors',
        fields: ['letters[].sharedWork[].kind', 'programs[].focus'],
        plan: ['assignments[].reasons'],
      },
      {
        advice: 'One letter may do both',
        sections: ['purpose'],
        fields: ['letters[].focus'],
      },
    ],
  },
  {
    title: 'Letters for a specialty and general letters',
    rows: [
      {
        advice: 'Letters from the specialty itself show interest and competence in it; every specialty needs them',
        sections: ['purpose'],
        findings: ['letters/none-of-specialty', 'letters/few-of-specialty'],
        tables: ['specialties'],
      },
      {
        advice: 'Ophthalmology: two ophthalmologists and a surgeon or internist',
        findings: ['letters/few-of-specialty', 'letters/outside-view-missing'],
        tables: ['specialties'],
      },
      {
        advice: 'Neurology: two neurologists and an internist or family physician',
        findings: ['letters/few-of-specialty', 'letters/outside-view-missing'],
        tables: ['specialties'],
      },
      {
        advice: 'All from the specialty is possible; a balance shows more of you',
        findings: ['letters/one-site'],
        plan: ['assignments[].reasons'],
      },
      {
        advice: 'A general letter speaks of ability and character overall and goes to several specialties',
        sections: ['purpose', 'submitting'],
        fields: ['letters[].specialty'],
        findings: ['request/form-on-general'],
      },
      {
        advice: 'It suits dual applications, and writers who cannot speak for one specialty',
        sections: ['purpose', 'destination'],
        plan: ['letters[].serves', 'letters[].programs'],
      },
    ],
  },
  {
    title: 'Personal and professional letters',
    rows: [
      {
        advice: 'A personal letter is about integrity, work habits and dealing with people; it is rarely asked for',
        sections: ['purpose'],
        fields: ['letters[].nature'],
        findings: ['letters/only-personal'],
      },
      {
        advice: 'A professional letter comes from a supervisor and covers knowledge, skill, reliability and teamwork',
        sections: ['purpose', 'writing-guide'],
        fields: ['letters[].nature', 'letters[].writer.role'],
      },
      {
        advice: 'Personal letters add to professional ones and never replace them',
        sections: ['purpose'],
        findings: ['letters/only-personal', 'letters/personal-counted'],
      },
    ],
  },
  {
    title: 'Who should write',
    rows: [
      {
        advice: 'Attending physicians who supervised you closely carry the most weight',
        sections: ['purpose'],
        fields: ['letters[].writer.role', 'letters[].relationship.contact'],
        findings: ['letters/none-from-attending'],
        plan: ['assignments[].score'],
        tables: ['writerRoles'],
      },
      {
        advice: 'They know from practice what residency demands, and can give exact examples',
        sections: ['purpose', 'our-work'],
        fields: ['letters[].moments'],
      },
      {
        advice: 'Letters of others supplement those of attendings and do not stand in for them',
        findings: ['letters/none-from-attending', 'letters/only-personal'],
        plan: ['assignments[].reasons'],
      },
      {
        advice: 'A professor can judge knowledge, reasoning and scholarship',
        sections: ['purpose', 'scholarly-work'],
        fields: ['letters[].writer.role'],
        tables: ['writerRoles'],
      },
      {
        advice: 'A principal investigator can judge design, data, persistence, and work alone and with others',
        sections: ['purpose', 'scholarly-work', 'record-after-scholarship'],
        fields: ['letters[].writer.role', 'letters[].sharedWork[].did'],
        tables: ['writerRoles'],
      },
      {
        advice: 'An investigator can say whether research will reach your patients',
        sections: ['purpose'],
        fields: ['letters[].help'],
      },
    ],
  },
];
