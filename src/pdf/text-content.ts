import type { PlacedText } from '../layout/types.js';
import type { FontFace, GlyphRun, LineRun } from '../text/types.js';
import type { ByteSink } from './byte-sink.js';
import { extractableText } from './glyph-text.js';
import type { FontUsages } from './font-usage.js';
import { type FontStretch, fontStretches, type LineText } from './line-text.js';
import type { TextProperties } from './marked-content.js';

/** The font that is set in the graphics state; it outlives text objects (PDF 1.7, 8.4.1). */
export interface FontState {
  face: FontFace | null;
  size: number;
}

/** Runs with the operators that show them, of a text object that begins at the first one's `x`. */
interface ShownText {
  readonly runs: readonly LineRun[];
  readonly stretches: readonly FontStretch[];
}

/** Runs that can be drawn in one text object. */
export interface TextStretch {
  readonly text: ShownText;
  readonly properties: TextProperties;
}

/** The hyphen that breaks a word belongs to no word (PDF 1.7, 14.8.2.2.3). */
const SOFT_HYPHEN = '\u00ad';

/** True for a run of digits and signs, which right-to-left text carries in left-to-right order (UAX 9, W2 and L2). */
function isNumber({ text }: GlyphRun): boolean {
  return /\p{Nd}/u.test(text) && !/\p{L}/u.test(text);
}

/** Index after the right-to-left text that begins at `first`: right-to-left runs, and numbers between them. */
function endOfRightToLeft(runs: readonly LineRun[], first: number): number {
  let end = first;
  for (let index = first; index < runs.length; index++) {
    const { run } = runs[index]!;
    if (run.rtl) end = index + 1;
    else if (!isNumber(run)) break;
  }
  return end;
}

/**
 * The text of runs in visual order as it is read from the right; numbers among them keep their own order. The space that
 * ends a left-to-right line stands at its right and yet is read last.
 */
function readFromRight(runs: readonly LineRun[], endsLine: boolean): string {
  const last = runs.at(-1)?.run.text ?? '';
  if (endsLine && runs.length > 1 && last.trim() === '') return readFromRight(runs.slice(0, -1), false) + last;
  let text = '';
  let number = '';
  for (const { run } of runs) {
    const part = extractableText(run.text);
    if (run.rtl) {
      text = part + number + text;
      number = '';
    } else number += part;
  }
  return text;
}

/** Ends in a letter or digit of the right-to-left scripts, so that readers know where the text begins. */
const RTL_LETTER_LAST = /\p{Lo}$/u;
/** How far a bidi mark stands from the character beside it, ems; see `rtl-carriers`. */
const MARK_DISTANCE = 0.11;

/**
 * Right-to-left runs with the bidi marks that keep them apart from what stands beside them: at the left when the text
 * ends in a vowel point or punctuation, and at the right when other text follows. Readers that turn text round count
 * spaces and punctuation to the stretch that they come from.
 */
function withBidiMarks(runs: readonly LineRun[], isLast: boolean, { rtl }: FontUsages): LineRun[] {
  const first = runs.findIndex(({ run }) => run.text.trim() !== '');
  const marked = [...runs];
  if (first < 0) return marked;
  const right = runs.at(-1)!;
  const leftToRight = isLast ? undefined : rtl.mark(right.run.face, '\u200e');
  if (leftToRight !== undefined) {
    const edge = right.x + (right.run.width / right.run.face.unitsPerEm) * right.size;
    marked.push({ ...right, x: edge - MARK_DISTANCE * right.size, run: leftToRight });
  }
  for (let index = runs.length - 1; index >= first; index--) {
    const at = runs[index]!;
    const isNumber = !at.run.rtl && at.run.text.trim() !== '';
    if (!isNumber && (index > first || RTL_LETTER_LAST.test(extractableText(at.run.text)))) continue;
    const mark = rtl.mark((isNumber ? right : at).run.face, '\u200f');
    if (mark === undefined) continue;
    const start = rtl.start(at.run);
    const distance = start.isMark ? start.x - MARK_DISTANCE : start.x + MARK_DISTANCE;
    marked.splice(index, 0, { ...at, x: at.x + distance * at.size, run: mark });
  }
  return marked;
}

const NO_PROPERTIES: TextProperties = {};
/** The hyphen of a broken word. */
const BROKEN: TextProperties = { spokenText: SOFT_HYPHEN };

/**
 * Follows a hyphen of the text itself at the end of a line (`well-known`, an address): readers drop a hyphen that ends a
 * line, as if breaking the word had added it. Zero width space: the line may break here (UAX 14, ZW).
 */
const BREAK_AFTER_HYPHEN = '\u200b';

/**
 * Splits a placed line where ActualText or another language begins or ends. `line` is the text of its runs; `own` is the language that the structure element
 * states or inherits, which goes before what the script tells; undefined where that is the document's. Runs stay in
 * visual order, right-to-left ones too: readers turn those round by themselves, and take a move backwards for the end of
 * the line.
 */
export function textStretches(
  item: PlacedText,
  line: LineText,
  fonts: FontUsages,
  own: string | undefined,
  endsLine = false,
): readonly TextStretch[] {
  const { runs } = line;
  if (runs.length === 0) return [];
  if (item.element === null)
    return [{ text: line.rightToLeft.length === 0 ? line : ownText(runs, fonts), properties: NO_PROPERTIES }];
  const endsInHyphen = endsLine && runs[line.lastWord]?.run.text.endsWith('-') === true;
  // Most lines: left to right, in the language of the document, as ToUnicode tells it.
  if (fonts.isPlain(line) && (own !== undefined || !line.hasLanguage)) {
    if (item.hyphenated && runs.length > 1) {
      const [words, hyphen] = line.cut;
      return [
        { text: words, properties: NO_PROPERTIES },
        { text: hyphen, properties: BROKEN },
      ];
    }
    if (!item.hyphenated && !endsInHyphen) return [{ text: line, properties: NO_PROPERTIES }];
  }
  const hyphen = item.hyphenated ? runs.at(-1) : undefined;
  const lastWord = endsInHyphen ? runs[line.lastWord] : undefined;
  return cutRuns(runs, hyphen, lastWord, fonts, own).map(({ runs: part, properties }) => {
    return { text: ownText(part, fonts), properties };
  });
}

/** Runs as this document alone has them. */
function ownText(runs: readonly LineRun[], fonts: FontUsages): ShownText {
  const encoded = runs.map(({ run }) => fonts.encode(run));
  return { runs, stretches: fontStretches(runs, encoded) };
}

/**
 * @param hyphen the run that breaks a word
 * @param lastWord the run that ends the line with a hyphen of its own
 */
function cutRuns(
  lineRuns: readonly LineRun[],
  hyphen: LineRun | undefined,
  lastWord: LineRun | undefined,
  fonts: FontUsages,
  own: string | undefined,
): { readonly runs: readonly LineRun[]; readonly properties: TextProperties }[] {
  const parts: { readonly runs: LineRun[]; readonly properties: TextProperties }[] = [];
  for (let index = 0; index < lineRuns.length;) {
    const { run } = lineRuns[index]!;
    const lang = own === undefined ? run.lang : undefined;
    if (run.rtl) {
      const end = endOfRightToLeft(lineRuns, index);
      const runs = lineRuns.slice(index, end);
      const properties = { lang, spokenText: readFromRight(runs, end === lineRuns.length) };
      parts.push({ runs: withBidiMarks(runs, end === lineRuns.length, fonts), properties });
      index = end;
      continue;
    }
    if (lineRuns[index] === hyphen) {
      parts.push({ runs: [hyphen!], properties: { lang, ...BROKEN } });
      break;
    }
    const keepsHyphen = lineRuns[index] === lastWord;
    const needed = keepsHyphen || fonts.needsActualText(run);
    const actualText = needed ? extractableText(run.text) + (keepsHyphen ? BREAK_AFTER_HYPHEN : '') : undefined;
    const last = parts.at(-1);
    const joins =
      last !== undefined &&
      actualText === undefined &&
      last.properties.actualText === undefined &&
      last.properties.spokenText === undefined &&
      last.properties.lang === lang;
    if (joins) last.runs.push(lineRuns[index]!);
    else parts.push({ runs: [lineRuns[index]!], properties: { actualText, lang } });
    index++;
  }
  return parts;
}

/** Draws runs as one text object; `originX` and `baseline` are in PDF coordinates. */
export function drawText(
  sink: ByteSink,
  { runs, stretches }: ShownText,
  originX: number,
  baseline: number,
  fonts: FontUsages,
  state: FontState,
): void {
  const x = originX + (runs[0]?.x ?? 0);
  sink.latin1('BT\n').number(x).latin1(' ').number(baseline).latin1(' Td\n');
  for (const { face, size, operators } of stretches) {
    if (state.face !== face || state.size !== size) {
      sink.latin1('/').latin1(fonts.fonts.get(face)!.resource).latin1(' ').number(size).latin1(' Tf\n');
      state.face = face;
      state.size = size;
    }
    sink.bytes(operators);
  }
  sink.latin1('ET\n');
}
