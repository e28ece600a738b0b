import { unzlibSync } from 'fflate';
import type { FontContent, FontProblem, SfntTables } from './sfnt.js';

/** The largest font file that is read, in bytes: the largest pan-CJK collections have about 130 MB, single faces 25. */
export const MAX_FONT_BYTES = 64_000_000;
/** More tables than any real font has; a larger count is damage. */
const MAX_TABLES = 200;

const STATIC_TTF = 'use a TrueType (.ttf) or OpenType (.otf) file of the face';
const ANOTHER_COPY = 'get the file again from its source; this copy is cut or damaged';

/** Four bytes as text. */
export function tagAt(view: DataView, offset: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(offset + i)));
}

/**
 * Opens a font file: plain sfnt (.ttf, .otf), a collection (.ttc, .otc) or WOFF. Every table lies inside the file.
 *
 * @param faceIndex - which face of a collection, from 0
 */
export function openFontFile(bytes: Uint8Array, faceIndex: number): FontContent | FontProblem {
  if (bytes.length < 12) return { problem: 'the file is empty or cut off', hint: ANOTHER_COPY };
  if (bytes.length > MAX_FONT_BYTES) {
    const hint = `use a face of less than ${MAX_FONT_BYTES / 1_000_000} MB, such as a subset for one region`;
    return { problem: `the file has ${Math.ceil(bytes.length / 1_000_000)} MB`, hint };
  }
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (tagAt(file, 0)) {
    case 'wOFF':
      return faceIndex === 0 ? openWoff(file) : noFace(faceIndex, 1);
    case 'wOF2':
      return { problem: 'it is a WOFF2 file', hint: `${STATIC_TTF}, not the web font` };
    case 'ttcf':
      return openCollection(file, faceIndex);
    default:
      return faceIndex === 0 ? openSfnt(file, 0, 1) : noFace(faceIndex, 1);
  }
}

function noFace(index: number, count: number): FontProblem {
  const faces = count === 1 ? 'one face' : `${count} faces`;
  return {
    problem: `it has ${faces}, so none of number ${index}`,
    hint: `\`face\` counts from 0: give one of 0 to ${count - 1}`,
  };
}

function openCollection(file: DataView, index: number): FontContent | FontProblem {
  const count = file.getUint32(8);
  if (count === 0 || 12 + 4 * count > file.byteLength) {
    return { problem: 'the list of faces of the collection is cut off', hint: ANOTHER_COPY };
  }
  if (!Number.isInteger(index) || index < 0 || index >= count) return noFace(index, count);
  const start = file.getUint32(12 + 4 * index);
  if (start + 12 > file.byteLength) return { problem: `face ${index} lies outside the file`, hint: ANOTHER_COPY };
  return openSfnt(file, start, count);
}

function isFontVersion(version: number): boolean {
  // 1.0, "true" and "OTTO".
  return version === 0x00010000 || version === 0x74727565 || version === 0x4f54544f;
}

function openSfnt(file: DataView, start: number, faceCount: number): FontContent | FontProblem {
  const version = file.getUint32(start);
  if (!isFontVersion(version)) return { problem: 'it is not a font file', hint: STATIC_TTF };
  const tables = new Map<string, DataView>();
  const count = file.getUint16(start + 4);
  if (count > MAX_TABLES || start + 12 + 16 * count > file.byteLength) {
    return { problem: 'its table directory is cut off', hint: ANOTHER_COPY };
  }
  for (let i = 0; i < count; i++) {
    const entry = start + 12 + 16 * i;
    const offset = file.getUint32(entry + 8);
    const length = file.getUint32(entry + 12);
    const tag = tagAt(file, entry);
    if (offset + length > file.byteLength) {
      return { problem: `its "${tag}" table lies outside the file`, hint: ANOTHER_COPY };
    }
    tables.set(tag, new DataView(file.buffer, file.byteOffset + offset, length));
  }
  const isWhole = faceCount === 1 && start === 0;
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  return { version, tables, faceCount, pack: () => (isWhole ? bytes : packSfnt(version, tables)) };
}

/** WOFF 1.0: tables of an sfnt, each compressed by itself (W3C Recommendation, 2012). */
function openWoff(file: DataView): FontContent | FontProblem {
  const cut: FontProblem = { problem: 'the WOFF file is cut off or damaged', hint: ANOTHER_COPY };
  if (file.byteLength < 44) return cut;
  const version = file.getUint32(4);
  if (!isFontVersion(version)) return { problem: 'the WOFF file holds no font', hint: STATIC_TTF };
  const count = file.getUint16(12);
  if (count > MAX_TABLES || 44 + 20 * count > file.byteLength) return cut;
  const tables = new Map<string, DataView>();
  let total = 0;
  for (let i = 0; i < count; i++) {
    const entry = 44 + 20 * i;
    const offset = file.getUint32(entry + 4);
    const stored = file.getUint32(entry + 8);
    const length = file.getUint32(entry + 12);
    total += length;
    if (offset + stored > file.byteLength || stored > length || total > MAX_FONT_BYTES) return cut;
    const data = new Uint8Array(file.buffer, file.byteOffset + offset, stored);
    const table = stored === length ? data : inflate(data, length);
    if (table === undefined) return cut;
    tables.set(tagAt(file, entry), new DataView(table.buffer, table.byteOffset, table.byteLength));
  }
  return { version, tables, faceCount: 1, pack: () => packSfnt(version, tables) };
}

function inflate(data: Uint8Array, length: number): Uint8Array | undefined {
  try {
    const table = unzlibSync(data, { out: new Uint8Array(length) });
    return table.length === length ? table : undefined;
  } catch {
    return undefined;
  }
}

/** Puts tables together as an sfnt file. Nothing here reads its checksums, so they are left out. */
function packSfnt(version: number, tables: SfntTables): Uint8Array {
  const entries = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const size = entries.reduce((sum, [, { byteLength }]) => sum + ((byteLength + 3) & ~3), 12 + 16 * entries.length);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  const power = Math.floor(Math.log2(entries.length));
  view.setUint32(0, version);
  view.setUint16(4, entries.length);
  view.setUint16(6, 16 << power);
  view.setUint16(8, power);
  view.setUint16(10, 16 * entries.length - (16 << power));
  let offset = 12 + 16 * entries.length;
  entries.forEach(([tag, table], i) => {
    for (let k = 0; k < 4; k++) bytes[12 + 16 * i + k] = tag.charCodeAt(k);
    view.setUint32(12 + 16 * i + 8, offset);
    view.setUint32(12 + 16 * i + 12, table.byteLength);
    bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), offset);
    offset += (table.byteLength + 3) & ~3;
  });
  return bytes;
}
