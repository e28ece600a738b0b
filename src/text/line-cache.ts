import { createBoundedCache } from '../bounded-cache.js';
import type { BreakOptions, Line, SetLine, TextSpan, TextStyle } from './types.js';

/** Sets paragraphs that have been set before without setting them again. */
export interface LineCache {
  /**
   * The lines of a paragraph. `epoch` is anything else that lines depend on; with another value nothing old is found.
   */
  lines<D>(spans: readonly TextSpan<D>[], options: BreakOptions, epoch: number, set: SetLines): Line<D>[];
  /** The width that `measure` finds, remembered by `kind` of measuring and text. */
  width(spans: readonly TextSpan[], kind: string, measure: () => number): number;
}

type SetLines = (spans: readonly TextSpan[], options: BreakOptions) => SetLine[];

/** What lines depend on besides spans, but for the proper names that were met. */
interface LineFrame {
  readonly epoch: number;
  readonly measure: number;
  readonly align: BreakOptions['align'];
  readonly flags: number;
  readonly lang: string;
  readonly indent: number;
}

interface KnownSpan {
  readonly text: string;
  readonly style: TextStyle;
  readonly marks: number;
  readonly lang: string | undefined;
}

interface KnownLines {
  readonly spans: readonly KnownSpan[];
  readonly frame: LineFrame;
  readonly lines: readonly SetLine[];
  /** Words that were looked up among the proper names, and whether they were there. */
  readonly names: ReadonlyMap<string, boolean>;
}

interface KnownWidth {
  readonly spans: readonly KnownSpan[];
  readonly kind: string;
  readonly width: number;
}

/**
 * Prepares a cache. The guide texts of a template are the same in every packet, and an applicant's record and statement
 * in those of all letters.
 *
 * What is known of a paragraph is found by the text of its longest span, which is there already: putting a key together
 * from all that lines depend on would copy every paragraph at each look-up.
 *
 * @param runsKept - Runs in all lines that are kept; what all packets of a template share is about 30,000 runs, what one applicant adds 1,500; a thousand take 0.3 MB.
 */
export function createLineCache(runsKept: number): LineCache {
  const known = createBoundedCache<readonly KnownLines[]>(runsKept, (_, ways) => runsIn(ways));
  const widths = createBoundedCache<readonly KnownWidth[]>(runsKept / 20, (_, ways) => ways.length);
  return {
    lines(spans, options, epoch, set) {
      const text = longestText(spans);
      const frame = frameOf(options, epoch);
      const ways = known.get(text);
      const way = ways?.find((one) => isFrame(one.frame, frame) && areSpans(one.spans, spans));
      if (way !== undefined && sameNames(way.names, options)) return withData(way.lines, spans);
      const names = new Map<string, boolean>();
      const lines = set(spans, noting(options, names));
      const others = ways?.filter((one) => one !== way) ?? [];
      known.set(kept(text), [...others, { spans: knownSpans(spans), frame, lines, names }]);
      return withData(lines, spans);
    },
    width(spans, kind, measure) {
      const text = longestText(spans);
      const ways = widths.get(text);
      const way = ways?.find((one) => one.kind === kind && areSpans(one.spans, spans));
      if (way !== undefined) return way.width;
      const width = measure();
      widths.set(kept(text), [...(ways ?? []), { spans: knownSpans(spans), kind, width }]);
      return width;
    },
  };
}

function runsIn(ways: readonly KnownLines[]): number {
  let runs = 0;
  for (const { lines } of ways) {
    runs += 1;
    for (const line of lines) runs += line.runs.length;
  }
  return runs;
}

function withData<D>(lines: readonly SetLine[], spans: readonly TextSpan<D>[]): Line<D>[] {
  const data = spans.map((span) => span.data);
  return lines.map(({ runs, width, ascent, descent, hyphenated, last, missing }) => {
    return { runs, width, ascent, descent, hyphenated, last, missing, data };
  });
}

/** The options with proper names that note what they were asked. */
function noting(options: BreakOptions, names: Map<string, boolean>): BreakOptions {
  const { properNames } = options;
  if (properNames === undefined) return options;
  const has = (word: string): boolean => {
    const is = properNames.has(word);
    names.set(word, is);
    return is;
  };
  return { ...options, properNames: { has } };
}

function sameNames(names: ReadonlyMap<string, boolean>, { properNames }: BreakOptions): boolean {
  for (const [word, is] of names) if ((properNames?.has(word) ?? false) !== is) return false;
  return true;
}

/** Few styles serve all spans of a packet, but each packet has objects of its own for them. */
function isStyle(known: TextStyle, style: TextStyle): boolean {
  return (
    known === style ||
    (known.size === style.size &&
      known.weight === style.weight &&
      known.italic === style.italic &&
      known.figures === style.figures &&
      known.family === style.family)
  );
}

function marksOf({ noHyphen, breakAfter, isName }: TextSpan): number {
  return (noHyphen === true ? 1 : 0) + (breakAfter === true ? 2 : 0) + (isName === true ? 4 : 0);
}

function longestText(spans: readonly TextSpan[]): string {
  let longest = '';
  for (const { text } of spans) if (text.length > longest.length) longest = text;
  return longest;
}

/** The same text without the one that it was cut out of, which V8 would keep as long as its part. */
function kept(text: string): string {
  return `${text}\u0000`.slice(0, -1);
}

function knownSpans(spans: readonly TextSpan[]): KnownSpan[] {
  return spans.map((span) => ({
    text: kept(span.text),
    style: span.style,
    marks: marksOf(span),
    lang: span.lang,
  }));
}

function areSpans(known: readonly KnownSpan[], spans: readonly TextSpan[]): boolean {
  if (known.length !== spans.length) return false;
  for (let index = 0; index < known.length; index++) {
    const { text, style, marks, lang } = known[index]!;
    const span = spans[index]!;
    if (marks !== marksOf(span) || lang !== span.lang || text !== span.text || !isStyle(style, span.style))
      return false;
  }
  return true;
}

function frameOf(options: BreakOptions, epoch: number): LineFrame {
  const { measure, align, hyphenate, lang, indent = 0, opticalMargins, properNames } = options;
  const flags = (hyphenate ? 1 : 0) + (opticalMargins === true ? 2 : 0) + (properNames === undefined ? 0 : 4);
  return { epoch, measure, align, flags, lang, indent };
}

function isFrame(known: LineFrame, frame: LineFrame): boolean {
  return (
    known.measure === frame.measure &&
    known.indent === frame.indent &&
    known.flags === frame.flags &&
    known.align === frame.align &&
    known.epoch === frame.epoch &&
    known.lang === frame.lang
  );
}
