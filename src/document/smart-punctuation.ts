import { mapInlines } from './map-inlines.js';
import { quotationMarks } from './quotation-marks.js';
import { isLiteralPath } from './value-paths.js';
import type { Block, Inline } from './types.js';

/** A piece of text of one language. What is `fixed` stays as typed and only tells what stands beside the rest. */
interface Segment {
  readonly text: string;
  readonly lang: string;
  readonly fixed: boolean;
}

/** Typewriter punctuation; a hyphen between spaces counts as a dash. */
const TYPED = /["']|--|\.\.\.|[\p{L})] - \p{L}/u;
const FRENCH = /^fr(?:-|$)/i;
const FRENCH_SPACE = / [;:!?»]|« /;

/**
 * Sets the typewriter punctuation of a document as a typesetter would: quotation marks and apostrophes of the language,
 * primes after feet and inches, dashes for `--`, `---` and a hyphen between spaces, an ellipsis for three dots. Values
 * take part, names too (`O'Brien`); code, IDs, addresses, URLs and file names stay as typed. No letter or digit changes.
 *
 * @param lang BCP 47 language of the document; text that states its own follows that.
 */
export function smartenBlocks(blocks: readonly Block[], lang: string): readonly Block[] {
  return mapInlines(blocks, smartenInlines, lang);
}

/** {@link smartenBlocks} for one line of plain text. */
export function smartenText(text: string, lang: string): string {
  return smarten([{ text, lang, fixed: false }])[0] ?? text;
}

function smartenInlines(inlines: readonly Inline[], lang: string): readonly Inline[] {
  const [only] = inlines;
  if (inlines.length === 1 && only?.type === 'text' && isSmart(only.value, [only.lang ?? lang])) return inlines;
  const segments: Segment[] = [];
  collect(inlines, lang, false, segments);
  const smart = smarten(segments);
  if (smart.every((text, index) => text === segments[index]?.text)) return inlines;
  return withTexts(inlines, smart.values());
}

/** Inlines with other texts: one for each part of them that is no group, in their order. */
function withTexts(inlines: readonly Inline[], texts: Iterator<string, undefined>): Inline[] {
  return inlines.map((inline): Inline => {
    if ('children' in inline) return { ...inline, children: withTexts(inline.children, texts) };
    const { value = '' } = texts.next();
    if (inline.type !== 'text' || inline.value === value) return inline;
    return { ...inline, value };
  });
}

/** One segment for each inline without children, in order. */
function collect(inlines: readonly Inline[], lang: string, fixed: boolean, segments: Segment[]): void {
  for (const inline of inlines) {
    switch (inline.type) {
      case 'text':
        segments.push({
          text: inline.value,
          lang: inline.lang ?? lang,
          fixed: fixed || (inline.path !== undefined && isLiteralPath(inline.path)),
        });
        break;
      case 'code':
        segments.push({ text: inline.value, lang, fixed: true });
        break;
      case 'break':
        segments.push({ text: '\n', lang, fixed: true });
        break;
      case 'link':
        collect(inline.children, lang, fixed || isAddressOf(inline.href, inline.children), segments);
        break;
      default:
        collect(inline.children, lang, fixed, segments);
    }
  }
}

/** True when a link shows its own address. */
function isAddressOf(href: string, children: readonly Inline[]): boolean {
  const [only] = children;
  if (children.length !== 1 || only?.type !== 'text') return false;
  return href === only.value || href.replace(/^(?:https?:\/\/(?:www\.)?|mailto:|tel:)/, '') === only.value;
}

/** What means what it says letter by letter: URLs, addresses, paths, file names, options of commands. */
const FIXED_TOKEN = new RegExp(
  [
    'T*(?:[\\p{L}\\p{N}]@[\\p{L}\\p{N}]|://|\\\\)T*',
    '(?<!\\S)www\\.T+',
    '(?<!\\S)\\.{0,2}/T+',
    '(?<!\\S)--?[a-z][a-z-]*=?T*',
    'T+\\.(?:pdf|docx?|ya?ml|json|csv|txt|md|html?|png|jpe?g)\\b',
  ]
    .join('|')
    // A character of such a token: an apostrophe belongs to it when more of it follows.
    .replaceAll('T', `(?:[^\\s"'“”]|'(?=[^\\s"'“”.,;:)]))`),
  'giu',
);
/** Words whose first letter is left out: an apostrophe, not an opening mark. */
const ELISION =
  /^(?:\d\ds?(?![\p{L}\p{N}])|(?:tis|twas|twere|twill|em|til|cause|bout|round|n(?='(?!\p{L})))(?![\p{L}\p{N}]))/iu;
const OPENS_AFTER = /[\s([{\u00A1\u00BF\u2013\u2014\u2026/\u201C\u2018\u201E\u201A\u00AB\u2039"'-]/u;
const LETTER = /[\p{L}\p{M}\p{N}]/u;
const HEBREW = /[\u05D0-\u05EA]/;
const ARABIC = /\p{Script=Arabic}/u;

/** True when nothing in a text is typewriter punctuation. */
function isSmart(text: string, languages: readonly string[]): boolean {
  return !TYPED.test(text) && !(languages.some((lang) => FRENCH.test(lang)) && FRENCH_SPACE.test(text));
}

/** The texts of the segments with their punctuation set; they are read as one text. */
function smarten(segments: readonly Segment[]): string[] {
  const texts = segments.map(({ text }) => text);
  const all = texts.join('');
  const languages = segments.map(({ lang }) => lang);
  if (isSmart(all, languages)) return texts;
  const fixed = new Set<number>();
  for (const match of all.matchAll(FIXED_TOKEN)) {
    for (let index = 0; index < match[0].length; index++) fixed.add(match.index + index);
  }
  const open: ('double' | 'single')[] = [];
  let at = 0;
  return segments.map(({ text, lang, fixed: whole }) => {
    const start = at;
    at += text.length;
    if (whole || text === '') return text;
    let smart = '';
    for (let index = start; index < at;) {
      const [typed, set] = fixed.has(index) ? [1, undefined] : setAt(all, index, lang, open);
      // A dash typed over the end of a segment would be set in part: it stays.
      smart += set === undefined || index + typed > at ? all.charAt(index) : set;
      index += set === undefined || index + typed > at ? 1 : typed;
    }
    return smart;
  });
}

type Replacement = readonly [typed: number, set: string | undefined];
const NOTHING: Replacement = [1, undefined];

/** What is typed at an offset, its length, and what is set instead. `open` holds the quotations that are open. */
function setAt(all: string, at: number, lang: string, open: ('double' | 'single')[]): Replacement {
  switch (all.charAt(at)) {
    case '"':
      return [1, setDouble(all, at, lang, open)];
    case "'":
      return [1, setSingle(all, at, lang, open)];
    case '-':
      return setDash(all, at, lang);
    case '.':
      return all.startsWith('...', at) && all.charAt(at - 1) !== '.' ? [3, '\u2026'] : NOTHING;
    case ' ':
      return FRENCH.test(lang) ? setFrenchSpace(all, at) : NOTHING;
    default:
      return NOTHING;
  }
}

function setDouble(all: string, at: number, lang: string, open: ('double' | 'single')[]): string | undefined {
  const [before, after] = [all.charAt(at - 1), all.charAt(at + 1)];
  const marks = quotationMarks(languageAt(before + after, lang));
  if (HEBREW.test(before) && HEBREW.test(after)) return '\u05F4';
  const inches =
    /\d$/.test(before) && (!open.includes('double') || /\d['\u2032]\s?\d+(?:\.\d+)?$/.test(all.slice(0, at)));
  if (inches) return '\u2033';
  if (marks === null) return undefined;
  if (opensAt(before, after) || (!open.includes('double') && /[,:;]/.test(before) && LETTER.test(after))) {
    open.push('double');
    return marks.double[0];
  }
  close('double', open);
  return marks.double[1];
}

function setSingle(all: string, at: number, lang: string, open: ('double' | 'single')[]): string | undefined {
  const [before, after] = [all.charAt(at - 1), all.charAt(at + 1)];
  const marks = quotationMarks(languageAt(before + after, lang));
  if (HEBREW.test(before) && !open.includes('single')) return '\u05F3';
  if (/\d/.test(before) && (!open.includes('single') || /\d/.test(after)) && isFeet(all, at)) return '\u2032';
  if (LETTER.test(before) && LETTER.test(after)) return '\u2019';
  if (marks === null) return undefined;
  if (opensAt(before, after)) {
    if (ELISION.test(all.slice(at + 1, at + 9)) && !closesLater(all, at)) return '\u2019';
    open.push('single');
    return marks.single[0];
  }
  if (!open.includes('single')) return '\u2019';
  close('single', open);
  return marks.single[1];
}

/** Marks beside Hebrew or Arabic letters follow that language in any document. */
function languageAt(beside: string, lang: string): string {
  return HEBREW.test(beside) ? 'he' : ARABIC.test(beside) ? 'ar' : lang;
}

/** A mark opens where a word begins: after white space, a bracket, a dash or another opening mark. */
function opensAt(before: string, after: string): boolean {
  return (before === '' || OPENS_AFTER.test(before)) && after !== '' && !/[\s)\]},.;:!?]/.test(after);
}

/** `'90s'`: what looks like an elision is quoted when a mark closes it before a space. */
function closesLater(all: string, at: number): boolean {
  return /^'(?!n')[\p{L}\p{N}]+'(?![\p{L}\p{N}])/u.test(all.slice(at, at + 12));
}

/** A number of one to three digits before the mark, and no letter after it: `5'`, `5'10"`. */
function isFeet(all: string, at: number): boolean {
  return (
    /(?<![\p{L}\p{N}.,'\u2019])\d{1,3}$/u.test(all.slice(Math.max(0, at - 5), at)) && !/\p{L}/u.test(all.charAt(at + 1))
  );
}

function close(kind: 'double' | 'single', open: ('double' | 'single')[]): void {
  const last = open.lastIndexOf(kind);
  if (last >= 0) open.length = last;
}

/** `---` is an em dash; `--` an en dash, in English an em dash between words; so is a hyphen between spaced words. */
function setDash(all: string, at: number, lang: string): Replacement {
  const length = /^-+/.exec(all.slice(at, at + 5))?.[0].length ?? 1;
  const [before, after] = [all.charAt(at - 1), all.charAt(at + length)];
  if (before === '-' || length > 3) return NOTHING;
  if (length === 3) return [3, '\u2014'];
  if (length === 2) {
    const joins = /\p{L}/u.test(before) && /\p{L}/u.test(after);
    return [2, joins && /^en(?:-|$)/i.test(lang) ? '\u2014' : '\u2013'];
  }
  const spaced =
    before === ' ' && after === ' ' && /[\p{L})]/u.test(all.charAt(at - 2)) && /\p{L}/u.test(all.charAt(at + 2));
  return spaced ? [1, '\u2013'] : NOTHING;
}

/** A typed space before high punctuation and inside guillemets does not break (narrow, but full before a colon). */
function setFrenchSpace(all: string, at: number): Replacement {
  const after = all.charAt(at + 1);
  if (after === ':') return [1, '\u00A0'];
  return /[;!?»]/.test(after) || all.charAt(at - 1) === '«' ? [1, '\u202F'] : NOTHING;
}
