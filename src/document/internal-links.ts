import { mapInlines } from './map-inlines.js';
import type { Block, Inline } from './types.js';

/** Replaces links to headings that do not exist by their text. */
export function dropDanglingLinks(blocks: readonly Block[], exists: (id: string) => boolean): readonly Block[] {
  const inlines = (children: readonly Inline[]): Inline[] =>
    children.flatMap((inline): Inline[] => {
      if (!('children' in inline)) return [inline];
      const kept = inlines(inline.children);
      const dangling = inline.type === 'link' && inline.href.startsWith('#') && !exists(inline.href.slice(1));
      return dangling ? kept : [{ ...inline, children: kept }];
    });
  return mapInlines(blocks, inlines);
}
