import { uprightSize, type PacketImage } from '../../image/types.js';
import type { FigureContent } from '../../document/types.js';
import type { LayoutJob } from '../layout-job.js';
import type { FigureFrame, SetFigure } from './figure-parts.js';

/** Resolution at which an image without a wanted size is set, dots per inch. */
const OWN_RESOLUTION = 150;

/** Beyond this resolution nobody sees a difference in print, dots per inch. */
const FINE_RESOLUTION = 600;
/** Only images of more pixels than this make a packet noticeably larger. */
const MANY_PIXELS = 1_000_000;

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
  warnWhenLarge(content.name, image, scale, job);
  const size = { width: pixels.width * scale, height: pixels.height * scale };
  return { ...size, parts: [{ kind: 'image', x: 0, y: 0, ...size, element, image }] };
}

/** Tells of an image with far more pixels than its place can show: they only make every packet larger. */
function warnWhenLarge(name: string, image: PacketImage, scale: number, job: LayoutJob): void {
  const resolution = 72 / scale;
  if (resolution <= FINE_RESOLUTION || image.width * image.height <= MANY_PIXELS) return;
  const { width, height } = uprightSize(image);
  const enough = FINE_RESOLUTION / 2 / resolution;
  job.reportLargeImage(name, [width, height], [Math.ceil(width * enough), Math.ceil(height * enough)]);
}
