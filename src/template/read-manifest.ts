import { diagnostic, type Diagnostic } from '../diagnostics/index.js';
import { checkManifest, type ManifestProblem } from '../schema/check-manifest.js';
import type { TemplateManifest } from '../schema/template.js';
import { overlay, type ThemeInput } from '../schema/theme.js';
import { didYouMean } from './similar-names.js';
import type { PreparedTemplate } from './types.js';

/** The file that holds the manifest. */
export const MANIFEST_FILE = 'template.json';

/** Checks a manifest and fills in its defaults; `undefined` when it has problems, which are added to the list. */
export function readManifest(input: unknown, problems: Diagnostic[]): TemplateManifest | undefined {
  const checked = checkManifest(input);
  problems.push(...checked.problems.map(manifestDiagnostic));
  return checked.manifest;
}

/** What is wrong with tokens that are laid over the theme of a template, as it is said of a template's own theme. */
export function themeProblems({ manifest, theme }: PreparedTemplate, over: ThemeInput): Diagnostic[] {
  const { problems } = checkManifest({ ...manifest, theme: overlay(theme, over) });
  return problems.filter(({ path: [first] }) => first === 'theme').map((problem) => problemDiagnostic(problem));
}

function manifestDiagnostic(problem: ManifestProblem): Diagnostic {
  return problemDiagnostic(problem, { source: { file: MANIFEST_FILE, line: 1, column: 1 } });
}

function problemDiagnostic(
  { path: keys, message, knownKeys }: ManifestProblem,
  place: Pick<Diagnostic, 'source'> = {},
): Diagnostic {
  const path = formatPath(keys);
  if (!knownKeys) {
    const name = path === '' ? MANIFEST_FILE : path;
    return diagnostic('error', 'template/invalid', `${name}: ${message}`, { path, ...place });
  }
  const found = String(keys.at(-1));
  const hints = didYouMean(found, knownKeys);
  return diagnostic('error', 'template/invalid', `${message} "${path}"`, { path, ...place, found, hints });
}

function formatPath(keys: readonly (string | number)[]): string {
  return keys.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? key : `${text}.${key}`),
    '',
  );
}
