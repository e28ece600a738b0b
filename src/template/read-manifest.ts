import * as z from 'zod';

import { diagnostic, type Diagnostic } from '../diagnostics/index.js';
import { templateManifestSchema, type TemplateManifest } from '../schema/template.js';
import { didYouMean } from './similar-names.js';

/** The file that holds the manifest. */
export const MANIFEST_FILE = 'template.json';

/** Checks a manifest and fills in its defaults; `undefined` when it has problems, which are added to the list. */
export function readManifest(input: unknown, problems: Diagnostic[]): TemplateManifest | undefined {
  const result = templateManifestSchema.safeParse(input);
  if (result.success) return result.data;
  for (const issue of result.error.issues) problems.push(...manifestProblems(issue));
  return undefined;
}

function manifestProblems(issue: z.core.$ZodIssue): Diagnostic[] {
  const path = issue.path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`),
    '',
  );
  const source = { file: MANIFEST_FILE, line: 1, column: 1 };
  if (issue.code !== 'unrecognized_keys') {
    const message = `${path === '' ? 'template.json' : path}: ${issue.message}`;
    return [diagnostic('error', 'template/invalid', message, { path, source })];
  }
  const known = knownKeys(issue.path);
  return issue.keys.map((key) => {
    const at = path === '' ? key : `${path}.${key}`;
    const hints = didYouMean(key, known);
    return diagnostic('error', 'template/invalid', `unknown key "${at}"`, { path: at, source, found: key, hints });
  });
}

/** The keys that the manifest allows at a path. */
function knownKeys(path: readonly PropertyKey[]): string[] {
  type Schema = { properties?: Record<string, Schema>; items?: Schema };
  let at = z.toJSONSchema(templateManifestSchema, { io: 'input' }) as Schema | undefined;
  for (const key of path) at = typeof key === 'number' ? at?.items : at?.properties?.[String(key)];
  return Object.keys(at?.properties ?? {});
}
