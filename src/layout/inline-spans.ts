import { foldSpaces, isLiteralPath, isNamePath } from '../document/index.js';
import type { Inline, Link, Text } from '../document/types.js';
import type { TextSpan, TextStyle } from '../text/types.js';
import type { HeadingIndex } from './headings.js';
import { plainText } from './plain-text.js';
import { appendElement } from './structure.js';
import type { ParagraphStyle } from './styles.js';
import type { RunData, StructureElement } from './types.js';

/** What {@link inlineSpans} needs besides the inlines. */
export interface InlineContext {
  readonly paragraph: ParagraphStyle;
  /** The element that the text belongs to. Links and code become its children. */
  readonly element: StructureElement;
  readonly linkColor: string;
  readonly headings: HeadingIndex;
}

type Span = { -readonly [K in keyof TextSpan<RunData>]: TextSpan<RunData>[K] };

interface Marks {
  readonly style: TextStyle;
  readonly data: RunData;
  readonly noHyphen: boolean;
}

/** Turns inlines into spans of text for the typesetter; structure and colour travel on each span's data. */
export function inlineSpans(inlines: readonly Inline[], context: InlineContext): TextSpan<RunData>[] {
  const { paragraph, element } = context;
  const spans: Span[] = [];
  const data: RunData = { color: paragraph.color, element };
  addInlines(inlines, { style: paragraph.text, data, noHyphen: !paragraph.hyphenate }, context, spans);
  return tidy(spans);
}

function addInlines(inlines: readonly Inline[], marks: Marks, context: InlineContext, spans: Span[]): void {
  for (const inline of inlines) {
    switch (inline.type) {
      case 'text':
        addText(inline, marks, spans);
        break;
      case 'strong':
        addInlines(inline.children, withStyle(marks, bold(marks.style)), context, spans);
        break;
      case 'emphasis':
        addInlines(inline.children, withStyle(marks, turned(marks.style)), context, spans);
        break;
      case 'code': {
        if (inline.value.trim() === '') break;
        // A link's areas belong to the Link element, so code in a link stays in it.
        const element = marks.data.href === undefined ? appendElement(marks.data.element, 'Code') : marks.data.element;
        const data = withPath({ ...marks.data, element }, inline.path);
        spans.push({ text: inline.value, style: { ...marks.style, figures: 'tabular' }, data, noHyphen: true });
        break;
      }
      case 'link':
        addInlines(inline.children, linkMarks(inline, marks, context), context, spans);
        break;
      case 'break': {
        const last = spans.at(-1);
        if (last) last.breakAfter = true;
      }
    }
  }
}

function withStyle({ data, noHyphen }: Marks, style: TextStyle): Marks {
  return { style, data, noHyphen };
}

/** The styles of emphasis, one for each style that they are asked of. */
const bold = derived((style) => ({ ...style, weight: 700 }));
const turned = derived((style) => ({ ...style, italic: !style.italic }));

function derived(derive: (style: TextStyle) => TextStyle): (style: TextStyle) => TextStyle {
  const known = new WeakMap<TextStyle, TextStyle>();
  return (style) => {
    let found = known.get(style);
    if (found === undefined) known.set(style, (found = derive(style)));
    return found;
  };
}

/** Text that states its language is a Span of its own, except in a link, whose areas belong to the Link element. */
function addText({ value, path, lang }: Text, marks: Marks, spans: Span[]): void {
  const own = lang !== undefined && marks.data.href === undefined && value.trim() !== '';
  const element = own ? appendElement(marks.data.element, 'Span', { lang }) : marks.data.element;
  const data = withPath(own ? { ...marks.data, element } : marks.data, path);
  const isName = path !== undefined && isNamePath(path);
  const span: Span = { text: value, style: marks.style, data };
  if (marks.noHyphen || isName || (path !== undefined && isLiteralPath(path))) span.noHyphen = true;
  if (isName) span.isName = true;
  if (lang !== undefined) span.lang = lang;
  spans.push(span);
}

/** A link to a heading that is not there stays plain text. */
function linkMarks(link: Link, marks: Marks, context: InlineContext): Marks {
  const text = plainText(link.children);
  const target = link.href.startsWith('#') ? context.headings.titles.get(link.href.slice(1)) : link.href;
  if (target === undefined || text === '' || marks.data.href !== undefined) return marks;
  const address = target.replace(/^(?:mailto|tel):/, '');
  const element = appendElement(marks.data.element, 'Link');
  const description = address === text || address === '' ? text : `${text} (${address})`;
  return { ...marks, data: { ...marks.data, color: context.linkColor, element, href: link.href, description } };
}

function withPath(data: RunData, path: string | undefined): RunData {
  return path === undefined ? data : { ...data, path };
}

/** Folds white space (no-break spaces stay), and drops it where a line begins or ends by force. */
function tidy(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  let afterSpace = true;
  for (const span of spans) {
    let text = foldSpaces(span.text);
    if (afterSpace && text.startsWith(' ')) text = text.slice(1);
    const last = kept.at(-1);
    if (text === '') {
      if (span.breakAfter && last) last.breakAfter = true;
    } else {
      span.text = text;
      kept.push(span);
    }
    if (text !== '') afterSpace = text.endsWith(' ');
    if (span.breakAfter) {
      trimEnd(kept);
      afterSpace = true;
    }
  }
  trimEnd(kept);
  const last = kept.at(-1);
  if (last) delete last.breakAfter;
  return kept;
}

function trimEnd(spans: Span[]): void {
  const last = spans.at(-1);
  if (!last?.text.endsWith(' ')) return;
  last.text = last.text.slice(0, -1);
  if (last.text !== '') return;
  spans.pop();
  const before = spans.at(-1);
  if (before && last.breakAfter) before.breakAfter = true;
}
