import type { StructureElement } from '../layout/types.js';
import type { StreamOwners } from './appendix/copied-structure.js';
import type { FigureBoxes } from './figure-boxes.js';
import type { ObjectStore, PdfValue, Reference } from './object-store.js';
import type { StructureContent, StructureKid } from './structure-content.js';

/** Identifiers of the heads that cells name (PDF 1.7, 14.7.2), in the order of the tree. */
function headIds(elements: Iterable<StructureElement>): Map<StructureElement, string> {
  const ids = new Map<StructureElement, string>();
  for (const { headers = [] } of elements) {
    for (const head of headers) if (!ids.has(head)) ids.set(head, `head-${String(ids.size + 1).padStart(4, '0')}`);
  }
  return ids;
}

/** Attributes that a structure element states (PDF 1.7, 14.8.5). */
function attributes(
  element: StructureElement,
  boxes: FigureBoxes,
  ids: ReadonlyMap<StructureElement, string>,
  store: ObjectStore,
): PdfValue | undefined {
  const box = boxes.get(element);
  if (box !== undefined) return { O: 'Layout', BBox: box.map((edge) => Math.round(edge * 100) / 100) };
  if (element.role === 'TH') return { O: 'Table', Scope: element.scope ?? 'Column' };
  const heads = (element.headers ?? []).flatMap((head) => ids.get(head) ?? []);
  if (element.role === 'TD' && heads.length > 0) return { O: 'Table', Headers: heads.map((id) => store.ascii(id)) };
  if (element.role === 'L') return { O: 'List', ListNumbering: element.listNumbering ?? 'None' };
  return undefined;
}

/** The references of the kept structure elements; taken before anything points at them. */
export function reserveElements(store: ObjectStore, structure: StructureContent): Map<StructureElement, Reference> {
  const references = new Map<StructureElement, Reference>();
  const visit = (element: StructureElement): void => {
    references.set(element, store.reserve());
    for (const kid of structure.kids(element)) if (kid.kind === 'element') visit(kid.element);
  };
  visit(structure.root);
  return references;
}

/**
 * Writes the structure tree (PDF 1.7, 14.7.2) and returns its root.
 *
 * @param boxes the box of each figure
 * @param streams what the marks of appended pages belong to, under keys that follow those of the annotations
 * @param annotations the element of each annotation, in the order of their StructParent keys, which follow the pages'
 */
export function writeStructureTree(
  store: ObjectStore,
  structure: StructureContent,
  references: ReadonlyMap<StructureElement, Reference>,
  pages: readonly Reference[],
  annotations: readonly StructureElement[],
  boxes: FigureBoxes,
  streams: StreamOwners,
): Reference {
  const root = store.reserve();
  const ids = headIds(references.keys());
  for (const [element, reference] of references) {
    const kids = structure.kids(element);
    const firstContent = kids.find((kid) => kid.kind === 'content' || kid.kind === 'annotation');
    const home = firstContent?.page;
    const values = kids.map((kid) => kidValue(kid, home, references, pages));
    const parent = structure.parent(element);
    const actualText = structure.actualText(element);
    const id = ids.get(element);
    store.assign(reference, {
      Type: 'StructElem',
      S: structure.role(element),
      P: parent === undefined ? root : references.get(parent)!,
      Pg: home === undefined ? undefined : pages[home],
      K: values.length === 0 ? undefined : values.length === 1 ? values[0] : values,
      ID: id === undefined ? undefined : store.ascii(id),
      A: attributes(element, boxes, ids, store),
      T: element.title === undefined ? undefined : store.text(element.title),
      Lang: element.lang === undefined ? undefined : store.text(element.lang),
      ActualText: actualText === undefined ? undefined : store.text(actualText),
      Alt: element.alt === undefined ? undefined : store.text(element.alt),
    });
  }
  const owners = (index: number): PdfValue => (structure.owners[index] ?? []).map((owner) => references.get(owner)!);
  const numbers: PdfValue[] = pages.flatMap((_, index) => [index, store.add(owners(index))]);
  annotations.forEach((element, index) => numbers.push(pages.length + index, references.get(element)!));
  for (const [key, owner] of streams) numbers.push(key, owner);
  store.assign(root, {
    Type: 'StructTreeRoot',
    K: [references.get(structure.root)!],
    IDTree: idTree(store, ids, references),
    ParentTree: store.add({ Nums: numbers }),
    ParentTreeNextKey: pages.length + annotations.length + streams.length,
  });
  return root;
}

/** The name tree of identifiers; they are numbered, so that they stand in its order already (PDF 1.7, 7.9.6). */
function idTree(
  store: ObjectStore,
  ids: ReadonlyMap<StructureElement, string>,
  references: ReadonlyMap<StructureElement, Reference>,
): Reference | undefined {
  if (ids.size === 0) return undefined;
  return store.add({ Names: [...ids].flatMap(([element, id]) => [store.ascii(id), references.get(element)!]) });
}

function kidValue(
  kid: StructureKid,
  home: number | undefined,
  references: ReadonlyMap<StructureElement, Reference>,
  pages: readonly Reference[],
): PdfValue {
  if (kid.kind === 'element') return references.get(kid.element)!;
  if (kid.kind === 'copied') return kid.element;
  if (kid.kind === 'annotation') return { Type: 'OBJR', Obj: kid.annotation, Pg: pages[kid.page]! };
  return kid.page === home ? kid.mcid : { Type: 'MCR', Pg: pages[kid.page]!, MCID: kid.mcid };
}
