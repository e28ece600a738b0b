import type { StructureElement } from '../layout/types.js';
import type { FigureBoxes } from './figure-boxes.js';
import type { ObjectStore, PdfValue, Reference } from './object-store.js';
import type { StructureContent, StructureKid } from './structure-content.js';

/** Attributes that a structure element states (PDF 1.7, 14.8.5). */
function attributes(element: StructureElement, boxes: FigureBoxes): PdfValue | undefined {
  const box = boxes.get(element);
  if (box !== undefined) return { O: 'Layout', BBox: box.map((edge) => Math.round(edge * 100) / 100) };
  if (element.role === 'TH') return { O: 'Table', Scope: element.scope ?? 'Column' };
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
 * @param annotations the element of each annotation, in the order of their StructParent keys, which follow the pages'
 */
export function writeStructureTree(
  store: ObjectStore,
  structure: StructureContent,
  references: ReadonlyMap<StructureElement, Reference>,
  pages: readonly Reference[],
  annotations: readonly StructureElement[],
  boxes: FigureBoxes,
): Reference {
  const root = store.reserve();
  for (const [element, reference] of references) {
    const kids = structure.kids(element);
    const firstContent = kids.find((kid) => kid.kind !== 'element');
    const home = firstContent?.page;
    const values = kids.map((kid) => kidValue(kid, home, references, pages));
    const parent = structure.parent(element);
    const actualText = structure.actualText(element);
    store.assign(reference, {
      Type: 'StructElem',
      S: structure.role(element),
      P: parent === undefined ? root : references.get(parent)!,
      Pg: home === undefined ? undefined : pages[home],
      K: values.length === 0 ? undefined : values.length === 1 ? values[0] : values,
      A: attributes(element, boxes),
      T: element.title === undefined ? undefined : store.text(element.title),
      Lang: element.lang === undefined ? undefined : store.text(element.lang),
      ActualText: actualText === undefined ? undefined : store.text(actualText),
      Alt: element.alt === undefined ? undefined : store.text(element.alt),
    });
  }
  const owners = (index: number): PdfValue => (structure.owners[index] ?? []).map((owner) => references.get(owner)!);
  const numbers: PdfValue[] = pages.flatMap((_, index) => [index, store.add(owners(index))]);
  annotations.forEach((element, index) => numbers.push(pages.length + index, references.get(element)!));
  store.assign(root, {
    Type: 'StructTreeRoot',
    K: [references.get(structure.root)!],
    ParentTree: store.add({ Nums: numbers }),
    ParentTreeNextKey: pages.length + annotations.length,
  });
  return root;
}

function kidValue(
  kid: StructureKid,
  home: number | undefined,
  references: ReadonlyMap<StructureElement, Reference>,
  pages: readonly Reference[],
): PdfValue {
  if (kid.kind === 'element') return references.get(kid.element)!;
  if (kid.kind === 'annotation') return { Type: 'OBJR', Obj: kid.annotation, Pg: pages[kid.page]! };
  return kid.page === home ? kid.mcid : { Type: 'MCR', Pg: pages[kid.page]!, MCID: kid.mcid };
}
