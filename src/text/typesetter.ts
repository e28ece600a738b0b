import { breakParagraph, prepareText, type LineBreakingTools } from './break-lines.js';
import { listBreakpoints } from './breakpoints.js';
import { createFontLibrary } from './font-library.js';
import { loadHarfBuzz } from './harfbuzz.js';
import { createHyphenator } from './hyphenation.js';
import { createLineCache } from './line-cache.js';
import type { FontFace, FontSource, SetLine, TextSpan, TextStyle, Typesetter } from './types.js';
import { createWordShaper, DEFAULT_CACHE_SIZE } from './word-shaper.js';

/** What {@link createTypesetter} takes. */
export interface TypesetterOptions {
  /** The faces, in the order in which they stand in for each other when a character is missing. At least one. */
  readonly fonts: readonly FontSource[];
  /** Shaped words to keep; lines are kept with up to twenty times as many. @default 20000 */
  readonly cacheSize?: number;
  /** BCP 47 languages whose hyphenation patterns are loaded at once. @default ['en-US'] */
  readonly languages?: readonly string[];
}

/** A typesetter with its faces. */
export interface FontTypesetter extends Typesetter {
  readonly faces: readonly FontFace[];
  /** Loads the hyphenation patterns of more languages (BCP 47); those that are loaded or have none cost nothing. */
  loadLanguages(languages: Iterable<string>): Promise<void>;
}

/** Words and spaces in lines that are kept, for each shaped word that is: by default 100,000, which take 30 MB. */
const RUNS_PER_WORD = 5;

/** Language of most packets, and of text that is only measured; breaking takes its own. */
const DEFAULT_LANGUAGE = 'en-US';

/**
 * Loads HarfBuzz and the hyphenation patterns, and parses the fonts. Make one typesetter and share it: it remembers
 * shaped words for all packets.
 *
 * @throws {FontError} when there is no font, or some cannot be used; it lists every one.
 * @example
 * const typesetter = await createTypesetter({ fonts });
 * const lines = typesetter.breakLines(spans, { measure: 452, align: 'justify', hyphenate: true, lang: 'en-US' });
 */
export async function createTypesetter(options: TypesetterOptions): Promise<FontTypesetter> {
  const hyphenator = createHyphenator();
  const [harfbuzz] = await Promise.all([loadHarfBuzz(), hyphenator.load(options.languages ?? [DEFAULT_LANGUAGE])]);
  const library = createFontLibrary(harfbuzz, options.fonts);
  const cacheSize = options.cacheSize ?? DEFAULT_CACHE_SIZE;
  const shaper = createWordShaper(harfbuzz, library, cacheSize);

  const metrics = (style: TextStyle): ReturnType<Typesetter['metrics']> => {
    const [face] = library.facesFor(style);
    const scale = style.size / face.unitsPerEm;
    return {
      ascent: face.ascent * scale,
      descent: -face.descent * scale,
      capHeight: face.capHeight * scale,
      xHeight: face.xHeight * scale,
    };
  };
  const emptyLine = (span: TextSpan): SetLine => {
    const { ascent, descent } = metrics(span.style);
    return { runs: [], width: 0, ascent, descent, hyphenated: false, last: true, missing: false };
  };
  const tools: LineBreakingTools = { shaper, hyphenator, emptyLine };
  const known = createLineCache(RUNS_PER_WORD * cacheSize);

  return {
    faces: library.faces,
    families: [...new Set(library.faces.map(({ family }) => family))],
    loadLanguages: (languages) => hyphenator.load(languages),
    metrics,
    breakLines: (spans, breakOptions) =>
      known.lines(spans, breakOptions, hyphenator.loaded(), (own, noting) => breakParagraph(tools, own, noting)),
    measure: (spans) => known.width(spans, 'line', () => widest(tools, spans, Infinity)),
    minMeasure: (spans) => known.width(spans, 'piece', () => widest(tools, spans, 0)),
  };
}

/** Widest piece of the text between two of its breaks, or, without any break, its widest line. */
function widest(tools: LineBreakingTools, spans: readonly TextSpan[], measure: number): number {
  const { paragraph, opportunities, stretches } = prepareText(tools.shaper, spans, DEFAULT_LANGUAGE, measure);
  let width = 0;
  for (const { pieces } of stretches) {
    const breakpoints = listBreakpoints(paragraph.text, pieces, opportunities, undefined);
    const ends = measure === Infinity ? breakpoints.slice(-1) : breakpoints;
    ends.forEach((end, index) => {
      width = Math.max(width, end.endWidth - (ends[index - 1]?.startWidth ?? 0));
    });
  }
  return width;
}
