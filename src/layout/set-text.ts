import type { Inline } from '../document/types.js';
import type { Align, Line, TextSpan } from '../text/types.js';
import { lineBreakCost } from './break-costs.js';
import { inlineSpans } from './inline-spans.js';
import type { LayoutJob } from './layout-job.js';
import type { ParagraphStyle } from './styles.js';
import type { RunData, StructureElement } from './types.js';
import type { Box, HeadingMark, LinePart } from './vertical-items.js';
import type { VerticalList } from './vertical-list.js';

/** A justified column narrower than this many ems would show rivers; it is set ragged. */
const NARROWEST_JUSTIFIED = 26;
/** Ragged text needs no hyphens unless a word is too long for a column narrower than this many ems. */
const NARROW = 14;

/** Spans of inlines in a paragraph style, as content of one structure element. */
export function spansOf(
  inlines: readonly Inline[],
  paragraph: ParagraphStyle,
  element: StructureElement,
  job: LayoutJob,
): TextSpan<RunData>[] {
  const { headings, styles } = job;
  return inlineSpans(inlines, { paragraph, element, linkColor: styles.colors.accent, headings });
}

/** Breaks spans into lines of a measure. */
export function breakSpans(
  spans: readonly TextSpan<RunData>[],
  paragraph: ParagraphStyle,
  measure: number,
  job: LayoutJob,
  align: Align = paragraph.align,
): Line<RunData>[] {
  if (spans.length === 0) return [];
  const { typesetter, lang, properNames } = job;
  const ems = measure / paragraph.text.size;
  const justified = align === 'justify' && ems >= NARROWEST_JUSTIFIED;
  const hyphenate = paragraph.hyphenate && (justified || (ems < NARROW && typesetter.minMeasure(spans) > measure));
  const settled = align === 'justify' && !justified ? 'left' : align;
  const { opticalMargins } = paragraph;
  const lines = typesetter.breakLines(spans, { measure, align: settled, hyphenate, lang, properNames, opticalMargins });
  const widest = lines.reduce((width, line) => Math.max(width, line.width), 0);
  if (widest > measure + 0.5) {
    job.reportWideLine(spans.map((span) => span.text).join(''), widest - measure);
  }
  return lines;
}

/** The box of one line. */
export function lineBox(
  line: Line<RunData>,
  paragraph: ParagraphStyle,
  x: number,
  options: { readonly heading?: HeadingMark; readonly lines?: number } = {},
): Box {
  const part: LinePart = { kind: 'line', x, y: paragraph.baseline, line };
  const { heading, lines = 1 } = options;
  return {
    kind: 'box',
    height: paragraph.leading,
    textTop: paragraph.textTop,
    lines,
    parts: [heading ? { ...part, heading } : part],
    snap: paragraph.snap,
  };
}

/** Adds the lines of a paragraph, with the costs that keep widows and orphans away. */
export function addLines(
  list: VerticalList,
  lines: readonly Line<RunData>[],
  paragraph: ParagraphStyle,
  x: number,
): void {
  for (const [index, line] of lines.entries()) {
    if (index > 0) list.gap(0, lineBreakCost(index, lines.length, lines[index - 1]!.hyphenated));
    list.box(lineBox(line, paragraph, x));
  }
}
