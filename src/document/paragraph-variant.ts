import type { Block, Paragraph } from './types.js';

/** Gives paragraphs a variant, also those in lists, quotes and boxes; one that has a variant keeps it. */
export function setVariant(blocks: readonly Block[], variant: NonNullable<Paragraph['variant']>): Block[] {
  return blocks.map((block): Block => {
    switch (block.type) {
      case 'paragraph':
        return block.variant === undefined ? { ...block, variant } : block;
      case 'list':
        return {
          ...block,
          items: block.items.map((item) => ({ ...item, children: setVariant(item.children, variant) })),
        };
      case 'columns':
        return { ...block, columns: block.columns.map((column) => setVariant(column, variant)) };
      case 'detail':
        return { ...block, full: setVariant(block.full, variant), short: setVariant(block.short, variant) };
      case 'quote':
      case 'callout':
      case 'keep':
      case 'entry':
      case 'figure':
      case 'section':
        return { ...block, children: setVariant(block.children, variant) };
      default:
        return block;
    }
  });
}
