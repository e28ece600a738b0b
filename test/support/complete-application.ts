import type { ApplicationInput } from '../../src/schema/application.js';

/** An application that uses every list and every kind of reference; valid when the file `ps.md` is supplied. */
export function completeApplication(): ApplicationInput {
  return {
    $schema: 'https://example.org/application.schema.json',
    format: 1,
    season: 2027,
    applicant: {
      id: 'linh-tran',
      name: {
        given: 'Linh',
        middle: 'Thi',
        family: 'Tran',
        preferred: 'Lynn',
        pronunciation: 'LIN chan',
        native: { text: 'Trần Thị Linh', lang: 'vi' },
      },
      credentials: 'MD',
      aamcId: '00123456',
      email: 'linh.tran@example.org',
      phone: '+1 555 0100',
      place: { city: 'Cleveland', state: 'OH' },
      languages: [
        { language: 'Vietnamese', level: 'native' },
        { language: 'English', level: 'fluent' },
      ],
      img: {
        trainingSystem: 'Six years of medical school after high school, the last one as an intern.',
        ecfmg: { status: 'certified', detail: 'Pathway 6, 2026' },
        strengths: ['Speaks with Vietnamese families without an interpreter.'],
        gaps: [{ start: '2024-07', end: '2024-12', explanation: 'I cared for a parent.' }],
      },
    },
    cv: {
      medicalEducation: [{ institution: 'Hanoi Medical University', degree: 'MD', start: '2017-09', end: '2023-06' }],
      education: [{ institution: 'Chu Van An High School', start: '2014', end: '2017' }],
      training: [{ institution: 'Bach Mai Hospital', title: 'Intern', start: '2023-07', end: '2024-06' }],
      experiences: [
        {
          id: 'free-clinic',
          organization: 'Lakeside Free Clinic',
          title: 'Volunteer',
          type: 'volunteer-service-advocacy',
          start: '2025-02',
          end: 'present',
          description: 'I run the follow-up list.',
          mostMeaningful: 'It taught me to follow up.',
        },
        {
          id: 'tutor',
          organization: 'Hanoi Medical University',
          title: 'Tutor',
          type: 'teaching-mentoring',
          description: 'Anatomy.',
        },
      ],
      scholarlyWork: [
        {
          id: 'sepsis',
          type: 'poster',
          title: 'Time to antibiotics',
          authors: ['Tran LT', 'Okafor C'],
          me: 'Tran LT',
          mostMeaningful: true,
        },
      ],
      usce: [{ id: 'subi', site: 'Lakeside Hospital', kind: 'sub-internship', specialty: 'Medicine', handsOn: true }],
      exams: [{ name: 'USMLE Step 2 CK', date: '2025-03', result: '251' }],
      awards: [{ id: 'top-five', name: 'Graduate prize', date: '2023-06' }],
      licensure: [{ name: 'ACLS', date: '2025-01', expires: '2027-01-31' }],
      memberships: ['American College of Physicians'],
    },
    specialties: [
      { id: 'internal-medicine', primary: true, goals: 'A general internist.', lookingFor: ['Teaching'] },
      { id: 'neurology', goals: 'A stroke neurologist.' },
    ],
    statements: [{ id: 'im', specialty: 'internal-medicine', status: 'draft', date: '2026-07-01', file: 'ps.md' }],
    themes: [
      {
        id: 'follow-through',
        title: 'Follows through',
        claim: 'She closes the loop.',
        specialties: ['internal-medicine'],
        evidence: [
          { text: 'Runs the list.', from: 'experience/free-clinic' },
          { text: 'Poster.', from: 'scholarly/sepsis' },
          { text: 'Sub-internship.', from: 'usce/subi' },
          { text: 'Prize.', from: 'award/top-five' },
          { text: 'Says so.', from: 'statement/im' },
        ],
      },
    ],
    programs: [{ id: 'lakeside', institution: 'Lakeside Hospital', specialty: 'internal-medicine', signal: 'gold' }],
    letters: [
      {
        id: 'rivera',
        specialty: 'internal-medicine',
        writer: {
          name: { given: 'Elena', family: 'Rivera' },
          role: 'attending',
          institution: 'Lakeside Hospital',
          email: 'er@example.org',
        },
        relationship: { summary: 'Attending on my sub-internship.', knownSince: '2026-03', contact: 'daily' },
        whyYou: 'You saw me every day.',
        sharedWork: [
          {
            id: 'wards',
            title: 'Sub-internship',
            kind: 'rotation',
            start: '2026-03-02',
            end: '2026-03-29',
            did: ['Rounds'],
          },
        ],
        moments: [
          { id: 'night', title: 'The night shift', situation: 'Busy.', action: 'I stayed.', result: 'Thanks.' },
        ],
        points: [{ point: 'Follows through', theme: 'follow-through' }],
        themes: ['follow-through'],
        programs: ['lakeside'],
        statement: 'im',
        share: ['scores'],
        request: {
          waived: true,
          letterId: '0098765',
          status: 'confirmed',
          askedOn: '2026-06-01',
          agreedOn: '2026-06-03',
          targetDate: '2026-09-15',
        },
      },
      {
        id: 'committee',
        specialty: 'general',
        writer: {
          name: { family: 'Okafor' },
          role: 'committee',
          institution: 'Lakeside Hospital',
          signers: ['C. Okafor', 'A. Lee'],
        },
        relationship: { summary: 'Department committee.' },
        whyYou: 'You oversaw my rotations.',
        request: { waived: true, type: 'standardized', form: 'im-sel', targetDate: '2026-09-20' },
      },
    ],
    share: ['scores'],
    advisor: { name: 'Dr. Le', notes: 'Between us.' },
  };
}
