import type { Block, Inline } from './types.js';

/** Blocks with every run of inlines (a paragraph, a heading, a cell, a label) replaced by what `map` makes of it. */
export function mapInlines(blocks: readonly Block[], map: (inlines: readonly Inline[]) => readonly Inline[]): Block[] {
  const below = (block: Block): Block => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return { ...block, children: map(block.children) };
      case 'list':
        return { ...block, items: block.items.map((item) => ({ ...item, children: item.children.map(below) })) };
      case 'table': {
        const cell = ({ children }: { readonly children: readonly Inline[] }): { children: readonly Inline[] } => ({
          children: map(children),
        });
        return { ...block, header: block.header.map(cell), rows: block.rows.map((row) => row.map(cell)) };
      }
      case 'facts':
        return { ...block, items: block.items.map(({ label, value }) => ({ label: map(label), value: map(value) })) };
      case 'entry': {
        const head = block.head.map(({ left, right }) => ({ left: map(left), right: map(right) }));
        return { ...block, head, children: block.children.map(below) };
      }
      case 'columns':
        return { ...block, columns: block.columns.map((column) => column.map(below)) };
      case 'detail': {
        const heading = block.heading && { ...block.heading, children: map(block.heading.children) };
        return {
          ...block,
          ...(heading ? { heading } : {}),
          full: block.full.map(below),
          short: block.short.map(below),
          ...(block.moved ? { moved: block.moved.map(below) } : {}),
        };
      }
      case 'section':
      case 'callout':
      case 'keep':
      case 'quote':
      case 'figure':
        return { ...block, children: block.children.map(below) };
      default:
        return block;
    }
  };
  return blocks.map(below);
}
