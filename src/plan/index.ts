export { letterAppendices, type PlannedAppendix } from './appendices.js';
export { addDays, daysBetween } from './calendar.js';
export { planLetters, type PlanOptions } from './plan-letters.js';
export type {
  AgendaEvent,
  AskBy,
  AssignmentReason,
  LetterLeftOut,
  LetterPlan,
  PlannedLetter,
  PlannedSpecialty,
  ProgramAssignment,
  TimelineEvent,
} from './types.js';
