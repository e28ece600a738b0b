import type { BreakOptions, FontTypesetter, GlyphRun, Line, TextSpan, TextStyle } from '../../src/text/index.js';
import { testTypesetter } from '../support/fonts.js';

export const typesetter: FontTypesetter = await testTypesetter();

export const SERIF: TextStyle = {
  family: 'Source Serif 4',
  weight: 400,
  italic: false,
  size: 10,
  figures: 'lining',
};

export function span(text: string, rest: Partial<TextSpan<string>> = {}): TextSpan<string> {
  return { text, style: SERIF, data: '', ...rest };
}

const OPTIONS: BreakOptions = { measure: 200, align: 'justify', hyphenate: true, lang: 'en-US' };

/** Sets a text in paragraphs of 200 points unless told otherwise. */
export function setLines(
  text: string | readonly TextSpan<string>[],
  options: Partial<BreakOptions> = {},
): Line<string>[] {
  return typesetter.breakLines(typeof text === 'string' ? [span(text)] : text, { ...OPTIONS, ...options });
}

/** The runs of a text on one line, in visual order. */
export function shape(text: string, style: Partial<TextStyle> = {}): GlyphRun[] {
  const lines = setLines([span(text, { style: { ...SERIF, ...style } })], { measure: 1e6, align: 'left' });
  return lines.flatMap((line) => line.runs.map(({ run }) => run));
}

export function widthOf(runs: readonly GlyphRun[]): number {
  return runs.reduce((sum, run) => sum + run.width, 0);
}

/** The text of a run as its glyphs tell it, in logical order. */
export function glyphTextOf(run: GlyphRun): string {
  return (run.rtl ? [...run.glyphText].reverse() : run.glyphText).join('');
}

/** The text of a left-to-right line without the hyphen that breaking added. */
export function lineText(line: Line<string>): string {
  const text = line.runs.map(({ run }) => run.text).join('');
  return line.hyphenated ? text.replace(/-\s*$/, '') : text;
}

/** Right edge of what is drawn on a line, trailing space aside. */
export function rightEdge(line: Line<string>): number {
  return Math.max(
    0,
    ...line.runs
      .filter(({ run }) => run.text.trim() !== '')
      .map(({ x, size, run }) => x + (run.width / run.face.unitsPerEm) * size),
  );
}
