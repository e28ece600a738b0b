import { graphemesOf } from './graphemes.js';
import { Opportunity, type Opportunities } from './opportunity.js';
import type { Breakpoint } from './breakpoints.js';
import type { Piece } from './pieces.js';

/**
 * Adds breaks of last resort wherever what lies between two breakpoints is wider than the measure: at the edges of its
 * pieces (also at no-break spaces), and inside a word that is too wide alone, so that each part is as long as fits.
 * `opportunities` is changed. Returns true when something was added.
 */
export function addEmergencyBreaks(
  text: string,
  pieces: readonly Piece[],
  breakpoints: readonly Breakpoint[],
  measure: number,
  opportunities: Opportunities,
): boolean {
  let added = false;
  const add = (offset: number): void => {
    if (opportunities[offset] !== Opportunity.None) return;
    opportunities[offset] = Opportunity.Emergency;
    added = true;
  };
  let start: Breakpoint | undefined;
  for (const end of breakpoints) {
    if (end.endWidth - (start?.startWidth ?? 0) > measure) {
      const first = start?.startPiece ?? 0;
      const last = end.offset > 0 ? end.endPiece : end.endPiece - 1;
      for (let index = first; index <= last; index++) {
        const piece = pieces[index];
        if (piece === undefined) continue;
        if (index > first && piece.kind === 'word') add(piece.start);
        if (piece.kind === 'word' && (piece.width > measure || first === last)) splitWord(text, piece, measure, add);
      }
    }
    start = end;
  }
  return added;
}

/** Each part takes as many grapheme clusters as fit, at least one. */
function splitWord(text: string, piece: Piece, measure: number, add: (offset: number) => void): void {
  const fits = (start: number, end: number): boolean =>
    piece.setting.shape(text.slice(start, end)).ems * piece.style.size <= measure;
  let start = piece.start;
  let end = piece.start;
  for (const { segment } of graphemesOf(text.slice(piece.start, piece.end))) {
    if (end > start && !fits(start, end + segment.length)) {
      add(end);
      start = end;
    }
    end += segment.length;
  }
}
