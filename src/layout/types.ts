import type { Diagnostic } from '../diagnostics/index.js';
import type { PacketImage } from '../image/types.js';
import type { LineRun } from '../text/types.js';

/** Pages of placed items: what crosses the border between layout and PDF. Points; origin at the top left, y downwards. */

/** Standard structure types of PDF 1.7, clause 14.8.4, as far as packets use them. */
export type StructureRole =
  | 'Document'
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'BlockQuote'
  | 'Link'
  | 'Span'
  | 'Figure'
  | 'Caption'
  | 'Code';

/** A structure element. The tree is in logical order; an element split over pages or lines is one element. */
export interface StructureElement {
  /** Unique in the document, dense from 0 (the Document element). */
  readonly id: number;
  readonly role: StructureRole;
  readonly children: StructureElement[];
  /** BCP 47, when it differs from the document's. */
  readonly lang?: string;
  /** Alternative text (Figure, Link). */
  readonly alt?: string;
  /** The text that its content stands for, where that is drawn as a shape: a box to tick. */
  readonly actualText?: string;
  /** TH only. */
  readonly scope?: 'Column' | 'Row';
  /** TD only: the heads of its column and row, where the table has both. */
  readonly headers?: readonly StructureElement[];
  /** L only. */
  readonly listNumbering?: 'None' | 'Disc' | 'Circle' | 'Decimal' | 'LowerAlpha';
  /** Sect only: the title shown in the outline. */
  readonly title?: string;
}

/** The data on every span of text: its colour and what it belongs to. */
export interface RunData {
  /** `#rrggbb` */
  readonly color: string;
  /** The structure element that holds the run's text. */
  readonly element: StructureElement;
  readonly href?: string;
  /** With `href`: what the link is and where it leads, for the annotation. */
  readonly description?: string;
  /** The brief path of the value that the text came from, for diagnostics. */
  readonly path?: string;
}

/** Why something is drawn that is not content (PDF 1.7, clause 14.8.2.2). */
export type ArtifactKind = 'header' | 'footer' | 'layout' | 'background';

interface PlacedBase {
  /** The structure element of the item, or null for an artifact. */
  readonly element: StructureElement | null;
  readonly artifact?: ArtifactKind;
}
/** Runs of one line that belong to one structure element; `x`, `y` are the origin on the baseline; `runs[i].x` counts from `x`. */
export interface PlacedText extends PlacedBase {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly color: string;
  readonly runs: readonly LineRun[];
  /** What the spans of its paragraph carry; see `Line.data`. */
  readonly data: readonly RunData[];
  /** True when its line has characters that no font has. */
  readonly missing?: boolean;
  /** True when the last run is the hyphen of a word that goes on on the next line. */
  readonly hyphenated?: boolean;
}
/** A filled rectangle: rules, tints, bars. Always an artifact in packets. */
export interface PlacedRect extends PlacedBase {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
  /** Corner radius, points. @default 0 */
  readonly radius?: number;
}
/** An outlined rectangle, such as a checklist box. */
export interface PlacedFrame extends PlacedBase {
  readonly kind: 'frame';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
  readonly lineWidth: number;
  readonly radius?: number;
}
/** A clickable area over text of a Link element. `target` is a URI or `#heading-id`. */
export interface PlacedLink extends PlacedBase {
  readonly kind: 'link';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly target: string;
  /** What the link is, for annotations' Contents. */
  readonly description: string;
  readonly element: StructureElement;
}
/** A page of an appended document, scaled into the box; see `AppendedDocument`. */
export interface PlacedAppendedPage extends PlacedBase {
  readonly kind: 'appended';
  /** Index of the document, and of its page. */
  readonly document: number;
  readonly page: number;
  /** The document's own tags stand in `element`, which is then a section; otherwise it is a figure. */
  readonly isTagged: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly element: StructureElement;
}
/** An image in its box, upright and filling it. */
export interface PlacedImage extends PlacedBase {
  readonly kind: 'image';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly image: PacketImage;
}
/** What a drawing is made of. Positions count from the drawing's top left corner, `y` downwards; lengths are points. */
export type Shape =
  | {
      readonly kind: 'rects';
      readonly color: string;
      readonly rects: readonly (readonly [x: number, y: number, width: number, height: number])[];
    }
  | {
      readonly kind: 'lines';
      readonly color: string;
      readonly width: number;
      /** Lengths of dash and gap. @default a solid line */
      readonly dash?: readonly [on: number, off: number];
      /** Each line is a row of points. */
      readonly lines: readonly (readonly (readonly [x: number, y: number])[])[];
    }
  | {
      readonly kind: 'polygon';
      readonly points: readonly (readonly [x: number, y: number])[];
      readonly fill?: string;
      readonly stroke?: string;
      readonly width?: number;
    }
  | {
      readonly kind: 'circle';
      readonly x: number;
      readonly y: number;
      readonly radius: number;
      readonly fill?: string;
      readonly stroke?: string;
      readonly width?: number;
    };
/** Vector shapes in a box. All of them lie inside it. */
export interface PlacedDrawing extends PlacedBase {
  readonly kind: 'drawing';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}
export type PlacedItem =
  PlacedText | PlacedRect | PlacedFrame | PlacedLink | PlacedImage | PlacedDrawing | PlacedAppendedPage;

export interface Page {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** In logical order: the items of one element stand before those of the next. Backgrounds stand before what lies on them. */
  readonly items: readonly PlacedItem[];
  /** Where it is not numbered with the packet: what stands before its own number. @example 'A-' */
  readonly labelPrefix?: string;
}

/** An outline entry, and the destination of links to its heading. */
export interface OutlineEntry {
  readonly title: string;
  /** 1 is top level. */
  readonly level: number;
  readonly headingId: string;
  /** Page number from 1. */
  readonly page: number;
  /** Top of the heading, points from the page's top. */
  readonly y: number;
  readonly element: StructureElement;
}

/** What `layoutDocument` returns. */
export interface LaidOutDocument {
  readonly pages: readonly Page[];
  readonly structure: StructureElement;
  readonly outline: readonly OutlineEntry[];
  /** Destinations of links that the outline does not show. */
  readonly anchors?: readonly OutlineEntry[];
  readonly diagnostics: readonly Diagnostic[];
}
