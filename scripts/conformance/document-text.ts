import type { Block, Detail, DocumentTree, Inline, Section } from '../../src/document/types.js';
import { detailsOf, detailTargets, nestedDetails } from '../../src/layout/details.js';
import { indexHeadings } from '../../src/layout/headings.js';
import { elementsOf, isLeaf, plain, type StructureNode, textOf } from './structure-nodes.js';

/** The text of one block, `role: text`; several when their order may differ. */
export type ExpectedText = string | { readonly anyOrder: readonly string[] };

const BULLET = /^[•–]$/;

/**
 * The forms that a document may take: a section that must end on its page gives up its details in their order until it
 * fits, and each of them then stands in a later section.
 */
function* givenUpIn(tree: DocumentTree): Generator<ReadonlySet<Detail>> {
  const targets = new Set([...detailTargets(tree).values()].flat());
  const fitted = tree.children.filter((block): block is Section => block.type === 'section' && block.fit === 'page');
  const choices = fitted.map(({ children }) => {
    const leaving = detailsOf(children).filter((detail) => targets.has(detail));
    const movable = [...leaving, ...nestedDetails(leaving)];
    const orders = [...new Set(movable.map(({ order }) => order))].sort((a, b) => a - b);
    return [[], ...orders.map((limit) => movable.filter(({ order }) => order <= limit))];
  });
  function* choose(index: number, chosen: readonly Detail[]): Generator<ReadonlySet<Detail>> {
    const choice = choices[index];
    if (!choice) yield new Set(chosen);
    else for (const more of choice) yield* choose(index + 1, [...chosen, ...more]);
  }
  yield* choose(0, []);
}

/** The first difference between a document and what a structure gives; undefined when one of its forms fits. */
export function differenceFromDocument(tree: DocumentTree, actual: readonly string[]): string | undefined {
  let best: Difference | undefined;
  for (const givenUp of givenUpIn(tree)) {
    const difference = compare(documentTexts(tree, givenUp), actual);
    if (!difference) return undefined;
    if (!best || difference.at > best.at) best = difference;
  }
  return best?.found;
}

/** The text of a document block by block, in reading order, as its structure must give it. */
function documentTexts(tree: DocumentTree, givenUp: ReadonlySet<Detail>): ExpectedText[] {
  const targets = detailTargets(tree);
  const { facts } = indexHeadings(tree, targets);
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
        block.children.forEach(visit);
        for (const detail of targets.get(block) ?? []) {
          if (!givenUp.has(detail)) continue;
          if (detail.heading) visit(detail.heading);
          (detail.moved ?? detail.full).forEach(visit);
        }
        return;
      case 'detail':
        return (givenUp.has(block) ? block.short : block.full).forEach(visit);
      case 'callout':
      case 'keep':
      case 'quote':
        return block.children.forEach(visit);
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

/** Where two texts differ, as a place among the blocks, and how. */
interface Difference {
  readonly at: number;
  readonly found: string;
}

/** The first difference between what is expected and what there is; undefined when there is none. */
export function firstDifference(expected: readonly ExpectedText[], actual: readonly string[]): string | undefined {
  return compare(expected, actual)?.found;
}

function compare(expected: readonly ExpectedText[], actual: readonly string[]): Difference | undefined {
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
      return { at, found: `expected ${quote(wanted[differs], from)}, found ${quote(found[differs], from)}` };
    }
    at += wanted.length;
  }
  return at < actual.length ? { at, found: `beyond the end there is ${quote(actual[at])}` } : undefined;
}

/** A text in quotation marks, cut to what can be read; `from` leaves out what is the same. */
function quote(text: string | undefined, from = 0): string {
  if (text === undefined) return 'nothing';
  const shown = text.slice(from, from + 160);
  return JSON.stringify(`${from > 0 ? '…' : ''}${shown}${from + shown.length < text.length ? '…' : ''}`);
}
