import type { Token, Tokens } from 'marked';

import { fillMarks, onlySlot, splitAtMarks, type Slot } from '../template/index.js';
import { decodeEntities } from './entities.js';
import { InlineRun } from './inline-run.js';
import { linkTarget } from './link-target.js';
import { lexInlines, lexValue } from './markdown-lexer.js';
import type { Parsing, TextMode } from './parsing.js';
import type { Code, Inline } from './types.js';
import { isNamePath } from './value-paths.js';

const LANGUAGE_TAG = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;

/** Reads one line or cell of Markdown as inlines. */
export function readLine(markdown: string, parsing: Parsing, mode: TextMode): Inline[] {
  return readInlines(lexInlines(markdown.trim()), parsing, mode);
}

/** Turns inline tokens into inlines, values put back as literal text, and drops what is empty. */
export function readInlines(tokens: readonly Token[], parsing: Parsing, mode: TextMode, trim = true): Inline[] {
  const run = new InlineRun(mode.breaks, mode.path);
  for (const token of tokens as readonly Tokens.Generic[]) readInline(token, run, parsing, mode);
  return run.finish(trim);
}

function readInline(token: Tokens.Generic, run: InlineRun, parsing: Parsing, mode: TextMode): void {
  switch (token.type) {
    case 'text':
      if (token.tokens === undefined) readText(String(token.text), run, parsing, mode);
      else for (const child of token.tokens as Tokens.Generic[]) readInline(child, run, parsing, mode);
      return;
    case 'escape':
      run.text(String(token.text));
      return;
    case 'strong':
    case 'em': {
      const children = readInlines(token.tokens ?? [], parsing, mode, false);
      if (children.length > 0) run.add({ type: token.type === 'em' ? 'emphasis' : 'strong', children });
      return;
    }
    case 'foreign':
      readForeign(token, run, parsing, mode);
      return;
    case 'codespan':
      run.add(...readCode(String(token.text), mode));
      return;
    case 'br':
      run.lineBreak();
      return;
    case 'link':
      readLink(token as Tokens.Link, run, parsing, mode);
      return;
    case 'image':
      parsing.warn('document/image-dropped', 'an image was replaced by its description', {
        found: fillMarks(token.raw, mode.slots).slice(0, 80),
        ...pathOf(mode),
      });
      readText(String(token.text), run, parsing, mode);
      return;
    case 'html':
      readTag(token.raw, run, parsing, mode);
      return;
    case 'checkbox':
      return;
    default:
      readText(token.raw, run, parsing, mode);
  }
}

function readText(text: string, run: InlineRun, parsing: Parsing, mode: TextMode, literal = false): void {
  for (const piece of splitAtMarks(text, mode.slots)) {
    if ('text' in piece) run.text(literal ? piece.text : decodeEntities(piece.text));
    else if (piece.slot.kind === 'literal') {
      if (piece.slot.lang !== undefined && !isNamePath(piece.slot.path)) parsing.languages.add(piece.slot.lang);
      run.literal(piece.slot.value, piece.slot.path, piece.slot.lang);
    } else run.add(...readInlineMarkdown(piece.slot, parsing, mode));
  }
}

/** A Markdown value inside a line: its inlines, the ends of its blocks as line breaks. */
function readInlineMarkdown(slot: Slot, parsing: Parsing, mode: TextMode): Inline[] {
  const inside: TextMode = { ...mode, slots: [], path: slot.path };
  const run = new InlineRun(mode.breaks, mode.path);
  const readBlock = (token: Tokens.Generic): void => {
    const below: Token[] | undefined =
      token.type === 'list' ? (token as Tokens.List).items.flatMap((item) => item.tokens) : token.tokens;
    if (token.type === 'list' || token.type === 'blockquote') {
      for (const child of below ?? []) readBlock(child);
      return;
    }
    if (token.type === 'space' || token.type === 'def' || token.type === 'hr' || token.type === 'html') return;
    const inlines =
      below === undefined ? readInlines(lexInlines(token.raw), parsing, inside) : readInlines(below, parsing, inside);
    if (inlines.length === 0) return;
    if (mode.breaks === 'space') run.text(' ');
    else run.lineBreak();
    run.add(...inlines);
  };
  const tokens = lexValue(slot.value);
  if (tokens === undefined) run.literal(slot.value, slot.path);
  else for (const token of tokens) readBlock(token);
  return run.finish(true);
}

/** An ID or other literal: one value keeps its path. */
function readCode(text: string, mode: TextMode): Code[] {
  const value = fillMarks(text, mode.slots).replace(/\s+/g, ' ');
  if (value.trim() === '') return [];
  const only = onlySlot(text);
  const path = only === undefined ? (mode.path ?? '') : (mode.slots[only]?.path ?? '');
  return [path === '' ? { type: 'code', value } : { type: 'code', value, path }];
}

function readLink(token: Tokens.Link, run: InlineRun, parsing: Parsing, mode: TextMode): void {
  const literal = token.autolink === true;
  const readChildren = (into: InlineRun): void => {
    const inLink = { ...mode, inLink: true };
    if (literal) readText(token.text, into, parsing, inLink, true);
    else for (const child of token.tokens as Tokens.Generic[]) readInline(child, into, parsing, inLink);
  };
  const target = mode.inLink === true ? 'empty' : linkTarget(token.href, mode.slots, literal);
  if (typeof target === 'object' && 'href' in target) {
    const inside = new InlineRun(mode.breaks, mode.path);
    readChildren(inside);
    const children = inside.finish(false);
    if (children.length === 0) return;
    if (target.href.startsWith('#')) parsing.internalLinks.add(target.href.slice(1));
    run.add({ type: 'link', href: target.href, children });
    return;
  }
  readChildren(run);
  if (typeof target === 'object') {
    parsing.warn('document/link-dropped', 'a link was replaced by its text', {
      found: target.refused.slice(0, 80),
      hints: ['links lead to http, https, mailto or tel addresses, or to #heading-id'],
      ...pathOf(mode),
    });
  }
}

function inLanguage(inlines: readonly Inline[], lang: string): Inline[] {
  return inlines.map((inline): Inline => {
    if ('children' in inline) return { ...inline, children: inLanguage(inline.children, lang) };
    return inline.type === 'text' && inline.lang === undefined ? { ...inline, lang } : inline;
  });
}

/** Text in another language; without a proper tag (a value that is none) only the text. */
function readForeign(token: Tokens.Generic, run: InlineRun, parsing: Parsing, mode: TextMode): void {
  const children = readInlines(token.tokens ?? [], parsing, mode, false);
  const lang = fillMarks(String(token['lang']), mode.slots).trim();
  if (children.length === 0) return;
  if (!LANGUAGE_TAG.test(lang)) {
    run.add(...children);
    return;
  }
  parsing.languages.add(lang);
  run.add(...inLanguage(children, lang));
}

/** `<br>` is the only way to break a line in a table cell; a comment says nothing; any other tag is text. */
function readTag(raw: string, run: InlineRun, parsing: Parsing, mode: TextMode): void {
  if (raw.startsWith('<!--')) return;
  if (/^<br\s*\/?>$/i.test(raw)) {
    run.lineBreak();
    return;
  }
  const found = fillMarks(raw, mode.slots).slice(0, 80);
  parsing.warn('document/html-as-text', 'HTML is set as plain text', { found, ...pathOf(mode) });
  readText(raw, run, parsing, mode, true);
}

function pathOf(mode: TextMode): { path?: string } {
  return mode.path === undefined || mode.path === '' ? {} : { path: mode.path };
}
