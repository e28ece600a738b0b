import type { StructureElement, StructureRole } from '../layout/types.js';
import type { Reference } from './object-store.js';

/** A kid of a structure element: marked content of a page, an annotation, or another element. */
export type StructureKid =
  | { readonly kind: 'content'; readonly page: number; readonly mcid: number }
  | { readonly kind: 'annotation'; readonly page: number; readonly annotation: Reference }
  | { readonly kind: 'copied'; readonly element: Reference }
  | { readonly kind: 'element'; readonly element: StructureElement };

/**
 * What the structure elements of a document hold, gathered while its pages are drawn: which element owns which marked
 * content and which annotation. Page indexes count from 0.
 */
export class StructureContent {
  readonly root: StructureElement;
  /** For each page, the element of each marked-content identifier. */
  readonly owners: StructureElement[][] = [];
  readonly #copied = new Map<StructureElement, StructureKid[]>();
  readonly #kids = new Map<StructureElement, StructureKid[]>();
  readonly #parents = new Map<StructureElement, StructureElement>();
  readonly #spans = new Map<StructureElement, string | undefined>();
  readonly #linked: ReadonlySet<StructureElement>;

  /** @param linked the elements that get a link annotation */
  constructor(root: StructureElement, linked: ReadonlySet<StructureElement>) {
    this.root = root;
    this.#linked = linked;
    this.#link(root);
  }

  #link(element: StructureElement): void {
    for (const child of element.children) {
      this.#parents.set(child, element);
      this.#link(child);
    }
  }

  parent(element: StructureElement): StructureElement | undefined {
    return this.#parents.get(element);
  }

  /** The structure type; a link whose target is not in the document has no annotation, so it is no Link either. */
  role(element: StructureElement): StructureRole {
    return element.role === 'Link' && !this.#linked.has(element) ? 'Span' : element.role;
  }

  /** The language that an element inherits, or undefined for the document's. */
  language(element: StructureElement | undefined): string | undefined {
    for (let at = element; at !== undefined; at = this.#parents.get(at)) if (at.lang !== undefined) return at.lang;
    return undefined;
  }

  /**
   * Adds a Span to an element for text in another language, or for text that is spoken otherwise than it is drawn:
   * right-to-left text, the hyphen of a broken word. Its ActualText is on the element, not on the marked content, so that
   * it reaches assistive technology but not the readers that put such text right by themselves. Text of one language that goes on on the
   * next line stays in one Span.
   */
  addSpan(parent: StructureElement, actualText: string | undefined, lang: string | undefined): StructureElement {
    const last = this.#kids.get(parent)?.at(-1);
    if (actualText === undefined && last?.kind === 'element' && this.#continues(last.element, lang)) {
      return last.element;
    }
    const span: StructureElement = { id: -1, role: 'Span', children: [], ...(lang === undefined ? {} : { lang }) };
    this.#parents.set(span, parent);
    this.#spans.set(span, actualText);
    return span;
  }

  #continues(span: StructureElement, lang: string | undefined): boolean {
    return this.#spans.has(span) && this.#spans.get(span) === undefined && span.lang === lang;
  }

  /** The text that stands for an element's content: its own, or that of a Span made by {@link addSpan}. */
  actualText(element: StructureElement): string | undefined {
    return this.#spans.get(element) ?? element.actualText;
  }

  /** Starts marked content of an element on a page and returns its identifier. */
  addContent(element: StructureElement, page: number): number {
    const owners = (this.owners[page] ??= []);
    const mcid = owners.length;
    owners.push(element);
    this.#kidsOf(element).push({ kind: 'content', page, mcid });
    return mcid;
  }

  /** Adds an element of an appended document, which is written elsewhere. */
  addCopied(element: StructureElement, copied: Reference): void {
    const own = this.#copied.get(element);
    if (own) own.push({ kind: 'copied', element: copied });
    else this.#copied.set(element, [{ kind: 'copied', element: copied }]);
  }

  addAnnotation(element: StructureElement, page: number, annotation: Reference): void {
    this.#kidsOf(element).push({ kind: 'annotation', page, annotation });
  }

  /** True when the element holds marked content or an annotation itself or below it. */
  hasContent(element: StructureElement): boolean {
    return this.#kids.has(element);
  }

  /**
   * The kids in reading order: content where it first appears on the pages, child elements in the order of the tree.
   * Children without content stand after the sibling before them, when they are kept at all.
   */
  kids(element: StructureElement): StructureKid[] {
    const gathered = this.#kids.get(element) ?? [];
    const children = element.children.filter((child) => this.isKept(child));
    const filled = children.filter((child) => this.hasContent(child));
    const ordered: StructureKid[] = [];
    let next = 0;
    const takeUpTo = (last: StructureElement | undefined): void => {
      while (next < children.length) {
        const child = children[next++]!;
        ordered.push({ kind: 'element', element: child });
        if (child === last) return;
      }
    };
    let slot = 0;
    for (const kid of gathered) {
      if (kid.kind === 'element' && !this.#spans.has(kid.element)) takeUpTo(filled[slot++]);
      else ordered.push(kid);
    }
    takeUpTo(undefined);
    // The section's own heading comes first.
    ordered.splice(1, 0, ...(this.#copied.get(element) ?? []));
    return ordered;
  }

  /** Elements that hold nothing are left out, but not the empty cells of a table: its rows must stay even. */
  isKept(element: StructureElement): boolean {
    if (this.hasContent(element)) return true;
    if (element.role === 'TH' || element.role === 'TD') return this.#isInFilledTable(element);
    return element.children.some((child) => this.isKept(child));
  }

  #isInFilledTable(cell: StructureElement): boolean {
    for (let at = this.parent(cell); at !== undefined; at = this.parent(at)) {
      if (at.role === 'Table') return this.hasContent(at);
    }
    return false;
  }

  #kidsOf(element: StructureElement): StructureKid[] {
    let kids = this.#kids.get(element);
    if (kids === undefined) {
      this.#kids.set(element, (kids = []));
      const parent = this.#parents.get(element);
      if (parent !== undefined) this.#kidsOf(parent).push({ kind: 'element', element });
    }
    return kids;
  }
}
