import type { Raster } from '../pdf/support/pdf-tools.js';

/** How a line of a picture differs from the same line of its reference. */
export interface LineDifference {
  /** Rows of the line in the reference. */
  readonly top: number;
  readonly bottom: number;
  /** Ink of the line over that of the reference; 1 when equal. */
  readonly ink: number;
  /** The largest difference of the softened pictures, 0 to 1. */
  readonly blur: number;
}

/** Versions of poppler and FreeType differ by less than this; a lost dot under a letter differs by more. */
const INK_TOLERANCE = 0.04;
const BLUR_TOLERANCE = 0.12;
/** Below this the lines stand in the same place. */
const ALIKE = 0.03;
/** Radius of the softening, pixels: wider than an edge, narrower than a letter. */
const RADIUS = 2;

/** True when a line does not look as its reference. */
export function isDifferent({ ink, blur }: LineDifference): boolean {
  return Math.abs(ink - 1) > INK_TOLERANCE || blur > BLUR_TOLERANCE;
}

/** Lines of `picture` that do not look as those of the reference, with how much they differ. */
export function differingLines(picture: Raster, reference: Raster): LineDifference[] {
  return compareLines(picture, reference).filter(isDifferent);
}

/** Every line of the two pictures, where either has ink. Another version may draw a line a pixel from where it was. */
export function compareLines(picture: Raster, reference: Raster): LineDifference[] {
  if (picture.width !== reference.width || picture.height !== reference.height) {
    throw new Error(`the picture has ${picture.width} × ${picture.height} pixels, not those of its reference`);
  }
  const [soft, softReference] = [soften(picture), soften(reference)];
  return lineRows(picture, reference).map(([top, bottom]) => {
    const rows = [top, bottom] as const;
    let blur = largestDifference(soft, softReference, reference, rows, 0, 0);
    for (const dy of [-1, 0, 1]) {
      for (const dx of [-1, 0, 1]) {
        if (blur < ALIKE) break;
        blur = Math.min(blur, largestDifference(soft, softReference, reference, rows, dx, dy));
      }
    }
    const ink = inkOf(picture, top, bottom) / inkOf(reference, top, bottom);
    return { top, bottom, ink: Number.isNaN(ink) ? 1 : ink, blur };
  });
}

/** The largest difference between rows of two pictures, one of them moved by `dx` and `dy`. */
function largestDifference(
  moved: Float32Array,
  fixed: Float32Array,
  { width, height }: Raster,
  [top, bottom]: readonly [number, number],
  dx: number,
  dy: number,
): number {
  let largest = 0;
  for (let y = Math.max(1, top); y < Math.min(height - 1, bottom); y++) {
    for (let x = 1; x < width - 1; x++) {
      largest = Math.max(largest, Math.abs(moved[(y + dy) * width + x + dx]! - fixed[y * width + x]!));
    }
  }
  return largest;
}

function inkOf({ pixels, width }: Raster, top: number, bottom: number): number {
  let sum = 0;
  for (let i = top * width; i < bottom * width; i++) sum += 255 - pixels[i]!;
  return sum;
}

/** Stretches of rows with ink in one of the pictures. */
function lineRows(a: Raster, b: Raster): [number, number][] {
  const rows: [number, number][] = [];
  let start = -1;
  for (let y = 0; y <= a.height; y++) {
    const hasInk = y < a.height && inkOf(a, y, y + 1) + inkOf(b, y, y + 1) > 255;
    if (hasInk && start < 0) start = y;
    if (!hasInk && start >= 0) {
      rows.push([start, y]);
      start = -1;
    }
  }
  return rows;
}

/** Mean ink of the square around each pixel, 0 to 1. */
function soften({ pixels, width, height }: Raster): Float32Array {
  const across = new Float32Array(width * height);
  const soft = new Float32Array(width * height);
  const side = 2 * RADIUS + 1;
  for (let y = 0; y < height; y++) {
    for (let x = RADIUS; x < width - RADIUS; x++) {
      let sum = 0;
      for (let dx = -RADIUS; dx <= RADIUS; dx++) sum += 255 - pixels[y * width + x + dx]!;
      across[y * width + x] = sum / (255 * side);
    }
  }
  for (let y = RADIUS; y < height - RADIUS; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let dy = -RADIUS; dy <= RADIUS; dy++) sum += across[(y + dy) * width + x]!;
      soft[y * width + x] = sum / side;
    }
  }
  return soft;
}
