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

interface KnownLines {
  readonly lines: readonly SetLine[];
  /** Words that were looked up among the proper names, and whether they were there. */
  readonly names: ReadonlyMap<string, boolean>;
}

/**
 * Prepares a cache. The guide texts of a template are the same in every packet, and an applicant's record and statement
 * in those of all letters.
 *
 * @param runsKept - Runs in all lines that are kept; what all packets of a template share is about 30,000 runs, what one applicant adds 1,500; a thousand take 0.3 MB.
 */
export function createLineCache(runsKept: number): LineCache {
  const known = createBoundedCache<KnownLines>(runsKept, (_, { lines }) =>
    lines.reduce((sum, { runs }) => sum + runs.length, 1),
  );
  const widths = createBoundedCache<number>(runsKept / 20);
  return {
    lines(spans, options, epoch, set) {
      const key = optionsKey(options, epoch) + spansKey(spans);
      const found = known.get(key);
      if (found !== undefined && sameNames(found.names, options)) return withData(found.lines, spans);
      const names = new Map<string, boolean>();
      const lines = set(spans, noting(options, names));
      known.set(key, { lines, names });
      return withData(lines, spans);
    },
    width(spans, kind, measure) {
      const key = kind + spansKey(spans);
      let width = widths.get(key);
      if (width === undefined) widths.set(key, (width = measure()));
      return width;
    },
  };
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

// What no text holds stands between the parts of a key, so that no two paragraphs share one.
const PART = '\u0000';
const SPAN = '\u0001';

/** Few styles serve all spans of a packet. */
const styleKeys = new WeakMap<TextStyle, string>();

function styleKey(style: TextStyle): string {
  let key = styleKeys.get(style);
  if (key === undefined) {
    const { family, weight, italic, size, figures } = style;
    key = `${PART}${family}${PART}${weight}${PART}${italic ? 1 : 0}${PART}${size}${PART}${figures}`;
    styleKeys.set(style, key);
  }
  return key;
}

function spansKey(spans: readonly TextSpan[]): string {
  let key = '';
  for (const { text, style, noHyphen, isName, lang, breakAfter } of spans) {
    const marks = (noHyphen === true ? 1 : 0) + (breakAfter === true ? 2 : 0) + (isName === true ? 4 : 0);
    key += `${SPAN}${text.length}${PART}${text}${PART}${marks}${lang ?? ''}${styleKey(style)}`;
  }
  return key;
}

function optionsKey(options: BreakOptions, epoch: number): string {
  const { measure, align, hyphenate, lang, indent, opticalMargins, properNames } = options;
  const flags = (hyphenate ? 1 : 0) + (opticalMargins === true ? 2 : 0) + (properNames === undefined ? 0 : 4);
  return `${epoch}${PART}${measure}${PART}${align}${PART}${flags}${PART}${lang}${PART}${indent ?? 0}`;
}
