import type { Orientation, PacketImage } from '../image/types.js';
import type { Page } from '../layout/types.js';

/** Names of images as resources, in the order of their first use. One image is one object, however often it is used. */
export type ImageNames = ReadonlyMap<PacketImage, string>;

/** The images of some pages. */
export function imageNames(pages: readonly Page[]): ImageNames {
  const names = new Map<PacketImage, string>();
  for (const { items } of pages) {
    for (const item of items) {
      if (item.kind === 'image' && !names.has(item.image)) names.set(item.image, `Im${names.size + 1}`);
    }
  }
  return names;
}

/** Where the right and the upper edge of the stored image lie when it is upright: signs along x and y. */
const TURNS: Readonly<Record<Orientation, readonly [a: number, b: number, c: number, d: number]>> = {
  1: [1, 0, 0, 1],
  2: [-1, 0, 0, 1],
  3: [-1, 0, 0, -1],
  4: [1, 0, 0, -1],
  5: [0, -1, -1, 0],
  6: [0, -1, 1, 0],
  7: [0, 1, 1, 0],
  8: [0, 1, -1, 0],
};

/**
 * The matrix that takes the unit square of an image (PDF 1.7, 8.9.5.1) to a box, turned upright. A negative factor
 * mirrors, so the image then begins at the box's far edge.
 *
 * @param box left, lower, right and upper edge
 */
export function imageMatrix(
  orientation: Orientation,
  [left, lower, right, upper]: readonly [number, number, number, number],
): number[] {
  const [a, b, c, d] = TURNS[orientation];
  const width = right - left;
  const height = upper - lower;
  const x = a + c < 0 ? right : left;
  const y = b + d < 0 ? upper : lower;
  return [a * width, b * height, c * width, d * height, x, y];
}
