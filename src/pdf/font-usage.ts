import type { FontFace, GlyphRun } from '../text/types.js';
import { encodeRun, type GlyphOperands } from './encoded-run.js';
import { GlyphMeanings, type MeaningTable, meaningTable, renewMeaningTables } from './glyph-meanings.js';
import type { LineText, PageTexts } from './line-text.js';
import { RightToLeftRuns } from './rtl-runs.js';
import type { SyntheticGlyph } from './synthetic-glyph.js';

/** What one document uses of one face. */
export interface FontUsage {
  readonly face: FontFace;
  /** Name in the pages' font resources. */
  readonly resource: string;
  /**
   * Each drawn glyph with the text that its ToUnicode entry gives; '' when it stands for no text of its own. Ascending
   * by id.
   */
  readonly glyphs: ReadonlyMap<number, string>;
  /** Those of `glyphs` that the face itself has not. */
  readonly synthetic: ReadonlyMap<number, SyntheticGlyph>;
}

/** The fonts of a document and which of its runs ToUnicode alone describes wrongly. */
export interface FontUsages {
  readonly fonts: ReadonlyMap<FontFace, FontUsage>;
  /** True when ToUnicode does not give the run's text: a glyph also stands for another text, none, or a mark. */
  needsActualText(run: GlyphRun): boolean;
  /** True when ToUnicode gives the text of all runs; text that goes from right to left never is. */
  isPlain(text: LineText): boolean;
  /** The operands that draw a run of the document. */
  encode(run: GlyphRun): GlyphOperands;
  /** What is known of right-to-left runs. */
  readonly rtl: Pick<RightToLeftRuns, 'mark' | 'start'>;
}

/** Right-to-left text cannot be put right by ActualText, so its meaning of a shared glyph goes before any other. */
const RTL_WEIGHT = 1_000_000;

/** What the glyphs of each face stand for in some text, in the order of their first use. */
function gatherMeanings(pages: readonly PageTexts[], rtl: RightToLeftRuns): Map<MeaningTable, GlyphMeanings> {
  const gathered = new Map<MeaningTable, GlyphMeanings>();
  for (const page of pages) for (const text of page) if (text !== undefined) gatherLine(text, gathered, rtl);
  return gathered;
}

function gatherLine(text: LineText, gathered: Map<MeaningTable, GlyphMeanings>, rtl: RightToLeftRuns): void {
  for (const { table, numbers } of text.meanings) meaningsOf(table, gathered).add(numbers, 1);
  for (const run of text.rightToLeft) {
    const table = meaningTable(run.face);
    const meanings = meaningsOf(table, gathered);
    const numbers = rtl.plainGlyphs(run).map(({ glyphId, text: own }) => table.number(glyphId, own));
    meanings.add(numbers, RTL_WEIGHT);
  }
}

function meaningsOf(table: MeaningTable, gathered: Map<MeaningTable, GlyphMeanings>): GlyphMeanings {
  let meanings = gathered.get(table);
  if (meanings === undefined) gathered.set(table, (meanings = new GlyphMeanings(table)));
  return meanings;
}

/**
 * Goes through all text once, before anything is drawn: a glyph that stands for different texts (micro sign and mu)
 * gets the more frequent one in ToUnicode, the first on a tie; the other runs need ActualText, or, right to left, a copy
 * of the glyph.
 */
export function collectFontUsages(pages: readonly PageTexts[]): FontUsages {
  renewMeaningTables();
  const rtl = new RightToLeftRuns();
  const fonts = new Map<FontFace, FontUsage>();
  const rejected = new Map<MeaningTable, ReadonlySet<number>>();
  for (const [table, meanings] of gatherMeanings(pages, rtl)) {
    const { face } = table;
    const { glyphs, rejected: others } = meanings.choose();
    const synthetic = rtl.encodeRuns(face, glyphs);
    for (const [glyphId, { text }] of synthetic) glyphs.set(glyphId, text);
    fonts.set(face, { face, resource: `F${fonts.size + 1}`, glyphs, synthetic });
    if (others.size > 0) rejected.set(table, others);
  }
  return {
    fonts,
    needsActualText(run) {
      // ActualText in right-to-left text would make readers reverse it twice.
      if (run.rtl) return false;
      const { texts: own, isClear } = encodeRun(run);
      const { glyphs } = fonts.get(run.face)!;
      return !isClear || own.some((text, i) => glyphs.get(run.glyphIds[i]!) !== text);
    },
    isPlain(text) {
      if (text.rightToLeft.length > 0 || !text.isClear) return false;
      if (rejected.size === 0) return true;
      return text.meanings.every(({ table, numbers }) => {
        const others = rejected.get(table);
        return others === undefined || !numbers.some((number) => others.has(number));
      });
    },
    // A bidi mark is no run of the pages.
    encode: (run) => rtl.encoded(run) ?? encodeRun(run),
    rtl,
  };
}
