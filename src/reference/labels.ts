import type { Competency, WriterRole } from '../schema/letter.js';

/** ACGME core competencies as printed (facts §7). */
export const COMPETENCY_LABELS: Record<Competency, string> = {
  'patient-care': 'patient care',
  'medical-knowledge': 'medical knowledge',
  'practice-based-learning': 'practice-based learning',
  communication: 'interpersonal and communication skills',
  professionalism: 'professionalism',
  'systems-based-practice': 'systems-based practice',
};

export const WRITER_ROLE_LABELS: Record<WriterRole, string> = {
  attending: 'attending physician',
  professor: 'professor',
  'research-pi': 'research principal investigator',
  'program-director': 'program director',
  chair: 'department chair',
  committee: 'department committee',
  other: 'supervisor',
};

export const EXPERIENCE_TYPE_LABELS: Record<string, string> = {
  'education-training': 'Education and training',
  'military-service': 'Military service',
  'other-extracurricular': 'Extracurricular activity, club, or hobby',
  'professional-organization': 'Professional organization',
  research: 'Research',
  'teaching-mentoring': 'Teaching and mentoring',
  'volunteer-service-advocacy': 'Volunteering, service, and advocacy',
  work: 'Work',
};

export const SCHOLARLY_TYPE_LABELS: Record<string, string> = {
  'journal-article': 'Peer-reviewed journal article',
  'book-chapter': 'Peer-reviewed book chapter',
  abstract: 'Peer-reviewed abstract',
  'oral-presentation': 'Oral presentation',
  poster: 'Poster',
};

export const FOCUS_AREA_LABELS: Record<string, string> = {
  'basic-science': 'basic science',
  'clinical-translational-science': 'clinical and translational science',
  'community-involvement-outreach': 'community involvement and outreach',
  'customer-service': 'customer service',
  'health-care-administration': 'health care administration',
  'improving-access': 'improving access',
  'medical-education': 'medical education',
  'music-athletics-art': 'music, athletics, and art',
  'promoting-wellness': 'promoting wellness',
  'public-health': 'public health',
  'quality-improvement': 'quality improvement',
  'social-justice-advocacy': 'social justice and advocacy',
};

export const CHARACTERISTIC_LABELS: Record<string, string> = {
  communication: 'communication',
  'critical-thinking-problem-solving': 'critical thinking and problem solving',
  'cultural-humility': 'cultural humility',
  'empathy-compassion': 'empathy and compassion',
  'ethical-responsibility': 'ethical responsibility',
  'ingenuity-innovation': 'ingenuity and innovation',
  reliability: 'reliability',
  'resilience-adaptability': 'resilience and adaptability',
  'self-reflection': 'self-reflection',
  'teamwork-leadership': 'teamwork and leadership',
};

export const USCE_KIND_LABELS: Record<string, string> = {
  clerkship: 'Clerkship',
  elective: 'Elective',
  'sub-internship': 'Sub-internship',
  externship: 'Externship',
  observership: 'Observership',
  research: 'Research',
  telehealth: 'Telehealth',
};

export const SHARED_WORK_LABELS: Record<string, string> = {
  rotation: 'Rotation',
  research: 'Research',
  course: 'Course',
  'quality-improvement': 'Quality improvement',
  teaching: 'Teaching',
  work: 'Work',
  volunteering: 'Volunteering',
  other: 'Work',
};

export const CONTACT_LABELS: Record<string, string> = {
  daily: 'daily',
  weekly: 'every week',
  monthly: 'every month',
  occasional: 'from time to time',
  indirect: 'indirectly, through others',
};
