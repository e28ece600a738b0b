import { Opportunity, type Opportunities } from './opportunity.js';
import type { TextRange } from './addresses.js';
import { LINE_SEPARATOR, type Paragraph } from './paragraph.js';
import type { TextStyle } from './types.js';
import type { ShapedWord, WordSetting, WordShaper } from './word-shaper.js';

/** A word, a part of one, or the space between two: of one style and direction, shaped. */
export interface Piece {
  readonly kind: 'word' | 'space';
  /** Offsets in the paragraph's text. */
  readonly start: number;
  readonly end: number;
  readonly span: number;
  readonly level: number;
  readonly setting: WordSetting;
  readonly shaped: ShapedWord;
  readonly style: TextStyle;
  /**
   * Natural width, stretch and shrink, points. Word spaces (and no-break spaces) stretch; a word of a script without
   * spaces stretches by white after it, unless it ends its line.
   */
  readonly width: number;
  readonly stretch: number;
  readonly shrink: number;
}

const SPACE_STRETCH = 1 / 2;
const SPACE_SHRINK = 1 / 3;

/**
 * Stretch after a character, ems: between characters of Chinese and Japanese (JLREQ 3.8.4), and far less between words
 * of Thai, Lao, Khmer and Burmese, whose few spaces would tear wide.
 */
const IDEOGRAPH_STRETCH = 0.1;
const DICTIONARY_STRETCH = 0.06;
const IDEOGRAPH =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3001-\u3020\u30FC\uFF01-\uFF65]/u;
const DICTIONARY = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function stretchAfter(word: string): number {
  const last = word.charCodeAt(word.length - 1);
  if (last < 0xe00) return 0;
  const character = last >= 0xdc00 && last < 0xe000 ? word.slice(-2) : word.slice(-1);
  return IDEOGRAPH.test(character) ? IDEOGRAPH_STRETCH : DICTIONARY.test(character) ? DICTIONARY_STRETCH : 0;
}

/** White space that is drawn: everything of General Category Zs, and the tab. */
export function isSpaceCode(code: number): boolean {
  if (code < 0xa0) return code === 0x20 || code === 0x09;
  if (code < 0x1680) return code === 0xa0;
  return code === 0x1680 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x205f || code === 0x3000;
}

/** Word spaces stretch; spaces of a set width (thin, en, em) do not. */
function isElastic(code: number): boolean {
  return code === 0x20 || code === 0xa0 || code === 0x09;
}

/** What stands between two forced breaks. */
export interface Stretch {
  readonly pieces: readonly Piece[];
  /** The span that the stretch starts in. */
  readonly span: number;
}

/** White space that is kept at the start of a stretch: the no-break spaces. */
function isNoBreakSpace(code: number): boolean {
  return code === 0xa0 || code === 0x202f || code === 0x2007;
}

/**
 * Cuts a paragraph into pieces: at spaces, break opportunities, changes of span and of direction. White space at the
 * start of a stretch is left out. Only the `range` of the text is cut.
 */
export function cutIntoPieces(
  paragraph: Paragraph,
  opportunities: Opportunities,
  shaper: WordShaper,
  lang: string,
  range: TextRange = { start: 0, end: paragraph.text.length },
): Stretch[] {
  const { text, spanStarts, levels } = paragraph;
  const pieces = new PieceShaper(paragraph, shaper, lang);
  const stretches: Stretch[] = [];
  let current: Piece[] = [];
  let span = 0;
  let firstSpan = 0;
  for (let start = range.start; start < range.end;) {
    const code = text.charCodeAt(start);
    while ((spanStarts[span + 1] ?? Infinity) <= start) span++;
    if (code === LINE_SEPARATOR.charCodeAt(0)) {
      stretches.push({ pieces: current, span: current.length > 0 ? firstSpan : span });
      current = [];
      start++;
      continue;
    }
    const space = isSpaceCode(code);
    const level = levels?.[start] ?? 0;
    const limit = Math.min(spanStarts[span + 1] ?? text.length, range.end);
    let end = start + 1;
    while (end < limit && opportunities[end] === Opportunity.None && (levels === null || levels[end] === level)) {
      const next = text.charCodeAt(end);
      if (next === LINE_SEPARATOR.charCodeAt(0) || isSpaceCode(next) !== space) break;
      if (space && isElastic(next) !== isElastic(code)) break;
      end++;
    }
    if (current.length === 0) firstSpan = span;
    if (!space || current.length > 0 || isNoBreakSpace(code)) {
      current.push(pieces.shape(start, end, span, level, space));
    }
    start = end;
  }
  if (current.length > 0) stretches.push({ pieces: current, span: firstSpan });
  return stretches;
}

/** Shapes the pieces of a paragraph; looks the setting up once for each span and direction. */
class PieceShaper {
  private span = -1;
  private rtl = false;
  private style: TextStyle | undefined;
  private setting: WordSetting | undefined;

  constructor(
    private readonly paragraph: Paragraph,
    private readonly shaper: WordShaper,
    private readonly lang: string,
  ) {}

  /** Shapes a stretch of one span and level. */
  shape(start: number, end: number, span: number, level: number, space: boolean): Piece {
    const rtl = (level & 1) === 1;
    if (this.setting === undefined || this.span !== span || this.rtl !== rtl) this.turnTo(span, rtl);
    const style = this.style!;
    const setting = this.setting!;
    const source = this.paragraph.text.slice(start, end);
    const shaped = setting.shape(space && source.includes('\t') ? source.replaceAll('\t', ' ') : source);
    const width = shaped.ems * style.size;
    const elastic = space && isElastic(source.charCodeAt(0)) ? width : 0;
    return {
      kind: space ? 'space' : 'word',
      start,
      end,
      span,
      level,
      setting,
      shaped,
      style,
      width,
      stretch: space ? elastic * SPACE_STRETCH : stretchAfter(source) * style.size,
      shrink: elastic * SPACE_SHRINK,
    };
  }

  private turnTo(span: number, rtl: boolean): void {
    const { style, lang } = this.paragraph.spans[span]!;
    const isForeign = lang !== undefined && lang !== this.lang;
    this.span = span;
    this.rtl = rtl;
    this.style = style;
    this.setting = this.shaper.setting(style, lang ?? this.lang, rtl, isForeign);
  }
}
