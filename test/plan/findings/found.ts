import type { Diagnostic, FindingCode } from '../../../src/diagnostics/index.js';
import { planLetters } from '../../../src/plan/index.js';
import { type ApplicationInput, applicationSchema } from '../../../src/schema/application.js';
import { cleanApplication } from '../../support/clean-application.js';

/** The day as of which the clean application is clean. */
export const TODAY = '2026-07-06';

export type Change = (input: ApplicationInput) => void;

/** The findings of the clean application after a change. */
export function findingsAfter(change: Change = () => undefined, today = TODAY): readonly Diagnostic[] {
  const input = cleanApplication();
  change(input);
  return planLetters(applicationSchema.parse(input), { today }).diagnostics;
}

/** One letter of the application. */
export function letterOf(input: ApplicationInput, id: string): ApplicationInput['letters'][number] {
  const letter = input.letters.find((candidate) => candidate.id === id);
  if (!letter) throw new Error(`the clean application has no letter "${id}"`);
  return letter;
}

/** A change that triggers a finding, where it must be found, and a change close by that must not. */
export interface FindingCase {
  readonly code: FindingCode;
  readonly trigger: Change;
  readonly path: string;
  readonly nearMiss: Change;
  readonly today?: string;
}
