import { MAX_MOST_MEANINGFUL } from '../schema/cv.js';
import { forms } from '../schema/letter.js';
import type { Problems } from './problems.js';
import { entriesAt, textAt, valueAt, type Raw } from './raw-data.js';

/** Finds choices that each are allowed but do not go together. */
export function checkChoices(data: unknown, problems: Problems): void {
  const chosen = (list: readonly Raw[], key: string): Raw[] =>
    list.filter(({ path }) => valueAt(data, [...path, key]) === true || textAt(data, [...path, key]) !== null);

  for (const [list, noun] of [
    ['experiences', 'experiences'],
    ['scholarlyWork', 'scholarly items'],
  ] as const) {
    const marked = chosen(entriesAt(data, ['cv', list]), 'mostMeaningful');
    const over = marked[MAX_MOST_MEANINGFUL];
    if (!over) continue;
    const excess = `${marked.length - MAX_MOST_MEANINGFUL} over the limit of ${MAX_MOST_MEANINGFUL}`;
    problems.add({
      code: 'input/too-many',
      message: `${marked.length} ${noun} are most meaningful, ${excess}`,
      path: [...over.path, 'mostMeaningful'],
      at: 'key',
      hints: [`keep "mostMeaningful" on ${MAX_MOST_MEANINGFUL} of them; this is the first one over`],
    });
  }

  const [first, second] = chosen(entriesAt(data, ['specialties']), 'primary');
  if (first && second) {
    problems.add({
      code: 'input/too-many',
      message: 'more than one specialty is primary',
      path: [...second.path, 'primary'],
      hints: [`the first is on line ${problems.lineOf([...first.path, 'primary'])}; only one can be your first choice`],
    });
  }

  for (const { path } of entriesAt(data, ['letters'])) {
    checkForm(data, [...path, 'request'], problems);
    const role = [...path, 'writer', 'role'];
    if (textAt(data, role) === 'committee' && entriesAt(data, [...path, 'writer', 'signers']).length === 0) {
      problems.add({
        severity: 'warning',
        code: 'input/missing',
        message: 'a committee letter without its signers',
        path: role,
        hints: ['add "signers" to the writer, a list of everyone who signs'],
      });
    }
  }
}

function checkForm(data: unknown, request: Raw['path'], problems: Problems): void {
  const type = textAt(data, [...request, 'type']) ?? 'narrative';
  const form = textAt(data, [...request, 'form']);
  if (type === 'narrative' && form !== null) {
    problems.add({
      code: 'input/bad-value',
      message: 'a narrative letter has no form',
      path: [...request, 'form'],
      hints: ['for a standardized form, write type: standardized; for a narrative letter, remove "form"'],
    });
  }
  if (type === 'standardized' && valueAt(data, [...request, 'form']) === undefined) {
    problems.add({
      code: 'input/bad-value',
      message: 'a standardized letter without its form',
      path: [...request, 'type'],
      hints: [`add "form", one of: ${forms.join(', ')}`, 'for a free letter, write type: narrative'],
    });
  }
}
