import type { Diagnostic } from '../diagnostics/index.js';
import type { DocumentTree } from '../document/types.js';
import type { PacketImage } from '../image/types.js';
import type { Theme } from '../schema/theme.js';
import type { Typesetter } from '../text/types.js';
import { appendDocuments } from './append-documents.js';
import type { AppendedDocument } from './appended-document.js';
import { collectBlocks } from './blocks/collect-blocks.js';
import { detailTargets, type DetailTargets } from './details.js';
import { missingGlyphWarnings, unknownFamilyWarnings } from './font-warnings.js';
import { placeFooter, placeHeader, type FurnitureText } from './furniture.js';
import { indexHeadings, type HeadingIndex } from './headings.js';
import type { LayoutJob } from './layout-job.js';
import {
  largeImageWarning,
  missingImageWarning,
  overfullSectionWarning,
  shortenedSectionNote,
  wideLineWarning,
} from './layout-warnings.js';
import { geometryWarnings, pageGeometry, sideColumn, type PageGeometry } from './page-geometry.js';
import { paginate } from './paginate.js';
import { findProperNames } from './proper-names.js';
import { placeLogo } from './place-logo.js';
import { placeParts } from './place-page.js';
import { stackItems, type Stack } from './stack.js';
import { createElement, numberElements } from './structure.js';
import { NATURAL, stylesOf } from './styles.js';
import type { LaidOutDocument, OutlineEntry, Page, PlacedItem, StructureElement } from './types.js';
import { VerticalList } from './vertical-list.js';

/** What {@link layoutDocument} needs besides the tree. */
export interface LayoutOptions extends FurnitureText {
  readonly theme: Theme;
  readonly typesetter: Typesetter;
  /** BCP 47 language of the document, for hyphenation. @example 'en-US' */
  readonly lang: string;
  /** Documents whose pages follow. @default none */
  readonly appendices?: readonly AppendedDocument[];
  /** Images by the names that figures give. @default none */
  readonly images?: ReadonlyMap<string, PacketImage>;
}

/**
 * Sets a document on pages: blocks and a theme go in, pages of placed items come out, each tied to its element of the
 * structure tree or marked as an artifact. Never throws on content: what does not fit or cannot be drawn is reported
 * as a warning (`layout/overflow`, `font/missing-glyph`, `font/unknown-family`).
 *
 * @example
 * const { pages, structure, outline } = layoutDocument(tree, {
 *   theme: DEFAULT_THEME, typesetter, lang: 'en-US',
 *   header: { left: 'Amina Haddad', right: 'Letter of recommendation' }, footer: { left: 'Confidential' },
 * });
 */
export function layoutDocument(tree: DocumentTree, options: LayoutOptions): LaidOutDocument {
  const geometry = pageGeometry(options.theme.page);
  const details = detailTargets(tree);
  const headings = indexHeadings(tree, details);
  const structure = createElement('Document');
  const diagnostics: Diagnostic[] = geometryWarnings(options.theme.page);
  const job = createJob(options, headings, details, findProperNames(tree.children, options.lang), diagnostics);

  const list = new VerticalList();
  const { width, height } = geometry;
  const side = sideColumn(options.theme.page);
  const x = side ? side.width + options.theme.page.gutter : 0;
  const place = { side, axis: null, listDepth: 0, tight: false, ragged: false, inColumns: false, fitting: false };
  job.collect(tree.children, { x, width: width - x, room: height, parent: structure, list, ...place }, job);
  list.endAsides();
  const { body, grid } = job.styles;
  const area = { height, textTop: body.textTop, grid, flush: options.theme.page.bottom === 'flush' };
  const stacks = paginate(list.items, area).map((range) => stackItems(list.items, range));
  const pages = stacks.map((stack, index) =>
    placePage(stack, index + 1, stacks.length, options, geometry, job, structure),
  );
  const logo = options.theme.logo && placeLogo(options.theme.logo, geometry, job, structure);
  if (logo) pages[0] = { ...pages[0]!, items: [logo, ...pages[0]!.items] };
  const appended = appendDocuments(options.appendices ?? [], options, geometry, job, structure, pages.length + 1);
  pages.push(...appended.pages);
  numberElements(structure);
  return {
    pages,
    structure,
    outline: [...readOutline(stacks, geometry, headings), ...appended.outline],
    anchors: appended.anchors,
    diagnostics: [
      ...diagnostics,
      ...unknownFamilyWarnings(options.theme.fonts, options.typesetter.families),
      ...missingGlyphWarnings(pages),
    ],
  };
}

function createJob(
  { theme, typesetter, lang, images = new Map() }: LayoutOptions,
  headings: HeadingIndex,
  details: DetailTargets,
  properNames: ReadonlySet<string>,
  diagnostics: Diagnostic[],
): LayoutJob {
  const reported = new Set<string>();
  const reportOnce = (warning: Diagnostic): void => {
    if (reported.has(warning.message)) return;
    reported.add(warning.message);
    diagnostics.push(warning);
  };
  const job: LayoutJob = {
    styles: stylesOf(theme, typesetter),
    typesetter,
    lang,
    properNames,
    headings,
    continued: theme.words.continued,
    images,
    reportLargeImage: (...about) => reportOnce(largeImageWarning(...about)),
    reportMissingImage: (name) => reportOnce(missingImageWarning(name, [...images.keys()])),
    detailTargets: details,
    moved: new Set(),
    givenUp: new Set(),
    reportShortened: (section, moved) => reportOnce(shortenedSectionNote(section, moved, details)),
    collect: collectBlocks,
    withStyles: (tightness) => ({
      ...job,
      styles: stylesOf(theme, typesetter, tightness),
      onAccent: () => job.withStyles({ ...tightness, onAccent: true }),
    }),
    onAccent: () => job.withStyles({ ...NATURAL, onAccent: true }),
    reportWideLine: (text, excess) => reportOnce(wideLineWarning(text, excess)),
    reportOverfullSection: (name, excess) => reportOnce(overfullSectionWarning(name, excess)),
  };
  return job;
}

function placePage(
  stack: Stack,
  number: number,
  count: number,
  options: LayoutOptions,
  geometry: PageGeometry,
  job: LayoutJob,
  root: StructureElement,
): Page {
  const items: PlacedItem[] = number > 1 ? placeHeader(options.header, geometry, job, root) : [];
  placeParts(stack.parts, { x: geometry.left, y: geometry.top, pageWidth: geometry.pageWidth }, items);
  const folio = options.theme.words.folio.replace('{page}', String(number)).replace('{pages}', String(count));
  items.push(...placeFooter(options.footer, folio, geometry, job, root));
  return { number, width: geometry.pageWidth, height: geometry.pageHeight, items };
}

/** Headings of level 1 and 2, and deeper ones that a link leads to. */
function readOutline(stacks: readonly Stack[], geometry: PageGeometry, { linked }: HeadingIndex): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  for (let index = 0; index < stacks.length; index++) {
    for (const { part, y } of stacks[index]!.parts) {
      if (part.kind !== 'line' || !part.heading) continue;
      const { id, title, level, element, listed } = part.heading;
      if (!listed && !linked.has(id)) continue;
      entries.push({ title, level, headingId: id, page: index + 1, y: Math.max(0, geometry.top + y), element });
    }
  }
  return entries;
}
