import type { Line } from '../text/types.js';
import type { PacketImage } from '../image/types.js';
import type { ArtifactKind, RunData, Shape, StructureElement } from './types.js';

/** What a heading adds to the outline, carried by its first line. */
export interface HeadingMark {
  readonly id: string;
  readonly title: string;
  readonly level: number;
  readonly element: StructureElement;
  /** Listed in the outline even when no link leads there. */
  readonly listed: boolean;
}
/** A set line; `y` is its baseline. Positions of parts count from the text area's left edge and the box's top. */
export interface LinePart {
  readonly kind: 'line';
  readonly x: number;
  readonly y: number;
  readonly line: Line<RunData>;
  readonly heading?: HeadingMark;
  /** In a box of a {@link Box.strip}: parts with a lower order come first in logical order. */
  readonly order?: number;
  /** Drawn again: it has been read before. */
  readonly repeated?: boolean;
}
export interface RectPart {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
  readonly radius?: number;
  /** Reaches to both edges of the paper, and from the top of the text area to its top edge. */
  readonly bleed?: boolean;
  /** Drawn as an outline of this thickness instead of filled, points. */
  readonly lineWidth?: number;
  readonly artifact: ArtifactKind;
}
/** An outlined square, such as a checklist box. */
export interface FramePart {
  readonly kind: 'frame';
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly color: string;
  readonly lineWidth: number;
  readonly radius: number;
  /** What it belongs to; without one it is an artifact. */
  readonly element?: StructureElement;
  /** Drawn again: it has been read before. */
  readonly repeated?: boolean;
}
interface FigurePartBase {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly element: StructureElement;
}
/** An image of a Figure. */
export interface ImagePart extends FigurePartBase {
  readonly kind: 'image';
  readonly image: PacketImage;
}
/** Vector shapes of a Figure. */
export interface DrawingPart extends FigurePartBase {
  readonly kind: 'drawing';
  readonly shapes: readonly Shape[];
}
/** An area over a figure that leads somewhere. */
export interface LinkPart extends FigurePartBase {
  readonly kind: 'link';
  readonly target: string;
  readonly description: string;
}
export type Part = LinePart | RectPart | FramePart | ImagePart | DrawingPart | LinkPart;

/** Content that no page break divides. */
export interface Box {
  readonly kind: 'box';
  readonly height: number;
  /** From the box's top to the top of its capitals; page tops align there. */
  readonly textTop: number;
  /** How many lines of text it counts as when a heading looks for company; 0 for headings and rules. */
  readonly lines: number;
  readonly parts: readonly Part[];
  /** Its top stands on a line of the baseline grid, where there is one: the gap above it grows as needed. */
  readonly snap?: boolean;
  /** Boxes that share a strip are slices of one row: their parts go together, column by column. */
  readonly strip?: object;
}
/** Space that vanishes at a page break, and what breaking the page there costs. */
export interface Gap {
  readonly kind: 'gap';
  /** Points; shrinks a little where a page is too full. */
  size: number;
  cost: number;
  /** A section ends here: white below it looks meant. */
  ends?: boolean;
  /** Space besides, points, that does not shrink. @default 0 */
  readonly rigid?: number;
  /** How far text in the side column reaches below what stands above, points: room for it on a page that ends here. */
  readonly reach?: number;
}
/** Something around content that is drawn once on each page it reaches: a tint, a bar, a table's head. */
export interface Enclosure {
  /** Padding above and below each fragment. */
  readonly before: number;
  readonly after: number;
  readonly background?: readonly Pick<RectPart, 'x' | 'width' | 'color' | 'radius' | 'bleed' | 'lineWidth'>[];
  /** Drawn again, as an artifact, where the content goes on on another page. */
  repeatedHead?: Box;
}
export interface Opening {
  readonly kind: 'open';
  readonly enclosure: Enclosure;
}
export interface Closing {
  readonly kind: 'close';
  readonly enclosure: Enclosure;
}
export type VerticalItem = Box | Gap | Opening | Closing;

/** Height of an item that stands on a page. */
export function heightOf(item: VerticalItem): number {
  switch (item.kind) {
    case 'box':
      return item.height;
    case 'gap':
      return item.size + (item.rigid ?? 0);
    case 'open':
      return item.enclosure.before;
    case 'close':
      return item.enclosure.after;
  }
}
