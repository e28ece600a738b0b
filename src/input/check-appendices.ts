import type { Problems } from './problems.js';
import { entriesAt, textAt } from './raw-data.js';
import type { DataPath } from './source-tree.js';

/** Finds one Letter Request Form under two letters: it would tell one writer the Letter ID of another. */
export function checkAppendices(data: unknown, problems: Problems): void {
  const first = new Map<string, DataPath>();
  for (const letter of entriesAt(data, ['letters'])) {
    const own = new Set<string>();
    for (const { value, path } of entriesAt(data, [...letter.path, 'appendices'])) {
      const file = textAt(data, [...path, 'file']);
      const name = file ?? (typeof value === 'string' ? value : null);
      if (name === null) continue;
      const at = file === null ? path : [...path, 'file'];
      if (own.has(name)) {
        const hints = ['remove one of them'];
        problems.add({ code: 'input/duplicate-id', message: `this letter appends "${name}" twice`, path: at, hints });
      }
      own.add(name);
      if (file === null || textAt(data, [...path, 'kind']) !== 'letter-request-form') continue;
      const earlier = first.get(file);
      if (!earlier) first.set(file, letter.path);
      else if (earlier !== letter.path) reused(file, at, earlier);
    }
  }

  function reused(file: string, path: DataPath, earlier: DataPath): void {
    const other = textAt(data, [...earlier, 'id']);
    problems.add({
      code: 'request/id-reused',
      message: `the Letter Request Form "${file}" is under two letters`,
      path,
      hints: [
        `the other is on line ${problems.lineOf(earlier)}${other === null ? '' : ` (letter "${other}")`}`,
        'every letter has its own form with its own Letter ID; download the one of this letter',
      ],
    });
  }
}
