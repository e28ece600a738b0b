import type { Page, PlacedAppendedPage, StructureElement } from '../../layout/types.js';
import type { PdfValue, Reference } from '../pdf-value.js';

/** A page of an appended document, copied as a form. */
export interface CopiedPage {
  readonly form: Reference;
  /** From the coordinates of the form to points from the bottom left corner of the page as it is shown. */
  readonly matrix: readonly [number, number, number, number, number, number];
  /** Width as shown, points. */
  readonly width: number;
}

/** The copied pages by document and page. */
export type CopiedPages = readonly (readonly CopiedPage[])[];

/** Name of the resource that draws an appended page. */
export function appendedName({ document, page }: Pick<PlacedAppendedPage, 'document' | 'page'>): string {
  return `D${document + 1}P${page + 1}`;
}

/** True when something of an appended document stands on a page. */
export function hasAppended({ items }: Page): boolean {
  return items.some(({ kind }) => kind === 'appended');
}

/** The forms of the appended pages on a page of the packet, by the names of their resources. */
export function appendedForms({ items }: Page, pages: CopiedPages): Record<string, PdfValue> {
  const forms: Record<string, PdfValue> = {};
  for (const item of items) {
    if (item.kind === 'appended') forms[appendedName(item)] = pages[item.document]![item.page]!.form;
  }
  return forms;
}

/** An appended document with tags of its own: its index, the section that they stand in, its pages' pages. */
export interface TaggedDocument {
  readonly index: number;
  readonly section: StructureElement;
  /** Indexes of the packet's pages on which its pages stand, in their order. */
  readonly on: readonly number[];
}

/** The appended documents with tags of their own. */
export function taggedDocuments(pages: readonly Page[]): TaggedDocument[] {
  const found = new Map<number, { readonly section: StructureElement; readonly on: number[] }>();
  for (let index = 0; index < pages.length; index++) {
    for (const item of pages[index]!.items) {
      if (item.kind !== 'appended' || !item.isTagged) continue;
      const known = found.get(item.document);
      if (known) known.on.push(index);
      else found.set(item.document, { section: item.element, on: [index] });
    }
  }
  return [...found].map(([index, own]) => ({ index, ...own }));
}
