import type { GlyphRun } from '../text/types.js';
import type { GlyphComponent } from './synthetic-glyph.js';

/**
 * A character of right-to-left text as a reader of the PDF finds it: what is drawn for it, and where the reader takes
 * it to start. Lengths are font units.
 */
export interface Carrier {
  /** The character, or '' when the glyphs stand for none. */
  readonly text: string;
  /** The glyphs, at their places on the line. */
  readonly glyphs: readonly GlyphComponent[];
  /** Where the carrier starts, from the start of the run. */
  readonly x: number;
  readonly advance: number;
  /** True when `advance` must hold, so that the glyph itself, whose own may be another, does not do. */
  readonly isWidened?: boolean;
}

/**
 * Readers (poppler, and others after its model) sort characters by where they start, and take these for the start of
 * another word, which may cost or bring a space: a step of less than 0.1 em, a step back of more than 0.2 em, a gap of
 * more than 0.1 em, another baseline. So marks stand in a row around the start of their letter, within these bounds.
 */
const STEP = 0.105;
/** Advance of a mark, ems. */
export const MARK_ADVANCE = 0.03;
/** Where the last mark before its letter stands: at the start of a word, alone, or with others. */
const FIRST_OF_WORD = 0.15;
const ALONE = -0.11;
const WITH_OTHERS = 0.12;

const NONSPACING = /^\p{Mn}+$/u;
/**
 * Digits and the signs in numbers (UAX 9: EN, AN, CS, ES, ET): poppler reads them from the left, with what follows, until
 * a character of the right-to-left scripts; a mark after them keeps that to themselves.
 */
const READ_AS_NUMBER = /^[\p{Nd},.:/+\u002d#$%\u060c\u066a-\u066c]/u;
const IGNORABLE = /^\p{Default_Ignorable_Code_Point}$/u;

/** A glyph, or several that stand for one text, with the place on the line. */
interface Group {
  readonly glyphs: GlyphComponent[];
  readonly text: string;
  readonly x: number;
  readonly advance: number;
}

/** Glyphs in visual order; those without a text of their own join the next one, which is before them in the text. */
function groupsOf(run: GlyphRun, texts: readonly string[]): Group[] {
  const groups: Group[] = [];
  let pen = 0;
  let glyphs: GlyphComponent[] = [];
  let start = 0;
  for (let i = 0; i < texts.length; i++) {
    glyphs.push({ glyphId: run.glyphIds[i]!, dx: pen + run.xOffsets[i]!, dy: run.yOffsets[i]! });
    pen += run.advances[i]!;
    if (texts[i] === '' && i + 1 < texts.length) continue;
    const first = glyphs.length === 1 ? glyphs[0]!.dx : start;
    groups.push({ glyphs, text: texts[i]!, x: first, advance: pen - start });
    glyphs = [];
    start = pen;
  }
  return groups;
}

/**
 * The characters of a right-to-left run from left to right, so that a reader which turns them round has the text: marks
 * before their letter, each character by itself, ligatures too.
 *
 * @param texts text of each glyph, see `textPerGlyph`
 */
export function carriersOf(run: GlyphRun, texts: readonly string[]): Carrier[] {
  const em = run.face.unitsPerEm;
  const groups = groupsOf(run, texts);
  const carriers: Carrier[] = [];
  let end = run.text.length;
  for (let i = 0; i < groups.length;) {
    let base = i;
    while (base < groups.length && NONSPACING.test(groups[base]!.text)) base++;
    const letter = groups[base];
    const length = groups.slice(i, base + 1).reduce((sum, { text }) => sum + text.length, 0);
    const marks = inSourceOrder(groups.slice(i, base), run.text.slice(Math.max(0, end - length), end));
    end -= length;
    const origin = letter?.x ?? marks[0]!.x;
    const before = carriers.at(-1);
    const isNarrow = before !== undefined && origin + ALONE * em - before.x < STEP * em;
    const nearest = i === 0 ? FIRST_OF_WORD : marks.length === 1 && !isNarrow ? ALONE : WITH_OTHERS;
    if (before !== undefined && marks.length === 1 && isNarrow) {
      // No room for the mark before its letter: it stands in the letter, and the one before is told to be wider.
      const advance = Math.round(origin + (WITH_OTHERS - MARK_ADVANCE) * em - before.x);
      carriers[carriers.length - 1] = { ...before, advance, isWidened: true };
    }
    marks.forEach(({ glyphs, text }, index) => {
      const x = Math.round(origin + em * (nearest - STEP * (marks.length - 1 - index)));
      carriers.push({ text, glyphs, x, advance: Math.round(MARK_ADVANCE * em) });
    });
    if (letter !== undefined) {
      if (READ_AS_NUMBER.test(letter.text)) {
        const x = Math.round(letter.x + em * (carriers.length === 0 ? STEP : ALONE));
        carriers.push({ text: '\u200f', glyphs: [], x, advance: Math.round(MARK_ADVANCE * em) });
      }
      carriers.push(...spelled(letter, em));
    }
    i = base + 1;
  }
  return carriers;
}

/** Marks from the last to the first of the source, where the shaper changed only their order. */
function inSourceOrder(marks: readonly Group[], source: string): readonly Group[] {
  if (marks.length < 2) return marks;
  const rest = [...marks];
  const ordered: Group[] = [];
  for (const character of [...source].reverse()) {
    const index = rest.findIndex(({ text }) => text === character);
    if (index >= 0) ordered.push(...rest.splice(index, 1));
  }
  return rest.length === 0 ? ordered : marks;
}

/** The characters of one drawing: it carries one of them, blanks within its width carry the others. */
function spelled({ glyphs, text, x, advance }: Group, em: number): Carrier[] {
  const characters = [...text].reverse();
  if (characters.length < 2) return [{ text, glyphs, x, advance }];
  const step = Math.max(STEP * em, advance / characters.length);
  // A joiner is no letter: it is not what the drawing stands for elsewhere.
  const drawn = IGNORABLE.test(characters[0]!) ? 1 : 0;
  return characters.map((character, index) => ({
    text: character,
    glyphs: index === drawn ? glyphs : [],
    x: index === drawn ? x : Math.round(x + (index - drawn) * step),
    advance: index === characters.length - 1 && index === drawn ? advance : Math.round(step - 0.01 * em),
  }));
}
