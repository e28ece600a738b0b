import { dateRangeText, dateText, shortDateText } from './date-text.js';
import { excerpt } from './excerpt.js';

/** A value that a helper cannot use; the evaluator adds where it stood. */
export class HelperFault extends Error {}

/** A helper of the template language: what it takes, what it gives, and how. */
export interface Helper {
  /** Fewest and most values. */
  readonly takes: readonly [least: number, most: number];
  /** Called as, for documentation and hints. */
  readonly usage: string;
  readonly gives: string;
  readonly run: (args: readonly unknown[]) => unknown;
}

/** Whether `{{#if}}` takes its other branch: false, null, zero, an empty text or an empty list. As in Handlebars. */
export function isEmpty(value: unknown): boolean {
  return !value || (Array.isArray(value) && value.length === 0);
}

function text(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') {
    throw new HelperFault(Array.isArray(value) ? 'a list cannot be used as text' : 'a group of fields is not text');
  }
  return String(value);
}

function list(value: unknown): readonly unknown[] {
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value)) throw new HelperFault('this needs a list');
  return value as readonly unknown[];
}

/** The texts of a list that are not empty. */
function texts(values: readonly unknown[]): string[] {
  return values.map(text).filter((item) => item.trim() !== '');
}

function andList(items: readonly string[]): string {
  if (items.length <= 2) return items.join(' and ');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

function compare(a: unknown, b: unknown): number {
  if (a === null || a === undefined || b === null || b === undefined) return Number.NaN;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : Number(a > b);
  throw new HelperFault('only two numbers or two texts can be compared');
}

/** Every helper, in one place. Dates are texts (YYYY, YYYY-MM, YYYY-MM-DD), so `lt` and `gt` order them too. */
export const HELPERS: Readonly<Record<string, Helper>> = {
  eq: {
    takes: [2, 2],
    usage: 'eq a b',
    gives: 'true when both are the same',
    run: ([a, b]) => (a ?? null) === (b ?? null),
  },
  ne: { takes: [2, 2], usage: 'ne a b', gives: 'true when they differ', run: ([a, b]) => (a ?? null) !== (b ?? null) },
  lt: { takes: [2, 2], usage: 'lt a b', gives: 'true when a is less or earlier', run: ([a, b]) => compare(a, b) < 0 },
  gt: { takes: [2, 2], usage: 'gt a b', gives: 'true when a is greater or later', run: ([a, b]) => compare(a, b) > 0 },
  and: {
    takes: [2, 20],
    usage: 'and a b ...',
    gives: 'the first empty value, or else the last one',
    run: (args) => args.find(isEmpty) ?? (args.some(isEmpty) ? null : args.at(-1)),
  },
  or: {
    takes: [2, 20],
    usage: 'or a b ...',
    gives: 'the first value that is not empty, or else the last one',
    run: (args) => args.find((value) => !isEmpty(value)) ?? args.at(-1),
  },
  not: { takes: [1, 1], usage: 'not a', gives: 'true when a is empty', run: ([a]) => isEmpty(a) },
  join: {
    takes: [2, 2],
    usage: 'join list ", "',
    gives: 'the items of a list with a separator, empty ones left out',
    run: ([items, separator]) => texts(list(items)).join(text(separator)),
  },
  'join-with': {
    takes: [2, 20],
    usage: 'join-with ", " city state country',
    gives: 'the values with a separator, empty ones left out',
    run: ([separator, ...values]) => texts(values).join(text(separator)),
  },
  'and-list': {
    takes: [1, 1],
    usage: 'and-list list',
    gives: 'the items as "a", "a and b", "a, b and c"',
    run: ([items]) => andList(texts(list(items))),
  },
  paragraphs: {
    takes: [1, 1],
    usage: 'paragraphs x',
    gives: 'a text as the list of its paragraphs, which blank lines part',
    run: ([x]) =>
      text(x)
        .split(/(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)/)
        .filter((paragraph) => paragraph.trim() !== ''),
  },
  excerpt: {
    takes: [2, 2],
    usage: 'excerpt x 160',
    gives: 'the first sentences of a text that fit into so many characters, or else its first words and "…"',
    run: ([x, most]) => {
      if (typeof most !== 'number' || most < 1)
        throw new HelperFault('the second value must be a number of characters');
      return excerpt(text(x), most);
    },
  },
  first: {
    takes: [2, 2],
    usage: 'first list 3',
    gives: 'the first so many items of a list',
    run: ([items, most]) => {
      if (typeof most !== 'number') throw new HelperFault('the second value must be a number');
      return list(items).slice(0, Math.max(0, most));
    },
  },
  'one-of': {
    takes: [2, 20],
    usage: 'one-of x "a" "b"',
    gives: 'true when the first value is one of the others',
    run: ([x, ...others]) => others.some((other) => (other ?? null) === (x ?? null)),
  },
  count: {
    takes: [1, 1],
    usage: 'count list',
    gives: 'how many items a list has',
    run: ([items]) => list(items).length,
  },
  plural: {
    takes: [3, 3],
    usage: 'plural n "day" "days"',
    gives: 'the word for one or for many, without the number',
    run: ([n, one, many]) => {
      if (n === null || n === undefined) return '';
      if (typeof n !== 'number') throw new HelperFault('the first value must be a number');
      return Math.abs(n) === 1 ? text(one) : text(many);
    },
  },
  date: {
    takes: [1, 1],
    usage: 'date x',
    gives: '"2026", "Sep 2026" or "September 15, 2026"',
    run: ([x]) => dateText(text(x)),
  },
  'short-date': {
    takes: [1, 1],
    usage: 'short-date x',
    gives: '"2026", "Sep 2026" or "Sep 15, 2026", for narrow columns',
    run: ([x]) => shortDateText(text(x)),
  },
  'date-range': {
    takes: [2, 2],
    usage: 'date-range from to',
    gives: '"Sep–Oct 2024"; "Jul 2019 – present" when to is empty',
    run: ([from, to]) => dateRangeText(text(from), text(to)),
  },
  concat: {
    takes: [1, 20],
    usage: 'concat a b ...',
    gives: 'the values without anything between',
    run: (args) => args.map(text).join(''),
  },
  default: {
    takes: [2, 2],
    usage: 'default x "none"',
    gives: 'x, or the second value when x is null or an empty text',
    run: ([x, fallback]) => (x === null || x === undefined || x === '' ? fallback : x),
  },
};
