import type { StructureElement } from '../layout/types.js';
import type { StreamOwners } from './appendix/copied-structure.js';
import type { ByteSink } from './byte-sink.js';
import type { FigureBoxes } from './figure-boxes.js';
import type { ObjectStore } from './object-store.js';
import { asciiString, type PdfValue, type Reference, textLiteral, writeReference, writeValue } from './pdf-value.js';
import type { StructureContent, StructureKid, StructureNode } from './structure-content.js';

type HeadIds = ReadonlyMap<StructureElement, string>;

/** Identifiers of the heads that cells name (PDF 1.7, 14.7.2), in the order of the tree. */
function headIds(nodes: readonly StructureNode[]): HeadIds {
  const ids = new Map<StructureElement, string>();
  for (const { element } of nodes) {
    for (const head of element.headers ?? []) {
      if (!ids.has(head)) ids.set(head, `head-${String(ids.size + 1).padStart(4, '0')}`);
    }
  }
  return ids;
}

/** Attributes that a structure element states (PDF 1.7, 14.8.5). */
function attributes(element: StructureElement, boxes: FigureBoxes, ids: HeadIds): PdfValue | undefined {
  const box = boxes.get(element);
  if (box !== undefined) return { O: 'Layout', BBox: box.map((edge) => Math.round(edge * 100) / 100) };
  if (element.role === 'TH') return { O: 'Table', Scope: element.scope ?? 'Column' };
  if (element.role === 'L') return { O: 'List', ListNumbering: element.listNumbering ?? 'None' };
  const heads = element.role === 'TD' ? (element.headers ?? []).flatMap((head) => ids.get(head) ?? []) : [];
  return heads.length === 0 ? undefined : { O: 'Table', Headers: heads.map((id) => asciiString(id)) };
}

/**
 * Writes the structure tree (PDF 1.7, 14.7.2) and returns its root. Its elements are most of the objects of a file, so
 * they are written as they come.
 *
 * @param nodes the elements of the file, numbered
 * @param boxes the box of each figure
 * @param streams what the marks of appended pages belong to, under keys that follow those of the annotations
 * @param annotations the element of each annotation, in the order of their StructParent keys, which follow the pages'
 */
export function writeStructureTree(
  store: ObjectStore,
  structure: StructureContent,
  nodes: readonly StructureNode[],
  pages: readonly Reference[],
  annotations: readonly StructureElement[],
  boxes: FigureBoxes,
  streams: StreamOwners,
): Reference {
  const root = store.reserve();
  const ids = headIds(nodes);
  for (const node of nodes) {
    const { element, parent, actualText, kids } = node;
    const sink = store.begin(node.reference!);
    sink.latin1('<</Type/StructElem/S/').latin1(structure.role(node)).latin1('/P');
    writeReference(sink, parent === undefined ? root : parent.reference!);
    writeKids(sink, kids, pages);
    const id = ids.get(element);
    if (id !== undefined) text(sink, '/ID', id);
    const own = attributes(element, boxes, ids);
    if (own !== undefined) writeValue(sink.latin1('/A'), own);
    if (element.title !== undefined) text(sink, '/T', element.title);
    if (element.lang !== undefined) text(sink, '/Lang', element.lang);
    if (actualText !== undefined) text(sink, '/ActualText', actualText);
    if (element.alt !== undefined) text(sink, '/Alt', element.alt);
    sink.latin1('>>');
  }
  const numbers: PdfValue[] = pages.flatMap((_, index) => [index, writeOwners(store, structure.owners[index] ?? [])]);
  annotations.forEach((element, index) => numbers.push(pages.length + index, structure.node(element).reference!));
  for (const [key, owner] of streams) numbers.push(key, owner);
  store.assign(root, {
    Type: 'StructTreeRoot',
    K: [structure.root.reference!],
    IDTree: idTree(store, structure, ids),
    ParentTree: store.add({ Nums: numbers }),
    ParentTreeNextKey: pages.length + annotations.length + streams.length,
  });
  return root;
}

function text(sink: ByteSink, key: string, value: string): void {
  sink.latin1(key).latin1(textLiteral(value));
}

/** Writes what an element holds; the page of its first content is the one that its content is on unless it says so. */
function writeKids(sink: ByteSink, kids: readonly StructureKid[], pages: readonly Reference[]): void {
  if (kids.length === 0) return;
  const first = kids.find((kid) => kid.kind === 'content' || kid.kind === 'annotation');
  if (first !== undefined) writeReference(sink.latin1('/Pg'), pages[first.page]!);
  sink.latin1(kids.length === 1 ? '/K' : '/K[');
  for (const kid of kids) writeKid(sink, kid, first?.page, pages);
  if (kids.length > 1) sink.latin1(']');
}

function writeKid(sink: ByteSink, kid: StructureKid, home: number | undefined, pages: readonly Reference[]): void {
  if (kid.kind === 'element') writeReference(sink, kid.reference!);
  else if (kid.kind === 'copied') writeReference(sink, kid.element);
  else if (kid.kind === 'annotation') {
    writeValue(sink, { Type: 'OBJR', Obj: kid.annotation, Pg: pages[kid.page]! });
  } else if (kid.page === home) sink.separate().integer(kid.mcid);
  else writeValue(sink, { Type: 'MCR', Pg: pages[kid.page]!, MCID: kid.mcid });
}

/** The elements of the marked content of a page, by its identifiers. */
function writeOwners(store: ObjectStore, owners: readonly StructureNode[]): Reference {
  const reference = store.reserve();
  const sink = store.begin(reference).latin1('[');
  for (const owner of owners) writeReference(sink, owner.reference!);
  sink.latin1(']');
  return reference;
}

/** The name tree of identifiers; they are numbered, so that they stand in its order already (PDF 1.7, 7.9.6). */
function idTree(store: ObjectStore, structure: StructureContent, ids: HeadIds): Reference | undefined {
  if (ids.size === 0) return undefined;
  return store.add({
    Names: [...ids].flatMap(([element, id]) => [asciiString(id), structure.node(element).reference!]),
  });
}
