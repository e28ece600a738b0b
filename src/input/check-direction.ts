import type { Problems } from './problems.js';
import type { DataPath } from './source-tree.js';

const EMBEDDINGS = '\u202A\u202B\u202D\u202E';
const OVERRIDE = '\u202E';
const ISOLATES = '\u2066\u2067\u2068';
const MARKS = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * Finds values with marks of direction that turn their letters around, or that are opened and not closed and so turn
 * around what is printed after them: nobody sees them, they come along from documents and messengers.
 */
export function checkDirection(data: unknown, problems: Problems): void {
  const check = (value: unknown, path: DataPath): void => {
    if (typeof value === 'string') {
      const mark = strayMark(value);
      if (mark === null) return;
      const message = `this text has a character that nobody sees (${mark}) and that turns the text after it around`;
      const hints = ['type the text anew, do not copy it; Arabic and Hebrew need no such character'];
      problems.add({ code: 'input/bad-value', message, path, hints });
    } else if (Array.isArray(value)) value.forEach((entry, index) => check(entry, [...path, index]));
    else if (typeof value === 'object' && value !== null)
      for (const [key, entry] of Object.entries(value)) check(entry, [...path, key]);
  };
  check(data, []);
}

/** The first mark of a text that overrides the direction of letters or stays open at the end of a paragraph, or null. */
function strayMark(text: string): string | null {
  for (const paragraph of text.split('\n')) {
    const open: string[] = [];
    for (const [mark] of paragraph.matchAll(MARKS)) {
      if (mark === OVERRIDE) return nameOf(mark);
      if (EMBEDDINGS.includes(mark) || ISOLATES.includes(mark)) open.push(mark);
      else if (mark === '\u202C' && EMBEDDINGS.includes(open.at(-1) ?? 'none')) open.pop();
      else if (mark === '\u2069' && ISOLATES.includes(open.at(-1) ?? 'none')) open.pop();
    }
    if (open[0] !== undefined) return nameOf(open[0]);
  }
  return null;
}

function nameOf(mark: string): string {
  return `U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase()}`;
}
