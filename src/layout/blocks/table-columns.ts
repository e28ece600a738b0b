/** What a column asks for, points, without the space between columns. */
export interface ColumnDemand {
  /** Width of its longest piece that cannot be broken. */
  readonly min: number;
  /** Width at which no cell wraps. */
  readonly natural: number;
  /** Numbers and dates: keeps its natural width as long as the others keep their minimum. */
  readonly rigid: boolean;
  /** Takes part of the width that nobody needs. */
  readonly grows: boolean;
}

/** Long cells get wider columns, but less than in proportion: twice the text, about half as much width again. */
const SHARE_EXPONENT = 0.6;
/** A column that needs only this much more than its share gets it, so that short cells do not wrap for a few points. */
const INDULGENCE = 1.3;
/** And so does one that needs no more than this part of the width. */
const NARROW = 0.16;

/**
 * Divides a width among columns. When everything fits on one line, the rest goes to the columns that grow; otherwise
 * narrow columns keep what they ask for and long ones share, none below its minimum as long as that is possible. Columns
 * that need little more than their share get it, unless the rows, whose natural widths are given, take more lines then.
 *
 * @param rows natural width of each cell, row by row, points
 */
export function columnWidths(
  demands: readonly ColumnDemand[],
  width: number,
  rows: readonly (readonly number[])[] = [],
): number[] {
  const natural = sum(demands.map((d) => d.natural));
  if (natural <= width) return stretch(demands, width - natural);
  const rigid = sum(demands.map((d) => (d.rigid ? d.natural : d.min)));
  const asked = rigid <= width ? demands.map((d) => (d.rigid ? { ...d, min: d.natural } : d)) : demands;
  const least = sum(asked.map((d) => d.min));
  if (least >= width) return asked.map((d) => (d.min / least) * width);
  const indulgent = share(asked, width, INDULGENCE);
  const strict = share(asked, width, 1);
  return linesOf(rows, strict) < linesOf(rows, indulgent) ? strict : indulgent;
}

/** Lines are seldom filled to their end. */
const FILLED = 0.92;

/** About how many lines rows take at some widths. */
function linesOf(rows: readonly (readonly number[])[], widths: readonly number[]): number {
  const lines = (natural: number, width: number): number => (natural <= width ? 1 : natural / (width * FILLED));
  return sum(rows.map((row) => Math.max(...row.map((natural, index) => Math.ceil(lines(natural, widths[index]!))))));
}

function stretch(demands: readonly ColumnDemand[], rest: number): number[] {
  const some = demands.some((d) => d.grows);
  const weights = demands.map((d) => (d.grows || !some ? Math.sqrt(d.natural + 1) : 0));
  const total = sum(weights);
  return demands.map((d, index) => d.natural + (rest * weights[index]!) / total);
}

/** Settles one column at a time: first any whose share is under its minimum, then any that needs little more. */
function share(demands: readonly ColumnDemand[], width: number, indulgence: number): number[] {
  const widths = new Map<number, number>();
  for (;;) {
    const open = demands.map((_, index) => index).filter((index) => !widths.has(index));
    const rest = width - sum([...widths.values()]);
    const weight = (index: number): number => (demands[index]!.natural + 1) ** SHARE_EXPONENT;
    const total = sum(open.map(weight));
    const part = (index: number): number => (rest * weight(index)) / total;
    const short = open.find((index) => part(index) < demands[index]!.min);
    if (short !== undefined) {
      widths.set(short, demands[short]!.min);
      continue;
    }
    const least = sum(open.map((index) => demands[index]!.min));
    const modest = open.find((index) => {
      const { natural, min } = demands[index]!;
      const isModest = natural <= Math.max(part(index) * indulgence, width * NARROW);
      return isModest && open.length > 1 && rest - natural >= least - min;
    });
    if (modest === undefined) {
      for (const index of open) widths.set(index, part(index));
      return demands.map((_, index) => widths.get(index)!);
    }
    widths.set(modest, demands[modest]!.natural);
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
