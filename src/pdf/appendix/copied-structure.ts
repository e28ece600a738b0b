import type { ObjectStore } from '../object-store.js';
import { type PdfValue, type Reference, textString } from '../pdf-value.js';
import type { SourceElement } from './source-structure.js';

/** The tags of an appended document, on their way into the packet's structure tree. */
export interface CopiedStructure {
  readonly elements: readonly SourceElement[];
  /** References of the elements that stand highest. */
  readonly roots: readonly Reference[];
  /** The stream whose marks the tags of each page mean. */
  readonly streams: readonly Reference[];
}

/** What the marks of a stream belong to, by their numbers, under its key in the parent tree. */
export type StreamOwners = readonly (readonly [key: number, owners: Reference])[];

/**
 * Writes the elements of an appended document under an element of the packet (PDF 1.7, 14.7.2). Their content lies in
 * the forms of the pages, which name the parent tree by keys of their own.
 *
 * @param parent the element that they stand in
 * @param pages the pages of the packet on which the document's pages stand
 * @param firstKey the first free key of the parent tree
 */
export function writeCopiedStructure(
  store: ObjectStore,
  { elements, roots, streams }: CopiedStructure,
  parent: Reference,
  pages: readonly Reference[],
  firstKey: number,
): StreamOwners {
  const owners: (Reference | null)[][] = streams.map(() => []);
  const write = (element: SourceElement, reference: Reference, above: Reference): void => {
    const kids = element.kids.map((kid): PdfValue => {
      if ('mcid' in kid) {
        const own = owners[kid.place]!;
        while (own.length < kid.mcid) own.push(null);
        own[kid.mcid] = reference;
        return { Type: 'MCR', Pg: pages[kid.place]!, Stm: streams[kid.place]!, MCID: kid.mcid };
      }
      const below = store.reserve();
      write(kid, below, reference);
      return below;
    });
    const { role, alt, actualText, language, attributes } = element;
    const text = (value: string | undefined) => (value === undefined ? undefined : textString(value));
    store.assign(reference, {
      Type: 'StructElem',
      S: role,
      P: above,
      K: kids.length === 0 ? undefined : kids,
      A: attributes === null ? undefined : { O: attributes.owner, ...attributes.entries },
      Alt: text(alt),
      ActualText: text(actualText),
      Lang: text(language),
    });
  };
  elements.forEach((element, index) => write(element, roots[index]!, parent));
  return streams.map((stream, index) => {
    store.amendStream(stream, { StructParents: firstKey + index });
    return [firstKey + index, store.add(owners[index]!)] as const;
  });
}
