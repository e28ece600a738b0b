import { deflateSync, inflateSync } from 'node:zlib';
import type { Raster } from '../pdf/support/pdf-tools.js';

/** PNG files of gray pixels, no more than the reference pictures need (ISO 15948). */

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Gray levels that the pictures keep: enough for smooth edges, and a third of the size. */
const LEVELS = 16;

/** A picture of 16 gray levels, 4 bits a pixel. */
export function writeGrayPng({ width, height, pixels }: Raster): Buffer {
  const row = Math.ceil(width / 2) + 1;
  const data = Buffer.alloc(row * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const level = Math.round((pixels[y * width + x]! * (LEVELS - 1)) / 255);
      data[y * row + 1 + (x >> 1)]! |= x % 2 === 0 ? level << 4 : level;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([4, 0, 0, 0, 0], 8);
  const chunks = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(data, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([SIGNATURE, ...chunks]);
}

/** Reads what {@link writeGrayPng} writes. */
export function readGrayPng(file: Buffer): Raster {
  if (!file.subarray(0, 8).equals(SIGNATURE)) throw new Error('not a PNG');
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  if (file[24] !== 4 || file[25] !== 0) throw new Error('not a PNG of 16 gray levels');
  const parts: Buffer[] = [];
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(file.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const data = inflateSync(Buffer.concat(parts));
  const row = Math.ceil(width / 2) + 1;
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    if (data[y * row] !== 0) throw new Error('not an unfiltered PNG');
    for (let x = 0; x < width; x++) {
      const byte = data[y * row + 1 + (x >> 1)]!;
      pixels[y * width + x] = (x % 2 === 0 ? byte >> 4 : byte & 15) * 17;
    }
  }
  return { width, height, pixels };
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function crc32(data: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
