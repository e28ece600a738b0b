import { checkPixels, damaged } from './image-fault.js';
import { inflateBounded } from './inflate-bounded.js';
import { pngChunks, type PngChunk } from './png-chunks.js';
import { pngColors } from './png-colors.js';
import { checkFilters, pngPasses, rowLength, sampleAt, unfilter } from './png-rows.js';
import type { PacketImage, PngRowsImage, SampleImage } from './types.js';

/** The kinds of pixel: how many samples, and with how many bits each (PNG, 11.2.1). */
const KINDS: Readonly<Record<number, { readonly samples: number; readonly bits: readonly number[] }>> = {
  0: { samples: 1, bits: [1, 2, 4, 8, 16] },
  2: { samples: 3, bits: [8, 16] },
  3: { samples: 1, bits: [1, 2, 4, 8] },
  4: { samples: 2, bits: [8, 16] },
  6: { samples: 4, bits: [8, 16] },
};

interface Header {
  readonly width: number;
  readonly height: number;
  readonly bits: PngRowsImage['bits'];
  readonly kind: number;
  readonly samples: number;
  readonly interlaced: boolean;
}

/**
 * Reads a PNG of any kind: gray, colour or indexed, 1 to 16 bits, interlaced or not, with or without transparency. Only
 * pixels and colours are kept; texts, times and what may hide behind the picture's data stay behind.
 *
 * @throws ImageFault
 */
export function readPng(file: Uint8Array): PacketImage {
  const chunks = pngChunks(file);
  const header = readHeader(chunks[0]);
  const { width, height, bits, kind, samples, interlaced } = header;
  checkPixels(width, height);
  const passes = pngPasses(width, height, interlaced);
  const lengths = passes.map((pass) => rowLength(pass.width, bits * samples));
  const size = passes.reduce((sum, pass, index) => sum + pass.height * (lengths[index]! + 1), 0);
  const parts = chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data);
  const rows = inflateBounded(parts, size);
  if (!rows) throw damaged('is cut short or broken: a part of its picture is missing');
  const palette = kind === 3 ? readPalette(chunks) : undefined;
  const transparency = chunks.find(({ type }) => type === 'tRNS')?.data;
  const channels = kind === 0 || kind === 4 ? 1 : 3;
  const base = { width, height, orientation: 1, channels, ...pngColors(chunks, channels) } as const;
  if (!interlaced && kind < 4 && !transparency) {
    checkFilters(rows, lengths[0]!);
    return { kind: 'rows', ...base, bits, data: rows, ...(palette ? { palette } : {}) };
  }
  let from = 0;
  passes.forEach((pass, index) => {
    const part = rows.subarray(from, from + pass.height * (lengths[index]! + 1));
    checkFilters(part, lengths[index]!);
    unfilter(rows, from, pass.height, lengths[index]!, Math.max(1, (bits * samples) >> 3));
    from += part.length;
  });
  return { kind: 'samples', ...base, ...expand(rows, header, palette, transparency) };
}

function readHeader(first: PngChunk | undefined): Header {
  if (first?.type !== 'IHDR' || first.data.length !== 13) throw damaged('is broken: its size cannot be read');
  const { data } = first;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [bits = 0, kind = 0, compression, filter, interlace] = data.subarray(8);
  const known = KINDS[kind];
  if (width === 0 || height === 0) throw damaged('is broken: it has no size');
  if (!known?.bits.includes(bits) || compression !== 0 || filter !== 0 || interlace! > 1) {
    throw damaged('is broken: its kind of pixels does not exist');
  }
  const { samples } = known;
  return { width, height, bits: bits as Header['bits'], kind, samples, interlaced: interlace === 1 };
}

function readPalette(chunks: readonly PngChunk[]): Uint8Array {
  const palette = chunks.find(({ type }) => type === 'PLTE')?.data;
  if (!palette || palette.length === 0 || palette.length % 3 !== 0 || palette.length > 768) {
    throw damaged('is broken: it lacks the table of its colours');
  }
  return palette.slice();
}

/** Every pixel as samples of eight bits, with its opacity where any pixel is not opaque. */
function expand(
  rows: Uint8Array,
  header: Header,
  palette: Uint8Array | undefined,
  transparency: Uint8Array | undefined,
): Pick<SampleImage, 'data' | 'alpha'> {
  const { width, height, bits, kind, samples, interlaced } = header;
  const channels = kind === 0 || kind === 4 ? 1 : 3;
  const data = new Uint8Array(width * height * channels);
  const alpha = new Uint8Array(width * height).fill(255);
  const scale = bits === 16 ? 1 / 257 : 255 / ((1 << bits) - 1);
  const clear = transparency && kind !== 3 ? clearColor(transparency, channels) : undefined;
  let isOpaque = true;
  let from = 0;
  for (const pass of pngPasses(width, height, interlaced)) {
    const length = rowLength(pass.width, bits * samples);
    for (let row = 0; row < pass.height; row++, from += length + 1) {
      for (let column = 0; column < pass.width; column++) {
        const pixel = (pass.y + row * pass.stepY) * width + pass.x + column * pass.stepX;
        const read = (sample: number): number => sampleAt(rows, from + 1, column * samples + sample, bits);
        let opacity: number;
        if (palette) {
          const index = Math.min(read(0), palette.length / 3 - 1);
          data.set(palette.subarray(3 * index, 3 * index + 3), 3 * pixel);
          opacity = transparency?.[index] ?? 255;
        } else {
          let isClear = clear !== undefined;
          for (let channel = 0; channel < channels; channel++) {
            const value = read(channel);
            data[channels * pixel + channel] = Math.round(value * scale);
            isClear &&= clear?.[channel] === value;
          }
          opacity = isClear ? 0 : samples > channels ? Math.round(read(channels) * scale) : 255;
        }
        alpha[pixel] = opacity;
        isOpaque &&= opacity === 255;
      }
    }
  }
  return isOpaque ? { data } : { data, alpha };
}

/** The one gray or colour that is clear; it is given with 16 bits, of which a sample uses the lower ones. */
function clearColor(transparency: Uint8Array, channels: number): number[] | undefined {
  if (transparency.length < 2 * channels) return undefined;
  return Array.from({ length: channels }, (_, i) => (transparency[2 * i]! << 8) | transparency[2 * i + 1]!);
}
