import type { LaidOutDocument, PlacedLink } from '../layout/types.js';
import type { Destinations } from './destination.js';
import type { ObjectStore } from './object-store.js';
import { asciiString, type PdfValue, type Reference, textString } from './pdf-value.js';
import type { StructureContent } from './structure-content.js';

/** A link area that leads somewhere, with the number its annotation will have. */
export interface LinkAnnotation {
  readonly link: PlacedLink;
  /** Page index from 0. */
  readonly page: number;
  readonly reference: Reference;
}

/** Annotation flag Print; PDF/A wants it, and neither Hidden nor NoView (ISO 19005-2, 6.3.2). */
const PRINT = 4;

/** True when a link leads somewhere: any URI, or `#id` of a heading that is in the document. */
function hasTarget(target: string, headings: ReadonlySet<string>): boolean {
  return target.startsWith('#') ? headings.has(target.slice(1)) : target.length > 0;
}

/** The link areas of each page that lead somewhere. Links to unknown headings are left out. */
export function liveLinks(document: LaidOutDocument, headings: ReadonlySet<string>): PlacedLink[][] {
  const live: PlacedLink[][] = [];
  for (const { items } of document.pages) {
    const links: PlacedLink[] = [];
    for (const item of items) if (item.kind === 'link' && hasTarget(item.target, headings)) links.push(item);
    live.push(links);
  }
  return live;
}

/** Numbers the annotations of one page's links and enters them in the structure. */
export function placeLinks(
  store: ObjectStore,
  links: readonly PlacedLink[],
  page: number,
  structure: StructureContent,
): LinkAnnotation[] {
  return links.map((link) => {
    const reference = store.reserve();
    structure.addAnnotation(link.element, page, reference);
    return { link, page, reference };
  });
}

/** A URI as the ASCII string that PDF wants (PDF 1.7, 12.6.4.7): other characters are percent-encoded as UTF-8. */
export function asciiUri(uri: string): string {
  const wellFormed = uri.replace(/\p{Surrogate}/gu, '\ufffd');
  return wellFormed.replace(/[^\x21-\x7e]+/g, (part) => encodeURIComponent(part));
}

/** Writes a link annotation (PDF 1.7, 12.5.6.5), tied to its structure element by `structParent`. */
export function writeLink(
  store: ObjectStore,
  { link, reference }: LinkAnnotation,
  page: { readonly reference: Reference; readonly height: number },
  structParent: number,
  destinations: Destinations,
): void {
  const rounded = (value: number): number => Math.round(value * 100) / 100;
  const bottom = page.height - link.y - link.height;
  const heading = link.target.startsWith('#') ? destinations.find(link.target.slice(1)) : undefined;
  const action: PdfValue =
    heading !== undefined
      ? destinations.goTo(heading)
      : { Type: 'Action', S: 'URI', URI: asciiString(asciiUri(link.target)) };
  store.assign(reference, {
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [link.x, bottom, link.x + link.width, bottom + link.height].map(rounded),
    Border: [0, 0, 0],
    F: PRINT,
    P: page.reference,
    StructParent: structParent,
    Contents: textString(link.description === '' ? link.target : link.description),
    A: action,
  });
}
