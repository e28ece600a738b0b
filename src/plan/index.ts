export { addDays, daysBetween } from './calendar.js';
export { planLetters } from './plan-letters.js';
export type { LetterPlan, PlannedLetter, PlannedSpecialty, ProgramAssignment, TimelineEvent } from './types.js';
