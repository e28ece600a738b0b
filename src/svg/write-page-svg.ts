import type { PacketImage } from '../image/types.js';
import type { Page, PlacedAppendedPage, PlacedImage, PlacedItem, PlacedText, Shape } from '../layout/types.js';
import { glyphOutlineAt } from './glyph-outlines.js';

/** What {@link writePageSvg} needs besides the page. */
export interface SvgOptions {
  /** Address of an image, such as a `data:` URI; an image without one is drawn as an empty frame. @default none */
  readonly imageAddress?: (image: PacketImage) => string | undefined;
}

/** Positions are told apart to a hundredth of a point. */
function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * A page as SVG: the same glyphs at the same places as in the PDF, drawn as outlines, for views on a screen. Text stands
 * beside its outlines for screen readers, in logical order.
 *
 * @example const svg = writePageSvg(pages[0]);
 */
export function writePageSvg(page: Page, options: SvgOptions = {}): string {
  const drawn = page.items.map((item) => drawItem(item, options)).join('');
  const text = page.items
    .filter((item): item is PlacedText => item.kind === 'text' && item.element !== null)
    .map((item) => item.runs.map(({ run }) => run.text).join(''))
    .join(' ');
  const size = `width="${round(page.width)}" height="${round(page.height)}"`;
  const box = `viewBox="0 0 ${round(page.width)} ${round(page.height)}"`;
  const label = `role="img" aria-label="${escape(`page ${page.number}: ${text}`)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${box} ${label}>${drawn}</svg>`;
}

function drawItem(item: PlacedItem, options: SvgOptions): string {
  switch (item.kind) {
    case 'text':
      return drawText(item);
    case 'rect':
      return `<rect ${boxOf(item)}${radiusOf(item.radius)} fill="${item.color}"/>`;
    case 'frame': {
      const stroke = `fill="none" stroke="${item.color}" stroke-width="${round(item.lineWidth)}"`;
      return `<rect ${boxOf(item)}${radiusOf(item.radius)} ${stroke}/>`;
    }
    case 'link':
      return item.target.startsWith('#')
        ? ''
        : `<a href="${escape(item.target)}" target="_blank" rel="noreferrer"><rect ${boxOf(item)} fill="transparent"><title>${escape(item.description)}</title></rect></a>`;
    case 'image':
      return drawImage(item, options);
    case 'drawing':
      return `<g transform="translate(${round(item.x)} ${round(item.y)})">${item.shapes.map(drawShape).join('')}</g>`;
    case 'appended':
      return drawAppended(item);
  }
}

/** One path for all glyphs of a run: a browser takes far longer over an element for each glyph. */
function drawText(item: PlacedText): string {
  let paths = '';
  for (const { x, size, run } of item.runs) {
    const scale = size / run.face.unitsPerEm;
    let at = 0;
    let path = '';
    run.glyphIds.forEach((glyph, index) => {
      path += glyphOutlineAt(run.face, glyph, at + (run.xOffsets[index] ?? 0), run.yOffsets[index] ?? 0);
      at += run.advances[index] ?? 0;
    });
    const unit = Math.round(scale * 1e6) / 1e6;
    const place = `translate(${round(item.x + x)} ${round(item.y)}) scale(${unit} ${-unit})`;
    if (path !== '') paths += `<path d="${path}" transform="${place}"/>`;
  }
  return paths === '' ? '' : `<g fill="${item.color}">${paths}</g>`;
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function boxOf({ x, y, width, height }: Placed): string {
  return `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;
}

function radiusOf(radius: number | undefined): string {
  return radius ? ` rx="${round(radius)}"` : '';
}

/** How an image is turned to stand upright (EXIF orientation), as the matrix of a unit square. */
const UPRIGHT: Readonly<Record<number, string>> = {
  1: '1 0 0 1 0 0',
  2: '-1 0 0 1 1 0',
  3: '-1 0 0 -1 1 1',
  4: '1 0 0 -1 0 1',
  5: '0 1 1 0 0 0',
  6: '0 1 -1 0 1 0',
  7: '0 -1 -1 0 1 1',
  8: '0 -1 1 0 0 1',
};

function drawImage(item: PlacedImage, { imageAddress }: SvgOptions): string {
  const address = imageAddress?.(item.image);
  if (address === undefined) return `<rect ${boxOf(item)} fill="none" stroke="#888888"/>`;
  const { x, y, width, height } = item;
  const place = `matrix(${round(width)} 0 0 ${round(height)} ${round(x)} ${round(y)})`;
  const turn = `matrix(${UPRIGHT[item.image.orientation] ?? UPRIGHT[1] ?? ''})`;
  const picture = `<image href="${escape(address)}" width="1" height="1" preserveAspectRatio="none" image-orientation="none" style="image-orientation:none"/>`;
  return `<g transform="${place}"><g transform="${turn}">${picture}</g></g>`;
}

/** A page of another PDF is only named: it stands in the packet itself. */
function drawAppended(item: PlacedAppendedPage): string {
  const middle = `x="${round(item.x + item.width / 2)}" y="${round(item.y + item.height / 2)}"`;
  const label = `<text ${middle} text-anchor="middle" font-size="12" fill="#666666">appended page ${item.page + 1}</text>`;
  return `<rect ${boxOf(item)} fill="#f6f6f6" stroke="#cccccc"/>${label}`;
}

function points(row: readonly (readonly [number, number])[]): string {
  return row.map(([x, y]) => `${round(x)},${round(y)}`).join(' ');
}

function paint(fill: string | undefined, stroke: string | undefined, width: number | undefined): string {
  const line = stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="${round(width ?? 1)}"`;
  return `fill="${fill ?? 'none'}"${line}`;
}

function drawShape(shape: Shape): string {
  switch (shape.kind) {
    case 'rects': {
      const path = shape.rects.map(([x, y, w, h]) => `M${round(x)} ${round(y)}h${round(w)}v${round(h)}h${round(-w)}z`);
      return `<path d="${path.join('')}" fill="${shape.color}"/>`;
    }
    case 'lines': {
      const dash = shape.dash ? ` stroke-dasharray="${shape.dash.map(round).join(' ')}"` : '';
      const stroke = `fill="none" stroke="${shape.color}" stroke-width="${round(shape.width)}"${dash}`;
      return shape.lines.map((line) => `<polyline points="${points(line)}" ${stroke}/>`).join('');
    }
    case 'polygon':
      return `<polygon points="${points(shape.points)}" ${paint(shape.fill, shape.stroke, shape.width)}/>`;
    case 'circle': {
      const place = `cx="${round(shape.x)}" cy="${round(shape.y)}" r="${round(shape.radius)}"`;
      return `<circle ${place} ${paint(shape.fill, shape.stroke, shape.width)}/>`;
    }
  }
}
