import type { PDFDict, PDFObject } from 'pdf-lib';
import { MAX_NESTING } from './limits.js';
import type { SourceDestinations } from './source-destinations.js';
import type { SourceDocument } from './source-document.js';

/** A bookmark of the document that leads to one of its pages. */
export interface SourceBookmark {
  readonly title: string;
  /** 1 is the top level. */
  readonly level: number;
  /** Index of the page in the document. */
  readonly page: number;
  /** Height on the page in its own coordinates; null for its top. */
  readonly top: number | null;
}

/** Most bookmarks that are taken over. */
const MAX_BOOKMARKS = 500;

/** The bookmarks in order. Those that lead elsewhere are left out; what is under them moves up. */
export function readOutline(source: SourceDocument, destinations: SourceDestinations): SourceBookmark[] {
  const key = (name: string) => source.lib.PDFName.of(name);
  const bookmarks: SourceBookmark[] = [];
  const seen = new Set<PDFDict>();
  const visit = (first: PDFObject | undefined, level: number): void => {
    if (level > MAX_NESTING) return;
    for (let item = source.dictionary(first); item; item = source.dictionary(item.get(key('Next')))) {
      if (seen.has(item) || bookmarks.length >= MAX_BOOKMARKS) return;
      seen.add(item);
      const title =
        source
          .text(item.get(key('Title')))
          ?.replace(/[\s\p{Cc}]+/gu, ' ')
          .trim()
          .slice(0, 300) ?? '';
      const target = destinations.target(item);
      const isKept = target !== null && 'page' in target && title !== '';
      if (isKept) bookmarks.push({ title, level, page: target.page, top: target.top });
      visit(item.get(key('First')), isKept ? level + 1 : level);
    }
  };
  visit(source.dictionary(source.catalog.get(key('Outlines')))?.get(key('First')), 1);
  return bookmarks;
}
