import { diagnostic, type Diagnostic } from '../diagnostics/index.js';
import type { RowIssue } from '../schema/reference.js';

function pathOf(prefix: string, steps: readonly PropertyKey[]): string {
  let path = prefix;
  for (const step of steps) {
    if (typeof step === 'number') path += `[${step}]`;
    else path += path === '' ? String(step) : `.${String(step)}`;
  }
  return path;
}

/**
 * What a schema found wrong with rows, as diagnostics.
 *
 * @param isNew true for a row that is added: it must say everything that has no default
 */
export function issueDiagnostics(issues: readonly RowIssue[], prefix: string, isNew: boolean): Diagnostic[] {
  return issues.flatMap((issue): Diagnostic[] => {
    const path = pathOf(prefix, issue.path);
    const field = String(issue.path.at(-1) ?? 'the value');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) =>
        diagnostic('error', 'input/unknown-key', `unknown key "${key}"`, {
          path: pathOf(path, [key]),
          found: key,
          hints: ['take it out, or look for its right name in the schema of the reference tables'],
        }),
      );
    }
    if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined')) {
      const hints = isNew ? ['an id that the tables do not have adds a row, which needs this field'] : [];
      return [diagnostic('error', 'input/missing', `"${field}" is missing`, { path, hints })];
    }
    if (issue.code === 'invalid_value') {
      const hints = [`one of: ${issue.values.map(String).join(', ')}`];
      return [diagnostic('error', 'input/bad-value', `"${field}" is none of the values allowed`, { path, hints })];
    }
    const reason = issue.message.startsWith('must ') ? issue.message : 'does not have the right form';
    return [diagnostic('error', 'input/bad-value', `"${field}" ${reason}`, { path, hints: [] })];
  });
}
