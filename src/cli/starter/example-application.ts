import { exampleCv } from './example-cv.js';
import { exampleLetter } from './example-letter.js';
import type { ExampleApplication } from './example-type.js';
import type { StarterDates } from './starter-dates.js';

/** Fields of the example that the starter file shows commented out. List items are written `[]`. */
export const COMMENTED_OUT: ReadonlySet<string> = new Set([
  ...['id', 'pronouns', 'website', 'photo', 'img.ownGrades', 'img.gaps', 'img.visa'].map((key) => `applicant.${key}`),
  ...['middle', 'suffix', 'full', 'preferred', 'pronunciation', 'native'].map((key) => `applicant.name.${key}`),
  ...['education', 'exams', 'impactfulExperience', 'medicalEducation[].native', 'training[].native'].map(
    (key) => `cv.${key}`,
  ),
  ...['url', 'citation', 'identifier'].map((key) => `cv.scholarlyWork[].${key}`),
  'specialties[].name',
  'statements[].text',
  'themes[].specialties',
  'programs',
  'appendices',
  ...['nature', 'appendices', 'programs', 'statement', 'share', 'note', 'themes'].map((key) => `letters[].${key}`),
  ...['middle', 'suffix', 'full', 'preferred', 'pronunciation', 'native'].map((key) => `letters[].writer.name.${key}`),
  ...['addressAs', 'nativeInstitution', 'phone', 'signers', 'assistant'].map((key) => `letters[].writer.${key}`),
  ...['service', 'form', 'letterId', 'portalUrl', 'agreedOn', 'issuedOn'].map((key) => `letters[].request.${key}`),
  'share',
  'silence',
  'reference',
  'advisor',
]);

/** An invented applicant with every field of the format filled. */
export function exampleApplication(dates: StarterDates): ExampleApplication {
  const { season, year, today, monthsAgo } = dates;
  return {
    format: 1,
    season,
    applicant: {
      id: 'mina-example',
      name: {
        given: 'Mina',
        middle: 'Lee',
        family: 'Example',
        suffix: 'Jr.',
        full: 'Mina Lee Example, Jr.',
        preferred: 'Min',
        pronunciation: 'MEE-nah ig-ZAM-pul',
        native: { text: 'Mina Éxample', lang: 'fr' },
      },
      credentials: 'MD',
      pronouns: 'she/her',
      aamcId: '12345678',
      email: 'mina.example@example.org',
      phone: '+1 555 010 0100',
      place: { city: 'Exampleton', state: 'Ohio', country: 'United States' },
      website: 'https://example.org/mina',
      photo: 'photo.jpg',
      languages: [
        { language: 'English', level: 'fluent' },
        { language: 'French', level: 'native' },
      ],
      img: {
        trainingSystem:
          'Medical school takes six years after secondary school: three of basic science, three in the hospital. A year ' +
          'of supervised internship in all main specialties follows before full registration.',
        grading: 'Courses are graded from 0 to 20; 10 passes, and a mark over 16 is rare.',
        ownGrades: 'Average 16.2 of 20, third of 118 graduates',
        ecfmg: { status: 'in-progress', detail: 'Both examinations passed; the certificate is expected this summer' },
        strengths: ['Managed acute illness with few tests at hand during a rural internship'],
        adaptability: ['Gave full oral presentations on US rounds from the second week on'],
        limitedUsExperience:
          'I chose one long hands-on rotation over several short ones, to be trusted with real tasks.',
        gaps: [{ start: monthsAgo(14), end: monthsAgo(9), explanation: 'I studied for the examinations full time.' }],
        visa: 'Needs a J-1 visa',
      },
    },
    cv: exampleCv(dates),
    specialties: [
      {
        id: 'internal-medicine',
        name: 'Internal medicine',
        primary: true,
        goals:
          'I want to become a general internist who teaches on the wards of a safety-net hospital. I look for training ' +
          'in which residents carry responsibility early and learn to hand over well.',
        lookingFor: ['Strong inpatient training with graded autonomy', 'Residents who teach students'],
      },
    ],
    statements: [
      {
        id: 'statement-im',
        specialty: 'internal-medicine',
        status: 'draft',
        date: today,
        file: 'personal-statement.md',
        text: 'The statement itself, when it does not stand in a file.',
      },
    ],
    themes: [
      {
        id: 'handoffs',
        title: 'Careful with handoffs',
        claim: 'I take responsibility for what the next team needs to know.',
        specialties: ['internal-medicine'],
        evidence: [
          { text: 'Rewrote the evening handoff list of a 24-bed ward', from: 'experience/handoff-project' },
          { text: 'Opens with the night on which a handoff failed', from: 'statement/statement-im' },
        ],
      },
    ],
    programs: [
      {
        id: 'example-university',
        institution: 'Example University Hospital',
        specialty: 'internal-medicine',
        track: 'categorical',
        place: { city: 'Exampleton', state: 'Ohio', country: 'United States' },
        type: 'university',
        focus: ['resident teaching'],
        signal: 'none',
        lettersWanted: 3,
      },
    ],
    appendices: [
      {
        id: 'my-cv',
        file: 'cv.pdf',
        title: 'Curriculum vitae',
        mode: 'copy',
        pages: '1-2',
        language: 'en',
        kind: 'cv',
      },
    ],
    letters: [exampleLetter(dates)],
    share: ['visa'],
    reference: 'reference.yaml',
    silence: [
      { code: 'letters/one-site', letter: 'sample', reason: 'The writers worked with me at different hospitals then' },
    ],
    advisor: {
      name: 'Dr. Robin Adviser',
      email: 'adviser@example.org',
      notes: `Agreed on the list of letters for autumn ${season - 1} (class of ${year}).`,
    },
  };
}
