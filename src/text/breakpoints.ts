import { Opportunity, type Opportunities } from './opportunity.js';
import type { HyphenPointFinder } from './hyphen-points.js';
import { hangAfter, hangBefore, hyphenHang, NO_HANGING, type Hanging } from './hanging.js';
import type { Piece } from './pieces.js';

/**
 * A place where a line may end. The totals are sums from the start of the stretch: a line from break `a` to break `b`
 * has the natural width `b.endWidth - a.startWidth`, and likewise its stretch and shrink.
 */
export interface Breakpoint {
  /**
   * The line's content ends before this piece; its `offset` first characters belong to the line when it is hyphenated.
   */
  readonly endPiece: number;
  /** The next line's content starts with this piece (after `offset` characters of it). */
  readonly startPiece: number;
  /** UTF-16 units of the hyphenated piece that stay on the line, 0 at other breaks. */
  readonly offset: number;
  readonly endWidth: number;
  readonly endStretch: number;
  readonly endShrink: number;
  readonly startWidth: number;
  readonly startStretch: number;
  readonly startShrink: number;
  readonly cost: BreakCost;
}

/** What a break costs besides the looseness of its line. */
export type BreakCost =
  'space' | 'letter' | 'dash' | 'compound' | 'reluctant' | 'address' | 'emergency' | 'hyphen' | 'end';

/** Lists the places where lines may end, in order; the last one is the end of the stretch. */
export function listBreakpoints(
  text: string,
  pieces: readonly Piece[],
  opportunities: Opportunities,
  hyphenPoints: HyphenPointFinder | undefined,
  hanging: Hanging = NO_HANGING,
): Breakpoint[] {
  const breakpoints: Breakpoint[] = [];
  let width = 0;
  let stretch = 0;
  let shrink = 0;
  // Totals before the white space that the line would end with.
  let content = { piece: 0, width: 0, stretch: 0, shrink: 0 };
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index]!;
    if (piece.kind === 'word' && hyphenPoints !== undefined) {
      for (const { offset, before, after } of hyphenPoints.pointsIn(piece)) {
        breakpoints.push({
          endPiece: index,
          startPiece: index,
          offset,
          endWidth: width + (before - hyphenHang(piece, hanging)) * piece.style.size,
          endStretch: stretch,
          endShrink: shrink,
          startWidth: width + piece.width - after * piece.style.size,
          startStretch: stretch,
          startShrink: shrink,
          cost: 'hyphen',
        });
      }
    }
    width += piece.width;
    stretch += piece.stretch;
    shrink += piece.shrink;
    // What a word stretches by comes after it: not at the end of a line.
    if (piece.kind === 'word') content = { piece: index + 1, width, stretch: stretch - piece.stretch, shrink };
    const last = index === pieces.length - 1;
    const opportunity = opportunities[piece.end] ?? Opportunity.None;
    // White space over several spans: the break stands after all of it.
    if (!last && (opportunity === Opportunity.None || pieces[index + 1]?.kind === 'space')) continue;
    breakpoints.push({
      endPiece: content.piece,
      startPiece: index + 1,
      offset: 0,
      endWidth: content.width - hangAfter(pieces[content.piece - 1], hanging),
      endStretch: content.stretch,
      endShrink: content.shrink,
      startWidth: width + hangBefore(pieces[index + 1], hanging),
      startStretch: stretch,
      startShrink: shrink,
      cost: last ? 'end' : costOf(text, piece, opportunity),
    });
  }
  return breakpoints;
}

function costOf(text: string, piece: Piece, opportunity: number): BreakCost {
  if (opportunity === Opportunity.Emergency) return 'emergency';
  if (opportunity === Opportunity.Address) return 'address';
  if (opportunity === Opportunity.Reluctant) return 'reluctant';
  if (piece.kind === 'space') return 'space';
  const last = text.charAt(piece.end - 1);
  return /[-\u2010/]/.test(last) ? 'compound' : /[\u2013\u2014]/.test(last) ? 'dash' : 'letter';
}
