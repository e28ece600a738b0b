export { addDays, daysBetween } from './calendar.js';
export { planLetters, type PlanOptions } from './plan-letters.js';
export { lateRequestHints } from './late-request.js';
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
