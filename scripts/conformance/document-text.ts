import type { Block, DocumentTree, Inline } from '../../src/document/types.js';
import { indexHeadings } from '../../src/layout/headings.js';
import { elementsOf, isLeaf, plain, type StructureNode, textOf } from './structure-nodes.js';

/** The text of one block, `role: text`; several when their order may differ. */
export type ExpectedText = string | { readonly anyOrder: readonly string[] };

const BULLET = /^[•–]$/;

/** The text of a document block by block, in reading order, as its structure must give it. */
export function documentTexts(tree: DocumentTree): ExpectedText[] {
  const { facts } = indexHeadings(tree);
  const texts: ExpectedText[] = [];
  const line = (role: string, inlines: readonly Inline[]): string[] => {
    const text = plain(inlineText(inlines));
    return text === '' ? [] : [`${role}: ${text}`];
  };
  const add = (role: string, inlines: readonly Inline[]): void => {
    texts.push(...line(role, inlines));
  };
  const visit = (block: Block): void => {
    switch (block.type) {
      case 'heading':
        return add(`H${facts.get(block)?.level}`, block.children);
      case 'paragraph':
        return add('P', block.children);
      case 'list':
        return block.items.forEach(({ children, checked }, index) => {
          const box = checked === undefined ? '•' : checked ? '☑' : '☐';
          texts.push(`Lbl: ${block.ordered && checked === undefined ? `${block.start + index}.` : box}`);
          children.forEach(visit);
        });
      case 'table': {
        const heads = block.header.flatMap((cell) => line('cell', cell.children));
        if (heads.length > 0) texts.push(...heads);
        return block.rows.forEach((row) => row.forEach((cell) => add('cell', cell.children)));
      }
      case 'facts':
        return block.items.forEach(({ label, value }) => {
          add('Lbl', label);
          add('P', value);
        });
      case 'entry': {
        // Dates stand beside the title or at the right of their lines, as the theme has it.
        const head = block.head.flatMap(({ left, right }) => [...line('P', left), ...line('P', right)]);
        if (head.length > 0) texts.push({ anyOrder: head });
        return block.children.forEach(visit);
      }
      case 'columns':
        return block.columns.forEach((column) => column.forEach(visit));
      case 'section':
      case 'callout':
      case 'keep':
      case 'quote':
        return block.children.forEach(visit);
      // Details that moved to a later section are not followed: packets that are checked so move none.
      case 'detail':
        return block.full.forEach(visit);
      case 'figure': {
        block.children.forEach(visit);
        const caption = plain(inlineText(block.caption));
        texts.push(`Figure: ${plain(`${block.alt} ${caption}`)}`);
        return;
      }
      case 'rule':
      case 'pagebreak':
    }
  };
  tree.children.forEach(visit);
  return texts;
}

function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'break') return ' ';
      return 'children' in inline ? inlineText(inline.children) : inline.value;
    })
    .join('')
    .replaceAll('\u2011', '-');
}

function leavesOf(node: StructureNode): StructureNode[] {
  if (isLeaf(node)) return [node];
  return node.kids.flatMap((kid) => (kid.kind === 'element' ? leavesOf(kid) : []));
}

/** The text of a structure tree in the same form. */
export function structureTexts(root: StructureNode): string[] {
  return leavesOf(root).flatMap((node) => {
    const text = plain(textOf(node));
    if (text === '') return [];
    if ([...elementsOf(node)].some(({ role }) => role === 'Figure')) return [`Figure: ${text}`];
    if (node.role === 'TH' || node.role === 'TD') return [`cell: ${text}`];
    return [`${node.role}: ${node.role === 'Lbl' && BULLET.test(text) ? '•' : text}`];
  });
}

/** The first difference between what a document says and what its structure gives; undefined when there is none. */
export function firstDifference(expected: readonly ExpectedText[], actual: readonly string[]): string | undefined {
  let at = 0;
  for (const part of expected) {
    const wanted = typeof part === 'string' ? [part] : [...part.anyOrder].sort();
    const given = actual.slice(at, at + wanted.length);
    const found = typeof part === 'string' ? given : given.sort();
    const differs = wanted.findIndex((text, index) => text !== found[index]);
    if (differs >= 0) {
      const [one = '', other = ''] = [wanted[differs], found[differs]];
      const same = [...one].findIndex((character, index) => character !== other[index]);
      const from = Math.max(0, (same < 0 ? one.length : same) - 60);
      return `expected ${quote(wanted[differs], from)}, found ${quote(found[differs], from)}`;
    }
    at += wanted.length;
  }
  return at < actual.length ? `beyond the end there is ${quote(actual[at])}` : undefined;
}

/** A text in quotation marks, cut to what can be read; `from` leaves out what is the same. */
function quote(text: string | undefined, from = 0): string {
  if (text === undefined) return 'nothing';
  const shown = text.slice(from, from + 160);
  return JSON.stringify(`${from > 0 ? '…' : ''}${shown}${from + shown.length < text.length ? '…' : ''}`);
}
