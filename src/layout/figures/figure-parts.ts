import type { LayoutJob, Region } from '../layout-job.js';
import type { ParagraphStyle } from '../styles.js';
import type { Line } from '../../text/types.js';
import type { RunData, StructureElement } from '../types.js';
import type { Part } from '../vertical-items.js';

/** A figure that has found its size. Positions of its parts count from its top left corner. */
export interface SetFigure {
  readonly width: number;
  readonly height: number;
  readonly parts: readonly Part[];
  /** Space that must stay clear around it, points. */
  readonly clear?: number;
}

/** What a figure is set with. */
export interface FigureFrame {
  readonly region: Region;
  /** Most width and height, points. */
  readonly width: number;
  readonly height: number;
  /** The Figure element, which all that is drawn belongs to. */
  readonly element: StructureElement;
  readonly job: LayoutJob;
}

/** How text in a figure is set. */
export interface FigureTextOptions {
  readonly color: string;
  readonly bold?: boolean;
  /** Width at which it breaks into lines. @default one line, as wide as it is */
  readonly measure?: number;
}

/** Sets text of a figure, as content of its Figure element. */
export function figureLines(text: string, { element, job }: FigureFrame, options: FigureTextOptions): Line<RunData>[] {
  const { figureText } = job.styles;
  const { color, bold = false, measure = 10_000 } = options;
  const style = bold ? { ...figureText.text, weight: 700 } : figureText.text;
  const span = { text, style, data: { color, element }, noHyphen: true };
  return job.typesetter.breakLines([span], { measure, align: 'left', hyphenate: false, lang: job.lang });
}

/** Width of the longest of some lines. */
export function widthOf(lines: readonly Line<RunData>[]): number {
  return lines.reduce((widest, { width }) => Math.max(widest, width), 0);
}

/** Lines one below the other: `x` is where they begin, `top` the top of the first line's leading. */
export function lineParts(lines: readonly Line<RunData>[], style: ParagraphStyle, x: number, top: number): Part[] {
  return lines.map((line, index) => ({ kind: 'line', x, y: top + index * style.leading + style.baseline, line }));
}

/** Moves parts. */
export function shifted(parts: readonly Part[], dx: number, dy: number): Part[] {
  return parts.map((part): Part => ({ ...part, x: part.x + dx, y: part.y + dy }));
}
