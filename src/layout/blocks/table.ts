import type { Table, TableCell } from '../../document/types.js';
import type { Align, TextSpan } from '../../text/types.js';
import { BREAK_COST, rowBreakCost } from '../break-costs.js';
import { takeFullWidth, type LayoutJob, type Region } from '../layout-job.js';
import { isBlank, plainText } from '../plain-text.js';
import { addRowSlices, rowBox, type RowCell } from '../row.js';
import { breakSpans, spansOf } from '../set-text.js';
import { appendElement } from '../structure.js';
import type { ParagraphStyle } from '../styles.js';
import type { RunData, StructureElement } from '../types.js';
import type { Box, Enclosure, RectPart } from '../vertical-items.js';
import { columnWidths, type ColumnDemand } from './table-columns.js';

interface SpanCell {
  readonly text: string;
  readonly spans: readonly TextSpan<RunData>[];
}
interface Column {
  readonly x: number;
  readonly width: number;
  readonly align: Align;
}

/** One word of a number, amount, period or date. */
const FIGURE =
  /^(?:[\d.,:/%+()#$€£]*|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?,?|present|now|to)$/i;

/** True for text that is short, and worthless when it wraps: numbers and dates. */
function isFigures(text: string): boolean {
  return text.split(/[\s–—-]+/).every((word) => FIGURE.test(word));
}

/** A rigid column never takes more than this part of the table. */
const WIDEST_RIGID = 0.3;
/** Columns that fit side by side on one line stand no closer than this part of the space between them. */
const LEAST_GAP = 0.6;
/** A hair more than the text, so that rounding never wraps a cell that just fits, points. */
const HAIR = 0.1;

/** A table of so many rows, and no more than this part of a page, stays whole where it can. */
const SHORT_TABLE = 6;
const SHORT_TABLE_SHARE = 0.35;

/** Adds a table: hairlines between rows, a head that comes again on each page, rows that break between them only. */
export function collectTable(block: Table, narrow: Region, job: LayoutJob): void {
  const region = takeFullWidth(narrow);
  const { list } = region;
  const { table, space, tableCell, tableHead, colors } = job.styles;
  const count = Math.max(block.align.length, block.header.length, ...block.rows.map((row) => row.length));
  if (count === 0) return;
  const hasHead = block.header.some((cell) => !isBlank(cell.children));
  if (!hasHead && block.rows.length === 0) return;
  const element = appendElement(region.parent, 'Table');
  const head = hasHead ? headCells(block.header, count, element, tableHead, job) : undefined;
  const body = block.rows.length > 0 ? appendElement(element, 'TBody') : element;
  const named = hasRowHeads(block, count);
  const columnHeads = element.children.find(({ role }) => role === 'THead')?.children[0]?.children ?? [];
  const rows = block.rows.map((row) => {
    const tr = appendElement(body, 'TR');
    return cellsOf(row, count, tableCell, job, (index) => bodyCell(tr, index, named, columnHeads));
  });
  const columns = columnsOf(block, head ? [head, ...rows] : rows, rows, region, job);
  const pad = { paddingTop: table.rowPadding, paddingBottom: table.rowPadding };
  const rule = (box: Box, height: number, color: string): Box => {
    const bar: RectPart = {
      kind: 'rect',
      x: region.x,
      y: box.height - height,
      width: region.width,
      height,
      color,
      artifact: 'layout',
    };
    return { ...box, parts: [...box.parts, bar] };
  };
  const setRow = (cells: readonly SpanCell[], paragraph: ParagraphStyle): RowCell[] =>
    cells.map((cell, index) => {
      const { x, width, align } = columns[index]!;
      return { x, paragraph, lines: breakSpans(cell.spans, paragraph, width, job, align) };
    });

  list.gap(space.block);
  const headRow = head
    ? rowBox(setRow(head, tableHead), { paddingTop: 0, paddingBottom: table.rowPadding + table.headRule }, true)
    : undefined;
  const headBox = headRow ? { ...rule(headRow, table.headRule, colors.muted), lines: 0 } : undefined;
  const enclosure: Enclosure = { before: 0, after: 0, ...(headBox ? { repeatedHead: headBox } : {}) };
  const start = list.length;
  list.open(enclosure);
  if (headBox) {
    list.box(headBox);
    list.gap(0, BREAK_COST.strandedHeading);
  }
  rows.forEach((row, index) => {
    if (index > 0) list.gap(0, rowBreakCost(index, rows.length));
    const cells = setRow(row, tableCell);
    const box = rowBox(cells, pad);
    if (box.height <= region.room - (headBox?.height ?? 0)) list.box(rule(box, table.rule, colors.rule));
    else addRowSlices(list, cells, pad);
  });
  list.close(enclosure);
  const short = rows.length <= SHORT_TABLE && list.heightFrom(start) <= region.room * SHORT_TABLE_SHARE;
  if (short) list.raiseCosts(start, BREAK_COST.shortTable);
  list.gap(space.block);
}

function headCells(
  header: readonly TableCell[],
  count: number,
  table: StructureElement,
  paragraph: ParagraphStyle,
  job: LayoutJob,
): SpanCell[] {
  const tr = appendElement(appendElement(table, 'THead'), 'TR');
  return cellsOf(header, count, paragraph, job, () => appendElement(tr, 'TH', { scope: 'Column' }));
}

/** A head is heard before every cell of its row: a longer text names nothing. */
const LONGEST_ROW_HEAD = 80;

/** True when the first column names the rows: no cell of it is empty or long, and no two are the same. */
function hasRowHeads({ rows }: Table, count: number): boolean {
  const names = rows.map((row) => plainText(row[0]?.children ?? []));
  return (
    count > 1 &&
    names.every((name) => name !== '' && name.length <= LONGEST_ROW_HEAD) &&
    new Set(names).size === names.length
  );
}

/** A cell of the body: the head of its row, or one that names the heads of its column and row. */
function bodyCell(
  row: StructureElement,
  index: number,
  named: boolean,
  columnHeads: readonly StructureElement[],
): StructureElement {
  if (!named) return appendElement(row, 'TD');
  if (index === 0) return appendElement(row, 'TH', { scope: 'Row' });
  const heads = [columnHeads[index], row.children[0]].filter((head) => head !== undefined);
  return appendElement(row, 'TD', { headers: heads });
}

/** Every row gets the same number of cells, or the structure would be irregular (PDF/UA-1, clause 7.5). */
function cellsOf(
  row: readonly TableCell[],
  count: number,
  paragraph: ParagraphStyle,
  job: LayoutJob,
  element: (index: number) => StructureElement,
): SpanCell[] {
  return Array.from({ length: count }, (_, index) => {
    const inlines = row[index]?.children ?? [];
    return { text: plainText(inlines), spans: spansOf(inlines, paragraph, element(index), job) };
  });
}

function columnsOf(
  block: Table,
  all: readonly (readonly SpanCell[])[],
  rows: readonly (readonly SpanCell[])[],
  region: Region,
  job: LayoutJob,
): Column[] {
  const { columnGap } = job.styles.table;
  const count = all[0]?.length ?? 0;
  const cells = all.map((row) => row.map(({ spans }) => (spans.length > 0 ? longestLine(spans, job) : 0)));
  const naturals = Array.from({ length: count }, (_, index) => Math.max(...cells.map((row) => row[index]!)));
  const needed = naturals.reduce((total, natural) => total + natural + HAIR, 0);
  // Columns that stand closer are better than a cell that wraps for a few points.
  const closest = (region.width - needed) / Math.max(1, count - 1);
  const gap = closest >= columnGap * LEAST_GAP ? Math.min(columnGap, closest) : columnGap;
  const room = region.width - gap * (count - 1);
  const fits = needed <= room + HAIR / 2;
  const demands = naturals.map((natural, index): ColumnDemand => {
    const min = fits ? 0 : Math.max(...all.map((row) => minMeasure(row[index]!.spans, job)));
    const figures = rows.every((row) => isFigures(row[index]!.text));
    const rigid = figures && natural <= room * WIDEST_RIGID;
    const grows = !rigid || block.align[index] === 'right' || block.align[index] === 'center';
    return { min: min + HAIR, natural: natural + HAIR, rigid, grows };
  });
  let x = region.x;
  return columnWidths(demands, room, cells).map((width, index) => {
    const column: Column = { x, width, align: block.align[index] ?? 'left' };
    x += width + gap;
    return column;
  });
}

function minMeasure(spans: readonly TextSpan<RunData>[], job: LayoutJob): number {
  return spans.length > 0 ? job.typesetter.minMeasure(spans) : 0;
}

/** Natural width of spans that may hold forced breaks. */
function longestLine(spans: readonly TextSpan<RunData>[], job: LayoutJob): number {
  if (!spans.some((span) => span.breakAfter)) return job.typesetter.measure(spans);
  let widest = 0;
  let start = 0;
  spans.forEach((span, index) => {
    if (!span.breakAfter && index < spans.length - 1) return;
    widest = Math.max(widest, job.typesetter.measure(spans.slice(start, index + 1)));
    start = index + 1;
  });
  return widest;
}
