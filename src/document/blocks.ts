import type { Token, Tokens } from 'marked';

import { fillMarks, onlySlot, type Slot } from '../template/index.js';
import { plainText } from './heading-ids.js';
import { InlineRun } from './inline-run.js';
import { readInlines, readLine } from './inlines.js';
import { lexBlocks, lexValue } from './markdown-lexer.js';
import { relativeLevels } from './heading-levels.js';
import type { Parsing, TextMode } from './parsing.js';
import type { Block, Heading, Inline, ListItem, Paragraph, TableCell } from './types.js';

/** Where blocks come from: the template, or a Markdown value whose headings stand below those of the template. */
export interface BlockMode extends TextMode {
  /** Level of a heading token of the value; absent in the template's own text. */
  readonly levelOf?: (depth: number) => Heading['level'];
}

/** Reads Markdown without directives as blocks; blocks with nothing in them are left out. */
export function readBlocks(markdown: string, parsing: Parsing, mode: BlockMode): Block[] {
  return readTokens(lexBlocks(markdown), parsing, mode);
}

function readTokens(tokens: readonly Token[], parsing: Parsing, mode: BlockMode): Block[] {
  const blocks: Block[] = [];
  for (const token of tokens as readonly Tokens.Generic[]) {
    for (const block of readBlock(token, parsing, mode)) blocks.push(block);
  }
  return blocks;
}

function readBlock(token: Tokens.Generic, parsing: Parsing, mode: BlockMode): Block[] {
  switch (token.type) {
    case 'heading':
      return readHeading(token as Tokens.Heading, parsing, mode);
    case 'paragraph':
    case 'text':
      return readParagraph(token, parsing, mode);
    case 'list':
      return readList(token as Tokens.List, parsing, mode);
    case 'table':
      return readTable(token as Tokens.Table, parsing, mode);
    case 'blockquote': {
      const children = readTokens(token.tokens ?? [], parsing, mode);
      return children.length === 0 ? [] : [{ type: 'quote', children }];
    }
    case 'code':
      return readCodeBlock(String(token.text), mode);
    case 'hr':
      return [{ type: 'rule' }];
    case 'space':
    case 'def':
    case 'html':
    case 'checkbox':
      return [];
    default:
      return paragraph(readLine(token.raw, parsing, mode));
  }
}

function readHeading(token: Tokens.Heading, parsing: Parsing, mode: BlockMode): Block[] {
  const children = readInlines(token.tokens, parsing, { ...mode, breaks: 'space' });
  if (plainText(children).trim() === '') return [];
  const level = mode.levelOf === undefined ? (token.depth as Heading['level']) : mode.levelOf(token.depth);
  if (mode.levelOf === undefined) parsing.headingLevel = level;
  return [{ type: 'heading', level, id: parsing.headingIds.next(children), children }];
}

function readParagraph(token: Tokens.Generic, parsing: Parsing, mode: BlockMode): Block[] {
  const alone = markdownSlot(token, mode.slots);
  if (alone !== undefined) return readMarkdownValue(alone, parsing);
  const tokens = token.tokens;
  return paragraph(
    tokens === undefined ? readLine(String(token.text), parsing, mode) : readInlines(tokens, parsing, mode),
  );
}

function paragraph(children: readonly Inline[]): Paragraph[] {
  return children.length === 0 ? [] : [{ type: 'paragraph', children }];
}

/** The Markdown value that is all there is in a paragraph, apart from the box of a task. */
function markdownSlot(token: Tokens.Generic, slots: readonly Slot[]): Slot | undefined {
  const inlines = (token.tokens ?? []).filter((child) => child.type !== 'checkbox');
  const [only] = inlines;
  if (inlines.length !== 1 || only?.type !== 'text') return undefined;
  const index = onlySlot((only as Tokens.Text).text.trim());
  const slot = index === undefined ? undefined : slots[index];
  return slot?.kind === 'markdown' ? slot : undefined;
}

/**
 * The blocks of a Markdown value. It is parsed by itself: it has no slots and no directives, its link definitions are
 * its own, and its headings follow on from the heading above without leaving out a level (PDF/UA-1, 7.4.2).
 */
function readMarkdownValue(slot: Slot, parsing: Parsing): Block[] {
  const tokens = lexValue(slot.value);
  if (tokens !== undefined) {
    return readTokens(tokens, parsing, { slots: [], path: slot.path, levelOf: relativeLevels(parsing.headingLevel) });
  }
  const run = new InlineRun();
  run.literal(slot.value, slot.path);
  return paragraph(run.finish(true));
}

function readList(token: Tokens.List, parsing: Parsing, mode: BlockMode): Block[] {
  const items = token.items.flatMap((item): ListItem[] => {
    const children = readTokens(item.tokens, parsing, mode);
    if (children.length === 0) return [];
    return [item.task ? { children, checked: item.checked === true } : { children }];
  });
  if (items.length === 0) return [];
  const start = typeof token.start === 'number' ? token.start : 1;
  return [{ type: 'list', ordered: token.ordered, start, tight: !token.loose, items }];
}

function readTable(token: Tokens.Table, parsing: Parsing, mode: BlockMode): Block[] {
  const cell = ({ tokens }: Tokens.TableCell): TableCell => ({ children: readInlines(tokens, parsing, mode) });
  const rows = token.rows.map((row) => row.map(cell)).filter((row) => row.some(({ children }) => children.length > 0));
  if (rows.length === 0) return [];
  return [{ type: 'table', align: token.align.map((align) => align ?? 'left'), header: token.header.map(cell), rows }];
}

/** Lines of code keep their own lines; the tree has no other block for them. */
function readCodeBlock(text: string, mode: BlockMode): Block[] {
  const children = text.split('\n').flatMap((line, index): Inline[] => {
    const value = fillMarks(line, mode.slots);
    const path = mode.path === undefined || mode.path === '' ? {} : { path: mode.path };
    const code: Inline[] = value === '' ? [] : [{ type: 'code', value, ...path }];
    return index === 0 ? code : [{ type: 'break' }, ...code];
  });
  return text.trim() === '' ? [] : paragraph(children);
}
