import { stat } from 'node:fs/promises';
import { diagnostic, type Diagnostic } from '../diagnostics/index.js';

/**
 * Puts the paths that a glob matches in its place, sorted, files and folders. A path that exists is no glob, whatever
 * characters it has. A glob that matches nothing is a problem.
 */
export async function expandGlobs(places: readonly string[], problems: Diagnostic[]): Promise<string[]> {
  const expanded: string[] = [];
  for (const place of places) {
    if (!/[*?[\]{}]/.test(place) || (await exists(place))) {
      expanded.push(place);
      continue;
    }
    const { glob } = await import('tinyglobby');
    const found = await glob(place.replaceAll('\\', '/'), { onlyFiles: false, expandDirectories: false, dot: false });
    expanded.push(...found.map((name) => (name.length > 1 ? name.replace(/\/$/, '') : name)).sort());
    if (found.length > 0) continue;
    const hints = ['check the path; in a shell, put a glob in quotes so that it comes here as it is'];
    problems.push(diagnostic('error', 'input/file-missing', `nothing matches ${place}`, { found: place, hints }));
  }
  return expanded;
}

function exists(place: string): Promise<boolean> {
  return stat(place).then(
    () => true,
    () => false,
  );
}
