import type { AppendedBookmark, AppendedDocument, AppendedLink, AppendedPage } from '../../layout/appended-document.js';
import type { ConformanceReason, ConformanceStandard } from '../conformance.js';
import type { ObjectStore } from '../object-store.js';
import type { Reference } from '../pdf-value.js';
import { activeContent } from './active-content.js';
import { AppendixError, type AppendixProblemCode } from './appendix-error.js';
import { AppendixFacts } from './appendix-facts.js';
import type { CopiedPage } from './copied-page.js';
import type { CopiedStructure } from './copied-structure.js';
import { MAX_BYTES } from './limits.js';
import { ObjectCopier } from './object-copier.js';
import type { AppendixRequest } from './types.js';
import { hiddenLayers } from './optional-content.js';
import { type PageAnnotations, readAnnotations } from './page-annotations.js';
import type { PdfLib } from './pdf-lib.js';
import { copyPageForm, interactiveForm } from './page-form.js';
import { shownMatrix, shownRectangle, shownSize } from './shown-geometry.js';
import { SourceDestinations, type SourceTarget } from './source-destinations.js';
import { SourceDocument } from './source-document.js';
import { readStructure, type SourceElement } from './source-structure.js';
import { readOutline } from './source-outline.js';
import { readPages, selectPages, type SourcePage } from './source-pages.js';

/** Something about a document that went in otherwise than it was. */
export interface AppendixNote {
  readonly code: AppendixProblemCode;
  /** After the name of the file: `was damaged …`. */
  readonly what: string;
  readonly hint: string;
}

/** A document as it is appended; `attached` when it only goes along as a file. */
export type Appended =
  | {
      readonly document: AppendedDocument;
      readonly copied: readonly CopiedPage[];
      readonly structure: CopiedStructure | undefined;
      readonly reasons: readonly ConformanceReason[];
      readonly notes: readonly AppendixNote[];
    }
  | { readonly attached: true; readonly notes: readonly AppendixNote[] };

/**
 * Reads one document and copies the pages that are asked for into the store.
 *
 * @throws AppendixError when it cannot be appended
 */
export async function appendDocument(
  lib: PdfLib,
  bytes: Uint8Array,
  request: AppendixRequest,
  label: string,
  store: ObjectStore,
): Promise<Appended> {
  const source = await SourceDocument.open(lib, bytes);
  checkKind(source);
  const all = readPages(source);
  if (request.mode === 'attach-only') return { attached: true, notes: attachmentNotes(source, all) };
  const notes: AppendixNote[] = [];
  const { indexes, beyond } = selectPages(request.pages, all.length);
  if (indexes.length === 0)
    throw new AppendixError('appendix/no-pages', `has no page ${request.pages ?? ''} (it has ${all.length})`);
  if (beyond) {
    const what = `has only ${all.length} ${all.length === 1 ? 'page' : 'pages'}, fewer than "${request.pages}" asks for`;
    notes.push({ code: 'appendix/no-pages', what, hint: 'check the page numbers under `pages`' });
  }
  const pages = indexes.map((index) => all[index]!);
  const facts = new AppendixFacts(claimsOf(source));
  const copier = new ObjectCopier(source, store, facts, hiddenLayers(source));
  const destinations = new SourceDestinations(source, all);
  const fields = interactiveForm(source);
  const places = new Map(indexes.map((index, place) => [index, place]));
  const copied: CopiedPage[] = [];
  const streams: Reference[] = [];
  const isTagged = request.mode === 'copy';
  const tags = isTagged ? tagsOf(source, pages) : undefined;
  const marks = marksOf(tags ?? []);
  if (tags) facts.addUnchecked('has tags of its own, which could not be checked');
  else if (isTagged) {
    const what = 'has no tags to copy; its pages are pictures of themselves';
    notes.push({ code: 'appendix/untagged', what, hint: 'export it anew as a tagged PDF, or choose `mode: figure`' });
  }
  const shown = pages.map((page) => {
    const annotations = readAnnotations(source, page, destinations, fields);
    const keepsMark = tags && ((mcid: number) => marks.has(`${copied.length} ${mcid}`));
    const { form, drawing } = copyPageForm(source, page, annotations.appearances, copier, store, keepsMark);
    streams.push(drawing);
    copied.push({ form, matrix: shownMatrix(page), width: shownSize(page).width });
    return appendedPage(page, annotations, all, places);
  });
  notes.push(...notesOf(source, pages));
  const document = {
    label,
    title: request.title,
    ...(request.language === undefined ? {} : { language: request.language }),
    isTagged: tags !== undefined,
    pages: shown,
    bookmarks: readOutline(source, destinations).flatMap((bookmark): AppendedBookmark[] => {
      const page = places.get(bookmark.page);
      const own = all[bookmark.page];
      if (page === undefined || !own) return [];
      return [{ title: bookmark.title, level: bookmark.level, page, y: heightOf(own, bookmark.top) }];
    }),
  };
  const structure = tags && { elements: tags, roots: tags.map(() => store.reserve()), streams };
  return { document, copied, structure, reasons: facts.reasons(request.title), notes };
}

/** The tags of the pages that are appended; undefined when there are none. */
function tagsOf(source: SourceDocument, pages: readonly SourcePage[]): SourceElement[] | undefined {
  return readStructure(source, new Map(pages.map(({ dictionary }, place) => [dictionary, place]))) ?? undefined;
}

/** Page and number of each mark that the tags mean. */
function marksOf(elements: readonly SourceElement[]): Set<string> {
  const marks = new Set<string>();
  const visit = (element: SourceElement): void => {
    for (const kid of element.kids) {
      if ('mcid' in kid) marks.add(`${kid.place} ${kid.mcid}`);
      else visit(kid);
    }
  };
  elements.forEach(visit);
  return marks;
}

/** Files whose pages are not what they are about. */
function checkKind(source: SourceDocument): void {
  const key = (name: string) => source.lib.PDFName.of(name);
  if (source.dictionary(source.catalog.get(key('Collection')))) {
    throw new AppendixError('appendix/portfolio', 'is a portfolio, a folder of files');
  }
  const isDynamic = source.resolve(source.catalog.get(key('NeedsRendering'))) === source.lib.PDFBool.True;
  if (isDynamic && interactiveForm(source)?.has(key('XFA'))) {
    throw new AppendixError('appendix/dynamic-form', 'is a dynamic XFA form, which only Adobe Acrobat can show');
  }
}

/** A file that is only attached is not cleaned: who opens it meets what it has. */
function attachmentNotes(source: SourceDocument, pages: readonly SourcePage[]): AppendixNote[] {
  const active = activeContent(source, pages);
  if (active.length === 0) return [];
  const what = `is attached as it is, with ${active.join(', ')}`;
  return [{ code: 'appendix/active-attachment', what, hint: 'append it with `mode: figure`, which leaves that out' }];
}

function notesOf(source: SourceDocument, pages: readonly SourcePage[]): AppendixNote[] {
  const notes: AppendixNote[] = [];
  if (source.repairs.size > 0) {
    const what = `was damaged; ${[...source.repairs].join(' and ')} had to be mended`;
    notes.push({
      code: 'appendix/repaired',
      what,
      hint: 'look at its pages in the packet; if one is wrong, print the file to a new PDF',
    });
  }
  const active = activeContent(source, pages);
  if (active.length > 0) {
    const what = `went in without ${active.join(', ')}`;
    notes.push({
      code: 'appendix/content-removed',
      what,
      hint: 'nothing to do: a packet has only what can be read and printed',
    });
  }
  return notes;
}

function appendedPage(
  page: SourcePage,
  { links, fields }: PageAnnotations,
  all: readonly SourcePage[],
  places: ReadonlyMap<number, number>,
): AppendedPage {
  const followed = (
    target: SourceTarget,
  ): { readonly uri: string } | { readonly page: number; readonly y: number } | null => {
    if ('uri' in target) return target;
    const place = places.get(target.page);
    const own = all[target.page];
    return place === undefined || !own ? null : { page: place, y: heightOf(own, target.top) };
  };
  return {
    ...shownSize(page),
    fields,
    links: links.flatMap(({ area, target }): AppendedLink[] => {
      const to = followed(target);
      return to ? [{ ...area, ...to }] : [];
    }),
  };
}

/** How far below the top of the page as shown a height of its own lies, points. */
function heightOf(page: SourcePage, top: number | null): number {
  if (top === null) return 0;
  const { y } = shownRectangle(page, [page.box[0], top, page.box[2], top]);
  return Math.min(Math.max(0, y), shownSize(page).height);
}

/** The standards that the document's own metadata claims. */
function claimsOf(source: SourceDocument): Set<ConformanceStandard> {
  const claims = new Set<ConformanceStandard>();
  const metadata = source.stream(source.catalog.get(source.lib.PDFName.of('Metadata')));
  if (!metadata) return claims;
  const xmp = new TextDecoder().decode(source.decode(metadata, MAX_BYTES));
  if (/pdfaid:part\s*(?:=\s*["']|>)\s*[123]/.test(xmp)) claims.add('pdfA');
  if (/pdfuaid:part\s*(?:=\s*["']|>)\s*[12]/.test(xmp)) claims.add('pdfUa');
  return claims;
}
