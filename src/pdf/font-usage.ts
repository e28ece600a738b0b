import type { FontFace, GlyphRun } from '../text/types.js';
import type { Page } from '../layout/types.js';
import { type EncodedRun, encodeRun, type GlyphOperands } from './encoded-run.js';
import { type LineText, lineText } from './line-text.js';
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

/** A text that a glyph stands for, and those that it stands for elsewhere in the document. */
interface Meaning {
  readonly text: string;
  weight: number;
  others: Meaning[] | undefined;
}

/** Right-to-left text cannot be put right by ActualText, so its meaning of a shared glyph goes before any other. */
const RTL_WEIGHT = 1_000_000;

/** What the glyphs of one face stand for in a document. */
class GlyphMeanings {
  readonly #meanings = new Map<number, Meaning>();
  /** True when some glyph stands for more than one text. */
  isContested = false;

  add(glyphId: number, text: string, weight: number): void {
    const known = this.#meanings.get(glyphId);
    if (known?.text === text) known.weight += weight;
    else if (known === undefined) this.#meanings.set(glyphId, { text, weight, others: undefined });
    else this.#addOther(known, text, weight);
  }

  #addOther(first: Meaning, text: string, weight: number): void {
    this.isContested = true;
    first.others ??= [];
    const known = first.others.find((other) => other.text === text);
    if (known === undefined) first.others.push({ text, weight, others: undefined });
    else known.weight += weight;
  }

  /** The most frequent text of each glyph, the first on a tie; none only when there is no other. Ascending by id. */
  chosen(): Map<number, string> {
    const chosen = new Map<number, string>();
    for (const glyphId of [...this.#meanings.keys()].sort((a, b) => a - b)) {
      const first = this.#meanings.get(glyphId)!;
      let best: { readonly text: string; readonly weight: number } = { text: '', weight: 0 };
      for (const meaning of [first, ...(first.others ?? [])]) {
        if (meaning.text !== '' && meaning.weight > best.weight) best = meaning;
      }
      chosen.set(glyphId, best.text);
    }
    return chosen;
  }
}

/** How often each run is drawn. */
function countRuns(pages: readonly Page[]): Map<EncodedRun, number> {
  const counts = new Map<EncodedRun, number>();
  for (const page of pages) {
    for (const item of page.items) {
      if (item.kind !== 'text') continue;
      for (const { encoded, times } of lineText(item.runs).counts)
        counts.set(encoded, (counts.get(encoded) ?? 0) + times);
    }
  }
  return counts;
}

/**
 * Goes through all text once, before anything is drawn: a glyph that stands for different texts (micro sign and mu)
 * gets the more frequent one in ToUnicode, the first on a tie; the other runs need ActualText, or, right to left, a copy
 * of the glyph.
 */
export function collectFontUsages(pages: readonly Page[]): FontUsages {
  const counts = countRuns(pages);
  const faces = new Map<FontFace, GlyphMeanings>();
  const rtl = new RightToLeftRuns();
  for (const [{ run, texts }, count] of counts) {
    let meanings = faces.get(run.face);
    if (meanings === undefined) faces.set(run.face, (meanings = new GlyphMeanings()));
    if (run.rtl) {
      for (const { glyphId, text } of rtl.plainGlyphs(run)) meanings.add(glyphId, text, count * RTL_WEIGHT);
    } else {
      for (let i = 0; i < texts.length; i++) meanings.add(run.glyphIds[i]!, texts[i]!, count);
    }
  }
  const fonts = new Map<FontFace, FontUsage>();
  let isContested = false;
  for (const [face, meanings] of faces) {
    isContested ||= meanings.isContested;
    const glyphs = meanings.chosen();
    const synthetic = rtl.encodeRuns(face, glyphs);
    for (const [glyphId, { text }] of synthetic) glyphs.set(glyphId, text);
    fonts.set(face, { face, resource: `F${fonts.size + 1}`, glyphs, synthetic });
  }
  const disagrees = ({ run, texts }: EncodedRun): boolean => {
    const { glyphs } = fonts.get(run.face)!;
    return texts.some((text, i) => glyphs.get(run.glyphIds[i]!) !== text);
  };
  const contested = new Set<EncodedRun>();
  if (isContested)
    for (const encoded of counts.keys()) if (!encoded.run.rtl && disagrees(encoded)) contested.add(encoded);
  return {
    fonts,
    needsActualText(run) {
      // ActualText in right-to-left text would make readers reverse it twice.
      if (run.rtl) return false;
      const encoded = encodeRun(run);
      return !encoded.isClear || contested.has(encoded);
    },
    isPlain({ hasRightToLeft, isClear, counts: runs }) {
      if (hasRightToLeft || !isClear) return false;
      return contested.size === 0 || !runs.some(({ encoded }) => contested.has(encoded));
    },
    // A bidi mark is no run of the pages.
    encode: (run) => rtl.encoded(run) ?? encodeRun(run),
    rtl,
  };
}
