import type { OutlineEntry } from '../layout/types.js';
import type { Destinations } from './destination.js';
import type { ObjectStore } from './object-store.js';
import { type PdfValue, type Reference, textString } from './pdf-value.js';

/** An outline entry with the deeper entries that follow it. */
export interface OutlineNode {
  readonly entry: OutlineEntry;
  readonly children: OutlineNode[];
}

/** Nests entries by level. A skipped level nests one deep, as a reader would see it. */
export function nestOutline(entries: readonly OutlineEntry[]): OutlineNode[] {
  const top: OutlineNode[] = [];
  const open: OutlineNode[] = [];
  for (const entry of entries) {
    while (open.length > 0 && open.at(-1)!.entry.level >= entry.level) open.pop();
    const node = { entry, children: [] };
    (open.at(-1)?.children ?? top).push(node);
    open.push(node);
  }
  return top;
}

/** Levels whose children are shown when the file is opened. */
const OPEN_DEPTH = 1;

function visible(nodes: readonly OutlineNode[], depth: number): number {
  let count = nodes.length;
  if (depth < OPEN_DEPTH) for (const { children } of nodes) count += visible(children, depth + 1);
  return count;
}

/** Writes the document outline (PDF 1.7, 12.3.3); undefined when there is nothing to list. */
export function writeOutline(
  store: ObjectStore,
  entries: readonly OutlineEntry[],
  destinations: Destinations,
): Reference | undefined {
  const top = nestOutline(entries);
  if (top.length === 0) return undefined;
  const root = store.reserve();
  const write = (
    nodes: readonly OutlineNode[],
    parent: Reference,
    depth: number,
  ): { First: Reference; Last: Reference } => {
    const references = nodes.map(() => store.reserve());
    nodes.forEach(({ entry, children }, index) => {
      const reference = references[index]!;
      let below: { readonly [key: string]: PdfValue } = {};
      if (children.length > 0) {
        const count = visible(children, depth + 1);
        below = { ...write(children, reference, depth + 1), Count: depth < OPEN_DEPTH ? count : -count };
      }
      store.assign(reference, {
        Title: textString(entry.title),
        Parent: parent,
        Prev: references[index - 1],
        Next: references[index + 1],
        A: destinations.goTo(entry),
        ...below,
      });
    });
    return { First: references[0]!, Last: references.at(-1)! };
  };
  store.assign(root, { Type: 'Outlines', ...write(top, root, 0), Count: visible(top, 0) });
  return root;
}
