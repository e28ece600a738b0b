import { diagnostic } from '../diagnostics/index.js';
import { FontError } from '../errors.js';
import { ByteSink } from './byte-sink.js';

/** A table of an sfnt file as a view on its bytes. */
export type SfntTables = ReadonlyMap<string, DataView>;

/** Builds the error for a face that cannot be embedded. */
export function unusableFont(face: string, problem: string): FontError {
  return new FontError('the font cannot be embedded', [
    diagnostic('error', 'font/unusable', `${face}: ${problem}`, {
      found: face,
      hints: ['use a static TrueType font (.ttf) with glyf outlines'],
      reference: 'OpenType 1.9, otff',
    }),
  ]);
}

/**
 * The tables of a TrueType file.
 *
 * @throws FontError when the bytes are no TrueType file or a table lies outside of them
 */
export function readSfnt(bytes: Uint8Array, face: string): SfntTables {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.byteLength < 12) throw unusableFont(face, 'the file is too short to be a font');
  const version = data.getUint32(0);
  if (version !== 0x00010000 && version !== 0x74727565) {
    throw unusableFont(face, version === 0x4f54544f ? 'it has CFF outlines' : 'it is not a TrueType file');
  }
  const tables = new Map<string, DataView>();
  const count = data.getUint16(4);
  if (12 + 16 * count > data.byteLength) throw unusableFont(face, 'its table directory is cut off');
  for (let i = 0; i < count; i++) {
    const record = 12 + 16 * i;
    const tag = String.fromCharCode(...bytes.subarray(record, record + 4));
    const offset = data.getUint32(record + 8);
    const length = data.getUint32(record + 12);
    if (offset + length > data.byteLength) throw unusableFont(face, `its table "${tag}" is cut off`);
    tables.set(tag, new DataView(bytes.buffer, bytes.byteOffset + offset, length));
  }
  return tables;
}

/** Sum of the big-endian 32-bit words, zero-padded (OpenType, "Calculating checksums"). */
export function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 4) {
    const word = (bytes[i]! << 24) | ((bytes[i + 1] ?? 0) << 16) | ((bytes[i + 2] ?? 0) << 8) | (bytes[i + 3] ?? 0);
    sum = (sum + word) >>> 0;
  }
  return sum;
}

/** Writes an sfnt file with correct checksums, `checkSumAdjustment` of `head` included. */
export function writeSfnt(tables: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const log2 = Math.floor(Math.log2(entries.length));
  const size = entries.reduce((sum, [, table]) => sum + ((table.length + 3) & ~3), 12 + 16 * entries.length);
  const file = new ByteSink(size);
  file
    .uint(0x00010000, 4)
    .uint(entries.length, 2)
    .uint(16 << log2, 2)
    .uint(log2, 2);
  file.uint(16 * entries.length - (16 << log2), 2);
  let offset = 12 + 16 * entries.length;
  let headAt = -1;
  for (const [tag, table] of entries) {
    if (tag === 'head') headAt = offset;
    file.latin1(tag).uint(checksum(table), 4).uint(offset, 4).uint(table.length, 4);
    offset += (table.length + 3) & ~3;
  }
  for (const [, table] of entries) {
    file.bytes(table);
    while (file.length % 4 !== 0) file.byte(0);
  }
  const bytes = file.toBytes();
  if (headAt >= 0) {
    new DataView(bytes.buffer).setUint32(headAt + 8, (0xb1b0afba - checksum(bytes)) >>> 0);
  }
  return bytes;
}
