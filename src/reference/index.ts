export { BUILTIN_REFERENCE } from './builtin-reference.js';
export { createReference, resolveReference, type ResolvedReference } from './create-reference.js';
export {
  countsAsForm,
  eventsFor,
  findApplicationSystem,
  findForm,
  findSeason,
  findService,
  findServiceFor,
  findSource,
  findSpecialty,
  findUploadGuide,
  findWantedForm,
  isOfSpecialty,
  labelOf,
  leadDays,
} from './find.js';
export * from './guidance.js';
export * from './labels.js';
export { HOUSE_SOURCE, USER_SOURCE } from './sources.js';
export type {
  ApplicationSystem,
  Confidence,
  Form,
  FormChannel,
  FormQuestion,
  LeadTime,
  LetterMix,
  Reference,
  Reminder,
  Season,
  SeasonEvent,
  SeasonEventId,
  Service,
  Source,
  Sourced,
  Specialty,
  SystemPeriod,
  Term,
  UploadGuide,
  WantedForm,
} from './types.js';
