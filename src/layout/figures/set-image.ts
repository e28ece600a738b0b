import { uprightSize } from '../../image/types.js';
import type { FigureContent } from '../../document/types.js';
import type { FigureFrame, SetFigure } from './figure-parts.js';

/** Resolution at which an image without a wanted size is set, dots per inch. */
const OWN_RESOLUTION = 150;

/** An image in its own proportions, inside the lengths that are given; undefined when it was not passed in. */
export function setImage(
  content: Extract<FigureContent, { kind: 'image' }>,
  { element, width: most, height: tallest, job }: FigureFrame,
): SetFigure | undefined {
  const image = job.images.get(content.name);
  if (!image) return undefined;
  const pixels = uprightSize(image);
  const { width = Infinity, height = Infinity } = content;
  const free = width === Infinity && height === Infinity;
  const own = free ? 72 / OWN_RESOLUTION : Infinity;
  const wanted = Math.min(own, width / pixels.width, height / pixels.height);
  const scale = Math.min(wanted, most / pixels.width, tallest / pixels.height);
  const size = { width: pixels.width * scale, height: pixels.height * scale };
  return { ...size, parts: [{ kind: 'image', x: 0, y: 0, ...size, element, image }] };
}
