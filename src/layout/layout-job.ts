import type { Block, Detail, Section } from '../document/types.js';
import type { PacketImage } from '../image/types.js';
import type { Typesetter } from '../text/types.js';
import type { DetailTargets } from './details.js';
import type { HeadingIndex } from './headings.js';
import type { SideColumn } from './page-geometry.js';
import type { Styles, Tightness } from './styles.js';
import type { StructureElement } from './types.js';
import type { VerticalList } from './vertical-list.js';

/** What stays the same while a document is collected. */
export interface LayoutJob {
  readonly styles: Styles;
  readonly typesetter: Typesetter;
  /** BCP 47 language of the document. */
  readonly lang: string;
  /** Words of names that stand in the document: never hyphenated, wherever they stand. */
  readonly properNames: ReadonlySet<string>;
  readonly headings: HeadingIndex;
  /** The theme's word behind a title that comes again. */
  readonly continued: string;
  /** Images by the names that figures give. */
  readonly images: ReadonlyMap<string, PacketImage>;
  /** Told of an image with far more pixels, across and down, than its place needs. */
  readonly reportLargeImage: (name: string, has: readonly [number, number], needs: readonly [number, number]) => void;
  /** Told of an image that figures name and that is not there. */
  readonly reportMissingImage: (name: string) => void;
  /** Told of every line that is wider than its measure. */
  readonly reportWideLine: (text: string, excess: number) => void;
  /** The same job in other styles. */
  readonly withStyles: (tightness: Tightness) => LayoutJob;
  /** The same job with all text in the colour that stands on the accent colour. */
  readonly onAccent: () => LayoutJob;
  /** Told when a section does not fit the page that it must end on. */
  readonly reportOverfullSection: (name: string, excess: number) => void;
  /** Where details of sections that must end on their page would go. */
  readonly detailTargets: DetailTargets;
  /** Details that have left their section so far. */
  readonly moved: Set<Detail>;
  /** Details that the section being fitted gives up. */
  readonly givenUp: ReadonlySet<Detail>;
  /** Told what a section gave up to end on its page, and where that stands. */
  readonly reportShortened: (section: Section, details: readonly Detail[]) => void;
  /** Collects blocks of any kind; handed down so that container blocks need not import every other kind. */
  readonly collect: (blocks: readonly Block[], region: Region, job: LayoutJob) => void;
}

/** Nothing is set narrower or lower than this, points: where nesting would, it indents no further. */
export const LEAST_MEASURE = 72;

/** Text in the side column is at most this part of a page tall: more would be main text. */
export const TALLEST_ASIDE = 0.3;

/** A region widened over its side column, for what takes the full width: titles, tables, boxes. */
export function fullWidth(region: Region): Region {
  const { side, x, width } = region;
  return side ? { ...region, x: side.x, width: x + width - side.x, side: null, axis: x } : region;
}

/** {@link fullWidth}, with nothing left in the side column beside what comes next. */
export function takeFullWidth(region: Region): Region {
  if (region.side) region.list.clearAside();
  return fullWidth(region);
}

/** Where blocks go: a strip of the text area, an element of the structure tree, and the list that takes the boxes. */
export interface Region {
  /** Left edge from the text area's left edge, points. */
  readonly x: number;
  readonly width: number;
  readonly parent: StructureElement;
  readonly list: VerticalList;
  /** Height that a page has for one piece of this content, points: the text area without padding around the region. */
  readonly room: number;
  /** Short pieces of text, in lists and boxes, are set ragged: justified they would show holes. */
  readonly ragged: boolean;
  /** The column beside this region, for headings, labels and dates; null inside boxes, lists and columns. */
  readonly side: SideColumn | null;
  /** Where the text beside the side column begins, in what takes the full width: values of facts line up there. */
  readonly axis: number | null;
  /** Inside columns, which do not hold columns of their own. */
  readonly inColumns: boolean;
  /** Inside a section that is being fitted to its page, which fits what it holds. */
  readonly fitting: boolean;
  /** How many lists are around this place. */
  readonly listDepth: number;
  /** Inside a tight list: blocks stand close. */
  readonly tight: boolean;
}
