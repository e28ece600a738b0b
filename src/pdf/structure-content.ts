import type { StructureElement, StructureRole } from '../layout/types.js';
import type { ObjectStore } from './object-store.js';
import type { Reference } from './pdf-value.js';

/** A kid of a structure element: marked content of a page, an annotation, an element of an appended document, an element. */
export type StructureKid =
  | { readonly kind: 'content'; readonly page: number; readonly mcid: number }
  | { readonly kind: 'annotation'; readonly page: number; readonly annotation: Reference }
  | { readonly kind: 'copied'; readonly element: Reference }
  | StructureNode;

/** An element of the layout's tree, or a Span that text needs, with what is known of it while pages are drawn. */
export class StructureNode {
  readonly kind = 'element';
  readonly element: StructureElement;
  readonly parent: StructureNode | undefined;
  /** The text that stands for its content. */
  readonly actualText: string | undefined;
  /** True for a Span that the layout's tree has not. */
  readonly isAdded: boolean;
  /** The language that it states or inherits, or undefined for the document's. */
  readonly language: string | undefined;
  /** Its kids in the order in which they were drawn; undefined while it holds nothing. */
  drawn: StructureKid[] | undefined;
  /** Its kids in reading order, and its number in the file: from {@link StructureContent.number}. */
  kids: readonly StructureKid[] = [];
  reference: Reference | undefined;

  constructor(element: StructureElement, parent: StructureNode | undefined, isAdded = false, actualText?: string) {
    this.element = element;
    this.parent = parent;
    this.actualText = actualText ?? element.actualText;
    this.isAdded = isAdded;
    this.language = element.lang ?? parent?.language;
  }

  /** Adds a kid that was drawn; the element itself becomes a kid with the first one. */
  add(kid: StructureKid): void {
    if (this.drawn === undefined) {
      this.drawn = [];
      this.parent?.add(this);
    }
    this.drawn.push(kid);
  }
}

/**
 * What the structure elements of a document hold, gathered while its pages are drawn: which element owns which marked
 * content and which annotation. Page indexes count from 0.
 */
export class StructureContent {
  readonly root: StructureNode;
  /** For each page, the element of each marked-content identifier. */
  readonly owners: StructureNode[][] = [];
  readonly #nodes = new Map<StructureElement, StructureNode>();
  readonly #copied = new Map<StructureNode, StructureKid[]>();
  readonly #linked: ReadonlySet<StructureElement>;

  /** @param linked the elements that get a link annotation */
  constructor(root: StructureElement, linked: ReadonlySet<StructureElement>) {
    this.#linked = linked;
    this.root = this.#join(root, undefined);
  }

  #join(element: StructureElement, parent: StructureNode | undefined): StructureNode {
    const node = new StructureNode(element, parent);
    this.#nodes.set(element, node);
    for (const child of element.children) this.#join(child, node);
    return node;
  }

  node(element: StructureElement): StructureNode {
    return this.#nodes.get(element)!;
  }

  /** The structure type; a link whose target is not in the document has no annotation, so it is no Link either. */
  role({ element }: StructureNode): StructureRole {
    return element.role === 'Link' && !this.#linked.has(element) ? 'Span' : element.role;
  }

  /**
   * Adds a Span to an element for text in another language, or for text that is spoken otherwise than it is drawn:
   * right-to-left text, the hyphen of a broken word. Its ActualText is on the element, not on the marked content, so that
   * it reaches assistive technology but not the readers that put such text right by themselves. Text of one language
   * that goes on on the next line stays in one Span.
   */
  addSpan(parent: StructureNode, actualText: string | undefined, lang: string | undefined): StructureNode {
    const last = parent.drawn?.at(-1);
    const goesOn = actualText === undefined && last?.kind === 'element' && last.isAdded;
    if (goesOn && last.actualText === undefined && last.element.lang === lang) return last;
    const span: StructureElement = { id: -1, role: 'Span', children: [], ...(lang === undefined ? {} : { lang }) };
    return new StructureNode(span, parent, true, actualText);
  }

  /** Starts marked content of an element on a page and returns its identifier. */
  addContent(node: StructureNode, page: number): number {
    const owners = (this.owners[page] ??= []);
    const mcid = owners.length;
    owners.push(node);
    node.add({ kind: 'content', page, mcid });
    return mcid;
  }

  addAnnotation(element: StructureElement, page: number, annotation: Reference): void {
    this.node(element).add({ kind: 'annotation', page, annotation });
  }

  /** Adds an element of an appended document, which is written elsewhere. */
  addCopied(section: StructureElement, element: Reference): void {
    const node = this.node(section);
    const own = this.#copied.get(node);
    if (own) own.push({ kind: 'copied', element });
    else this.#copied.set(node, [{ kind: 'copied', element }]);
  }

  /** Numbers the elements that the file has, once all is drawn, and returns them; each stands before its kids. */
  number(store: ObjectStore): StructureNode[] {
    const numbered: StructureNode[] = [];
    this.#number(this.root, store, numbered);
    return numbered;
  }

  #number(node: StructureNode, store: ObjectStore, numbered: StructureNode[]): void {
    node.reference = store.reserve();
    node.kids = this.#inReadingOrder(node);
    numbered.push(node);
    for (const kid of node.kids) if (kid.kind === 'element') this.#number(kid, store, numbered);
  }

  /**
   * The kids in reading order: content where it first appears on the pages, child elements in the order of the tree.
   * Children without content stand after the sibling before them, when they are kept at all.
   */
  #inReadingOrder(node: StructureNode): readonly StructureKid[] {
    const drawn = node.drawn ?? [];
    const copied = this.#copied.get(node);
    if (copied === undefined && this.#isInOrder(drawn, node.element.children)) return drawn;
    const children = node.element.children.map((child) => this.node(child)).filter((child) => this.#isKept(child));
    const filled = children.filter((child) => child.drawn !== undefined);
    const ordered: StructureKid[] = [];
    let next = 0;
    const takeUpTo = (last: StructureNode | undefined): void => {
      while (next < children.length) {
        const child = children[next++]!;
        ordered.push(child);
        if (child === last) return;
      }
    };
    let slot = 0;
    for (const kid of drawn) {
      if (kid.kind === 'element' && !kid.isAdded) takeUpTo(filled[slot++]);
      else ordered.push(kid);
    }
    takeUpTo(undefined);
    // The section's own heading comes first.
    if (copied) ordered.splice(1, 0, ...copied);
    return ordered;
  }

  /** True when every child was drawn, in the order of the tree. */
  #isInOrder(drawn: readonly StructureKid[], children: readonly StructureElement[]): boolean {
    let next = 0;
    for (const kid of drawn) {
      if (kid.kind === 'element' && !kid.isAdded && kid.element !== children[next++]) return false;
    }
    return next === children.length;
  }

  /** Elements that hold nothing are left out, but not the empty cells of a table: its rows must stay even. */
  #isKept(node: StructureNode): boolean {
    if (node.drawn !== undefined) return true;
    const { role, children } = node.element;
    if (role === 'TH' || role === 'TD') return isInFilledTable(node);
    return children.some((child) => this.#isKept(this.node(child)));
  }
}

function isInFilledTable(cell: StructureNode): boolean {
  for (let at = cell.parent; at !== undefined; at = at.parent) {
    if (at.element.role === 'Table') return at.drawn !== undefined;
  }
  return false;
}
