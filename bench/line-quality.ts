/** Measures of set lines, the same for every way of setting them. Lengths are points. */

/** A word on a line, from its left to its right edge by its advance widths. */
export interface SetWord {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** The lines of one paragraph. */
export type SetParagraph = readonly (readonly SetWord[])[];

/** What {@link measureQuality} finds in a text. */
export interface LineQuality {
  readonly lines: number;
  /** Lines that are justified: all but the last ones of paragraphs. */
  readonly justified: number;
  /** Sum of |r|^3 over the justified lines. */
  readonly looseness: number;
  /** Lines with r above 1, and the largest and smallest r. */
  readonly loose: number;
  readonly largest: number;
  readonly smallest: number;
  readonly hyphens: number;
  /** Pairs of neighbouring lines that both end in a hyphen. */
  readonly consecutive: number;
  readonly rivers: number;
  /** Lines of the longest river. */
  readonly longestRiver: number;
  /** Shortest last line of a paragraph of more than one line. */
  readonly shortestLast: number;
}

/** Stretch and shrink of a space, as parts of its width: those of Typst and of this library alike. */
const STRETCH = 1 / 2;
const SHRINK = 1 / 3;
/** Lines that a chain of gaps must run through to be a river. */
const RIVER_LINES = 3;

/** @param space natural width of a word space */
export function measureQuality(paragraphs: readonly SetParagraph[], space: number): LineQuality {
  const ratios = paragraphs.flatMap((lines) => lines.slice(0, -1).map((line) => ratioOf(line, space)));
  const endsInHyphen = paragraphs.map((lines) => lines.map((line) => /[-\u00AD\u2010]$/.test(line.at(-1)?.text ?? '')));
  const rivers = paragraphs.flatMap((lines) => riversOf(lines, space));
  const lastLines = paragraphs.filter((lines) => lines.length > 1).map((lines) => widthOf(lines.at(-1) ?? []));
  return {
    lines: paragraphs.reduce((sum, lines) => sum + lines.length, 0),
    justified: ratios.length,
    looseness: ratios.reduce((sum, r) => sum + Math.abs(r) ** 3, 0),
    loose: ratios.filter((r) => r > 1).length,
    largest: Math.max(...ratios),
    smallest: Math.min(...ratios),
    hyphens: endsInHyphen.flat().filter(Boolean).length,
    consecutive: endsInHyphen.reduce(
      (sum, ends) => sum + ends.filter((hyphen, index) => hyphen && ends[index + 1] === true).length,
      0,
    ),
    rivers: rivers.length,
    longestRiver: Math.max(0, ...rivers),
    shortestLast: Math.min(...lastLines),
  };
}

function widthOf(line: readonly SetWord[]): number {
  return (line.at(-1)?.right ?? 0) - (line[0]?.left ?? 0);
}

/** By how much of their stretch (positive) or shrink (negative) the spaces of a line differ from their natural width. */
function ratioOf(line: readonly SetWord[], space: number): number {
  const gaps = line.slice(1).map((word, index) => word.left - (line[index]?.right ?? 0));
  if (gaps.length === 0) return 0;
  const excess = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length - space;
  return excess / (space * (excess > 0 ? STRETCH : SHRINK));
}

/**
 * Lengths, in lines, of the rivers of a paragraph. A river is a chain of spaces, one in each of at least three
 * neighbouring lines, each of which overlaps the one above by more than half of a natural space. Chains that share
 * spaces count once, as the longest.
 */
function riversOf(lines: SetParagraph, space: number): number[] {
  interface Gap {
    readonly left: number;
    readonly right: number;
    /** Length of the longest chain that ends here, and the first gap of it. */
    readonly length: number;
    readonly source: object;
  }
  const longest = new Map<object, number>();
  let above: Gap[] = [];
  for (const line of lines) {
    const gaps: Gap[] = line.slice(1).map((word, index) => {
      const [left, right] = [line[index]?.right ?? 0, word.left];
      const touching = above.filter((gap) => Math.min(right, gap.right) - Math.max(left, gap.left) > space / 2);
      const before = touching.reduce<Gap | undefined>(
        (best, gap) => (best === undefined || gap.length > best.length ? gap : best),
        undefined,
      );
      return { left, right, length: (before?.length ?? 0) + 1, source: before?.source ?? {} };
    });
    for (const { source, length } of gaps) longest.set(source, Math.max(length, longest.get(source) ?? 0));
    above = gaps;
  }
  return [...longest.values()].filter((length) => length >= RIVER_LINES);
}
