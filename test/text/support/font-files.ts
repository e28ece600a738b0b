import { zlibSync } from 'fflate';

/** Font files of other forms, made from plain TrueType ones. */

interface Table {
  readonly tag: string;
  readonly data: Uint8Array;
}

/** The tables of a plain sfnt file, in the order of its directory. */
export function tablesOf(bytes: Uint8Array): Table[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: view.getUint16(4) }, (_, i) => {
    const entry = 12 + 16 * i;
    const offset = view.getUint32(entry + 8);
    return {
      tag: String.fromCharCode(...bytes.subarray(entry, entry + 4)),
      data: bytes.slice(offset, offset + view.getUint32(entry + 12)),
    };
  });
}

/** A plain sfnt file of tables. */
export function sfntOf(tables: readonly Table[], version = 0x00010000): Uint8Array {
  return layOut(tables, 12, (view) => {
    view.setUint32(0, version);
    view.setUint16(4, tables.length);
  });
}

/** A collection of faces, each with its own tables. */
export function collectionOf(faces: readonly Uint8Array[]): Uint8Array {
  const header = 12 + 4 * faces.length;
  const total = faces.reduce((sum, { length }) => sum + ((length + 3) & ~3), header);
  const file = new Uint8Array(total);
  const view = new DataView(file.buffer);
  file.set([0x74, 0x74, 0x63, 0x66, 0, 1, 0, 0]);
  view.setUint32(8, faces.length);
  let start = header;
  faces.forEach((face, index) => {
    view.setUint32(12 + 4 * index, start);
    file.set(face, start);
    const count = view.getUint16(start + 4);
    for (let i = 0; i < count; i++) {
      const at = start + 12 + 16 * i + 8;
      view.setUint32(at, view.getUint32(at) + start);
    }
    start += (face.length + 3) & ~3;
  });
  return file;
}

/** A WOFF 1.0 file of a face. */
export function woffOf(face: Uint8Array): Uint8Array {
  const tables = tablesOf(face);
  const packed = tables.map(({ data }) => {
    const small = zlibSync(data);
    return small.length < data.length ? small : data;
  });
  const size = packed.reduce((sum, { length }) => sum + ((length + 3) & ~3), 44 + 20 * tables.length);
  const file = new Uint8Array(size);
  const view = new DataView(file.buffer);
  file.set([0x77, 0x4f, 0x46, 0x46, 0, 1, 0, 0]);
  view.setUint32(8, size);
  view.setUint16(12, tables.length);
  view.setUint32(16, face.length);
  let offset = 44 + 20 * tables.length;
  tables.forEach(({ tag, data }, i) => {
    const entry = 44 + 20 * i;
    for (let k = 0; k < 4; k++) file[entry + k] = tag.charCodeAt(k);
    view.setUint32(entry + 4, offset);
    view.setUint32(entry + 8, packed[i]!.length);
    view.setUint32(entry + 12, data.length);
    file.set(packed[i]!, offset);
    offset += (packed[i]!.length + 3) & ~3;
  });
  return file;
}

/** A face with one table changed; `undefined` leaves the table out. */
export function withTable(
  face: Uint8Array,
  tag: string,
  change: (data: Uint8Array) => Uint8Array | undefined,
): Uint8Array {
  const tables = tablesOf(face).flatMap((table) => {
    if (table.tag !== tag) return [table];
    const data = change(table.data);
    return data === undefined ? [] : [{ tag, data }];
  });
  return sfntOf(tables);
}

function layOut(tables: readonly Table[], header: number, write: (view: DataView) => void): Uint8Array {
  const size = tables.reduce((sum, { data }) => sum + ((data.length + 3) & ~3), header + 16 * tables.length);
  const file = new Uint8Array(size);
  const view = new DataView(file.buffer);
  write(view);
  let offset = header + 16 * tables.length;
  tables.forEach(({ tag, data }, i) => {
    const entry = header + 16 * i;
    for (let k = 0; k < 4; k++) file[entry + k] = tag.charCodeAt(k);
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, data.length);
    file.set(data, offset);
    offset += (data.length + 3) & ~3;
  });
  return file;
}
