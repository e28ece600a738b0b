import { reorderVisually } from './bidi.js';
import type { Breakpoint } from './breakpoints.js';
import { hangAfter, hangBefore, type Hanging } from './hanging.js';
import type { Paragraph } from './paragraph.js';
import type { Piece } from './pieces.js';
import type { Align, GlyphRun, LineRun, SetLine } from './types.js';
import type { ShapedWord } from './word-shaper.js';

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

/** A part of a line before it has a place. */
interface LinePart {
  readonly piece: Piece;
  readonly shaped: ShapedWord;
  readonly level: number;
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
  const content = contentParts(paragraph.text, pieces, start, end);
  const trailing = frame.last ? separator(content, frame) : pieces.slice(end.endPiece, end.startPiece);
  const room = frame.measure - frame.indent;
  const [before, after] = hangs(content, frame.hanging);
  const ratio = spaceRatio(content, room + before + after, frame);
  const runs = content.flatMap((part, index) => {
    const endsLine = part.piece.kind === 'word' && index === content.length - 1;
    return placeRuns(part, part.piece.width + (endsLine ? 0 : adjustment(part.piece, ratio)));
  });
  const width = runs.reduce((sum, run) => sum + run.width, 0) - before - after;
  // Trailing white space takes the paragraph's direction (UAX 9, rule L1).
  const space = trailing.flatMap((piece) =>
    placeRuns({ piece, shaped: piece.shaped, level: paragraph.baseLevel }, piece.width),
  );
  const spaceWidth = space.reduce((sum, run) => sum + run.width, 0);
  const outside = paragraph.baseLevel === 1 ? spaceWidth + after : before;
  const left = leftEdge(paragraph.baseLevel, room - width, frame) - outside;
  const faces = runs.length > 0 ? runs : space;
  return {
    runs: setRuns(reorderVisually([...runs, ...space]), left),
    width,
    ascent: faces.reduce((most, { piece, run }) => Math.max(most, em(run, run.face.ascent) * piece.style.size), 0),
    descent: faces.reduce((most, { piece, run }) => Math.max(most, -em(run, run.face.descent) * piece.style.size), 0),
    hyphenated: end.cost === 'hyphen',
    last: frame.last,
  };
}

/** The space that a forced break stands for. */
function separator(content: readonly LinePart[], { forced }: LineFrame): Piece[] {
  const piece = content.at(-1)?.piece;
  if (!forced || piece === undefined || piece.kind === 'space') return [];
  const shaped = piece.setting.shape(' ');
  return [{ ...piece, kind: 'space', shaped, width: shaped.ems * piece.style.size, stretch: 0, shrink: 0 }];
}

/** Points by which the line hangs out of its measure at its start and at its end. */
function hangs(content: readonly LinePart[], hanging: Hanging): readonly [number, number] {
  const [first, last] = [content[0], content.at(-1)];
  return [
    hangBefore(first && { ...first.piece, shaped: first.shaped }, hanging),
    hangAfter(last && { ...last.piece, shaped: last.shaped }, hanging),
  ];
}

function contentParts(
  text: string,
  pieces: readonly Piece[],
  start: Breakpoint | undefined,
  end: Breakpoint,
): LinePart[] {
  const parts: LinePart[] = [];
  const first = start?.startPiece ?? 0;
  const last = end.offset > 0 ? end.endPiece : end.endPiece - 1;
  for (let index = first; index <= last; index++) {
    const piece = pieces[index];
    if (piece === undefined) continue;
    const { level } = piece;
    const from = index === first ? (start?.offset ?? 0) : 0;
    const to = index === last && end.offset > 0 ? end.offset : piece.end - piece.start;
    const whole = from === 0 && to === piece.end - piece.start;
    const shaped = whole ? piece.shaped : piece.setting.shape(text.slice(piece.start + from, piece.start + to));
    parts.push({ piece: whole ? piece : { ...piece, width: shaped.ems * piece.style.size }, shaped, level });
    if (index === last && end.cost === 'hyphen') {
      const hyphen = piece.setting.hyphen();
      parts.push({ piece: { ...piece, width: hyphen.ems * piece.style.size }, shaped: hyphen, level });
    }
  }
  return parts;
}

/** The share of its stretch (positive) or shrink (negative) that each space of the line takes. */
function spaceRatio(parts: readonly LinePart[], room: number, frame: LineFrame): number {
  let width = 0;
  let stretch = 0;
  let shrink = 0;
  let widest = 0;
  for (const [index, { piece }] of parts.entries()) {
    width += piece.width;
    if (index < parts.length - 1) stretch += piece.stretch;
    shrink += piece.shrink;
    if (piece.kind === 'space' && piece.stretch > 0) widest = Math.max(widest, piece.width / piece.style.size);
  }
  const slack = room - width;
  if (slack < 0) return shrink > 0 ? slack / shrink : 0;
  if (frame.align !== 'justify' || frame.last || stretch === 0) return 0;
  const ratio = slack / stretch;
  return widest * (1 + ratio / 2) > WIDEST_SPACE ? 0 : ratio;
}

function adjustment(piece: Piece, ratio: number): number {
  return ratio >= 0 ? ratio * piece.stretch : ratio * piece.shrink;
}

function placeRuns({ piece, shaped, level }: LinePart, width: number): PlacedRun[] {
  const extra = width - shaped.ems * piece.style.size;
  return shaped.runs.map((run, index) => {
    const natural = em(run, run.width) * piece.style.size;
    return { piece, run, level, width: index === shaped.runs.length - 1 ? natural + extra : natural };
  });
}

function em(run: GlyphRun, units: number): number {
  return units / run.face.unitsPerEm;
}

/** Left edge of the content. `slack` is what is left of the room after the indent. */
function leftEdge(baseLevel: 0 | 1, slack: number, { align, indent }: LineFrame): number {
  const left = baseLevel === 0 ? indent : 0;
  if (align === 'center') return left + slack / 2;
  return align === 'right' || baseLevel === 1 ? left + slack : left;
}

function setRuns(order: readonly PlacedRun[], left: number): LineRun[] {
  let x = left;
  const runs: LineRun[] = [];
  for (const { piece, run, width } of order) {
    if (run.glyphIds.length > 0) runs.push({ x, size: piece.style.size, run, span: piece.span });
    x += width;
  }
  return runs;
}
