import { addEmergencyBreaks } from './emergency-breaks.js';
import { breakAddress, findAddresses, type TextRange } from './addresses.js';
import { findOpportunities } from './break-opportunities.js';
import { Opportunity, type Opportunities } from './opportunity.js';
import { listBreakpoints, type Breakpoint } from './breakpoints.js';
import { HyphenPointFinder } from './hyphen-points.js';
import { hangBefore, hangingOf, type Hanging } from './hanging.js';
import type { Hyphenator } from './hyphenation.js';
import { findCompoundNames, preferNameParts } from './names.js';
import { joinSpans, type Paragraph } from './paragraph.js';
import { cutIntoPieces, type Piece, type Stretch } from './pieces.js';
import { positionLine } from './position-lines.js';
import { fitParagraph, type FitRules } from './total-fit.js';
import type { BreakOptions, SetLine, TextSpan } from './types.js';
import type { WordShaper } from './word-shaper.js';

/** What line breaking works with. */
export interface LineBreakingTools {
  readonly shaper: WordShaper;
  readonly hyphenator: Hyphenator;
  /** The line of a stretch without any content: its height is that of the style. */
  emptyLine(span: TextSpan): SetLine;
}

/** Ratio up to which a paragraph is set without hyphens, and up to which with them. */
const TOLERANCE = 1;
const HYPHENATED_TOLERANCE = 3;
const RAGGED_TOLERANCE = 2.2;
/** Ems, or this part of the measure; see {@link FitRules}. */
const RAGGED_MARGIN = 3;
const RAGGED_SHARE = 1 / 7;
const SHORT_LINE = 4.5;
const RAGGED_SHORT_LINE = 7;
/** A last line narrower than this, ems, holds one short word: then hyphens are tried too. */
const LONELY_WORD = 2.8;
const EMERGENCY_STRETCH = 0.5;

/** Ems; the widest character that addresses have is a three-em dash. */
const WIDEST_CHARACTER = 3;

/** Sets a paragraph: finds the best breaks of each stretch between forced breaks, then positions its lines. */
export function breakParagraph(tools: LineBreakingTools, spans: readonly TextSpan[], options: BreakOptions): SetLine[] {
  const text = prepareText(tools.shaper, spans, options.lang, options.measure);
  const { measure, align } = options;
  const hanging = hangingOf(align, text.paragraph.baseLevel, options.opticalMargins ?? false);
  const lines: SetLine[] = [];
  text.stretches.forEach(({ pieces, span }, index) => {
    const indent = index === 0 ? (options.indent ?? 0) : 0;
    const emptySpan = spans[span];
    if (pieces.length === 0) {
      if (emptySpan !== undefined) lines.push(tools.emptyLine(emptySpan));
      return;
    }
    const broken = breakStretch(tools, text, index, options, indent, hanging);
    broken.ends.forEach((end, line) => {
      const last = line === broken.ends.length - 1;
      const forced = last && index < text.stretches.length - 1;
      const frame = { measure, align, last, forced, indent: line === 0 ? indent : 0, hanging };
      lines.push(positionLine(text.paragraph, broken.pieces, broken.ends[line - 1], end, frame));
    });
  });
  return lines;
}

/** A paragraph as line breaking sees it. */
export interface PreparedText {
  readonly paragraph: Paragraph;
  readonly opportunities: Opportunities;
  readonly stretches: readonly Stretch[];
}

/** Finds the break opportunities of a paragraph and shapes its pieces. */
export function prepareText(
  shaper: WordShaper,
  spans: readonly TextSpan[],
  lang: string,
  measure: number,
): PreparedText {
  const paragraph = joinSpans(spans);
  const opportunities = findOpportunities(paragraph.text, paragraph.zeroWidthBreaks, lang);
  const largest = spans.reduce((size, { style }) => Math.max(size, style.size), 0);
  // All that is asked is what is wider than half the measure: short addresses need not be shaped for that.
  const widthOf = (range: TextRange): number => {
    const most = (range.end - range.start) * WIDEST_CHARACTER * largest;
    return most <= measure / 2 ? most : rangeWidth(paragraph, shaper, lang, range);
  };
  for (const address of findAddresses(paragraph.text)) {
    breakAddress(paragraph.text, address, { measure, widthOf }, opportunities);
  }
  preferNameParts(paragraph, opportunities);
  for (const name of findCompoundNames(paragraph)) {
    if (widthOf(name) <= measure / 2) opportunities.fill(Opportunity.None, name.start + 1, name.end);
  }
  return { paragraph, opportunities, stretches: cutIntoPieces(paragraph, opportunities, shaper, lang) };
}

interface BrokenStretch {
  readonly pieces: readonly Piece[];
  /** The break at the end of each line. */
  readonly ends: readonly Breakpoint[];
}

/** Tries without hyphens, then with them (also for a word alone on the last line), then with breaks of last resort and any looseness. */
function breakStretch(
  tools: LineBreakingTools,
  text: PreparedText,
  index: number,
  options: BreakOptions,
  indent: number,
  hanging: Hanging,
): BrokenStretch {
  const { paragraph, opportunities } = text;
  const justify = options.align === 'justify';
  let pieces = text.stretches[index]?.pieces ?? [];
  const size = pieces.reduce((largest, piece) => Math.max(largest, piece.style.size), 0);
  const rules = (tolerance: number, extraStretch: number): FitRules => ({
    // The first line's start is no breakpoint: what hangs there is room gained.
    firstMeasure: options.measure - indent + hangBefore(pieces[0], hanging),
    measure: options.measure,
    justify,
    tolerance,
    extraStretch: justify
      ? extraStretch
      : Math.min(Math.max(RAGGED_MARGIN * size, options.measure * RAGGED_SHARE), options.measure / 4),
    shortLine: Math.min((justify ? SHORT_LINE : RAGGED_SHORT_LINE) * size, options.measure / 4),
  });
  const attempt = (points: HyphenPointFinder | undefined, fit: FitRules): BrokenStretch | undefined => {
    const breakpoints = listBreakpoints(paragraph.text, pieces, opportunities, points, hanging);
    const ends = fitParagraph(breakpoints, fit)?.map((end) => breakpoints[end]!);
    return ends === undefined ? undefined : { pieces, ends };
  };

  const plain = attempt(undefined, rules(justify ? TOLERANCE : RAGGED_TOLERANCE, 0));
  if (plain !== undefined && (!justify || lastWidth(plain) >= LONELY_WORD * size)) return plain;
  const points = new HyphenPointFinder(tools.hyphenator, paragraph, options);
  const hyphenated = justify ? attempt(points, rules(HYPHENATED_TOLERANCE, 0)) : undefined;
  const found = hyphenated ?? plain;
  if (found !== undefined) return found;

  const narrowest = Math.min(options.measure, options.measure - indent);
  for (let round = 0; round < 4; round++) {
    const breakpoints = listBreakpoints(paragraph.text, pieces, opportunities, points, hanging);
    if (!addEmergencyBreaks(paragraph.text, pieces, breakpoints, narrowest, opportunities)) break;
    pieces = cutIntoPieces(paragraph, opportunities, tools.shaper, options.lang)[index]?.pieces ?? pieces;
  }
  return attempt(points, rules(Infinity, EMERGENCY_STRETCH * size)) ?? { pieces, ends: [] };
}

/** Width of the last line of several; Infinity for a single one. */
function lastWidth({ ends }: BrokenStretch): number {
  const before = ends.at(-2);
  return before === undefined ? Infinity : ends.at(-1)!.endWidth - before.startWidth;
}

function rangeWidth(paragraph: Paragraph, shaper: WordShaper, lang: string, range: TextRange): number {
  const unbroken = new Uint8Array(paragraph.text.length + 1);
  const stretches = cutIntoPieces(paragraph, unbroken, shaper, lang, range);
  return stretches.reduce((sum, { pieces }) => pieces.reduce((width, piece) => width + piece.width, sum), 0);
}
