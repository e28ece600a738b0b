import type { Diagnostic } from '../diagnostics/index.js';
import { FontError } from '../errors.js';
import type { LaidOutDocument } from '../layout/types.js';
import { appendedForms, hasAppended, taggedDocuments } from './appendix/copied-page.js';
import { writeCopiedStructure } from './appendix/copied-structure.js';
import { writeAttachments } from './attachment.js';
import { type Conformance, conformanceOf, type ConformanceReason } from './conformance.js';
import { createDestinations, isOnPage } from './destination.js';
import { documentInformation, type DocumentInformation, pdfDate, writeInformation } from './document-information.js';
import { embedFont } from './embed-font.js';
import { collectFontUsages, type FontUsages } from './font-usage.js';
import { embedImage } from './embed-image.js';
import { figureBoxes } from './figure-boxes.js';
import { imageNames } from './image-usage.js';
import { type LinkAnnotation, liveLinks, placeLinks, writeLink } from './link-annotation.js';
import { pageTexts } from './line-text.js';
import { ObjectStore } from './object-store.js';
import { writeOutline } from './outline.js';
import { writePageContent } from './page-content.js';
import { srgbProfile } from './icc-profile.js';
import { pageLabels } from './page-labels.js';
import { asciiString, type PdfValue, type Reference, textString } from './pdf-value.js';
import { StructureContent } from './structure-content.js';
import { writeStructureTree } from './structure-tree.js';
import { portableDeflate } from './deflate.js';
import type { WritePdfOptions, WrittenPdf } from './types.js';
import { writeFile } from './write-file.js';
import { xmpPacket } from './xmp.js';

/**
 * Pages and metadata go in, the bytes of a tagged PDF 1.7 file come out: PDF/UA-1 and PDF/A-2a (PDF/A-3a when it carries
 * files), with outline, links,
 * page labels and embedded font subsets. The same document, metadata and deflate give the same bytes.
 *
 * @throws FontError when a face cannot be embedded, with all such faces
 * @throws OutputError when the metadata's date is not an instant
 * @example
 * const { bytes } = writePdf(laidOut, { metadata: { title, author, subject, keywords, language, creator, date } });
 */
export function writePdf(document: LaidOutDocument, options: WritePdfOptions): WrittenPdf {
  const information = documentInformation(options.metadata);
  const { appendices } = options;
  const store = appendices?.store ?? new ObjectStore(options.deflate ?? portableDeflate);
  const texts = document.pages.map(pageTexts);
  const fonts = collectFontUsages(texts);
  const images = imageNames(document.pages);
  const tree = store.reserve();
  const pages = document.pages.map(() => store.reserve());
  const outline = document.outline.filter((entry) => isOnPage(document, entry));
  const targets = [...outline, ...(document.anchors ?? [])];
  const live = liveLinks(document, new Set(targets.map((entry) => entry.headingId)));
  const structure = new StructureContent(document.structure, new Set(live.flat().map(({ element }) => element)));

  const links: LinkAnnotation[][] = [];
  const contents = document.pages.map((page, index) => {
    const content = store.addStream(
      writePageContent(page, index, texts[index]!, fonts, images, structure, appendices?.pages ?? []),
    );
    links.push(placeLinks(store, live[index]!, index, structure));
    return content;
  });

  const tagged = taggedDocuments(document.pages);
  for (const { index, section } of tagged) {
    for (const root of appendices?.structures[index]?.roots ?? []) structure.addCopied(section, root);
  }
  const elements = structure.number(store);
  const destinations = createDestinations(document, pages, structure);
  const allLinks = links.flat();
  allLinks.forEach((link, index) => {
    const page = { reference: pages[link.page]!, height: document.pages[link.page]!.height };
    writeLink(store, link, page, pages.length + index, destinations);
  });

  const xObjects = [...images].map(([image, name]) => [name, embedImage(store, image)] as const);
  const faces = embedFonts(store, fonts);
  const resources = store.add({
    Font: faces,
    XObject: xObjects.length === 0 ? undefined : Object.fromEntries(xObjects),
  });
  document.pages.forEach((page, index) => {
    const annotations = links[index]!.map(({ reference }) => reference);
    store.assign(pages[index]!, {
      Type: 'Page',
      Parent: tree,
      MediaBox: [0, 0, page.width, page.height],
      Resources: hasAppended(page) ? { Font: faces, XObject: appendedForms(page, appendices?.pages ?? []) } : resources,
      Contents: contents[index]!,
      StructParents: index,
      Tabs: 'S',
      Annots: annotations.length === 0 ? undefined : annotations,
    });
  });
  store.assign(tree, { Type: 'Pages', Kids: pages, Count: pages.length });

  const streams: (readonly [number, Reference])[] = [];
  for (const { index, section, on } of tagged) {
    const copied = appendices?.structures[index];
    const firstKey = pages.length + allLinks.length + streams.length;
    const home = on.map((page) => pages[page]!);
    if (copied)
      streams.push(...writeCopiedStructure(store, copied, structure.node(section).reference!, home, firstKey));
  }

  const structureRoot = writeStructureTree(
    store,
    structure,
    elements,
    pages,
    allLinks.map(({ link }) => link.element),
    figureBoxes(document.pages),
    streams,
  );
  const reasons = [...obstacles(information, fonts), ...(options.reasons ?? []), ...(appendices?.reasons ?? [])];
  const attachments = writeAttachments(store, options.attachments ?? [], pdfDate(information));
  const conformance = conformanceOf(reasons, attachments !== undefined);
  const catalog = store.add({
    Type: 'Catalog',
    Pages: tree,
    Outlines: writeOutline(store, outline, destinations),
    PageMode: outline.length === 0 ? 'UseNone' : 'UseOutlines',
    PageLabels: { Nums: pageLabels(document.pages) },
    StructTreeRoot: structureRoot,
    MarkInfo: { Marked: true },
    Lang: textString(information.language),
    Names: attachments && { EmbeddedFiles: attachments.EmbeddedFiles },
    AF: attachments?.AF,
    ViewerPreferences: { DisplayDocTitle: true },
    OutputIntents: [outputIntent(store)],
    Metadata: writeXmp(store, information, conformance),
  });
  return { bytes: writeFile(store, catalog, writeInformation(store, information)), conformance };
}

/** Embeds every face; the problems of all faces are reported together. */
function embedFonts(store: ObjectStore, fonts: FontUsages): { readonly [resource: string]: PdfValue } {
  const resources: Record<string, PdfValue> = {};
  const problems: Diagnostic[] = [];
  for (const usage of fonts.fonts.values()) {
    try {
      resources[usage.resource] = embedFont(store, usage);
    } catch (error) {
      if (!(error instanceof FontError)) throw error;
      problems.push(...error.diagnostics);
    }
  }
  if (problems.length > 0) throw new FontError('fonts cannot be embedded', problems);
  return resources;
}

/** States that all colours are sRGB (PDF 1.7, 14.11.5). */
function outputIntent(store: ObjectStore): PdfValue {
  const name = asciiString('sRGB IEC61966-2.1');
  return {
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: name,
    Info: name,
    DestOutputProfile: store.addSharedStream(srgbProfile(), { N: 3 }),
  };
}

/** What speaks against the standards in the content itself. All else holds by the way the file is built. */
function* obstacles({ title, language }: DocumentInformation, fonts: FontUsages): Generator<ConformanceReason> {
  if (title === '') {
    yield { code: 'no-title', standards: ['pdfUa'], message: 'the document has no title (ISO 14289-1, 7.1)' };
  }
  if (language === '') {
    const message = 'the document has no language (ISO 14289-1, 7.2; ISO 19005-2, 6.7.4)';
    yield { code: 'no-language', standards: ['pdfUa', 'pdfA'], message };
  }
  // A drawn .notdef is the one thing in a page that both standards forbid (ISO 19005-2, 6.2.11.8; ISO 14289-1, 7.21.8).
  for (const { face, glyphs } of fonts.fonts.values()) {
    if (!glyphs.has(0)) continue;
    const message = `a character has no glyph in ${face.postScriptName} and is drawn as the sign for a missing one`;
    yield { code: 'missing-glyph', standards: ['pdfUa', 'pdfA'], message };
  }
}

/** XMP stays uncompressed, so that tools that know nothing of PDF find it. */
function writeXmp(store: ObjectStore, information: DocumentInformation, conformance: Conformance): Reference {
  const packet = new TextEncoder().encode(xmpPacket(information, conformance));
  return store.addStream(packet, { Type: 'Metadata', Subtype: 'XML' }, true);
}
