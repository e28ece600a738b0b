export { letterAppendices, type PlannedAppendix } from './appendices.js';
export { addDays, daysBetween } from './calendar.js';
export { planLetters, type PlanOptions } from './plan-letters.js';
export {
  daysLeftText,
  planTables,
  reasonGroups,
  type PlanMark,
  type PlanTables,
  type ProgramTable,
} from './plan-tables.js';
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
