import type { FontFace, GlyphRun } from '../text/types.js';
import type { Page } from '../layout/types.js';
import { type EncodedRun, encodeRun } from './encoded-run.js';
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
  /** The operands that draw a run of the document. */
  encode(run: GlyphRun): EncodedRun;
  /** What is known of right-to-left runs. */
  readonly rtl: Pick<RightToLeftRuns, 'mark' | 'start'>;
}

interface Candidate {
  readonly text: string;
  weight: number;
}

/** Some readers part a word after a mark that is a glyph of its own. */
const NONSPACING = /^\p{Mn}/u;

/** Right-to-left text cannot be put right by ActualText, so its meaning of a shared glyph goes before any other. */
const RTL_WEIGHT = 1_000_000;

/** What is known of one run in a document. */
interface RunUse {
  count: number;
  /** See {@link FontUsages.needsActualText}; undefined until it is asked for. */
  needsActualText: boolean | undefined;
  encoded: EncodedRun | undefined;
}

function usesOfRuns(pages: readonly Page[]): Map<GlyphRun, RunUse> {
  const uses = new Map<GlyphRun, RunUse>();
  for (const page of pages) {
    for (const item of page.items) {
      if (item.kind !== 'text') continue;
      for (const { run } of item.runs) {
        const use = uses.get(run);
        if (use === undefined) uses.set(run, { count: 1, needsActualText: undefined, encoded: undefined });
        else use.count++;
      }
    }
  }
  return uses;
}

/**
 * Goes through all text once, before anything is drawn: a glyph that stands for different texts (micro sign and mu)
 * gets the more frequent one in ToUnicode, the first on a tie; the other runs need ActualText, or, right to left, a copy
 * of the glyph.
 */
export function collectFontUsages(pages: readonly Page[]): FontUsages {
  const uses = usesOfRuns(pages);
  const candidates = new Map<FontFace, Map<number, Candidate[]>>();
  const rtl = new RightToLeftRuns();
  for (const [run, { count }] of uses) {
    let glyphs = candidates.get(run.face);
    if (glyphs === undefined) candidates.set(run.face, (glyphs = new Map()));
    if (run.rtl) {
      for (const { glyphId, text } of rtl.plainGlyphs(run)) propose(glyphs, glyphId, text, count * RTL_WEIGHT);
    } else {
      const { texts } = encodeRun(run);
      for (let i = 0; i < texts.length; i++) propose(glyphs, run.glyphIds[i]!, texts[i]!, count);
    }
  }
  const fonts = new Map<FontFace, FontUsage>();
  for (const [face, glyphs] of candidates) {
    const chosen = new Map<number, string>();
    for (const glyphId of [...glyphs.keys()].sort((a, b) => a - b)) {
      let best: Candidate = { text: '', weight: 0 };
      for (const candidate of glyphs.get(glyphId)!) if (candidate.weight > best.weight) best = candidate;
      chosen.set(glyphId, best.text);
    }
    const synthetic = rtl.encodeRuns(face, chosen);
    for (const [glyphId, { text }] of synthetic) chosen.set(glyphId, text);
    fonts.set(face, { face, resource: `F${fonts.size + 1}`, glyphs: chosen, synthetic });
  }
  return {
    fonts,
    needsActualText(run) {
      const use = uses.get(run);
      // ActualText in right-to-left text would make readers reverse it twice.
      if (run.rtl || use === undefined) return false;
      return (use.needsActualText ??= isUnclear(run, fonts));
    },
    encode(run) {
      const use = uses.get(run);
      // A bidi mark is no run of the pages.
      if (use === undefined) return rtl.encoded(run) ?? encodeRun(run);
      return (use.encoded ??= rtl.encoded(run) ?? encodeRun(run));
    },
    rtl,
  };
}

function propose(glyphs: Map<number, Candidate[]>, glyphId: number, text: string, weight: number): void {
  let seen = glyphs.get(glyphId);
  if (seen === undefined) glyphs.set(glyphId, (seen = []));
  if (text === '') return;
  const known = seen.find((candidate) => candidate.text === text);
  if (known === undefined) seen.push({ text, weight });
  else known.weight += weight;
}

function isUnclear(run: GlyphRun, fonts: ReadonlyMap<FontFace, FontUsage>): boolean {
  const { glyphs } = fonts.get(run.face)!;
  const { texts } = encodeRun(run);
  return texts.some((text, i) => text === '' || NONSPACING.test(text) || glyphs.get(run.glyphIds[i]!) !== text);
}
