import type { PDFDict, PDFRawStream } from 'pdf-lib';
import type { AppendedField, ShownRectangle } from '../../layout/appended-document.js';
import { readFieldText } from './form-field.js';
import { clipToPage, shownRectangle } from './shown-geometry.js';
import type { SourceDestinations, SourceTarget } from './source-destinations.js';
import type { SourceDocument } from './source-document.js';
import { readRectangle, type Rectangle, type SourcePage } from './source-pages.js';

/** How an annotation looks, and where on its page. */
export interface Appearance {
  readonly form: PDFRawStream;
  /** From the coordinates of the form, its own matrix applied, to those of the page. */
  readonly matrix: readonly [number, number, number, number, number, number];
}

/** What of the annotations of a page is kept. */
export interface PageAnnotations {
  readonly links: readonly { readonly area: ShownRectangle; readonly target: SourceTarget }[];
  readonly appearances: readonly Appearance[];
  readonly fields: readonly AppendedField[];
}

/** Annotations that are no part of the page: remarks, and things that only a viewer can do. */
const NOT_DRAWN = new Set(['Link', 'Popup', 'Text', 'FileAttachment', 'Sound', 'Movie', 'TrapNet', 'PrinterMark']);
const HIDDEN = 1 << 1;
const NO_VIEW = 1 << 5;
/** Most annotations of one page that are looked at. */
const MAX_ANNOTATIONS = 5000;

/**
 * Reads the annotations of a page (PDF 1.7, 12.5): what is drawn of them becomes part of the page, safe links stay,
 * everything else is left out.
 */
export function readAnnotations(
  source: SourceDocument,
  page: SourcePage,
  destinations: SourceDestinations,
  form: PDFDict | undefined,
): PageAnnotations {
  const key = (name: string) => source.lib.PDFName.of(name);
  const links: { area: ShownRectangle; target: SourceTarget }[] = [];
  const appearances: Appearance[] = [];
  const fields: AppendedField[] = [];
  const needsAppearances = form?.get(key('NeedAppearances')) === source.lib.PDFBool.True;
  const all =
    source
      .array(page.dictionary.get(key('Annots')))
      ?.asArray()
      .slice(0, MAX_ANNOTATIONS) ?? [];
  for (const annotation of all.flatMap((object) => source.dictionary(object) ?? [])) {
    const flags = source.number(annotation.get(key('F'))) ?? 0;
    const rectangle = readRectangle(source, annotation.get(key('Rect')));
    if ((flags & (HIDDEN | NO_VIEW)) !== 0 || !rectangle) continue;
    const kind = source.name(annotation.get(key('Subtype'))) ?? '';
    if (kind === 'Link') {
      const target = destinations.target(annotation);
      const area = clipToPage(shownRectangle(page, rectangle), page);
      if (target && area) links.push({ area, target });
      continue;
    }
    if (NOT_DRAWN.has(kind)) continue;
    const appearance = readAppearance(source, annotation, rectangle);
    const text =
      kind === 'Widget' && (needsAppearances || !appearance) ? readFieldText(source, annotation, form) : null;
    if (text) fields.push({ ...shownRectangle(page, rectangle), ...text });
    else if (appearance) appearances.push(appearance);
  }
  return { links, appearances, fields };
}

/** The normal appearance in the state that the annotation is in (PDF 1.7, 12.5.5). */
function readAppearance(source: SourceDocument, annotation: PDFDict, rectangle: Rectangle): Appearance | null {
  const key = (name: string) => source.lib.PDFName.of(name);
  const normal = source.dictionary(annotation.get(key('AP')))?.get(key('N'));
  let form = source.stream(normal);
  if (!form) {
    const state = source.name(annotation.get(key('AS'))) ?? source.name(annotation.get(key('V'))) ?? 'Off';
    form = source.stream(source.dictionary(normal)?.get(key(state)));
  }
  const box = form && readRectangle(source, form.dict.get(key('BBox')));
  if (!form || !box) return null;
  const [a, b, c, d, e, f] = source.numbers(form.dict.get(key('Matrix')), 6) ?? [1, 0, 0, 1, 0, 0];
  const corners = [
    [box[0], box[1]],
    [box[2], box[1]],
    [box[0], box[3]],
    [box[2], box[3]],
  ].map(([x, y]) => [a! * x! + c! * y! + e!, b! * x! + d! * y! + f!] as const);
  const left = Math.min(...corners.map(([x]) => x));
  const bottom = Math.min(...corners.map(([, y]) => y));
  const width = Math.max(...corners.map(([x]) => x)) - left;
  const height = Math.max(...corners.map(([, y]) => y)) - bottom;
  if (!(width > 1e-6 && height > 1e-6)) return null;
  const across = (rectangle[2] - rectangle[0]) / width;
  const up = (rectangle[3] - rectangle[1]) / height;
  return { form, matrix: [across, 0, 0, up, rectangle[0] - left * across, rectangle[1] - bottom * up] };
}
