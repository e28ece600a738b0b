import type { Block, Inline } from './types.js';

/** Replaces links to headings that do not exist by their text. */
export function dropDanglingLinks(blocks: readonly Block[], exists: (id: string) => boolean): Block[] {
  const inlines = (children: readonly Inline[]): Inline[] =>
    children.flatMap((inline): Inline[] => {
      if (!('children' in inline)) return [inline];
      const kept = inlines(inline.children);
      const dangling = inline.type === 'link' && inline.href.startsWith('#') && !exists(inline.href.slice(1));
      return dangling ? kept : [{ ...inline, children: kept }];
    });
  const below = (block: Block): Block => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return { ...block, children: inlines(block.children) };
      case 'list':
        return { ...block, items: block.items.map((item) => ({ ...item, children: item.children.map(below) })) };
      case 'table': {
        const cell = ({ children }: { readonly children: readonly Inline[] }): { children: Inline[] } => ({
          children: inlines(children),
        });
        return { ...block, header: block.header.map(cell), rows: block.rows.map((row) => row.map(cell)) };
      }
      case 'facts':
        return {
          ...block,
          items: block.items.map(({ label, value }) => ({ label: inlines(label), value: inlines(value) })),
        };
      case 'entry': {
        const head = block.head.map(({ left, right }) => ({ left: inlines(left), right: inlines(right) }));
        return { ...block, head, children: block.children.map(below) };
      }
      case 'columns':
        return { ...block, columns: block.columns.map((column) => column.map(below)) };
      case 'rule':
      case 'pagebreak':
        return block;
      default:
        return { ...block, children: block.children.map(below) };
    }
  };
  return blocks.map(below);
}
