import type { Period, QrCode, TimelineMark } from '../figure/types.js';

/**
 * The document tree: blocks and inlines as plain data, without methods or parents. It crosses the border between
 * parsing Markdown and laying out pages. Every block has a `type` from which its PDF structure role follows
 * (see `layout/structure.ts`), so that tagging needs nothing else.
 */

/** Plain text. `path` is the brief path of the value that it came from, when it came from one. */
export interface Text {
  readonly type: 'text';
  readonly value: string;
  readonly path?: string;
  /** BCP 47, when the text states its language: a name in its own script, or `[Bác sĩ]{lang=vi}`. */
  readonly lang?: string;
}
export interface Strong {
  readonly type: 'strong';
  readonly children: readonly Inline[];
}
export interface Emphasis {
  readonly type: 'emphasis';
  readonly children: readonly Inline[];
}
/** An ID or literal: set in tabular lining figures, never hyphenated. */
export interface Code {
  readonly type: 'code';
  readonly value: string;
  readonly path?: string;
}
/** `href` is http:, https:, mailto:, tel: or `#heading-id`. */
export interface Link {
  readonly type: 'link';
  readonly href: string;
  readonly children: readonly Inline[];
}
export interface LineBreak {
  readonly type: 'break';
}
export type Inline = Text | Strong | Emphasis | Code | Link | LineBreak;

/** One part of a packet. `start: 'page'` begins a new page; `fit: 'page'` must end on the page that it begins on. */
export interface Section {
  readonly type: 'section';
  readonly name: string;
  readonly start: 'page' | 'flow';
  readonly fit: 'page' | 'none';
  readonly children: readonly Block[];
}
export interface Heading {
  readonly type: 'heading';
  readonly level: 1 | 2 | 3 | 4 | 5 | 6;
  /** Unique in the document; a link `#id` jumps here. */
  readonly id: string;
  readonly children: readonly Inline[];
}
export interface Paragraph {
  readonly type: 'paragraph';
  readonly children: readonly Inline[];
  /** `lead`: larger opening text; `small`: notes and captions; `muted`: a secondary line. */
  readonly variant?: 'lead' | 'small' | 'muted';
}
export interface ListItem {
  readonly children: readonly Block[];
  /** A task-list box: drawn open or ticked. Absent on ordinary items. */
  readonly checked?: boolean;
}
export interface List {
  readonly type: 'list';
  readonly ordered: boolean;
  /** Number of the first item. */
  readonly start: number;
  /** True when the items are set without space between them. */
  readonly tight: boolean;
  readonly items: readonly ListItem[];
}
export interface TableCell {
  readonly children: readonly Inline[];
}
export interface Table {
  readonly type: 'table';
  /** One per column. */
  readonly align: readonly ('left' | 'right' | 'center')[];
  readonly header: readonly TableCell[];
  readonly rows: readonly (readonly TableCell[])[];
}
/** Label and value pairs, set in two aligned columns (`:::facts`). */
export interface Facts {
  readonly type: 'facts';
  readonly items: readonly { readonly label: readonly Inline[]; readonly value: readonly Inline[] }[];
}
/** A tinted or ruled box (`:::callout`). */
export interface Callout {
  readonly type: 'callout';
  /** `banner`: a band in the accent colour over the whole width of the paper. */
  readonly tone: 'plain' | 'key' | 'warning' | 'banner';
  readonly children: readonly Block[];
}
/** An entry of a record (`:::entry`): a head with a right-aligned part (dates), a second line, then its body. */
export interface Entry {
  readonly type: 'entry';
  readonly head: readonly EntryLine[];
  readonly children: readonly Block[];
}
export interface EntryLine {
  readonly left: readonly Inline[];
  readonly right: readonly Inline[];
}
/** Content that stays on one page when it fits on one (`:::keep`). */
export interface Keep {
  readonly type: 'keep';
  readonly children: readonly Block[];
}
/**
 * Content that a section which must end on its page gives up when it is too tall (`:::detail`): `short` then stands in
 * its place, and `full` (or `moved`) at the end of a later section, under `heading`. A detail may
 * stand in the short form of another: then it only shortens further.
 */
export interface Detail {
  readonly type: 'detail';
  /** What it is, in words. @example 'what supports the points' */
  readonly name: string;
  /** Details of a lower order are given up first. */
  readonly order: number;
  /** Names of the sections that may take it: the first that comes later in the document does. */
  readonly to: readonly string[];
  readonly heading?: Heading;
  readonly full: readonly Block[];
  readonly short: readonly Block[];
  /** What stands in the later section, where that is not `full`. */
  readonly moved?: readonly Block[];
}
/**
 * Columns of equal width (`:::columns`): divided by hand at `:::break` marks, or, with `balanced`, that many columns of
 * like height made of all that stands in `columns[0]`.
 */
export interface Columns {
  readonly type: 'columns';
  readonly columns: readonly (readonly Block[])[];
  readonly balanced?: number;
}
export interface Quote {
  readonly type: 'quote';
  readonly children: readonly Block[];
}
export interface Rule {
  readonly type: 'rule';
}
export interface PageBreak {
  readonly type: 'pagebreak';
}
/** What a figure shows. Lengths are points. */
export type FigureContent =
  /** One of the images passed to the layout, by its name; of two lengths the smaller picture that results counts. */
  | { readonly kind: 'image'; readonly name: string; readonly width?: number; readonly height?: number }
  | { readonly kind: 'qr'; readonly url: string; readonly code: QrCode; readonly size: number }
  | { readonly kind: 'timeline'; readonly marks: readonly TimelineMark[]; readonly today?: string }
  | {
      readonly kind: 'chart';
      readonly periods: readonly Period[];
      readonly today?: string;
      /** `periods` leaves out the months in which no period lies, so that the chart shows no gaps. */
      readonly axis: 'time' | 'periods';
    };
/** A picture or graphic (`:::photo`, `:::image`, `:::qr`, `:::timeline`, `:::chart`). */
export interface Figure {
  readonly type: 'figure';
  readonly content: FigureContent;
  /** The text alternative, in full sentences. */
  readonly alt: string;
  /** Set below the figure. */
  readonly caption: readonly Inline[];
  readonly align: 'left' | 'center' | 'right';
  /** What stands beside the figure, which then is at the side that `align` says. */
  readonly children: readonly Block[];
}
export type Block =
  | Section
  | Heading
  | Paragraph
  | List
  | Table
  | Facts
  | Callout
  | Entry
  | Keep
  | Detail
  | Columns
  | Quote
  | Figure
  | Rule
  | PageBreak;

/** A whole document: what `parseDocument` returns and `layoutDocument` takes. */
export interface DocumentTree {
  readonly children: readonly Block[];
}
