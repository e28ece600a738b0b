import { didYouMean, fillMarks } from '../template/index.js';
import { isPartialDate } from '../schema/values.js';
import {
  PERIOD_KINDS,
  TIMELINE_KINDS,
  type Period,
  type PeriodKind,
  type TimelineKind,
  type TimelineMark,
} from '../figure/types.js';
import type { DirectiveNode } from './directive-tree.js';
import type { Parsing } from './parsing.js';

/** Most rows of one figure: more would not be legible on a page. */
export const MOST_FIGURE_ROWS = 24;

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads `date | label | kind` lines; the kind may be followed by `expected`. A row that cannot be drawn is reported at
 * its line and left out.
 */
export function readTimelineMarks(node: DirectiveNode, parsing: Parsing): TimelineMark[] {
  return rowsOf(node, parsing).flatMap(({ line, cells }): TimelineMark[] => {
    const [date = '', label = '', words = ''] = cells;
    const flags = words.split(/\s+/).filter(Boolean);
    const expected = flags.includes('expected');
    const kind = flags.find((word) => word !== 'expected') ?? 'event';
    const usage = 'a row is "date | label | kind", with "expected" after the kind where the date may move';
    if (!isPartialDate(date)) return badRow(parsing, line, `:::timeline cannot place "${date}"`, date, [DATES, usage]);
    if (label === '') return badRow(parsing, line, 'a row of :::timeline has no label', date, [usage]);
    if (!isOneOf(TIMELINE_KINDS, kind)) return badKind(parsing, line, ':::timeline', kind, TIMELINE_KINDS);
    return [{ date, label, kind: kind satisfies TimelineKind, expected }];
  });
}

/** Reads `from | to | label | kind` lines; `to` is a date, `present`, or empty for the day or month of `from` alone. */
export function readPeriods(node: DirectiveNode, parsing: Parsing): Period[] {
  return rowsOf(node, parsing).flatMap(({ line, cells }): Period[] => {
    const [from = '', end = '', label = '', kind = ''] = cells;
    const to = end === 'present' ? null : end === '' ? from : end;
    const usage = 'a row is "from | to | label | kind"; an end may be "present"';
    if (!isPartialDate(from)) return badRow(parsing, line, `:::chart cannot place "${from}"`, from, [DATES, usage]);
    if (to !== null && !isPartialDate(to)) {
      return badRow(parsing, line, `:::chart cannot place "${to}"`, to, [DATES, usage]);
    }
    if (to !== null && to < from.slice(0, to.length)) {
      return badRow(parsing, line, `a period of :::chart ends before it begins`, `${from} | ${to}`, [usage]);
    }
    if (label === '') return badRow(parsing, line, 'a row of :::chart has no label', from, [usage]);
    const own = kind === '' ? 'other' : kind;
    if (!isOneOf(PERIOD_KINDS, own)) return badKind(parsing, line, ':::chart', own, PERIOD_KINDS);
    return [{ from, to, label, kind: own satisfies PeriodKind }];
  });
}

const DATES = 'dates are YYYY, YYYY-MM or YYYY-MM-DD';

/** The rows of the directive's lines. Cells are parted in the template's own text, so no value can part them. */
function rowsOf(node: DirectiveNode, parsing: Parsing): Row[] {
  const rows: Row[] = [];
  for (const part of node.children) {
    if (part.kind === 'directive') {
      const message = `:::${node.name} holds rows, not :::${part.name}`;
      parsing.warnAtLine(part.line, 'figure/bad-row', message, { found: `:::${part.name}` });
      continue;
    }
    for (const [index, raw] of part.text.split('\n').entries()) {
      const text = raw.trim().replace(/^[-*+] /, '');
      if (text === '') continue;
      const cells = ` ${text} `.split(' | ').map((cell) => fillMarks(cell, parsing.slots).replace(/\s+/g, ' ').trim());
      rows.push({ line: part.line + index, cells });
    }
  }
  const extra = rows[MOST_FIGURE_ROWS];
  if (extra) {
    const message = `:::${node.name} has ${rows.length} rows; the first ${MOST_FIGURE_ROWS} are drawn`;
    const hints = ['choose the rows that matter most'];
    parsing.warnAtLine(extra.line, 'figure/bad-row', message, { found: String(rows.length), hints });
  }
  return rows.slice(0, MOST_FIGURE_ROWS);
}

function badRow(parsing: Parsing, line: number, message: string, found: string, hints: readonly string[]): never[] {
  parsing.warnAtLine(line, 'figure/bad-row', message, { found: found.slice(0, 80), hints });
  return [];
}

function badKind(parsing: Parsing, line: number, of: string, kind: string, known: readonly string[]): never[] {
  const hints = [...didYouMean(kind, known), `it may be ${known.join(', ')}`];
  return badRow(parsing, line, `${of} has no kind "${kind}"`, kind, hints);
}

function isOneOf<Word extends string>(words: readonly Word[], text: string): text is Word {
  return (words as readonly string[]).includes(text);
}
