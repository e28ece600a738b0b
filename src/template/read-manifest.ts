import { diagnostic, type Diagnostic } from '../diagnostics/index.js';
import { checkManifest, type ManifestProblem } from '../schema/check-manifest.js';
import type { TemplateManifest } from '../schema/template.js';
import { didYouMean } from './similar-names.js';

/** The file that holds the manifest. */
export const MANIFEST_FILE = 'template.json';

/** Checks a manifest and fills in its defaults; `undefined` when it has problems, which are added to the list. */
export function readManifest(input: unknown, problems: Diagnostic[]): TemplateManifest | undefined {
  const checked = checkManifest(input);
  problems.push(...checked.problems.map(manifestDiagnostic));
  return checked.manifest;
}

function manifestDiagnostic({ path: keys, message, knownKeys }: ManifestProblem): Diagnostic {
  const path = formatPath(keys);
  const source = { file: MANIFEST_FILE, line: 1, column: 1 };
  if (!knownKeys) {
    return diagnostic('error', 'template/invalid', `${path === '' ? MANIFEST_FILE : path}: ${message}`, {
      path,
      source,
    });
  }
  const found = String(keys.at(-1));
  const hints = didYouMean(found, knownKeys);
  return diagnostic('error', 'template/invalid', `${message} "${path}"`, { path, source, found, hints });
}

function formatPath(keys: readonly (string | number)[]): string {
  return keys.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? key : `${text}.${key}`),
    '',
  );
}
