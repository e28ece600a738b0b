import { diagnostic } from '../diagnostics/index.js';
import { resolveReference, type Reference, type ResolvedReference } from '../reference/index.js';
import type { Application } from '../schema/application.js';

/** The tables to plan an application with: those given (by default the built-in ones) under the application's own rows. */
export function planReference({ reference }: Application, base: Reference): ResolvedReference {
  if (typeof reference !== 'string') return resolveReference(reference, { base });
  const problem = diagnostic('error', 'input/file-missing', `the reference tables in "${reference}" were not loaded`, {
    path: 'reference',
    found: reference,
    hints: ['load the application with `loadApplication`, or put the rows themselves under `reference`'],
  });
  return { reference: base, diagnostics: [problem] };
}
