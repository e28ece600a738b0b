import { damaged } from './image-fault.js';

/** A chunk of a PNG file. */
export interface PngChunk {
  readonly type: string;
  readonly data: Uint8Array;
}

const TABLE = new Uint32Array(256).map((_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC of a chunk's type and data (PNG, annex D). */
export function chunkCrc(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** Chunks that change what is seen; of any other, even a broken one does no harm. */
const USED: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'iCCP', 'sRGB']);

/** The chunks of a PNG file that change what is seen, up to its end; each is checked. */
export function pngChunks(file: Uint8Array): PngChunk[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const chunks: PngChunk[] = [];
  for (let at = 8; ;) {
    if (at + 12 > file.length) throw damaged('is cut short: its end is missing');
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > file.length) throw damaged('is cut short: a part of it is missing');
    const type = String.fromCharCode(...file.subarray(at + 4, at + 8));
    if (!/^[A-Za-z]{4}$/.test(type)) throw damaged('is broken: a part of it has no name');
    if (USED.has(type)) {
      const isWhole = chunkCrc(file.subarray(at + 4, end - 4)) === view.getUint32(end - 4);
      if (!isWhole) throw damaged('is broken: a part of it has changed since it was saved');
      chunks.push({ type, data: file.subarray(at + 8, end - 4) });
    } else if (type.charAt(0) < 'a') {
      throw damaged(`is broken: it holds an unknown part "${type}"`);
    }
    if (type === 'IEND') return chunks;
    at = end;
  }
}
