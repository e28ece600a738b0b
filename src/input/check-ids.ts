import type { Problems } from './problems.js';
import { entriesAt, textAt } from './raw-data.js';
import { formatPath, type DataPath } from './source-tree.js';

const LISTS: readonly DataPath[] = [
  ['letters'],
  ['programs'],
  ['specialties'],
  ['statements'],
  ['themes'],
  ['appendices'],
  ['cv', 'experiences'],
  ['cv', 'scholarlyWork'],
  ['cv', 'usce'],
  ['cv', 'awards'],
];

/**
 * Finds ids that occur twice in one list, and Letter IDs that occur on two letters. Ids of letters name files, so they
 * must differ by more than case.
 */
export function checkIds(data: unknown, problems: Problems): void {
  const inLetters = entriesAt(data, ['letters']).flatMap(({ path }) => [
    [...path, 'sharedWork'],
    [...path, 'moments'],
  ]);
  for (const list of [...LISTS, ...inLetters]) {
    const fold = list.length === 1 && list[0] === 'letters';
    const first = new Map<string, { readonly id: string; readonly path: DataPath }>();
    for (const { path } of entriesAt(data, list)) {
      const id = textAt(data, [...path, 'id']);
      if (id === null) continue;
      const here = [...path, 'id'];
      const earlier = first.get(fold ? id.toLowerCase() : id);
      if (!earlier) {
        first.set(fold ? id.toLowerCase() : id, { id, path: here });
        continue;
      }
      const same = earlier.id === id;
      problems.add({
        code: 'input/duplicate-id',
        message: same
          ? `the id "${id}" is used twice in ${formatPath(list)}`
          : `the ids "${earlier.id}" and "${id}" differ in case only`,
        path: here,
        hints: [`the first is on line ${problems.lineOf(earlier.path)}; give one of them another id`],
      });
    }
  }
  checkLetterIds(data, problems);
}

function checkLetterIds(data: unknown, problems: Problems): void {
  const first = new Map<string, DataPath>();
  for (const { path } of entriesAt(data, ['letters'])) {
    const here = [...path, 'request', 'letterId'];
    const letterId = textAt(data, here);
    if (letterId === null) continue;
    const earlier = first.get(letterId);
    if (!earlier) {
      first.set(letterId, here);
      continue;
    }
    const other = textAt(data, [...earlier.slice(0, 2), 'id']);
    problems.add({
      code: 'request/id-reused',
      message: `the Letter ID "${letterId}" is on two letters`,
      path: here,
      hints: [
        `the first is on line ${problems.lineOf(earlier)}${other === null ? '' : ` (letter "${other}")`}`,
        'every letter has its own Letter ID; look it up again where you made the request',
      ],
    });
  }
}
