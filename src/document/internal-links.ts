import { mapInlines } from './map-inlines.js';
import type { Block, Inline } from './types.js';

/** Replaces links to headings that do not exist by their text. */
export function dropDanglingLinks(blocks: readonly Block[], exists: (id: string) => boolean): readonly Block[] {
  return mapInlines(blocks, withoutDangling, exists);
}

/** Inlines without dangling links; the very same where there is none. */
function withoutDangling(inlines: readonly Inline[], exists: (id: string) => boolean): readonly Inline[] {
  let changed: Inline[] | undefined;
  for (let index = 0; index < inlines.length; index++) {
    const inline = inlines[index]!;
    if (!('children' in inline)) {
      changed?.push(inline);
      continue;
    }
    const children = withoutDangling(inline.children, exists);
    const dangling = inline.type === 'link' && inline.href.startsWith('#') && !exists(inline.href.slice(1));
    if (changed === undefined && (dangling || children !== inline.children)) changed = inlines.slice(0, index);
    if (dangling) changed?.push(...children);
    else changed?.push(children === inline.children ? inline : { ...inline, children });
  }
  return changed ?? inlines;
}
