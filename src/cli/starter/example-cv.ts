import type { ExampleApplication } from './example-type.js';
import type { StarterDates } from './starter-dates.js';

/** The invented record, with every field of the format filled. */
export function exampleCv({ year, monthsAgo }: StarterDates): ExampleApplication['cv'] {
  const home = { city: 'Sampleville', state: 'Sample Province', country: 'Sampleland' };
  return {
    medicalEducation: [
      {
        institution: 'Sampleland University of Medicine',
        native: { text: 'Université de Médecine de Sampleland', lang: 'fr' },
        degree: 'MD',
        field: 'Medicine',
        place: home,
        start: `${year - 8}-09`,
        end: `${year - 2}-06`,
        honors: ["Dean's list in three of six years"],
        graduated: `${year - 2}-06`,
        clinicalYears: 'three clinical years and a one-year internship',
      },
    ],
    education: [
      {
        institution: 'Sampleland College',
        native: { text: 'Collège de Sampleland', lang: 'fr' },
        degree: 'BSc',
        field: 'Biology',
        place: home,
        start: `${year - 11}-09`,
        end: `${year - 8}-06`,
        honors: ['With distinction'],
      },
    ],
    training: [
      {
        institution: 'Sampleville District Hospital',
        native: { text: 'Hôpital de district de Sampleville', lang: 'fr' },
        title: 'Rotating intern',
        place: home,
        start: `${year - 2}-07`,
        end: monthsAgo(5),
        detail:
          'Three months each of medicine, surgery, pediatrics and obstetrics, then the medical ward, with nights.',
      },
    ],
    experiences: [
      {
        id: 'handoff-project',
        organization: 'Sampleville District Hospital',
        title: 'Lead of a handoff project',
        type: 'work',
        place: home,
        start: `${year - 1}-01`,
        end: `${year - 1}-06`,
        frequency: 'weekly',
        setting: 'rural',
        focus: 'quality-improvement',
        characteristic: 'reliability',
        description:
          'Saw that evening handoffs on a 24-bed ward left out open tasks. With two nurses I wrote a one-page list, tried ' +
          'it for six weeks, and changed it after each. Tasks missed overnight fell from nine to three a week.',
        mostMeaningful: 'It taught me that good care of a patient includes the hours in which I am not there.',
      },
    ],
    scholarlyWork: [
      {
        id: 'handoff-poster',
        type: 'poster',
        title: 'A one-page list for evening handoffs on a rural ward',
        authors: ['Example ML', 'Nurse A', 'Senior B'],
        me: 'Example ML',
        venue: 'Sampleland Meeting of Young Physicians',
        date: `${year - 1}-05`,
        status: 'presented',
        citation: 'Abstract book, p. 12',
        identifier: 'doi:10.1000/example',
        url: 'https://example.org/poster',
        mostMeaningful: true,
      },
    ],
    usce: [
      {
        id: 'ward-elective',
        site: 'Example University Hospital',
        place: { city: 'Exampleton', state: 'Ohio', country: 'United States' },
        kind: 'elective',
        specialty: 'Inpatient internal medicine',
        start: monthsAgo(4),
        end: monthsAgo(3),
        handsOn: true,
        supervisor: 'Dr. Jordan Sample',
        hoursPerWeek: 55,
        duties: 'Carried four patients, wrote notes, presented on rounds',
      },
    ],
    exams: [{ name: 'USMLE Step 1', date: `${year - 1}-11`, result: 'Pass' }],
    awards: [
      {
        id: 'teaching-award',
        name: 'Student teaching award',
        by: 'Sampleland University of Medicine',
        date: String(year - 2),
        detail: 'Given to 2 of 118 graduates',
      },
    ],
    licensure: [{ name: 'ACLS', issuer: 'American Heart Association', date: monthsAgo(5), expires: `${year + 2}-01` }],
    memberships: ['American College of Physicians (student member)'],
    impactfulExperience: 'I was the first of my family to finish school, and paid for my studies by work at night.',
  };
}
