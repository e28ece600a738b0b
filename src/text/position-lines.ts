import { reorderVisually } from './bidi.js';
import type { Breakpoint } from './breakpoints.js';
import { hangAfter, hangBefore, type Hanging } from './hanging.js';
import type { Paragraph } from './paragraph.js';
import type { Piece } from './pieces.js';
import type { Align, GlyphRun, LineRun, SetLine } from './types.js';

/** Where a line stands in its column. Lengths are points. */
export interface LineFrame {
  readonly measure: number;
  /** Indent of this line, on the side where it starts. */
  readonly indent: number;
  readonly align: Align;
  readonly last: boolean;
  /** True when a forced break ends it. */
  readonly forced: boolean;
  readonly hanging: Hanging;
}

/** A run with the level that decides its place (UAX 9). `width` includes the stretch of a space. */
interface PlacedRun {
  readonly piece: Piece;
  readonly run: GlyphRun;
  readonly level: number;
  readonly width: number;
}

/** Spaces wider than this, in ems, look worse than a ragged line. */
const WIDEST_SPACE = 1.5;

/**
 * Sets the line between two breaks (`start` undefined: from the start of the stretch): shapes hyphenated parts, spreads
 * the slack over the spaces, puts the runs into visual order and aligns them. The space that the line ends with is
 * kept, after the set width, and one is put at a forced break: extracted text needs it as the word separator (PDF 1.7,
 * 14.8.2.5).
 */
export function positionLine(
  paragraph: Paragraph,
  pieces: readonly Piece[],
  start: Breakpoint | undefined,
  end: Breakpoint,
  frame: LineFrame,
): SetLine {
  const content = contentPieces(paragraph.text, pieces, start, end);
  const trailing = frame.last ? separator(content, frame) : pieces.slice(end.endPiece, end.startPiece);
  const room = frame.measure - frame.indent;
  const before = hangBefore(content[0], frame.hanging);
  const after = hangAfter(content.at(-1), frame.hanging);
  const widths = justifiedWidths(content, spaceRatio(content, room + before + after, frame));
  const { baseLevel, levels } = paragraph;
  const width = sum(widths) - before - after;
  const outside = baseLevel === 1 ? trailing.reduce((total, piece) => total + piece.width, after) : before;
  const left = leftEdge(baseLevel, room - width, frame) - outside;
  const { ascent, descent } = extentOf(content.length > 0 ? content : trailing);
  const runs =
    levels === null
      ? runsInOrder(content, widths, trailing, left)
      : runsByLevel(content, widths, trailing, left, baseLevel);
  const missing = runs.some(({ run }) => run.missing.length > 0);
  return { runs, width, ascent, descent, hyphenated: end.cost === 'hyphen', last: frame.last, missing };
}

/** The space that a forced break stands for. */
function separator(content: readonly Piece[], { forced }: LineFrame): Piece[] {
  const piece = content.at(-1);
  if (!forced || piece === undefined || piece.kind === 'space') return [];
  const shaped = piece.setting.shape(' ');
  return [{ ...piece, kind: 'space', shaped, width: shaped.ems * piece.style.size, stretch: 0, shrink: 0 }];
}

/** The pieces of a line: parts of words at hyphens shaped by themselves, and the hyphen as a piece of its own. */
function contentPieces(
  text: string,
  pieces: readonly Piece[],
  start: Breakpoint | undefined,
  end: Breakpoint,
): readonly Piece[] {
  const first = start === undefined ? 0 : start.startPiece;
  const last = end.offset > 0 ? end.endPiece : end.endPiece - 1;
  const content = pieces.slice(first, last + 1);
  const firstOffset = start === undefined ? 0 : start.offset;
  if (content.length === 0 || (firstOffset === 0 && end.offset === 0)) return content;
  const part = (piece: Piece, from: number, to: number): Piece => {
    const shaped = piece.setting.shape(text.slice(piece.start + from, piece.start + to));
    return { ...piece, shaped, width: shaped.ems * piece.style.size };
  };
  const ending = content.at(-1)!;
  if (end.offset > 0) {
    content[content.length - 1] = part(ending, content.length === 1 ? firstOffset : 0, end.offset);
  }
  if (firstOffset > 0 && (content.length > 1 || end.offset === 0)) {
    const whole = content[0]!;
    content[0] = part(whole, firstOffset, whole.end - whole.start);
  }
  if (end.cost === 'hyphen') {
    const shaped = ending.setting.hyphen();
    content.push({ ...ending, shaped, width: shaped.ems * ending.style.size });
  }
  return content;
}

/** The share of its stretch (positive) or shrink (negative) that each space of the line takes. */
function spaceRatio(content: readonly Piece[], room: number, frame: LineFrame): number {
  let width = 0;
  let stretch = 0;
  let shrink = 0;
  let widest = 0;
  for (let index = 0; index < content.length; index++) {
    const piece = content[index]!;
    width += piece.width;
    if (index < content.length - 1) stretch += piece.stretch;
    shrink += piece.shrink;
    if (piece.kind === 'space' && piece.stretch > 0) widest = Math.max(widest, piece.width / piece.style.size);
  }
  const slack = room - width;
  if (slack < 0) return shrink > 0 ? slack / shrink : 0;
  if (frame.align !== 'justify' || frame.last || stretch === 0) return 0;
  const ratio = slack / stretch;
  return widest * (1 + ratio / 2) > WIDEST_SPACE ? 0 : ratio;
}

/** The width of each piece with its share of the slack; a word that ends the line takes none. */
function justifiedWidths(content: readonly Piece[], ratio: number): number[] {
  const widths = new Array<number>(content.length);
  for (let index = 0; index < content.length; index++) {
    const piece = content[index]!;
    const isRigid = index === content.length - 1 && piece.kind === 'word';
    widths[index] = piece.width + (isRigid ? 0 : ratio * (ratio >= 0 ? piece.stretch : piece.shrink));
  }
  return widths;
}

function sum(widths: readonly number[]): number {
  let total = 0;
  for (const width of widths) total += width;
  return total;
}

/** Left edge of the content. `slack` is what is left of the room after the indent. */
function leftEdge(baseLevel: 0 | 1, slack: number, { align, indent }: LineFrame): number {
  const left = baseLevel === 0 ? indent : 0;
  if (align === 'center') return left + slack / 2;
  return align === 'right' || baseLevel === 1 ? left + slack : left;
}

/** Largest ascent and descent of the faces, points; a line of no runs has none. */
function extentOf(pieces: readonly Piece[]): { readonly ascent: number; readonly descent: number } {
  let ascent = 0;
  let descent = 0;
  for (const { shaped, style } of pieces) {
    for (const { face } of shaped.runs) {
      const scale = style.size / face.unitsPerEm;
      ascent = Math.max(ascent, face.ascent * scale);
      descent = Math.max(descent, -face.descent * scale);
    }
  }
  return { ascent, descent };
}

function runWidth({ style }: Piece, { width, face }: GlyphRun): number {
  return (width / face.unitsPerEm) * style.size;
}

/** Places the runs of a left-to-right line, which most are. */
function runsInOrder(
  content: readonly Piece[],
  widths: readonly number[],
  trailing: readonly Piece[],
  left: number,
): LineRun[] {
  const runs: LineRun[] = [];
  const place = (piece: Piece, start: number): void => {
    let x = start;
    for (const run of piece.shaped.runs) {
      if (run.glyphIds.length > 0) runs.push({ x, size: piece.style.size, run, span: piece.span });
      x += runWidth(piece, run);
    }
  };
  let x = left;
  for (let index = 0; index < content.length; index++) {
    place(content[index]!, x);
    x += widths[index]!;
  }
  for (const piece of trailing) {
    place(piece, x);
    x += piece.width;
  }
  return runs;
}

/** Places the runs of a line with right-to-left text in visual order. Trailing white space takes the paragraph's direction (UAX 9, rule L1). */
function runsByLevel(
  content: readonly Piece[],
  widths: readonly number[],
  trailing: readonly Piece[],
  left: number,
  baseLevel: number,
): LineRun[] {
  const placed: PlacedRun[] = [];
  const place = (piece: Piece, level: number, width: number): void => {
    const { runs, ems } = piece.shaped;
    const extra = width - ems * piece.style.size;
    runs.forEach((run, index) => {
      const natural = runWidth(piece, run);
      placed.push({ piece, run, level, width: index === runs.length - 1 ? natural + extra : natural });
    });
  };
  content.forEach((piece, index) => place(piece, piece.level, widths[index]!));
  for (const piece of trailing) place(piece, baseLevel, piece.width);
  let x = left;
  const runs: LineRun[] = [];
  for (const { piece, run, width } of reorderVisually(placed)) {
    if (run.glyphIds.length > 0) runs.push({ x, size: piece.style.size, run, span: piece.span });
    x += width;
  }
  return runs;
}
