import type { ApplicationInput } from '../../src/schema/application.js';

type LetterInput = ApplicationInput['letters'][number];

/** Dates of a request that nothing is to be said about, as of 2026-07-06. */
const REQUEST = {
  waived: true,
  status: 'sent',
  askedOn: '2026-06-08',
  agreedOn: '2026-06-10',
  issuedOn: '2026-06-11',
  targetDate: '2026-09-01',
} as const;

/** The statement of {@link cleanApplication}: 250 words or more, in line with the CV. */
export const CLEAN_STATEMENT = `The list was written on the back of a glove box, and it was the most useful page on the ward. At Sahyadri General Hospital, where I was an intern from July 2023 to December 2024, we handed over at eight in the evening in a corridor, and what nobody had written down was lost by ten. I began to write for each patient what was still unknown, who would look for it, and when. The nurses read it first. Within a few weeks the senior residents asked for it at the start of their round.

I did not know then that this was a subject. At Erie Shore University Hospital I learned to study it. With Dr. Okafor's group I followed 640 patients from the day of discharge to their first visit, and found that a result still pending was looked up more often when a name stood beside it. It was my corridor list again, with a denominator.

On the ward of Lakeside Hospital I returned to the bedside as a sub-intern in March 2026. Much was new: the order sets, the case managers, the way a plan is said aloud in five minutes. My first presentations took twelve. My attending told me so, plainly, and by the third week I could say what mattered first and leave out the rest. The evening list came along, and the interns adopted it.

Internal medicine is where the parts of a patient's care have to meet, and I would like to be the person who makes them meet. I look for a program that teaches handoffs as carefully as admissions, that gives residents a clinic of their own, and where a question from the ward can become a small and honest study.
`;

function rivera(): LetterInput {
  return {
    id: 'rivera',
    specialty: 'internal-medicine',
    writer: {
      name: { given: 'Elena', family: 'Rivera' },
      role: 'attending',
      institution: 'Lakeside Hospital',
      place: { city: 'Toledo', state: 'OH' },
      specialty: 'Internal medicine',
      email: 'elena.rivera@lakeside.example.org',
      phone: '+1 419 555-0101',
    },
    relationship: { summary: 'Attending on my sub-internship', knownSince: '2026-03', contact: 'daily' },
    whyYou:
      'You read my notes on the ward every day for eight weeks, timed my presentations, and saw how the evening handoff list began.',
    help: 'You can compare me with the students who had the same duties on your team.',
    sharedWork: [
      {
        id: 'subi',
        title: 'Inpatient sub-internship, Team C',
        kind: 'rotation',
        site: 'Lakeside Hospital',
        start: '2026-03-02',
        end: '2026-04-24',
        setting: '24-bed teaching ward',
        handsOn: true,
        hoursPerWeek: 60,
        contact: 'daily rounds',
        role: 'carried four to six patients, presented daily',
        did: ['Wrote daily notes that you cosigned', 'Kept the evening handoff list'],
      },
    ],
    moments: [
      {
        id: 'culture',
        title: 'The culture that came back on Saturday',
        when: 'Third week',
        situation: 'A woman in her sixties had gone home while her urine culture was still pending.',
        action: 'I looked up the result, saw a resistant E. coli, and called the resident and the pharmacist at once.',
        result: 'The antibiotic was changed the same day, and she was not readmitted in the weeks that followed.',
        competencies: ['patient-care'],
      },
      {
        id: 'diagnosis',
        title: 'The heart failure that was not',
        when: 'Second week',
        situation: 'I had presented a breathless man as heart failure, and the team agreed.',
        action: 'I measured both calves while writing the note and told you before noon that I had been wrong.',
        result: 'A scan showed a pulmonary embolism, and you used the case to teach anchoring the next day.',
        competencies: ['medical-knowledge'],
      },
    ],
    points: [
      { point: 'Closes the loop after discharge', because: 'The culture on Saturday', theme: 'handoffs' },
      { point: 'Corrects herself early', because: 'The heart failure that was an embolism' },
      { point: 'Uses feedback within days', because: 'Presentations of five minutes from the third week on' },
    ],
    request: { ...REQUEST, letterId: 'LK-0001' },
  };
}

function chen(): LetterInput {
  return {
    id: 'chen',
    specialty: 'internal-medicine',
    writer: {
      name: { given: 'Wei', family: 'Chen' },
      role: 'attending',
      institution: 'Birchwood Community Clinic',
      place: { city: 'Toledo', state: 'OH' },
      specialty: 'Internal medicine',
      email: 'wchen@birchwood.example.org',
      phone: '+1 419 555-0102',
    },
    relationship: { summary: 'Attending in the clinic of my externship', knownSince: '2026-05', contact: 'daily' },
    whyYou:
      'In your clinic you watched me take histories through an interpreter and call patients with their results at the end of each day.',
    help: 'You can say how I work with outpatients and with an interpreter.',
    sharedWork: [
      {
        id: 'externship',
        title: 'Outpatient externship',
        kind: 'rotation',
        site: 'Birchwood Community Clinic',
        start: '2026-05-04',
        end: '2026-06-12',
        handsOn: true,
        hoursPerWeek: 38,
        role: 'saw five patients a day before you did',
        did: ['Called patients with results', 'Wrote visit notes'],
      },
    ],
    moments: [
      {
        id: 'label',
        title: 'The label nobody could read',
        situation: 'A man with diabetes had taken half of his tablets for a month.',
        action: 'I asked him to show me the bottle, and saw that the label was in a language he could not read.',
        result: 'The pharmacy printed a second label, and his glucose was back in range at the next visit.',
      },
      {
        id: 'interpreter',
        title: 'The interpreter on the telephone',
        situation: 'A daughter had interpreted for her mother at every visit.',
        action: 'I asked for the telephone interpreter and let the daughter sit beside her mother instead.',
        result: 'The mother told us about her falls for the first time, and you changed the plan that day.',
      },
    ],
    points: [
      { point: 'Listens until the story is whole', because: 'The visit with the telephone interpreter' },
      { point: 'Finds the cause behind a number', because: 'The label that could not be read' },
      { point: 'Follows up on her own', because: 'Calls with results at the end of each day', theme: 'handoffs' },
    ],
    request: { ...REQUEST, letterId: 'LK-0002' },
  };
}

function okafor(): LetterInput {
  return {
    id: 'okafor',
    specialty: 'general',
    focus: 'academic',
    writer: {
      name: { given: 'Chidi', family: 'Okafor' },
      role: 'research-pi',
      institution: 'Erie Shore University Hospital',
      place: { city: 'Cleveland', state: 'OH' },
      specialty: 'Health services research',
      email: 'c.okafor@erieshore.example.edu',
      phone: '+1 216 555-0103',
    },
    relationship: { summary: 'Principal investigator of my cohort study', knownSince: '2025-01', contact: 'weekly' },
    whyYou:
      'Every Tuesday for a year you asked me where each number in the cohort came from, and you were there when the clock error was found.',
    help: 'You can say whether my numbers can be trusted and whether I finish what I begin.',
    sharedWork: [
      {
        id: 'cohort',
        title: 'Cohort study of results pending at discharge',
        kind: 'research',
        site: 'Erie Shore University Hospital',
        start: '2025-01',
        end: '2025-12',
        handsOn: false,
        role: 'first author of the abstract',
        did: ['Abstracted 200 charts', 'Coded the analysis'],
      },
    ],
    moments: [
      {
        id: 'clock',
        title: 'The clock error',
        situation: 'The first analysis looked better than we had hoped.',
        action: 'I listed the values by hour and told you the same afternoon that one hospital had shifted its clock.',
        result: 'The effect became smaller, and the check by hour became part of the standard of the group.',
      },
      {
        id: 'kappa',
        title: 'Two students and a low kappa',
        situation: 'Two students who abstracted with me disagreed on a third of the charts.',
        action: 'I put every disagreement in a table and wrote rules with examples for each kind of phrase.',
        result: 'Agreement rose at the second reading, and the rules went into the supplement of the abstract.',
      },
    ],
    points: [
      { point: 'Reports the true result', because: 'The clock error', theme: 'honest' },
      { point: 'Teaches while working', because: 'The rules for the two students' },
      { point: 'Finishes what she begins', because: 'From first chart to abstract in a year', theme: 'honest' },
    ],
    request: { ...REQUEST, letterId: 'LK-0003' },
  };
}

function holloway(): LetterInput {
  return {
    id: 'holloway',
    specialty: 'internal-medicine',
    writer: {
      name: { given: 'Margaret', family: 'Holloway' },
      role: 'chair',
      institution: 'Lakeside Hospital',
      place: { city: 'Toledo', state: 'OH' },
      specialty: 'Internal medicine',
      email: 'medicine.chair@lakeside.example.org',
      phone: '+1 419 555-0104',
      signers: ['Margaret Holloway, MD', 'Peter Lindqvist, MD'],
    },
    relationship: {
      summary: 'Chair of the department of my sub-internship',
      knownSince: '2026-03',
      contact: 'indirect',
    },
    whyYou:
      'The department has the evaluations of my sub-internship, and you questioned me at the morning report on hyponatremia.',
    help: 'The form places me beside the students who had the same duties.',
    sharedWork: [
      {
        id: 'department',
        title: 'Inpatient sub-internship, General Medicine',
        kind: 'rotation',
        site: 'Lakeside Hospital',
        start: '2026-03-02',
        end: '2026-04-24',
        handsOn: true,
        contact: 'morning report each Wednesday',
        role: 'same duties as fourth-year students',
        did: ['Five evaluations in the file'],
      },
    ],
    points: [
      { point: 'Reasons aloud', because: 'Hyponatremia at morning report' },
      { point: 'Turns criticism into change', because: 'The notes of the first and the last week' },
      { point: 'Improved the handoff', because: 'The evening list', theme: 'handoffs' },
    ],
    request: { ...REQUEST, type: 'standardized', form: 'im-sel', chairLetter: true, letterId: 'LK-0004' },
  };
}

/**
 * A complete application of an international graduate about which there is nothing to say as of 2026-07-06. Each call
 * gives a new object, so that a test may change it.
 */
export function cleanApplication(): ApplicationInput {
  return {
    season: 2027,
    applicant: {
      id: 'anika-rao',
      name: { given: 'Anika', family: 'Rao' },
      credentials: 'MBBS',
      aamcId: '10203040',
      email: 'anika.rao@example.org',
      languages: [{ language: 'English', level: 'fluent' }],
      img: {
        trainingSystem: 'Five and a half years of medical school after high school, the last one as an intern.',
        grading: 'Courses are marked in percent; 50 passes, and a mark over 75 is a distinction.',
        ecfmg: { status: 'certified', detail: 'Certified in November 2025' },
        strengths: ['Decides with a history, an examination, and few tests.'],
        adaptability: ['Shortened presentations from twelve minutes to five after early feedback.'],
        limitedUsExperience: 'Fourteen weeks hands-on, after a year of research in the same health system.',
      },
    },
    cv: {
      medicalEducation: [
        {
          institution: 'Deccan Medical College',
          degree: 'MBBS',
          place: { city: 'Pune', country: 'India' },
          start: '2017-09',
          end: '2023-06',
          graduated: '2023-06',
        },
      ],
      training: [
        {
          institution: 'Sahyadri General Hospital',
          title: 'Intern (supervised practice)',
          place: { city: 'Pune', country: 'India' },
          start: '2023-07',
          end: '2024-12',
          detail: 'Twelve months of internal medicine and six of emergency medicine.',
        },
      ],
      experiences: [
        {
          id: 'free-clinic',
          organization: 'Maumee Free Clinic',
          title: 'Volunteer',
          type: 'volunteer-service-advocacy',
          start: '2025-02',
          end: 'present',
          frequency: 'weekly',
          description: 'I run the list of follow-up calls and explain pharmacy labels to patients.',
          mostMeaningful: 'It taught me what a prescription costs.',
        },
        {
          id: 'cohort-study',
          organization: 'Erie Shore University Hospital',
          title: 'Research fellow',
          type: 'research',
          start: '2025-01',
          end: '2025-12',
          frequency: 'daily',
          description: 'Cohort of 640 patients followed from discharge to their first visit; results still pending.',
          mostMeaningful: 'A result I like deserves the most suspicion.',
        },
        {
          id: 'tutor',
          organization: 'Deccan Medical College',
          title: 'Peer tutor',
          type: 'teaching-mentoring',
          start: '2020-09',
          end: '2022-05',
          frequency: 'weekly',
          description: 'I taught physical examination to groups of eight students.',
          mostMeaningful: 'I learned to ask one question at a time.',
        },
      ],
      scholarlyWork: [
        {
          id: 'pending-abstract',
          type: 'abstract',
          title: 'Results pending at discharge',
          authors: ['Rao A', 'Okafor C'],
          me: 'Rao A',
          venue: 'Great Lakes Meeting',
          date: '2025-11',
        },
      ],
      usce: [
        {
          id: 'birchwood',
          site: 'Birchwood Community Clinic',
          kind: 'externship',
          specialty: 'Outpatient internal medicine',
          start: '2026-05-04',
          end: '2026-06-12',
          handsOn: true,
          supervisor: 'Wei Chen',
          hoursPerWeek: 38,
        },
        {
          id: 'lakeside',
          site: 'Lakeside Hospital',
          kind: 'sub-internship',
          specialty: 'Inpatient internal medicine',
          start: '2026-03-02',
          end: '2026-04-24',
          handsOn: true,
          supervisor: 'Elena Rivera',
          hoursPerWeek: 60,
        },
      ],
      awards: [{ id: 'prize', name: 'Patwardhan Prize', by: 'Deccan Medical College', date: '2023-06' }],
    },
    specialties: [
      {
        id: 'internal-medicine',
        primary: true,
        goals: 'I want to become a hospitalist who teaches and studies what happens after discharge.',
      },
    ],
    statements: [
      { id: 'im', specialty: 'internal-medicine', status: 'final', date: '2026-06-28', text: CLEAN_STATEMENT },
    ],
    themes: [
      {
        id: 'handoffs',
        title: 'Careful with handoffs',
        claim: 'I write for the person who comes next.',
        evidence: [{ text: 'Runs the list of follow-up calls.', from: 'experience/free-clinic' }],
      },
      {
        id: 'honest',
        title: 'Honest with evidence',
        claim: 'I check hardest the results that I like.',
        evidence: [{ text: 'Cohort study.', from: 'experience/cohort-study' }],
      },
    ],
    programs: [
      {
        id: 'northgate',
        institution: 'Northgate University Hospital',
        specialty: 'internal-medicine',
        lettersWanted: 4,
      },
      { id: 'summit', institution: 'Summit Cross Hospital', specialty: 'internal-medicine', lettersWanted: 4 },
    ],
    letters: [rivera(), chen(), okafor(), holloway()],
    advisor: { name: 'Morgan Whitfield', email: 'morgan.whitfield@example.org' },
  };
}
