import { didYouMean, DIRECTIVES } from '../template/index.js';
import { readBlocks } from './blocks.js';
import { readAttributes } from './directive-attributes.js';
import type { DirectiveNode, DirectivePart, MarkdownPart } from './directive-tree.js';
import { readEntryHead, splitEntry } from './entry.js';
import { readFacts } from './facts.js';
import { readFigure } from './figures.js';
import { localMarks } from './local-marks.js';
import { setVariant } from './paragraph-variant.js';
import type { Parsing, TextMode } from './parsing.js';
import type { Block, Callout, Columns, Detail, Inline, Section } from './types.js';

/** Reads Markdown and directives in their order as blocks. */
export function readParts(parts: readonly DirectivePart[], parsing: Parsing): Block[] {
  const blocks: Block[] = [];
  for (const part of parts) {
    const read = part.kind === 'markdown' ? readMarkdown(part, parsing, readBlocks) : readDirective(part, parsing);
    for (const block of read) blocks.push(block);
  }
  return blocks;
}

function readMarkdown<Result>(
  part: MarkdownPart,
  parsing: Parsing,
  read: (text: string, parsing: Parsing, mode: TextMode) => Result,
): Result {
  const { text, mode } = localMarks(part.text, parsing.slots);
  return read(text, parsing, mode);
}

function readDirective(node: DirectiveNode, parsing: Parsing): Block[] {
  if (!Object.hasOwn(DIRECTIVES, node.name) || Object.hasOwn(PARTING, node.name)) {
    reportUnknown(node, parsing);
    return readParts(node.children, parsing);
  }
  const attributes = readAttributes(node, parsing.slots, parsing);
  switch (node.name) {
    case 'section':
      return readSection(node, attributes, parsing);
    case 'facts':
      return node.children.flatMap((part) =>
        part.kind === 'markdown' ? readMarkdown(part, parsing, readFacts) : readDirective(part, parsing),
      );
    case 'entry':
      return readEntry(node, parsing);
    case 'columns':
      return readColumns(node, Number(attributes['count']), parsing);
    case 'detail':
      return [readDetail(node, attributes, parsing)];
    case 'photo':
    case 'image':
    case 'qr':
      return readFigure(node, attributes, parsing, readParts(node.children, parsing));
    case 'timeline':
    case 'chart':
      return readFigure(node, attributes, parsing, []);
    case 'pagebreak':
      return [{ type: 'pagebreak' }];
    default:
      return wrap(node.name, attributes, readParts(node.children, parsing));
  }
}

/** The directives that only wrap what they hold; without content there is nothing to wrap. */
function wrap(name: string, attributes: Readonly<Record<string, string>>, children: Block[]): Block[] {
  if (children.length === 0) return [];
  if (name === 'callout') return [{ type: 'callout', tone: attributes['tone'] as Callout['tone'], children }];
  if (name === 'keep') return [{ type: 'keep', children }];
  return setVariant(children, name as 'lead' | 'small' | 'muted');
}

function readSection(node: DirectiveNode, attributes: Readonly<Record<string, string>>, parsing: Parsing): Block[] {
  const outer = parsing.section;
  const name = attributes['name'] ?? '';
  parsing.section = name;
  const children = readParts(node.children, parsing);
  parsing.section = outer;
  if (children.length === 0) return [];
  const start = attributes['start'] as Section['start'];
  return [{ type: 'section', name, start, fit: attributes['fit'] as Section['fit'], children }];
}

function readEntry(node: DirectiveNode, parsing: Parsing): Block[] {
  const [first, ...rest] = node.children;
  if (first?.kind !== 'markdown') {
    const children = readParts(node.children, parsing);
    return children.length === 0 ? [] : [{ type: 'entry', head: [], children }];
  }
  const { text, mode } = localMarks(first.text, parsing.slots);
  const { head: lines, body } = splitEntry(text);
  const head = readEntryHead(lines, parsing, mode);
  const children = [...readBlocks(body, parsing, mode), ...readParts(rest, parsing)];
  return head.length === 0 && children.length === 0 ? [] : [{ type: 'entry', head, children }];
}

function readColumns(node: DirectiveNode, count: number, parsing: Parsing): Columns[] {
  const groups: DirectivePart[][] = [[]];
  for (const part of node.children) {
    if (part.kind === 'directive' && part.name === 'break') groups.push([]);
    else groups.at(-1)?.push(part);
  }
  const columns = groups.map((parts) => readParts(parts, parsing));
  const [only] = columns;
  if (columns.every((blocks) => blocks.length === 0) || only === undefined) return [];
  return [columns.length > 1 ? { type: 'columns', columns } : { type: 'columns', columns: [only], balanced: count }];
}

function readDetail(node: DirectiveNode, attributes: Readonly<Record<string, string>>, parsing: Parsing): Detail {
  const forms: Record<'full' | 'short' | 'moved', DirectivePart[]> = { full: [], short: [], moved: [] };
  let form: keyof typeof forms = 'full';
  for (const part of node.children) {
    if (part.kind === 'directive' && (part.name === 'short' || part.name === 'moved')) form = part.name;
    else forms[form].push(part);
  }
  const full = readParts(forms.full, parsing);
  const short = readParts(forms.short, parsing);
  const moved = readParts(forms.moved, parsing);
  const { name = '', heading = '', to = '', order } = attributes;
  const title: Inline[] = heading === '' ? [] : [{ type: 'text', value: heading }];
  return {
    type: 'detail',
    name: name || heading || 'detail',
    order: Number(order),
    to: to.split(/[\s,]+/).filter((section) => section !== ''),
    ...(title.length > 0
      ? { heading: { type: 'heading', level: 2, id: parsing.headingIds.next(title), children: title } }
      : {}),
    full,
    short,
    ...(moved.length > 0 ? { moved } : {}),
  };
}

/** Directives that part the content of others. */
const PARTING: Readonly<Record<string, string>> = {
  break: 'it parts the columns of a :::columns',
  short: 'it parts the full from the short form in a :::detail',
  moved: 'what follows it stands in the later section of a :::detail',
};

function reportUnknown(node: DirectiveNode, parsing: Parsing): void {
  const parts = Object.hasOwn(PARTING, node.name) ? PARTING[node.name] : undefined;
  if (parts !== undefined) {
    const around = node.name === 'break' ? ':::columns' : ':::detail';
    const message = `:::${node.name} stands outside ${around}`;
    parsing.warnAtLine(node.line, 'document/unknown-directive', message, { found: `:::${node.name}`, hints: [parts] });
    return;
  }
  const hints = didYouMean(node.name, Object.keys(DIRECTIVES), (name) => `:::${name}`);
  const found = `:::${node.name}`;
  parsing.warnAtLine(node.line, 'document/unknown-directive', `there is no directive ${found}`, { found, hints });
}
