import { isPartialDate } from '../schema/values.js';
import type { Problems } from './problems.js';
import { entriesAt, mappingsIn, textAt } from './raw-data.js';
import type { DataPath } from './source-tree.js';

/** True when all of `end` lies before all of `start`; 2024 and 2024-05 overlap, so neither is before the other. */
export function isBefore(end: string, start: string): boolean {
  const length = Math.min(end.length, start.length);
  return end.slice(0, length) < start.slice(0, length);
}

function dateAt(data: unknown, path: DataPath): string | null {
  const text = textAt(data, path);
  return text !== null && isPartialDate(text) ? text : null;
}

/** Finds periods that end before they start, and steps of a request in an impossible order. */
export function checkDates(data: unknown, problems: Problems): void {
  const check = (base: DataPath, earlier: string, later: string, message: string): void => {
    const first = dateAt(data, [...base, earlier]);
    const last = dateAt(data, [...base, later]);
    if (first === null || last === null || !isBefore(last, first)) return;
    const line = problems.lineOf([...base, earlier]);
    const hints = [`"${earlier}" on line ${line} is ${first}, "${later}" is ${last}; correct one of them`];
    problems.add({ code: 'input/date-order', message, path: [...base, later], hints });
  };

  for (const { path } of mappingsIn(data)) check(path, 'start', 'end', 'the end is before the start');
  for (const { path } of entriesAt(data, ['cv', 'licensure']))
    check(path, 'date', 'expires', 'it expires before it is issued');
  for (const { path } of entriesAt(data, ['letters'])) {
    const request = [...path, 'request'];
    check(request, 'askedOn', 'agreedOn', 'the writer agreed before being asked');
    check(request, 'agreedOn', 'targetDate', 'the target date is before the writer agreed');
    if (dateAt(data, [...request, 'agreedOn']) === null) {
      check(request, 'askedOn', 'targetDate', 'the target date is before the writer was asked');
    }
  }
}
