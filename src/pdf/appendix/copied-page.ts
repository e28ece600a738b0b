import type { Page, PlacedAppendedPage } from '../../layout/types.js';
import type { PdfValue, Reference } from '../object-store.js';

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
