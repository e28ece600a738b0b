import type { Block, DocumentTree, Heading, Inline } from '../document/types.js';
import type { DetailTargets } from './details.js';
import { plainText } from './plain-text.js';

/** What the layout knows of a heading before it is set. */
export interface HeadingFacts {
  /** Level in the structure, without gaps: never more than one below the heading above it. */
  readonly level: number;
  readonly title: string;
}

/** All headings of a document, and where its links lead. */
export interface HeadingIndex {
  readonly facts: ReadonlyMap<Heading, HeadingFacts>;
  readonly titles: ReadonlyMap<string, string>;
  /** Heading ids that some link leads to. */
  readonly linked: ReadonlySet<string>;
}

/**
 * Reads the headings in document order. Levels that skip are closed up (PDF/UA-1, clause 7.4.2): a level 3 right below
 * a level 1 becomes level 2, and so do its sisters.
 */
export function indexHeadings(tree: DocumentTree, details: DetailTargets = new Map()): HeadingIndex {
  const facts = new Map<Heading, HeadingFacts>();
  const titles = new Map<string, string>();
  const linked = new Set<string>();
  const open: { given: number; level: number }[] = [];

  const readHeading = (heading: Heading): void => {
    while ((open.at(-1)?.given ?? 0) >= heading.level) open.pop();
    const level = (open.at(-1)?.level ?? 0) + 1;
    open.push({ given: heading.level, level });
    const title = plainText(heading.children);
    facts.set(heading, { level, title });
    titles.set(heading.id, title);
  };
  const readInlines = (inlines: readonly Inline[]): void => addLinked(inlines, linked);
  const readBlock = (block: Block): void => {
    switch (block.type) {
      case 'heading':
        readHeading(block);
        return readInlines(block.children);
      case 'paragraph':
        return readInlines(block.children);
      case 'list':
        return block.items.forEach((item) => item.children.forEach(readBlock));
      case 'table':
        for (const cell of block.header) readInlines(cell.children);
        for (const row of block.rows) for (const cell of row) readInlines(cell.children);
        return;
      case 'facts':
        for (const { label, value } of block.items) {
          readInlines(label);
          readInlines(value);
        }
        return;
      case 'entry':
        for (const { left, right } of block.head) {
          readInlines(left);
          readInlines(right);
        }
        return block.children.forEach(readBlock);
      case 'columns':
        return block.columns.forEach((column) => column.forEach(readBlock));
      case 'section':
        block.children.forEach(readBlock);
        return (details.get(block) ?? []).forEach(({ heading, moved = [] }) => {
          if (heading) readHeading(heading);
          moved.forEach(readBlock);
        });
      case 'detail':
        return [...block.full, ...block.short].forEach(readBlock);
      case 'callout':
      case 'keep':
      case 'quote':
      case 'figure':
        return block.children.forEach(readBlock);
      case 'rule':
      case 'pagebreak':
    }
  };
  tree.children.forEach(readBlock);
  return { facts, titles, linked };
}

/** Adds the headings that links lead to. */
function addLinked(inlines: readonly Inline[], linked: Set<string>): void {
  for (const inline of inlines) {
    if (inline.type === 'link' && inline.href.startsWith('#')) linked.add(inline.href.slice(1));
    if ('children' in inline) addLinked(inline.children, linked);
  }
}
