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
  return { manifest: undefined, problems: result.error.issues.flatMap((issue) => problemsOf(issue, input)) };
}

function problemsOf(issue: z.core.$ZodIssue, input: unknown): ManifestProblem[] {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  const isMissing = path.length > 0 && valueAt(input, path) === undefined;
  if (path.length === 1 && path[0] === 'contract') {
    const message = `${isMissing ? 'is missing: it ' : ''}must be ${BRIEF_CONTRACT}, the version of the brief that this lor-packet makes`;
    return [{ path, message }];
  }
  if (issue.code !== 'unrecognized_keys') return [{ path, message: isMissing ? 'is missing' : explain(issue) }];
  const known = knownKeys(path);
  return issue.keys.map((key) => ({ path: [...path, key], message: 'unknown key', knownKeys: known }));
}

function valueAt(input: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined),
    input,
  );
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in square brackets',
  object: 'a group in braces',
  record: 'a group in braces',
};

/** What a value must be, in words for people who write a template.json. */
function explain(issue: Exclude<z.core.$ZodIssue, z.core.$ZodIssueUnrecognizedKeys>): string {
  switch (issue.code) {
    case 'invalid_value':
      return `must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
    case 'invalid_type':
      return `must be ${KINDS[issue.expected] ?? issue.expected}`;
    case 'too_small':
      if (issue.origin === 'string') return 'is empty';
      return issue.origin === 'array' ? 'is an empty list' : `must be at least ${issue.minimum}`;
    case 'too_big':
      if (issue.origin === 'string') return `is longer than ${issue.maximum} characters`;
      return issue.origin === 'array' ? `has more than ${issue.maximum} entries` : `must be at most ${issue.maximum}`;
    default:
      return issue.message;
  }
}

/** The keys that the manifest allows at a path. */
function knownKeys(path: readonly (string | number)[]): string[] {
  type Schema = { properties?: Record<string, Schema>; items?: Schema; propertyNames?: { enum?: string[] } };
  let at = z.toJSONSchema(templateManifestSchema, { io: 'input' }) as Schema | undefined;
  for (const key of path) at = typeof key === 'number' ? at?.items : at?.properties?.[key];
  return at?.propertyNames?.enum ?? Object.keys(at?.properties ?? {});
}
