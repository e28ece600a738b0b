import path from 'node:path';
import { diagnostic, type Diagnostic } from '../diagnostics/index.js';
import { pathLocator } from '../input/locate-path.js';
import { loadApplication, type LoadedApplication } from '../node/load-application.js';
import { planLetters } from '../plan/index.js';

/** An application with everything that is known about it before rendering. */
export interface CheckedApplication extends LoadedApplication {
  /** Findings of reading, then of planning, with positions where the file has them. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Loads an application and plans its letters as of a day. */
export async function checkApplication(place: string, today: string): Promise<CheckedApplication> {
  const loaded = await loadApplication(place);
  const { application, file, sources } = loaded;
  const text = sources[file];
  if (!application || text === undefined) return loaded;
  const { diagnostics } = planLetters(application, { today });
  if (diagnostics.length === 0) return loaded;
  const locate = pathLocator(text, { file });
  // A finding about a statement has the file as the application names it; the sources have it with its folder.
  const inSources = (source: Diagnostic['source']): Diagnostic['source'] => {
    const full = source && path.join(path.dirname(file), source.file);
    return source && full !== undefined && Object.hasOwn(sources, full) ? { ...source, file: full } : undefined;
  };
  const placed = diagnostics.map((finding) => {
    const source = inSources(finding.source) ?? (finding.path === undefined ? null : locate(finding.path));
    if (!source) return finding;
    const { severity, code, message, ...rest } = finding;
    return diagnostic(severity, code, message, { ...rest, source });
  });
  return { ...loaded, diagnostics: [...loaded.diagnostics, ...placed] };
}
