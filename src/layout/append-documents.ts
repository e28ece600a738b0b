import type { AppendedDocument, AppendedPage } from './appended-document.js';
import { placeFields } from './appended-fields.js';
import { fitLine, placeFooter, placeHeader, type FurnitureText } from './furniture.js';
import type { LayoutJob } from './layout-job.js';
import type { PageGeometry } from './page-geometry.js';
import { placeLine } from './place-page.js';
import { appendElement, headingRole } from './structure.js';
import type { OutlineEntry, Page, PlacedItem, StructureElement } from './types.js';

/** Space between furniture and an appended page, points. */
const CLEARANCE = 14;
/** Least margin beside an appended page: pages are as large as they can be, and printers need this much. */
const SIDE = 22;
/** Level of the headings of appended documents: below that of the packet's sections. */
const LEVEL = 2;

/** What {@link appendDocuments} adds to a packet. */
export interface AppendedPages {
  readonly pages: readonly Page[];
  readonly outline: readonly OutlineEntry[];
  /** The pages that links lead to. */
  readonly anchors: readonly OutlineEntry[];
}

/**
 * Sets the pages of appended documents on the packet's paper, each whole and as large as it fits, never enlarged: under
 * a header with the document's title, over a footer with its own page number (`A-2 of 3`). A page that is wider than it
 * is tall lies on paper turned on its side.
 *
 * @param first number of the first of these pages
 */
export function appendDocuments(
  documents: readonly AppendedDocument[],
  furniture: FurnitureText,
  upright: PageGeometry,
  job: LayoutJob,
  root: StructureElement,
  first: number,
): AppendedPages {
  const pages: Page[] = [];
  const outline: OutlineEntry[] = [];
  const anchors: OutlineEntry[] = [];
  documents.forEach((document, index) => {
    const section = appendElement(root, 'Sect', { title: document.title, ...language(document) });
    const heading = appendElement(section, headingRole(LEVEL));
    const start = first + pages.length;
    const shown: { readonly box: Box; readonly figure: StructureElement }[] = [];
    document.pages.forEach((page, place) => {
      const number = first + pages.length;
      const geometry = page.width > page.height * 1.05 ? onItsSide(upright) : upright;
      const items: PlacedItem[] = [];
      if (place === 0) placeTitle(document, furniture, geometry, job, heading, root, items);
      else items.push(...placeHeader({ left: titleOf(document), right: furniture.header.left }, geometry, job, root));
      const box = fit(page, geometry);
      const alt = `Page ${place + 1} of ${document.pages.length} of the appended document “${document.title}”`;
      const figure = document.isTagged ? section : appendElement(section, 'Figure', { alt });
      placeSheet(box, job, items);
      items.push({
        kind: 'appended',
        element: figure,
        document: index,
        page: place,
        isTagged: document.isTagged,
        ...box,
      });
      if (page.fields.length > 0) {
        placeFields(page, box, job, document.isTagged ? appendElement(section, 'P') : figure, items);
      }
      placeLinks(document, page, box, section, items);
      const folio = `${document.label}-${place + 1} of ${document.pages.length}`;
      items.push(...placeFooter(furniture.footer, folio, geometry, job, root));
      pages.push({
        number,
        width: geometry.pageWidth,
        height: geometry.pageHeight,
        items,
        labelPrefix: `${document.label}-`,
      });
      anchors.push({
        title: `${document.label}-${place + 1}`,
        level: LEVEL + 1,
        headingId: pageId(document, place),
        page: number,
        y: 0,
        element: figure,
      });
      shown.push({ box, figure });
    });
    outline.push({
      title: titleOf(document),
      level: LEVEL,
      headingId: `appendix-${document.label.toLowerCase()}`,
      page: start,
      y: 0,
      element: heading,
    });
    document.bookmarks.forEach(({ title, level, page, y }, order) => {
      const { box, figure } = shown[page]!;
      outline.push({
        title,
        level: LEVEL + level,
        headingId: `${pageId(document, page)}-bookmark-${order + 1}`,
        page: start + page,
        y: box.y + y * box.scale,
        element: figure,
      });
    });
  });
  return { pages, outline, anchors };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Size here to size as shown by itself. */
  readonly scale: number;
}

function titleOf({ label, title }: AppendedDocument): string {
  return `Appendix ${label}: ${title}`;
}

function pageId({ label }: AppendedDocument, place: number): string {
  return `appendix-${label.toLowerCase()}-page-${place + 1}`;
}

function language({ language: lang }: AppendedDocument): { readonly lang?: string } {
  return lang === undefined ? {} : { lang };
}

function onItsSide(page: PageGeometry): PageGeometry {
  const { left, right, top, bottom } = page;
  const [pageWidth, pageHeight] = [page.pageHeight, page.pageWidth];
  return { ...page, pageWidth, pageHeight, width: pageWidth - left - right, height: pageHeight - top - bottom };
}

/** The place of a page between header and footer: in the middle, at the top. */
function fit(page: AppendedPage, geometry: PageGeometry): Box {
  const top = Math.min(geometry.top, geometry.top * 0.6 + 6 + CLEARANCE);
  const bottom = geometry.pageHeight - geometry.bottom * 0.52 - CLEARANCE - 4;
  const across = geometry.pageWidth - 2 * SIDE;
  const scale = Math.min(1, across / page.width, (bottom - top) / page.height);
  const width = page.width * scale;
  const height = page.height * scale;
  return { x: (geometry.pageWidth - width) / 2, y: top, width, height, scale };
}

/** A hairline around the page shows where it ends. */
function placeSheet({ x, y, width, height }: Box, job: LayoutJob, items: PlacedItem[]): void {
  const { rule, colors } = job.styles;
  const line = Math.max(rule, 0.4);
  items.push({
    kind: 'frame',
    element: null,
    artifact: 'layout',
    x: x - line,
    y: y - line,
    width: width + 2 * line,
    height: height + 2 * line,
    color: colors.rule,
    lineWidth: line,
  });
}

/** The first page's header is the document's heading. */
function placeTitle(
  document: AppendedDocument,
  furniture: FurnitureText,
  geometry: PageGeometry,
  job: LayoutJob,
  heading: StructureElement,
  root: StructureElement,
  items: PlacedItem[],
): void {
  const header = placeHeader({ left: '', right: furniture.header.left }, geometry, job, root);
  const line = fitLine(titleOf(document), geometry.width * 0.62, 'left', job, heading, true);
  if (line) placeLine(line, geometry.left, geometry.top * 0.6, items);
  items.push(...header);
}

function placeLinks(
  document: AppendedDocument,
  { links }: AppendedPage,
  box: Box,
  section: StructureElement,
  items: PlacedItem[],
): void {
  if (links.length === 0) return;
  const parent = appendElement(section, 'P');
  for (const link of links) {
    const isAddress = 'uri' in link;
    const description = isAddress
      ? `Link in the appended document to ${link.uri}`
      : `Link to page ${document.label}-${link.page + 1}`;
    items.push({
      kind: 'link',
      element: appendElement(parent, 'Link', { alt: description }),
      target: isAddress ? link.uri : `#${pageId(document, link.page)}`,
      description,
      x: box.x + link.x * box.scale,
      y: box.y + link.y * box.scale,
      width: link.width * box.scale,
      height: link.height * box.scale,
    });
  }
}
