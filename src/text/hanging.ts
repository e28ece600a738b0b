import type { Piece } from './pieces.js';
import type { Align } from './types.js';

/** At which ends of the lines of a paragraph punctuation hangs out of the measure. */
export interface Hanging {
  readonly start: boolean;
  readonly end: boolean;
  /** Direction of the paragraph: a word that runs against it does not hang, for its ends stand elsewhere. */
  readonly baseLevel: 0 | 1;
}

export const NO_HANGING: Hanging = { start: false, end: false, baseLevel: 0 };

/** Justified text hangs at both ends, ragged text at its even side. */
export function hangingOf(align: Align, baseLevel: 0 | 1, opticalMargins: boolean): Hanging {
  if (!opticalMargins || align === 'center') return NO_HANGING;
  // Right-to-left text that is not justified stands at the right: its start.
  const even = baseLevel === 0 && align === 'right' ? 'end' : 'start';
  const both = align === 'justify';
  return { start: both || even === 'start', end: both || even === 'end', baseLevel };
}

/** Points by which a line that starts with a piece hangs out there. */
export function hangBefore(piece: Piece | undefined, hanging: Hanging): number {
  if (!hanging.start || piece === undefined || (piece.level & 1) !== hanging.baseLevel) return 0;
  return piece.shaped.hang.start * piece.style.size;
}

/** Points by which a line that ends with a piece hangs out there. */
export function hangAfter(piece: Piece | undefined, hanging: Hanging): number {
  if (!hanging.end || piece === undefined || (piece.level & 1) !== hanging.baseLevel) return 0;
  return piece.shaped.hang.end * piece.style.size;
}

/** Ems by which the hyphen of a broken word hangs out. */
export function hyphenHang(piece: Piece, hanging: Hanging): number {
  return hanging.end && (piece.level & 1) === hanging.baseLevel ? piece.setting.hyphen().hang.end : 0;
}
