/**
 * Text as positioned glyphs: what crosses the border between text and layout. Lengths are points unless they say font
 * units.
 */

/**
 * A font file: TrueType (.ttf), a collection of such faces (.ttc), or either as WOFF. What is not given is read from the
 * file itself.
 *
 * @example
 * const fonts = [...bundled, { bytes: await readFile('NotoSansSC-Regular.ttf') }];
 */
export interface FontSource {
  /** Family name as themes use it, such as `Source Serif 4`. @default the one in the file's name table */
  readonly family?: string;
  /** CSS weight, 1 to 1000. @default the one in the file's OS/2 table */
  readonly weight?: number;
  /** @default what the file's OS/2 table says */
  readonly style?: 'normal' | 'italic';
  readonly bytes: Uint8Array;
  /** Which face of a collection, from 0. @default every face, each under its own names */
  readonly face?: number;
  /** Where the bytes come from, such as a file name, for messages. */
  readonly origin?: string;
}

/** A parsed face. Immutable to callers; shared between packets. */
export interface FontFace {
  /** Unique in its library, `Source Serif 4/400/normal`. */
  readonly key: string;
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly postScriptName: string;
  readonly bytes: Uint8Array;
  /** Font units per em. */
  readonly unitsPerEm: number;
  /** Typographic metrics in font units; `descent` is negative. */
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly italicAngle: number;
  readonly boundingBox: readonly [number, number, number, number];
  readonly isFixedPitch: boolean;
  /** Advance of a glyph by its hmtx entry, font units. */
  advance(glyphId: number): number;
  /** True when every character of the text (NFC or NFD) has a glyph. */
  covers(text: string): boolean;
  /** Outline of a glyph as SVG path data in font units, `y` upwards; empty for a blank one. */
  outline(glyphId: number): string;
}

/** How a span of text is set. */
export interface TextStyle {
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  /** Points. */
  readonly size: number;
  readonly figures: Figures;
}

/**
 * `lining`: as tall as capitals, each as wide as it needs; `old-style`: with ascenders and descenders, like small
 * letters; `tabular`: lining figures of equal width, for tables, dates and IDs. A face without them draws its own.
 */
export type Figures = 'lining' | 'old-style' | 'tabular';

/**
 * Glyphs of one face and one direction, in visual order, in font units, without a size: so a shaped word is shared by
 * every size, line and packet. Arrays run in parallel.
 */
export interface GlyphRun {
  readonly face: FontFace;
  /** The source text of this run, in logical order. ToUnicode comes from here, never from the font. */
  readonly text: string;
  readonly rtl: boolean;
  /** BCP 47 language of the run when it differs from the document's, else undefined. */
  readonly lang: string | undefined;
  readonly glyphIds: Uint16Array;
  /** Advance of each glyph as shaped (kerning included). */
  readonly advances: Int32Array;
  readonly xOffsets: Int32Array;
  readonly yOffsets: Int32Array;
  /**
   * Source text of each glyph: the whole cluster on the first glyph (in logical order) that stands for it, '' on the
   * others.
   */
  readonly glyphText: readonly string[];
  /** Sum of `advances`. */
  readonly width: number;
  /** Characters without a glyph in any face, drawn as the visible mark. */
  readonly missing: readonly string[];
}

/**
 * A stretch of text in one style. `data` travels untouched to the lines: the layout keeps colour, link and structure
 * there.
 */
export interface TextSpan<D = unknown> {
  readonly text: string;
  readonly style: TextStyle;
  readonly data: D;
  /** Never hyphenate inside this span (names, IDs, addresses). */
  readonly noHyphen?: boolean;
  /** A name: no line ends after a hyphen in it either. */
  readonly isName?: boolean;
  /** BCP 47 language of this span when it is not that of the paragraph. */
  readonly lang?: string;
  /** Start a new line after this span. */
  readonly breakAfter?: boolean;
}

/** A run on a line: `x` is its left edge from the line's left edge, points. */
export interface LineRun {
  readonly x: number;
  readonly size: number;
  readonly run: GlyphRun;
  /** Index of the span that its text came from. */
  readonly span: number;
}

/**
 * One set line. Runs stand in visual order, left to right; spaces are runs of their own so that they extract as spaces.
 * A line that ends at a space keeps it as a run outside its width, at the end where the paragraph's direction leads (in
 * right-to-left paragraphs at a negative `x`): words must stay apart in the text (PDF 1.7, 14.8.2.5).
 */
export interface Line<D = unknown> extends SetLine {
  /** The data of each span of the paragraph: that of a run is `data[run.span]`. */
  readonly data: readonly D[];
}

/** A line as it was set, whatever its spans carry. A paragraph that is set again has the very same runs: what is made of them can be kept by them. */
export interface SetLine {
  readonly runs: readonly LineRun[];
  /**
   * Set width without trailing space and without what hangs out of the measure, points. Alignment is already in the
   * runs' `x`, which is negative where punctuation hangs out at the left.
   */
  readonly width: number;
  /** Largest ascent and descent (positive) of the runs' faces, points. */
  readonly ascent: number;
  readonly descent: number;
  /** True when the line ends in a hyphen that is not in the source: a run of its own with the text `-`. */
  readonly hyphenated: boolean;
  /** True on the last line of a paragraph and before a forced break. */
  readonly last: boolean;
  /** True when some of its characters have no glyph in any face. */
  readonly missing: boolean;
}

export type Align = 'justify' | 'left' | 'right' | 'center';

export interface BreakOptions {
  /** Line width, points. */
  readonly measure: number;
  readonly align: Align;
  /** Allow hyphenation. */
  readonly hyphenate: boolean;
  /** BCP 47 language for hyphenation and shaping, such as `en-US`; a span may have its own. */
  readonly lang: string;
  /** Words with a capital that are never hyphenated, whatever the language: parts of names. */
  readonly properNames?: Pick<ReadonlySet<string>, 'has'>;
  /** Indent of the first line, points. @default 0 */
  readonly indent?: number;
  /**
   * Let punctuation at the ends of lines hang out of the measure (optical margins): at both sides of justified text, at
   * the even side of ragged text, never of centred text. @default false
   */
  readonly opticalMargins?: boolean;
}

/** What the layout needs of the text stage. Made once by `createTypesetter`, shared by all packets. */
export interface Typesetter {
  /** The families that there are, in the order of fallback. @default unknown */
  readonly families?: readonly string[];
  /** Natural width of spans set on one line, points. */
  measure(spans: readonly TextSpan[]): number;
  /** Width of the longest piece that cannot be broken, points (for column sizing). */
  minMeasure(spans: readonly TextSpan[]): number;
  breakLines<D>(spans: readonly TextSpan<D>[], options: BreakOptions): Line<D>[];
  /** Vertical metrics of a style's primary face at its size, points; all positive. */
  metrics(style: TextStyle): {
    readonly ascent: number;
    readonly descent: number;
    readonly capHeight: number;
    readonly xHeight: number;
  };
}
