import type { Block, Detail, DocumentTree, Section } from '../document/types.js';

/** The details that a section would take, in document order. */
export type DetailTargets = ReadonlyMap<Section, readonly Detail[]>;

/**
 * Finds where each detail of a section that must end on its page would go: the first of the sections it names that
 * comes later, or else the section right after. A detail with no section after it stays where it is.
 */
export function detailTargets(tree: DocumentTree): DetailTargets {
  const sections = tree.children.filter((block): block is Section => block.type === 'section');
  const targets = new Map<Section, Detail[]>();
  sections.forEach((section, index) => {
    if (section.fit !== 'page') return;
    const later = sections.slice(index + 1).filter(({ fit }) => fit !== 'page');
    for (const detail of detailsOf(section.children)) {
      const named = detail.to.map((name) => later.find((one) => one.name === name)).find((one) => one !== undefined);
      const target = named ?? later[0];
      if (target) targets.set(target, [...(targets.get(target) ?? []), detail]);
    }
  });
  return targets;
}

/** The details in blocks, without those in short forms of others. */
export function detailsOf(blocks: readonly Block[]): Detail[] {
  return blocks.flatMap((block): Detail[] => {
    if (block.type === 'detail') return [block];
    if (block.type === 'columns') return block.columns.flatMap(detailsOf);
    return 'children' in block ? detailsOf(block.children as readonly Block[]) : [];
  });
}

/** The details in short forms of these, at any depth. */
export function nestedDetails(details: readonly Detail[]): Detail[] {
  return details.flatMap(({ short }) => {
    const inner = detailsOf(short);
    return [...inner, ...nestedDetails(inner)];
  });
}
