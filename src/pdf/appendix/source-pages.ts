import type { PDFDict, PDFObject } from 'pdf-lib';
import { AppendixError } from './appendix-error.js';
import { MAX_NESTING, MAX_PAGES } from './limits.js';
import type { SourceDocument } from './source-document.js';

/** A rectangle in the coordinates of a page: left, bottom, right, top, points. */
export type Rectangle = readonly [number, number, number, number];

/** A page of a third-party document with what it inherits. */
export interface SourcePage {
  readonly dictionary: PDFDict;
  readonly resources: PDFDict | undefined;
  /** What viewers show of it: the crop box inside the media box. */
  readonly box: Rectangle;
  /** Clockwise turn in which it is shown: 0, 90, 180 or 270. */
  readonly rotation: number;
  /** Size of a unit, in points (PDF 1.7, 8.3.2.3). */
  readonly unit: number;
}

/** Paper of a page that does not say its size. */
const LETTER: Rectangle = [0, 0, 612, 792];
/** Sizes that PDF allows, in units (PDF 1.7, annex C). */
const MAX_SIDE = 14_400;

interface Inherited {
  readonly resources?: PDFObject | undefined;
  readonly media?: PDFObject | undefined;
  readonly crop?: PDFObject | undefined;
  readonly rotate?: PDFObject | undefined;
}

/**
 * The pages in order. A page tree with circles, empty places or leaves without a type is read as far as it goes.
 *
 * @throws AppendixError `appendix/too-large` over the most pages, `appendix/no-pages` when there is none
 */
export function readPages(document: SourceDocument): SourcePage[] {
  const { lib } = document;
  const key = (name: string) => lib.PDFName.of(name);
  const pages: SourcePage[] = [];
  const seen = new Set<PDFDict>();

  const visit = (object: PDFObject | undefined, inherited: Inherited, depth: number): void => {
    const node = document.resolve(object);
    if (node === undefined) return;
    if (!(node instanceof lib.PDFDict) || seen.has(node) || depth > MAX_NESTING) {
      document.repairs.add('its list of pages');
      return;
    }
    seen.add(node);
    const type = document.name(node.get(key('Type')));
    const own: Inherited = {
      resources: node.get(key('Resources')) ?? inherited.resources,
      media: node.get(key('MediaBox')) ?? inherited.media,
      crop: node.get(key('CropBox')) ?? inherited.crop,
      rotate: node.get(key('Rotate')) ?? inherited.rotate,
    };
    const kids = document.array(node.get(key('Kids')));
    if (kids && type !== 'Page') {
      for (const kid of kids.asArray()) visit(kid, own, depth + 1);
      return;
    }
    if (type !== undefined && type !== 'Page') return;
    if (pages.length >= MAX_PAGES) throw new AppendixError('appendix/too-large', `has more than ${MAX_PAGES} pages`);
    pages.push(readPage(document, node, own));
  };

  visit(document.catalog.get(key('Pages')), {}, 0);
  if (pages.length === 0) throw new AppendixError('appendix/no-pages', 'has no pages');
  return pages;
}

function readPage(document: SourceDocument, dictionary: PDFDict, own: Inherited): SourcePage {
  const media = readRectangle(document, own.media) ?? LETTER;
  const crop = readRectangle(document, own.crop) ?? media;
  const inside: Rectangle = [
    Math.max(media[0], crop[0]),
    Math.max(media[1], crop[1]),
    Math.min(media[2], crop[2]),
    Math.min(media[3], crop[3]),
  ];
  const box = inside[2] - inside[0] > 0.01 && inside[3] - inside[1] > 0.01 ? inside : media;
  const turn = document.number(own.rotate) ?? 0;
  const unit = document.number(dictionary.get(document.lib.PDFName.of('UserUnit'))) ?? 1;
  return {
    dictionary,
    resources: document.dictionary(own.resources),
    box,
    // A turn that is no multiple of 90 is none (PDF 1.7, table 30).
    rotation: turn % 90 === 0 ? ((turn % 360) + 360) % 360 : 0,
    unit: unit > 0 && unit <= 75_000 ? unit : 1,
  };
}

/** A rectangle with its corners put in order; undefined when it is none, is empty, or is larger than PDF allows. */
export function readRectangle(document: SourceDocument, object: PDFObject | undefined): Rectangle | undefined {
  const numbers = document.numbers(object, 4);
  if (!numbers) return undefined;
  const [a, b, c, d] = numbers as [number, number, number, number];
  const box: Rectangle = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
  const isSized = box[2] - box[0] > 0.01 && box[3] - box[1] > 0.01;
  const isAllowed = box.every((value) => Math.abs(value) <= MAX_SIDE * 10) && box[2] - box[0] <= MAX_SIDE * 10;
  return isSized && isAllowed ? box : undefined;
}

/** Page indexes that ranges such as `1-3,5` or `2-` mean, in that order and each once; `beyond` are past the end. */
export function selectPages(
  ranges: string | undefined,
  count: number,
): { readonly indexes: number[]; readonly beyond: boolean } {
  if (ranges === undefined) return { indexes: Array.from({ length: count }, (_, index) => index), beyond: false };
  const indexes = new Set<number>();
  let beyond = false;
  for (const range of ranges.split(',')) {
    const [first = '', last] = range.trim().split('-');
    const from = Number(first);
    const to = last === undefined ? from : last.trim() === '' ? Math.max(count, from) : Number(last);
    if (Math.max(from, to) > count) beyond = true;
    const pages: number[] = [];
    for (let page = Math.min(from, to); page <= Math.min(count, Math.max(from, to)); page++) pages.push(page - 1);
    for (const page of to < from ? pages.reverse() : pages) indexes.add(page);
  }
  return { indexes: [...indexes], beyond };
}
