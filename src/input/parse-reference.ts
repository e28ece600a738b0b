import { hasErrors, type Diagnostic } from '../diagnostics/index.js';
import { referenceSchema, type ReferenceRows } from '../schema/reference.js';
import { allIssues, explainIssue } from './explain-issue.js';
import { explainRoot } from './explain-type.js';
import { explainUnknownKeys } from './explain-unknown-keys.js';
import { collectProblems } from './problems.js';
import { readDocument, type ParseOptions } from './read-document.js';
import { readValues } from './read-values.js';

/** What became of a text: a user's rows for the reference tables, or the reasons why not. */
export interface ParsedReference {
  /** Null when there is any error. */
  readonly reference: ReferenceRows | null;
  /** All problems at once, by their place in the file. */
  readonly diagnostics: Diagnostic[];
}

/**
 * Reads a user's rows for the reference tables, YAML or JSON. Never throws. What the rows say about other rows (a form
 * or service that does not exist) is checked when they are laid over the built-in ones.
 *
 * @example
 * const { reference, diagnostics } = parseReference(text, { file: 'reference.yaml' });
 */
export function parseReference(text: string, options: Pick<ParseOptions, 'file' | 'format'>): ParsedReference {
  const document = readDocument(text, options);
  const problems = collectProblems(document);
  const { root } = document;
  if (root?.kind !== 'mapping') {
    if (document.mistakes.length === 0 || root !== null) problems.add(explainRoot(root));
    return { reference: null, diagnostics: problems.list() };
  }
  const { value, unknownKeys } = readValues(root, referenceSchema);
  for (const { problem } of explainUnknownKeys(unknownKeys, referenceSchema)) problems.add(problem);
  const result = referenceSchema.safeParse(value);
  for (const issue of allIssues(result.error?.issues ?? [], value, referenceSchema)) {
    for (const problem of explainIssue(issue, root, referenceSchema)) problems.add(problem);
  }
  const diagnostics = problems.list();
  return { reference: result.success && !hasErrors(diagnostics) ? result.data : null, diagnostics };
}
