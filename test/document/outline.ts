import type { Block, Inline } from '../../src/document/index.js';
import { parseDocument } from '../../src/document/index.js';
import type { Slot } from '../../src/template/index.js';

/** Inlines as text: `*em*`, `**strong**`, `` `code` ``, `[text](href)`, `⏎` for a break, `{value}` for a value. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.type) {
        case 'text':
          return inline.path === undefined ? inline.value : `{${inline.value}}`;
        case 'code':
          return `\`${inline.value}\``;
        case 'break':
          return '⏎';
        case 'link':
          return `[${inlineText(inline.children)}](${inline.href})`;
        default: {
          const mark = inline.type === 'strong' ? '**' : '*';
          return `${mark}${inlineText(inline.children)}${mark}`;
        }
      }
    })
    .join('');
}

/** Blocks as lines of text, indented by their nesting. */
export function outline(blocks: readonly Block[], indent = ''): string[] {
  const inner = `${indent}  `;
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'heading':
        return [`${indent}h${block.level} ${inlineText(block.children)}`];
      case 'paragraph':
        return [`${indent}${block.variant ?? 'p'} ${inlineText(block.children)}`];
      case 'list':
        return [
          `${indent}${block.ordered ? `ol ${block.start}` : 'ul'}`,
          ...block.items.flatMap((item) => [`${inner}li`, ...outline(item.children, `${inner}  `)]),
        ];
      case 'table':
        return [
          `${indent}table`,
          ...[block.header, ...block.rows].map(
            (row) => `${inner}${row.map((cell) => inlineText(cell.children)).join(' ¦ ')}`,
          ),
        ];
      case 'facts':
        return [
          `${indent}facts`,
          ...block.items.map(({ label, value }) => `${inner}${inlineText(label)} = ${inlineText(value)}`),
        ];
      case 'entry':
        return [
          `${indent}entry`,
          ...block.head.map(({ left, right }) => `${inner}${inlineText(left)} ¦ ${inlineText(right)}`),
          ...outline(block.children, inner),
        ];
      case 'columns':
        return [
          `${indent}columns`,
          ...block.columns.flatMap((column) => [`${inner}column`, ...outline(column, `${inner}  `)]),
        ];
      case 'detail':
        return [
          `${indent}detail ${block.order} ${block.name} to ${block.to.join(', ')}`,
          ...outline(block.full, `${inner}`),
          `${indent}short`,
          ...outline(block.short, `${inner}`),
        ];
      case 'rule':
      case 'pagebreak':
        return [`${indent}${block.type}`];
      default:
        return [`${indent}${block.type}`, ...outline(block.children, inner)];
    }
  });
}

/** Parses Markdown in which `«n»` stands for slot n. */
export function parseMarked(markdown: string, slots: readonly Slot[]): { lines: string[]; codes: string[] } {
  const marked = markdown.replaceAll('«', '\uFDD0').replaceAll('»', '\uFDD1');
  const { tree, diagnostics } = parseDocument(marked, slots);
  return { lines: outline(tree.children), codes: diagnostics.map(({ code }) => code) };
}

/** A literal slot. */
export function literal(value: string, path = 'v'): Slot {
  return { kind: 'literal', value, path };
}

/** A Markdown slot. */
export function markdown(value: string, path = 'm'): Slot {
  return { kind: 'markdown', value, path };
}
