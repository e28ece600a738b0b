import { experienceTypes, focusAreas, keyCharacteristics } from '../schema/cv.js';
import { competencies, forms, services, writerRoles } from '../schema/letter.js';
import { explainChoice } from './explain-issue.js';
import type { Problems } from './problems.js';
import { entriesAt, textAt, type Raw } from './raw-data.js';
import { findNode, type DataPath, type SourceNode } from './source-tree.js';

/** A field whose words are built in or added by the user, and the table of the reference that has them. */
interface OwnField {
  readonly table:
    'services' | 'forms' | 'writerRoles' | 'competencies' | 'experienceTypes' | 'focusAreas' | 'characteristics';
  readonly words: readonly string[];
  readonly at: DataPath;
}

const LETTER_FIELDS: readonly OwnField[] = [
  { table: 'services', words: services, at: ['request', 'service'] },
  { table: 'forms', words: forms, at: ['request', 'form'] },
  { table: 'writerRoles', words: writerRoles, at: ['writer', 'role'] },
];
const COMPETENCY: readonly OwnField[] = [{ table: 'competencies', words: competencies, at: [] }];
const EXPERIENCE_FIELDS: readonly OwnField[] = [
  { table: 'experienceTypes', words: experienceTypes, at: ['type'] },
  { table: 'focusAreas', words: focusAreas, at: ['focus'] },
  { table: 'characteristics', words: keyCharacteristics, at: ['characteristic'] },
];

/**
 * Finds words that neither the format nor the reference tables of the application have.
 *
 * @param reference the user's tables as data, checked or not
 */
export function checkOwnTerms(data: unknown, reference: unknown, root: SourceNode, problems: Problems): void {
  const check = (entries: readonly Raw[], fields: readonly OwnField[]): void => {
    for (const { path } of entries) {
      for (const { table, words, at } of fields) {
        const here = [...path, ...at];
        const word = textAt(data, here);
        if (word === null || !/^[a-z0-9][a-z0-9_-]{0,63}$/i.test(word)) continue;
        const own = entriesAt(reference, [table]).flatMap((row) => textAt(reference, [...row.path, 'id']) ?? []);
        const { node } = findNode(root, here);
        if (node && !words.includes(word) && !own.includes(word))
          problems.add(explainChoice(here, node, [...words, ...own]));
      }
    }
  };
  const letters = entriesAt(data, ['letters']);
  check(letters, LETTER_FIELDS);
  const moments = letters.flatMap(({ path }) => entriesAt(data, [...path, 'moments']));
  check(
    moments.flatMap(({ path }) => entriesAt(data, [...path, 'competencies'])),
    COMPETENCY,
  );
  check(entriesAt(data, ['cv', 'experiences']), EXPERIENCE_FIELDS);
}
