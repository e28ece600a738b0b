import { crc32, deflateSync } from 'node:zlib';
import type { PngRowsImage, SampleImage } from '../../image/types.js';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A chunk of a PNG file: length, type, data, checksum (PNG, third edition, 5.3). */
function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

/** Rows with the filter byte that PNG wants before each, colours and opacity side by side. */
function interleave({ width, height, channels, data, alpha }: SampleImage): Buffer {
  const samples = channels + (alpha ? 1 : 0);
  const rows = Buffer.alloc(height * (width * samples + 1));
  let at = 0;
  for (let y = 0; y < height; y++) {
    at += 1;
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      for (let channel = 0; channel < channels; channel++) rows[at++] = data[pixel * channels + channel] ?? 0;
      if (alpha) rows[at++] = alpha[pixel] ?? 255;
    }
  }
  return rows;
}

/** An image of a packet as a PNG file, for a browser. */
export function pngFile(image: PngRowsImage | SampleImage): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(image.width, 0);
  header.writeUInt32BE(image.height, 4);
  const isIndexed = image.kind === 'rows' && image.palette !== undefined;
  const hasAlpha = image.kind === 'samples' && image.alpha !== undefined;
  header[8] = image.kind === 'rows' ? image.bits : 8;
  header[9] = isIndexed ? 3 : (image.channels === 3 ? 2 : 0) + (hasAlpha ? 4 : 0);
  const rows = image.kind === 'rows' ? Buffer.from(image.data) : deflateSync(interleave(image));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    ...(image.kind === 'rows' && image.palette ? [chunk('PLTE', image.palette)] : []),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
