import { damaged } from './image-fault.js';

/** One pass over a picture: every pixel, or those of one step of Adam7 (PNG, 8.2). */
export interface PngPass {
  readonly x: number;
  readonly y: number;
  readonly stepX: number;
  readonly stepY: number;
  readonly width: number;
  readonly height: number;
}

const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** The passes of a picture that are not empty. */
export function pngPasses(width: number, height: number, interlaced: boolean): PngPass[] {
  if (!interlaced) return [{ x: 0, y: 0, stepX: 1, stepY: 1, width, height }];
  return ADAM7.map(([x, y, stepX, stepY]) => ({
    x,
    y,
    stepX,
    stepY,
    width: Math.ceil((width - x) / stepX),
    height: Math.ceil((height - y) / stepY),
  })).filter((pass) => pass.width > 0 && pass.height > 0);
}

/** Bytes of a row without its filter byte. */
export function rowLength(width: number, bitsPerPixel: number): number {
  return Math.ceil((width * bitsPerPixel) / 8);
}

/** Checks the filter of every row. */
export function checkFilters(rows: Uint8Array, length: number): void {
  for (let at = 0; at < rows.length; at += length + 1) if (rows[at]! > 4) throw damaged('is broken in its picture');
}

/** Undoes the filters of the rows of one pass (PNG, 9.2), in place; filter bytes stay. */
export function unfilter(rows: Uint8Array, from: number, height: number, length: number, pixelBytes: number): void {
  for (let row = 0; row < height; row++) {
    const start = from + row * (length + 1) + 1;
    const above = row === 0 ? -1 : start - length - 1;
    const filter = rows[start - 1];
    for (let i = 0; i < length; i++) {
      const at = start + i;
      const left = i >= pixelBytes ? rows[at - pixelBytes]! : 0;
      const up = above < 0 ? 0 : rows[above + i]!;
      if (filter === 1) rows[at]! += left;
      else if (filter === 2) rows[at]! += up;
      else if (filter === 3) rows[at]! += (left + up) >> 1;
      else if (filter === 4)
        rows[at]! += paeth(left, up, above < 0 || i < pixelBytes ? 0 : rows[above + i - pixelBytes]!);
    }
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/** One sample of a row, unscaled. */
export function sampleAt(rows: Uint8Array, start: number, index: number, bits: number): number {
  if (bits === 8) return rows[start + index]!;
  if (bits === 16) return (rows[start + 2 * index]! << 8) | rows[start + 2 * index + 1]!;
  const bit = index * bits;
  return (rows[start + (bit >> 3)]! >> (8 - bits - (bit & 7))) & ((1 << bits) - 1);
}
