import type { PDFDict, PDFRawStream } from 'pdf-lib';
import { ByteSink } from '../byte-sink.js';
import { drawObject } from '../graphics-operators.js';
import type { ObjectStore } from '../object-store.js';
import type { PdfValue, Reference } from '../pdf-value.js';
import { concatBytes } from './decode-stream.js';
import { MAX_CONTENT } from './limits.js';
import type { ObjectCopier } from './object-copier.js';
import type { Appearance } from './page-annotations.js';
import type { SourceDocument } from './source-document.js';
import type { SourcePage } from './source-pages.js';

/**
 * Copies a page as a form: its drawing, clipped to what viewers show of it, with the appearances of its annotations on
 * top. A form has no links and no actions.
 *
 * @param keepsMark the marks of tags that stay, by their numbers; by default none
 * @returns the form, and the stream in which those marks are
 */
export function copyPageForm(
  source: SourceDocument,
  page: SourcePage,
  appearances: readonly Appearance[],
  copier: ObjectCopier,
  store: ObjectStore,
  keepsMark?: (mcid: number) => boolean,
): { readonly form: Reference; readonly drawing: Reference } {
  const key = (name: string) => source.lib.PDFName.of(name);
  const box = page.box.map((value) => Math.round(value * 1e4) / 1e4);
  const group = copier.group(page.dictionary.get(key('Group')));
  const streams = contentStreams(source, page);
  const decoded = pageContent(source, streams);
  const drawn = copier.content(decoded, page.resources, keepsMark);
  const dictionary = { Type: 'XObject', Subtype: 'Form', BBox: box, Group: group };
  const only = streams.length === 1 && drawn.data === decoded ? plainFlate(source, streams[0]!) : null;
  const own = only
    ? store.addStream(only, { ...dictionary, Filter: 'FlateDecode', Resources: drawn.resources }, true)
    : store.addStream(drawn.data, { ...dictionary, Resources: drawn.resources });
  const drawnAppearances = appearances.flatMap(({ form, matrix }) => {
    const reference = copier.xObject(form, page.resources);
    return reference ? [{ reference, matrix }] : [];
  });
  if (drawnAppearances.length === 0) return { form: own, drawing: own };
  const content = new ByteSink(1024).latin1('/P Do\n');
  const forms: Record<string, PdfValue> = { P: own };
  drawnAppearances.forEach(({ reference, matrix }, index) => {
    forms[`A${index}`] = reference;
    drawObject(content.latin1('q '), matrix, `A${index}`);
  });
  const form = store.addStream(content.toBytes(), { ...dictionary, Resources: { XObject: forms } });
  return { form, drawing: own };
}

function contentStreams(source: SourceDocument, page: SourcePage): PDFRawStream[] {
  const contents = page.dictionary.get(source.lib.PDFName.of('Contents'));
  const list = source.array(contents)?.asArray() ?? [contents];
  return list.flatMap((object) => source.stream(object) ?? []);
}

/** Operators may be split over the streams of a page only between tokens (PDF 1.7, 7.8.2). */
function pageContent(source: SourceDocument, streams: readonly PDFRawStream[]): Uint8Array {
  const newline = Uint8Array.of(0x0a);
  let left = MAX_CONTENT;
  const parts = streams.flatMap((stream) => {
    const part = source.decode(stream, Math.max(0, left));
    left -= part.length;
    return [part, newline];
  });
  return streams.length === 1 ? parts[0]! : concatBytes(parts);
}

/** The packed data of a stream when it is packed exactly as this file packs its own; null otherwise. */
function plainFlate(source: SourceDocument, { dict, contents }: PDFRawStream): Uint8Array | null {
  const key = (name: string) => source.lib.PDFName.of(name);
  const isPlain = source.name(dict.get(key('Filter'))) === 'FlateDecode' && !dict.has(key('DecodeParms'));
  return isPlain ? contents : null;
}

/** The interactive form of a document. */
export function interactiveForm(source: SourceDocument): PDFDict | undefined {
  return source.dictionary(source.catalog.get(source.lib.PDFName.of('AcroForm')));
}
