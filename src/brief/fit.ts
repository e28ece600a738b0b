import type { Experience } from '../schema/cv.js';
import type { Competency, Letter, SharedWork, WriterRole } from '../schema/letter.js';

/** What a point is about: a competency, or a side of the record. */
export type Aspect = Competency | 'scholarship' | 'teaching' | 'service' | 'record';
export type Weights = Readonly<Partial<Record<Aspect, number>>>;

/** What counts for the fit of a point to a writer, besides what it is about. */
export const FIT = {
  /** The letter names the theme. */
  named: 6,
  /** The writer saw a moment that bears it out. */
  moment: 4,
  /** Some of its evidence was work with this writer. */
  sharedWork: 3,
  /** It belongs to the specialty of the letter and not to every specialty. */
  specialty: 1,
} as const;

/** What a writer in each role can judge better than others (guide, "Who should write your letter of recommendation"). */
export const ROLE_FIT: Readonly<Record<WriterRole, Weights>> = {
  attending: { 'patient-care': 3, communication: 2, professionalism: 2, 'medical-knowledge': 2 },
  professor: { 'medical-knowledge': 3, teaching: 3, 'practice-based-learning': 3, scholarship: 2 },
  'research-pi': { scholarship: 3, 'practice-based-learning': 3, professionalism: 2, teaching: 1 },
  'program-director': { 'patient-care': 2, professionalism: 2, 'systems-based-practice': 3, communication: 2 },
  chair: { record: 3, professionalism: 2, scholarship: 1, service: 1, teaching: 1 },
  committee: { 'patient-care': 2, professionalism: 2, record: 2, communication: 2 },
  other: { professionalism: 3, communication: 2, service: 2 },
};

/** What each kind of letter is to speak about (guide, "Clinical vs. Academic", "Personal vs. Professional"). */
export const FOCUS_FIT: Readonly<Record<Letter['focus'] | 'personal', Weights>> = {
  clinical: { 'patient-care': 3, 'medical-knowledge': 2, communication: 2, 'systems-based-practice': 2 },
  academic: { scholarship: 3, teaching: 3, 'practice-based-learning': 2, record: 1 },
  'clinical-and-academic': { 'patient-care': 2, scholarship: 2, teaching: 2, 'practice-based-learning': 1 },
  personal: { professionalism: 3, service: 3, communication: 2 },
};

/** What an experience is about, by its type in MyERAS. */
export const EXPERIENCE_ASPECTS: Readonly<Record<Experience['type'], Aspect | null>> = {
  research: 'scholarship',
  'teaching-mentoring': 'teaching',
  'volunteer-service-advocacy': 'service',
  'professional-organization': 'service',
  'military-service': 'service',
  'education-training': 'patient-care',
  work: 'patient-care',
  'other-extracurricular': null,
};

/** What shared work is about, by its kind. */
export const WORK_ASPECTS: Readonly<Record<SharedWork['kind'], Aspect | null>> = {
  rotation: 'patient-care',
  work: 'patient-care',
  research: 'scholarship',
  course: 'medical-knowledge',
  teaching: 'teaching',
  'quality-improvement': 'systems-based-practice',
  volunteering: 'service',
  other: null,
};
