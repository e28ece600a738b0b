import type { LaidOutDocument, OutlineEntry } from '../layout/types.js';
import type { PdfValue, Reference } from './pdf-value.js';
import type { StructureContent } from './structure-content.js';

/** Room above a heading when a viewer jumps to it, points. */
const CLEARANCE = 8;

/** Makes go-to actions to headings. */
export interface Destinations {
  /** The heading with that id, if it is in the document. */
  find(headingId: string): OutlineEntry | undefined;
  /** An action that shows the heading and names its structure element for assistive technology (PDF 2.0, 12.3.2.3). */
  goTo(entry: OutlineEntry): PdfValue;
}

/**
 * Destinations of the outline entries. When two headings share an id, the first one wins.
 *
 * @param structure the structure elements, numbered
 */
export function createDestinations(
  document: LaidOutDocument,
  pages: readonly Reference[],
  structure: StructureContent,
): Destinations {
  const headings = new Map<string, OutlineEntry>();
  for (const entry of [...document.outline, ...(document.anchors ?? [])]) {
    if (isOnPage(document, entry) && !headings.has(entry.headingId)) headings.set(entry.headingId, entry);
  }
  return {
    find: (headingId) => headings.get(headingId),
    goTo: (entry) => {
      const page = document.pages[entry.page - 1]!;
      const top = Math.round(Math.min(page.height, page.height - entry.y + CLEARANCE) * 100) / 100;
      const element = structure.node(entry.element)?.reference;
      return {
        Type: 'Action',
        S: 'GoTo',
        D: [pages[entry.page - 1]!, 'XYZ', 0, top, null],
        SD: element === undefined ? undefined : [element, 'XYZ', 0, top, null],
      };
    },
  };
}

/** True when the entry points at a page that exists. */
export function isOnPage(document: LaidOutDocument, entry: OutlineEntry): boolean {
  return document.pages[entry.page - 1] !== undefined;
}
