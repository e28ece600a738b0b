import { ByteSink } from './byte-sink.js';
import { contentHashHex } from './content-hash.js';
import type { ObjectStore, PdfValue, Reference, StoredStream } from './object-store.js';

/** Objects in one object stream: enough for deflate to find repetition, few enough that viewers need not read all. */
const OBJECTS_PER_STREAM = 200;

/** Where an object lies: at an offset of the file, or at an index of an object stream. */
type Location = { readonly offset: number } | { readonly container: number; readonly index: number };

/** Packs objects into object streams (PDF 1.7, 7.5.7); returns each stream with the numbers of its objects. */
function* objectStreams(store: ObjectStore): Generator<{ readonly numbers: number[]; readonly stream: StoredStream }> {
  const objects = store.objects();
  for (let first = 0; first < objects.length; first += OBJECTS_PER_STREAM) {
    const chunk = objects.slice(first, first + OBJECTS_PER_STREAM);
    const body = new ByteSink(1 << 14);
    let offsets = '';
    for (const [reference, object] of chunk) {
      offsets += `${reference.objectNumber} ${body.length} `;
      body.latin1(object.toString()).byte(0x0a);
    }
    const data = new ByteSink(offsets.length + body.length).latin1(offsets).bytes(body.view()).toBytes();
    const stream = store.deflated(data, { Type: 'ObjStm', N: chunk.length, First: offsets.length });
    yield { numbers: chunk.map(([reference]) => reference.objectNumber), stream };
  }
}

function writeStream(file: ByteSink, store: ObjectStore, number: number, { dictionary, data }: StoredStream): void {
  const header = store.object({ ...dictionary, Length: data.length });
  file.latin1(`${number} 0 obj\n${header.toString()}\nstream\n`).bytes(data).latin1('\nendstream\nendobj\n');
}

/** The rows of the cross-reference stream (PDF 1.7, 7.5.8): type, offset or container, index; for every number. */
function crossReferences(locations: ReadonlyMap<number, Location>, size: number, width: number): Uint8Array {
  const rows = new ByteSink(size * (width + 3));
  for (let number = 0; number < size; number++) {
    const location = locations.get(number);
    if (location === undefined)
      rows
        .byte(0)
        .uint(0, width)
        .uint(number === 0 ? 0xffff : 0, 2);
    else if ('offset' in location) rows.byte(1).uint(location.offset, width).uint(0, 2);
    else rows.byte(2).uint(location.container, width).uint(location.index, 2);
  }
  return rows.toBytes();
}

/**
 * Writes a whole file: streams as they are, all other objects in object streams, then the cross-reference stream.
 * The file's ID is the hash of all bytes before the latter. (The writer of pdf-lib compresses object streams itself and
 * searches its cross-reference table anew for every object.)
 */
export function writeFile(store: ObjectStore, root: Reference, info: Reference): Uint8Array {
  const file = new ByteSink(1 << 17);
  const locations = new Map<number, Location>();
  file.latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
  const place = (number: number, stream: StoredStream): void => {
    locations.set(number, { offset: file.length });
    writeStream(file, store, number, stream);
  };
  for (const [reference, stream] of store.streams) place(reference.objectNumber, stream);
  for (const { numbers, stream } of objectStreams(store)) {
    const container = store.reserve().objectNumber;
    numbers.forEach((number, index) => locations.set(number, { container, index }));
    place(container, stream);
  }
  const start = file.length;
  const number = store.reserve().objectNumber;
  locations.set(number, { offset: start });
  const size = number + 1;
  const width = start < 0x10000 ? 2 : start < 0x1000000 ? 3 : 4;
  const id: PdfValue = store.hex(contentHashHex(file.view()));
  const dictionary = { Type: 'XRef', Size: size, W: [1, width, 2], Root: root, Info: info, ID: [id, id] };
  writeStream(file, store, number, store.deflated(crossReferences(locations, size, width), dictionary));
  return file.latin1(`startxref\n${start}\n%%EOF\n`).toBytes();
}
