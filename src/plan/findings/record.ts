import type { Cv } from '../../schema/cv.js';

/** One dated entry of the record, whatever its section. */
export interface RecordEntry {
  readonly path: string;
  readonly section: 'medicalEducation' | 'education' | 'training' | 'experiences' | 'usce';
  /** What the entry is called in a message. */
  readonly label: string;
  readonly site: string;
  /** Title and description: what the applicant was and did there. */
  readonly text: string;
  readonly start: string | undefined;
  readonly end: string | undefined;
  /** True when the entry says or implies that it filled the working week. */
  readonly fullTime: boolean;
  /** True when the entry accounts for the time in which it lies: a weekly choir does not. */
  readonly accountsForTime: boolean;
}

/** Hours a week from which an entry counts as full-time. */
const FULL_TIME_HOURS = 35;
const FULL_TIME_KINDS: readonly string[] = ['clerkship', 'elective', 'sub-internship', 'externship'];
const FULL_TIME_TYPES: readonly string[] = ['work', 'education-training', 'military-service', 'research'];
const SIDE_TYPES: readonly string[] = ['other-extracurricular', 'professional-organization'];
const RARE: readonly string[] = ['one-time', 'monthly', 'quarterly', 'annually'];

const joined = (...texts: readonly (string | undefined)[]): string =>
  texts.filter((text) => text !== undefined).join(' ');

/** All dated entries of the record in one list. */
export function recordEntries(cv: Cv): RecordEntry[] {
  const entries: RecordEntry[] = [];
  cv.medicalEducation.forEach((school, index) => {
    entries.push({
      path: `cv.medicalEducation[${index}]`,
      section: 'medicalEducation',
      label: school.institution,
      site: school.institution,
      text: joined('student medical student', school.degree, school.clinicalYears, ...school.honors),
      start: school.start,
      end: school.end ?? school.graduated,
      fullTime: false,
      accountsForTime: true,
    });
  });
  cv.education.forEach((school, index) => {
    entries.push({
      path: `cv.education[${index}]`,
      section: 'education',
      label: school.institution,
      site: school.institution,
      text: joined('student', school.degree, school.field, ...school.honors),
      start: school.start,
      end: school.end,
      fullTime: false,
      accountsForTime: true,
    });
  });
  cv.training.forEach((training, index) => {
    const visiting = /visiting|student|exchange|elective/i.test(training.title);
    entries.push({
      path: `cv.training[${index}]`,
      section: 'training',
      label: `${training.title}, ${training.institution}`,
      site: training.institution,
      text: joined(training.title, training.detail),
      start: training.start,
      end: training.end,
      fullTime: !visiting,
      accountsForTime: true,
    });
  });
  cv.experiences.forEach((experience, index) => {
    const daily = experience.frequency === 'daily';
    entries.push({
      path: `cv.experiences[${index}]`,
      section: 'experiences',
      label: `${experience.title}, ${experience.organization}`,
      site: experience.organization,
      text: joined(experience.title, experience.description, experience.mostMeaningful),
      start: experience.start,
      end: experience.end,
      fullTime: daily && FULL_TIME_TYPES.includes(experience.type),
      accountsForTime: !SIDE_TYPES.includes(experience.type) && !RARE.includes(experience.frequency ?? ''),
    });
  });
  cv.usce.forEach((usce, index) => {
    const kindIsFullTime = usce.hoursPerWeek === undefined && FULL_TIME_KINDS.includes(usce.kind);
    entries.push({
      path: `cv.usce[${index}]`,
      section: 'usce',
      label: `${usce.kind}, ${usce.site}`,
      site: usce.site,
      text: joined(usce.kind, usce.specialty, usce.duties, usce.kind === 'research' ? 'research fellow' : undefined),
      start: usce.start,
      end: usce.end,
      fullTime: kindIsFullTime || (usce.hoursPerWeek ?? 0) >= FULL_TIME_HOURS,
      accountsForTime: true,
    });
  });
  return entries;
}

/** Every text of a value, however deep; keys are left out. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
