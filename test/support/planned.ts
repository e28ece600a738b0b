import { type LetterPlan, planLetters } from '../../src/plan/index.js';
import { type Application, type ApplicationInput, applicationSchema } from '../../src/schema/application.js';
import { minimalApplication } from './applications.js';

/** The day of issue in tests. */
export const TODAY = '2026-07-06';

/** The minimal application, changed by `change`, with defaults filled in. */
export function application(change: (input: ApplicationInput) => void = () => undefined): Application {
  const input = minimalApplication();
  change(input);
  return applicationSchema.parse(input);
}

/** The plan of a changed minimal application as of {@link TODAY}. */
export function planned(change?: (input: ApplicationInput) => void): { application: Application; plan: LetterPlan } {
  const data = application(change);
  return { application: data, plan: planLetters(data, { today: TODAY }) };
}
