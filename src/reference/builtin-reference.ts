import { FORMS } from './forms.js';
import { SEASONS } from './seasons.js';
import { SERVICES } from './services.js';
import { SOURCES } from './sources.js';
import { SPECIALTIES } from './specialties.js';
import { CHARACTERISTICS, COMPETENCIES, EXPERIENCE_TYPES, FOCUS_AREAS, WRITER_ROLES } from './terms.js';
import { LEAD_TIMES, REMINDERS } from './timing.js';
import type { Reference } from './types.js';
import { UPLOAD_GUIDES } from './upload-guides.js';

/** The tables of this version, without anything of a user's. */
export const BUILTIN_REFERENCE: Reference = {
  seasons: SEASONS,
  services: SERVICES,
  uploadGuides: UPLOAD_GUIDES,
  specialties: SPECIALTIES,
  forms: FORMS,
  leadTimes: LEAD_TIMES,
  reminders: REMINDERS,
  competencies: COMPETENCIES,
  writerRoles: WRITER_ROLES,
  experienceTypes: EXPERIENCE_TYPES,
  focusAreas: FOCUS_AREAS,
  characteristics: CHARACTERISTICS,
  sources: SOURCES,
};
