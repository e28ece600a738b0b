import type { Block, Inline } from './types.js';

type MapInlines = (inlines: readonly Inline[]) => readonly Inline[];

/**
 * Blocks with every run of inlines (a paragraph, a heading, a cell, a label) replaced by what `map` makes of it. What
 * stays the same is the very same object.
 */
export function mapInlines(blocks: readonly Block[], map: MapInlines): readonly Block[] {
  return mapSame(blocks, (block) => mapBlock(block, map));
}

/** A list with each item replaced; the list itself when none changes. */
function mapSame<Item>(list: readonly Item[], map: (item: Item) => Item): readonly Item[] {
  let mapped: Item[] | undefined;
  for (let index = 0; index < list.length; index++) {
    const item = list[index]!;
    const next = map(item);
    if (next !== item) (mapped ??= [...list])[index] = next;
  }
  return mapped ?? list;
}

/** An object with some of its properties replaced; the object itself when none changes. */
function withSame<Whole extends object>(whole: Whole, parts: Partial<Whole>): Whole {
  for (const key in parts) if (parts[key] !== whole[key]) return { ...whole, ...parts };
  return whole;
}

function mapBlock(block: Block, map: MapInlines): Block {
  const below = (blocks: readonly Block[]): readonly Block[] => mapInlines(blocks, map);
  const withChildren = <Item extends { readonly children: readonly Inline[] }>(item: Item): Item =>
    withSame<{ readonly children: readonly Inline[] }>(item, { children: map(item.children) }) as Item;
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return withChildren(block);
    case 'list':
      return withSame(block, {
        items: mapSame(block.items, (item) => withSame(item, { children: below(item.children) })),
      });
    case 'table':
      return withSame(block, {
        header: mapSame(block.header, withChildren),
        rows: mapSame(block.rows, (row) => mapSame(row, withChildren)),
      });
    case 'facts':
      return withSame(block, {
        items: mapSame(block.items, (item) => withSame(item, { label: map(item.label), value: map(item.value) })),
      });
    case 'entry':
      return withSame(block, {
        head: mapSame(block.head, (line) => withSame(line, { left: map(line.left), right: map(line.right) })),
        children: below(block.children),
      });
    case 'columns':
      return withSame(block, { columns: mapSame(block.columns, below) });
    case 'detail': {
      const { heading, moved } = block;
      return withSame(block, {
        ...(heading ? { heading: withChildren(heading) } : {}),
        full: below(block.full),
        short: below(block.short),
        ...(moved ? { moved: below(moved) } : {}),
      });
    }
    case 'section':
    case 'callout':
    case 'keep':
    case 'quote':
    case 'figure':
      return withSame<Extract<Block, { readonly children: readonly Block[] }>>(block, {
        children: below(block.children),
      });
    default:
      return block;
  }
}
