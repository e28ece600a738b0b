import type {
  Page,
  PlacedAppendedPage,
  PlacedDrawing,
  PlacedFrame,
  PlacedImage,
  PlacedItem,
  PlacedRect,
  PlacedText,
} from '../layout/types.js';
import { appendedName, type CopiedPages } from './appendix/copied-page.js';
import { ByteSink } from './byte-sink.js';
import type { FontUsages } from './font-usage.js';
import { imageMatrix, type ImageNames } from './image-usage.js';
import type { LineText, PageTexts } from './line-text.js';
import { MarkedContent } from './marked-content.js';
import { drawObject, setColor } from './graphics-operators.js';
import { rectanglePath } from './path-content.js';
import { shapeContent } from './shape-content.js';
import type { StructureContent } from './structure-content.js';
import { drawText, type FontState, textStretches } from './text-content.js';

type Box = readonly [number, number, number, number];

/** Writes the content stream of one page and notes in `structure` what belongs to which element. */
class PageContent {
  readonly #sink = new ByteSink(1 << 13);
  readonly #height: number;
  readonly #fonts: FontUsages;
  readonly #structure: StructureContent;
  readonly #marks: MarkedContent;
  readonly #font: FontState = { face: null, size: 0 };
  #fill = '#000000';
  #stroke = '#000000';
  #lineWidth = 1;

  constructor(page: Page, index: number, fonts: FontUsages, structure: StructureContent) {
    this.#height = page.height;
    this.#fonts = fonts;
    this.#structure = structure;
    this.#marks = new MarkedContent(this.#sink, structure, index);
  }

  /** @param endsLine whether no more text of the line follows */
  text(item: PlacedText, line: LineText, endsLine: boolean): void {
    const element = item.element === null ? null : this.#structure.node(item.element);
    for (const { text, properties } of textStretches(item, line, this.#fonts, element?.language, endsLine)) {
      if (element === null) this.#marks.enterArtifact(item.artifact ?? 'layout');
      else this.#marks.enterElement(element, properties);
      this.#fillWith(item.color);
      drawText(this.#sink, text, item.x, this.#height - item.y, this.#fonts, this.#font);
    }
  }

  rect(item: PlacedRect): void {
    const box = this.#box(item);
    this.#marks.enterItem(item, box);
    this.#fillWith(item.color);
    rectanglePath(this.#sink, box[0], box[1], item.width, item.height, item.radius);
    this.#sink.operator([], 'f');
  }

  /** The line lies inside the frame's box, so that the box is as large as it looks. */
  frame(item: PlacedFrame): void {
    const box = this.#box(item);
    const inset = item.lineWidth / 2;
    this.#marks.enterItem(item, box);
    this.#strokeWith(item.color, item.lineWidth);
    const radius = Math.max(0, (item.radius ?? 0) - inset);
    rectanglePath(
      this.#sink,
      box[0] + inset,
      box[1] + inset,
      item.width - item.lineWidth,
      item.height - item.lineWidth,
      radius,
    );
    this.#sink.operator([], 'S');
  }

  /** The form of an appended page, which stands in the coordinates of its own page. */
  appended(item: PlacedAppendedPage, copied: CopiedPages): void {
    const page = copied[item.document]?.[item.page];
    if (!page) throw new Error('an appended page was not copied');
    const box = this.#box(item);
    const scale = item.width / page.width;
    const [a, b, c, d, e, f] = page.matrix;
    const matrix = [a * scale, b * scale, c * scale, d * scale, e * scale + box[0], f * scale + box[1]];
    // A form with tags of its own stands in no other.
    if (item.isTagged) this.#marks.leave();
    else this.#marks.enterItem(item);
    // A form begins with the state that it is drawn in, a page with the initial one.
    drawObject(this.#sink.latin1('q 0 g 0 G 1 w '), matrix, appendedName(item));
  }

  image(item: PlacedImage, names: ImageNames): void {
    const box = this.#box(item);
    this.#marks.enterItem(item, box);
    drawObject(this.#sink.latin1('q '), imageMatrix(item.image.orientation, box), names.get(item.image)!);
  }

  drawing(item: PlacedDrawing): void {
    this.#marks.enterItem(item, this.#box(item));
    const state = {
      fill: (color: string) => this.#fillWith(color),
      stroke: (color: string, width: number) => this.#strokeWith(color, width),
    };
    shapeContent(this.#sink, item.shapes, item.x, this.#height - item.y, state);
  }

  finish(): Uint8Array {
    this.#marks.leave();
    return this.#sink.toBytes();
  }

  #fillWith(color: string): void {
    if (color !== this.#fill) setColor(this.#sink, color, 'rg');
    this.#fill = color;
  }

  #strokeWith(color: string, width: number): void {
    if (color !== this.#stroke) setColor(this.#sink, color, 'RG');
    if (width !== this.#lineWidth) this.#sink.operator([width], 'w');
    this.#stroke = color;
    this.#lineWidth = width;
  }

  #box(item: Exclude<PlacedItem, PlacedText>): Box {
    const bottom = this.#height - item.y - item.height;
    return [item.x, bottom, item.x + item.width, bottom + item.height];
  }
}

function isSameLine(item: PlacedText, next: PlacedItem | undefined): boolean {
  return next?.kind === 'text' && next.y === item.y && next.element !== null;
}

/**
 * The content stream of a page, uncompressed. Links draw nothing: their text is drawn by other items.
 *
 * @param index page index from 0
 * @param texts the text of each item that is one
 * @param copied the pages of appended documents
 */
export function writePageContent(
  page: Page,
  index: number,
  texts: PageTexts,
  fonts: FontUsages,
  images: ImageNames,
  structure: StructureContent,
  copied: CopiedPages,
): Uint8Array {
  const content = new PageContent(page, index, fonts, structure);
  for (const [place, item] of page.items.entries()) {
    if (item.kind === 'text') content.text(item, texts[place]!, !isSameLine(item, page.items[place + 1]));
    else if (item.kind === 'rect') content.rect(item);
    else if (item.kind === 'frame') content.frame(item);
    else if (item.kind === 'appended') content.appended(item, copied);
    else if (item.kind === 'image') content.image(item, images);
    else if (item.kind === 'drawing') content.drawing(item);
  }
  return content.finish();
}
