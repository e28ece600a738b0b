import path from 'node:path';
import type { Diagnostic } from '../diagnostics/index.js';
import { type LetterPlan, planLetters } from '../plan/index.js';
import type { Application } from '../schema/application.js';
import { loadWithPlaces, type LoadedApplication, type PlacedApplication } from './load-application.js';
import { placeFindings } from './load-reference.js';

/** An application with everything that is known about it before rendering. */
export interface CheckedApplication extends LoadedApplication {
  /** Findings of reading, then of planning, with positions where the file has them. */
  readonly diagnostics: readonly Diagnostic[];
  /** Null when the application could not be read. */
  readonly plan: LetterPlan | null;
}

/** Loads an application and plans its letters as of a day. */
export async function checkApplication(place: string, today: string): Promise<CheckedApplication> {
  return checkLoaded(await loadWithPlaces(place), today);
}

/**
 * Plans the letters of a loaded application as of a day; the findings join those of reading.
 *
 * @param planOf the plan of an application for that day, where more is done with it
 */
export function checkLoaded(
  { locate, ...loaded }: PlacedApplication,
  today: string,
  planOf: (application: Application) => LetterPlan = (application) => planLetters(application, { today }),
): CheckedApplication {
  const { application, file, sources } = loaded;
  if (!application || !locate) return { ...loaded, plan: null };
  const plan = planOf(application);
  const { diagnostics } = plan;
  // A finding about a statement has the file as the application names it; the sources have it with its folder.
  const named = diagnostics.map((finding): Diagnostic => {
    const { source, ...rest } = finding;
    if (!source) return finding;
    const full = path.join(path.dirname(file), source.file);
    return Object.hasOwn(sources, full) ? { ...rest, source: { ...source, file: full } } : rest;
  });
  return { ...loaded, diagnostics: [...loaded.diagnostics, ...placeFindings(named, locate)], plan };
}
