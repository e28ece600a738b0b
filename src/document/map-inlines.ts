import type { Block, EntryLine, Facts, Inline, ListItem } from './types.js';

type Fact = Facts['items'][number];

/** What is made of a run of inlines; what that takes to know comes as second argument. */
type MapInlines<Context> = (inlines: readonly Inline[], context: Context) => readonly Inline[];

/**
 * What is done to each run of inlines, handed down the tree. The functions below are no closures: those that each call
 * makes anew lose their compiled code between packets.
 */
interface Mapping<Context = unknown> {
  readonly map: MapInlines<Context>;
  readonly context: Context;
}

/**
 * Blocks with every run of inlines (a paragraph, a heading, a cell, a label) replaced by what `map` makes of it. What
 * stays the same is the very same object.
 */
export function mapInlines<Context>(
  blocks: readonly Block[],
  map: MapInlines<Context>,
  context: Context,
): readonly Block[] {
  return mapBlocks(blocks, { map, context } as Mapping);
}

/** A list with each item replaced; the list itself when none changes. */
function mapSame<Item>(
  list: readonly Item[],
  map: (item: Item, mapping: Mapping) => Item,
  mapping: Mapping,
): readonly Item[] {
  let mapped: Item[] | undefined;
  for (let index = 0; index < list.length; index++) {
    const item = list[index]!;
    const next = map(item, mapping);
    if (next !== item) (mapped ??= [...list])[index] = next;
  }
  return mapped ?? list;
}

/** An object with some of its properties replaced; the object itself when none changes. */
function withSame<Whole extends object>(whole: Whole, parts: Partial<Whole>): Whole {
  for (const key in parts) if (parts[key] !== whole[key]) return { ...whole, ...parts };
  return whole;
}

function mapRun(inlines: readonly Inline[], { map, context }: Mapping): readonly Inline[] {
  return map(inlines, context);
}

function mapChildren<Item extends { readonly children: readonly Inline[] }>(item: Item, mapping: Mapping): Item {
  return withSame<{ readonly children: readonly Inline[] }>(item, { children: mapRun(item.children, mapping) }) as Item;
}

function mapRow<Cell extends { readonly children: readonly Inline[] }>(
  row: readonly Cell[],
  mapping: Mapping,
): readonly Cell[] {
  return mapSame<Cell>(row, mapChildren, mapping);
}

function mapListItem(item: ListItem, mapping: Mapping): ListItem {
  return withSame(item, { children: mapBlocks(item.children, mapping) });
}

function mapFact(item: Fact, mapping: Mapping): Fact {
  return withSame(item, { label: mapRun(item.label, mapping), value: mapRun(item.value, mapping) });
}

function mapEntryLine(line: EntryLine, mapping: Mapping): EntryLine {
  return withSame(line, { left: mapRun(line.left, mapping), right: mapRun(line.right, mapping) });
}

function mapBlocks(blocks: readonly Block[], mapping: Mapping): readonly Block[] {
  return mapSame(blocks, mapBlock, mapping);
}

function mapBlock(block: Block, mapping: Mapping): Block {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return mapChildren(block, mapping);
    case 'list':
      return withSame(block, { items: mapSame(block.items, mapListItem, mapping) });
    case 'table':
      return withSame(block, { header: mapRow(block.header, mapping), rows: mapSame(block.rows, mapRow, mapping) });
    case 'facts':
      return withSame(block, { items: mapSame(block.items, mapFact, mapping) });
    case 'entry':
      return withSame(block, {
        head: mapSame(block.head, mapEntryLine, mapping),
        children: mapBlocks(block.children, mapping),
      });
    case 'columns':
      return withSame(block, { columns: mapSame(block.columns, mapBlocks, mapping) });
    case 'detail': {
      const { heading, moved } = block;
      return withSame(block, {
        ...(heading ? { heading: mapChildren(heading, mapping) } : {}),
        full: mapBlocks(block.full, mapping),
        short: mapBlocks(block.short, mapping),
        ...(moved ? { moved: mapBlocks(moved, mapping) } : {}),
      });
    }
    case 'section':
    case 'callout':
    case 'keep':
    case 'quote':
    case 'figure':
      return withSame<Extract<Block, { readonly children: readonly Block[] }>>(block, {
        children: mapBlocks(block.children, mapping),
      });
    default:
      return block;
  }
}
