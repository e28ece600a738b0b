import type { FontFace, GlyphRun } from '../text/types.js';
import type { Page } from '../layout/types.js';
import { encodeRun } from './encoded-run.js';

/** What one document uses of one face. */
export interface FontUsage {
  readonly face: FontFace;
  /** Name in the pages' font resources. */
  readonly resource: string;
  /** Each drawn glyph with the text that its ToUnicode entry gives; '' when it stands for no text of its own. */
  readonly glyphs: ReadonlyMap<number, string>;
}

/** The fonts of a document and which of its runs ToUnicode alone describes wrongly. */
export interface FontUsages {
  readonly fonts: ReadonlyMap<FontFace, FontUsage>;
  /** True when ToUnicode does not give the run's text: a glyph also stands for another text, none, or a mark. */
  needsActualText(run: GlyphRun): boolean;
}

interface Candidate {
  readonly text: string;
  weight: number;
}

/** Some readers part a word after a mark that is a glyph of its own. */
const NONSPACING = /^\p{Mn}/u;

/** Right-to-left text cannot be put right by ActualText, so its meaning of a shared glyph goes before any other. */
const RTL_WEIGHT = 1_000_000;

function occurrences(pages: readonly Page[]): Map<GlyphRun, number> {
  const counts = new Map<GlyphRun, number>();
  for (const page of pages) {
    for (const item of page.items) {
      if (item.kind !== 'text') continue;
      for (const { run } of item.runs) counts.set(run, (counts.get(run) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * Goes through all text once, before anything is drawn: a glyph that stands for different texts (micro sign and mu) gets the more frequent one in ToUnicode, the first on a tie; the other runs need
 * ActualText.
 */
export function collectFontUsages(pages: readonly Page[]): FontUsages {
  const candidates = new Map<FontFace, Map<number, Candidate[]>>();
  for (const [run, count] of occurrences(pages)) {
    const weight = run.rtl ? count * RTL_WEIGHT : count;
    let glyphs = candidates.get(run.face);
    if (glyphs === undefined) candidates.set(run.face, (glyphs = new Map()));
    const { texts } = encodeRun(run);
    for (let i = 0; i < texts.length; i++) {
      const glyphId = run.glyphIds[i]!;
      const text = texts[i]!;
      let seen = glyphs.get(glyphId);
      if (seen === undefined) glyphs.set(glyphId, (seen = []));
      if (text === '') continue;
      const known = seen.find((candidate) => candidate.text === text);
      if (known === undefined) seen.push({ text, weight });
      else known.weight += weight;
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
    fonts.set(face, { face, resource: `F${fonts.size + 1}`, glyphs: chosen });
  }
  return { fonts, needsActualText: checkRuns(fonts) };
}

function checkRuns(fonts: ReadonlyMap<FontFace, FontUsage>): (run: GlyphRun) => boolean {
  const results = new Map<GlyphRun, boolean>();
  return (run) => {
    let needed = results.get(run);
    if (needed === undefined) {
      const { glyphs } = fonts.get(run.face)!;
      const { texts } = encodeRun(run);
      const isUnclear = (text: string, i: number): boolean =>
        text === '' || NONSPACING.test(text) || glyphs.get(run.glyphIds[i]!) !== text;
      // ActualText in right-to-left text would make readers reverse it twice.
      needed = !run.rtl && texts.some(isUnclear);
      results.set(run, needed);
    }
    return needed;
  };
}
