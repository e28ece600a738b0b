import * as z from 'zod';

import { BRIEF_CONTRACT } from './brief.js';
import { type TemplateManifest, templateManifestSchema } from './template.js';

/** What is wrong at one place of a template.json. */
export interface ManifestProblem {
  /** Keys and indices from the top of the file to the value. */
  readonly path: readonly (string | number)[];
  /** What the value must be; for an unknown key only that it is unknown. */
  readonly message: string;
  /** For a key that the format does not have: the keys that it has at that place. */
  readonly knownKeys?: readonly string[];
}

/** The manifest with its defaults filled in, or every problem of it. */
export type CheckedManifest =
  | { readonly manifest: TemplateManifest; readonly problems: readonly [] }
  | { readonly manifest: undefined; readonly problems: readonly ManifestProblem[] };

/** Checks what a template.json holds against its schema. */
export function checkManifest(input: unknown): CheckedManifest {
  const result = templateManifestSchema.safeParse(input);
  if (result.success) {
    const { sections } = result.data;
    if (sections) return { manifest: { ...result.data, sections }, problems: [] };
    const message = 'is missing: list the partials of the packet, or extend a built-in template';
    return { manifest: undefined, problems: [{ path: ['sections'], message }] };
  }
  return { manifest: undefined, problems: result.error.issues.flatMap(problemsOf) };
}

function problemsOf(issue: z.core.$ZodIssue): ManifestProblem[] {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  if (path.length === 1 && path[0] === 'contract') {
    const message = `must be ${BRIEF_CONTRACT}, the version of the brief that this lor-packet makes; see "lor-packet templates check"`;
    return [{ path, message }];
  }
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
  const known = knownKeys(path);
  return issue.keys.map((key) => ({ path: [...path, key], message: 'unknown key', knownKeys: known }));
}

/** The keys that the manifest allows at a path. */
function knownKeys(path: readonly (string | number)[]): string[] {
  type Schema = { properties?: Record<string, Schema>; items?: Schema };
  let at = z.toJSONSchema(templateManifestSchema, { io: 'input' }) as Schema | undefined;
  for (const key of path) at = typeof key === 'number' ? at?.items : at?.properties?.[key];
  return Object.keys(at?.properties ?? {});
}
