import { resolveLevels } from './bidi.js';
import type { TextSpan } from './types.js';

/** A forced line break inside {@link Paragraph.text}; it is never drawn. */
export const LINE_SEPARATOR = '\u2028';

/** The text of all spans in one string, with everything that is position rather than character taken out. */
export interface Paragraph {
  /** Without soft hyphens and zero-width spaces; every forced break is one {@link LINE_SEPARATOR}. */
  readonly text: string;
  readonly spans: readonly TextSpan[];
  /** Offset of each span's first character, and the text's length at the end. */
  readonly spanStarts: readonly number[];
  /** Offsets where the source allows a hyphen (U+00AD). */
  readonly softHyphens: ReadonlySet<number>;
  /** Offsets where the source allows a break without a hyphen (U+200B). */
  readonly zeroWidthBreaks: ReadonlySet<number>;
  readonly baseLevel: 0 | 1;
  /** Embedding level by offset, null when all are 0. */
  readonly levels: Uint8Array | null;
}

/** Anything that {@link joinSpans} changes in a text. */
const UNCLEAN = /[\n\v\f\r\u0085\u2028\u2029\u00AD\u200B]|\p{Surrogate}/u;
const NEW_LINE = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const INVISIBLE_BREAK = /[\u00AD\u200B]/g;

/** Joins the spans of a paragraph. */
export function joinSpans(spans: readonly TextSpan[]): Paragraph {
  const spanStarts: number[] = [];
  const softHyphens = new Set<number>();
  const zeroWidthBreaks = new Set<number>();
  let text = '';
  for (const span of spans) {
    const start = text.length;
    spanStarts.push(start);
    if (UNCLEAN.test(span.text)) {
      let removed = 0;
      const clean = span.text.replace(NEW_LINE, LINE_SEPARATOR).replace(LONE_SURROGATE, '\uFFFD');
      text += clean.replace(INVISIBLE_BREAK, (character, index: number) => {
        const places = character === '\u00AD' ? softHyphens : zeroWidthBreaks;
        places.add(start + index - removed);
        removed++;
        return '';
      });
    } else text += span.text;
    if (span.breakAfter === true) text += LINE_SEPARATOR;
  }
  spanStarts.push(text.length);
  const { base, levels } = resolveLevels(text);
  return { text, spans, spanStarts, softHyphens, zeroWidthBreaks, baseLevel: base, levels };
}
