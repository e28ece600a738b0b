import { plainText } from './heading-ids.js';
import type { Block, Inline } from './types.js';

/**
 * Distributes blocks over columns of about equal weight, in order. One list or fact table by itself is parted between
 * its items.
 */
export function balanceColumns(blocks: readonly Block[], count: number): Block[][] {
  const [only] = blocks;
  if (blocks.length === 1 && only !== undefined) {
    if (only.type === 'list') {
      return split(only.items, count, (item) => weigh(item.children)).map((items, index, all) => {
        const before = all.slice(0, index).reduce((sum, part) => sum + part.length, 0);
        return items.length === 0 ? [] : [{ ...only, start: only.start + before, items }];
      });
    }
    if (only.type === 'facts') {
      return split(only.items, count, (item) => lines(item.value)).map((items) =>
        items.length === 0 ? [] : [{ ...only, items }],
      );
    }
  }
  return split(blocks, count, (block) => weigh([block]));
}

function split<T>(items: readonly T[], count: number, weight: (item: T) => number): T[][] {
  const columns: T[][] = Array.from({ length: count }, () => []);
  const weights = items.map(weight);
  const total = weights.reduce((sum, one) => sum + one, 0);
  let before = 0;
  for (const [index, item] of items.entries()) {
    const middle = before + (weights[index] ?? 0) / 2;
    const column = Math.min(count - 1, Math.floor((middle / total) * count));
    columns[column]?.push(item);
    before += weights[index] ?? 0;
  }
  return columns;
}

/** Roughly how many lines of a narrow column blocks take. */
function weigh(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + weighOne(block), 0);
}

function weighOne(block: Block): number {
  switch (block.type) {
    case 'paragraph':
      return lines(block.children) + 0.5;
    case 'heading':
      return lines(block.children) + 1.5;
    case 'list':
      return block.items.reduce((sum, item) => sum + weigh(item.children), 0);
    case 'facts':
      return block.items.reduce((sum, item) => sum + lines(item.value), 0);
    case 'table':
      return block.rows.length + 1.5;
    case 'entry':
      return block.head.length + weigh(block.children);
    case 'columns':
      return Math.max(0, ...block.columns.map(weigh));
    case 'figure':
      return Math.max(5, weigh(block.children));
    case 'detail':
      return weigh(block.full);
    case 'rule':
    case 'pagebreak':
      return 1;
    default:
      return weigh(block.children) + 1;
  }
}

function lines(inlines: readonly Inline[]): number {
  return Math.max(1, Math.ceil(plainText(inlines).length / 40));
}
