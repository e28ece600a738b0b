/**
 * What a page break costs, by where it falls: the one place for these numbers. A page breaker adds them to what an
 * unfilled page costs (`pageCost` in `paginate.ts`; an empty half is about 1,250), so that each number says how much
 * white space is better than breaking there. None is infinite: a break that nothing can avoid must still be possible.
 */
export const BREAK_COST = {
  /** Between blocks that have nothing to do with each other. */
  block: 0,
  /** Between two lines of a paragraph, neither of them its first or last. */
  line: 5,
  /** After a line that ends in a hyphen. */
  hyphen: 40,
  /** Between two list items. */
  item: 4,
  /** After the first or before the last item of a list, or of short entries in a row. */
  outerItem: 150,
  /** The same where what would stand alone is an item or fact of one or two lines. */
  loneItem: 700,
  /** Between a chart or timeline and the table of the same dates. */
  graphic: 700,
  /** Between two rows of a table. */
  row: 10,
  /** Where a text in the side column still reaches below what stands beside it. */
  beside: 300,
  /** Inside a list of a few short items. */
  shortList: 300,
  /** Inside a table of a few rows. */
  shortTable: 1_500,
  /** Inside a section that would fit on one page. */
  section: 150,
  /** Inside an entry that is shorter than half a page. */
  entry: 400,
  /** Before the last three rows of a table; before the last two. */
  thirdLastRow: 400,
  secondLastRow: 900,
  /** After the first or before the last row of a table. */
  outerRow: 3_000,
  /** Between a paragraph that ends in a colon and what it announces. */
  announced: 3_000,
  /** Inside a callout that would fit on one page. */
  callout: 4_000,
  /** Inside `:::keep` content that would fit on one page. */
  keep: 50_000,
  /** After the first or before the last line of a paragraph (orphan, widow). */
  lonelyLine: 100_000,
  /** Between a heading and the first two lines of what follows it. */
  strandedHeading: 1_000_000,
  /** Inside a section that must end on its first page and does. */
  fittedSection: 10_000_000,
} as const;

/** A break that must be taken. */
export const FORCED_BREAK = Number.NEGATIVE_INFINITY;

/** Cost of breaking a table of `count` rows after its first `index` rows. */
export function rowBreakCost(index: number, count: number): number {
  const rest = count - index;
  if (index === 1 || rest === 1) return BREAK_COST.outerRow;
  return rest === 2 ? BREAK_COST.secondLastRow : rest === 3 ? BREAK_COST.thirdLastRow : BREAK_COST.row;
}

/** Cost of breaking a paragraph of `count` lines after its first `index` lines. */
export function lineBreakCost(index: number, count: number, hyphenated: boolean): number {
  const lonely = index < 2 || count - index < 2;
  return (lonely ? BREAK_COST.lonelyLine : BREAK_COST.line) + (hyphenated ? BREAK_COST.hyphen : 0);
}
