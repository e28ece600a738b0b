export { CHECKLIST, IMG_NOTES, PURPOSE, READER, ROLE } from './guidance.js';
export * from './labels.js';
export { FORMS } from './forms.js';
export { findSeason, SEASONS } from './seasons.js';
export { findUploadGuide, SERVICES, UPLOAD_GUIDES } from './services.js';
export { findSpecialty, SPECIALTIES } from './specialties.js';
export type { Form, FormQuestion, Season, SeasonEvent, Service, Sourced, Specialty, UploadGuide } from './types.js';
