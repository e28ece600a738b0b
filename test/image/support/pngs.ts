import { deflateSync } from 'node:zlib';
import { chunkCrc } from '../../../src/image/png-chunks.js';

/** A pixel: red, green, blue and opacity, each 0 to 255. */
export type Pixel = readonly [number, number, number, number];

export interface PngOptions {
  readonly width: number;
  readonly height: number;
  /** 0 gray, 2 colour, 3 indexed, 4 gray with alpha, 6 colour with alpha. */
  readonly kind: 0 | 2 | 3 | 4 | 6;
  readonly bits: number;
  readonly interlaced?: boolean;
  /** Filter of every row. */
  readonly filter?: 0 | 1 | 2 | 3 | 4;
  /** Colours of an indexed image; a sample is an index. */
  readonly palette?: readonly Pixel[];
  /** Chunks before the picture. */
  readonly extra?: readonly (readonly [string, Uint8Array])[];
  /** Bytes behind the compressed rows. */
  readonly trailing?: Uint8Array;
}

export function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  crc.writeUInt32BE(chunkCrc(body));
  return Buffer.concat([length, body, crc]);
}

const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Writes a PNG. `samples` gives the samples of a pixel in the bits of the file. */
export function png(options: PngOptions, samples: (x: number, y: number) => readonly number[]): Uint8Array {
  const { width, height, kind, bits, interlaced = false, filter = 0, palette, extra = [] } = options;
  const count = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[kind];
  const step = Math.max(1, (bits * count) >> 3);
  const rows: Buffer[] = [];
  for (const [x0, y0, dx, dy] of interlaced ? PASSES : ([[0, 0, 1, 1]] as const)) {
    const across = Math.ceil((width - x0) / dx);
    if (across <= 0) continue;
    let above = Buffer.alloc(Math.ceil((across * bits * count) / 8));
    for (let y = y0; y < height; y += dy) {
      const row = Buffer.alloc(above.length);
      let bit = 0;
      for (let x = x0; x < width; x += dx) {
        for (const sample of samples(x, y)) {
          if (bits === 16) row.writeUInt16BE(sample, bit >> 3);
          else row[bit >> 3]! |= sample << (8 - bits - (bit & 7));
          bit += bits;
        }
      }
      const filtered = Buffer.from(row.map((value, i) => value - predicted(filter, row, above, i, step)));
      rows.push(Buffer.of(filter), filtered);
      above = row;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([bits, kind, 0, 0, interlaced ? 1 : 0], 8);
  const colors = palette ? [chunk('PLTE', Buffer.from(palette.flatMap((pixel) => pixel.slice(0, 3))))] : [];
  const clear = palette?.some(([, , , alpha]) => alpha < 255)
    ? [chunk('tRNS', Buffer.from(palette.map((pixel) => pixel[3])))]
    : [];
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', header),
      ...extra.filter(([type]) => type !== 'tRNS').map(([type, data]) => chunk(type, data)),
      ...colors,
      ...clear,
      ...extra.filter(([type]) => type === 'tRNS').map(([type, data]) => chunk(type, data)),
      chunk('IDAT', Buffer.concat([deflateSync(Buffer.concat(rows)), options.trailing ?? Buffer.alloc(0)])),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

function predicted(filter: number, row: Buffer, above: Buffer, i: number, step: number): number {
  const [left, up, corner] = [row[i - step] ?? 0, above[i]!, i < step ? 0 : above[i - step]!];
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return [0, left, up][filter]!;
  const guess = left + up - corner;
  const distances = [left, up, corner].map((value) => Math.abs(guess - value));
  return [left, up, corner][distances.indexOf(Math.min(...distances))]!;
}
