import { ByteSink } from './byte-sink.js';
import { contentHashHex } from './content-hash.js';
import type { ObjectStore, StoredStream } from './object-store.js';
import { hexString, type Reference, writeValue } from './pdf-value.js';

/** Objects in one object stream: enough for deflate to find repetition, few enough that viewers need not read all. */
const OBJECTS_PER_STREAM = 200;

/** Type, offset or container, and index of each object: a row of the cross-reference stream (PDF 1.7, 7.5.8). */
class CrossReferences {
  readonly #rows: (readonly [type: number, place: number, index: number])[] = [[0, 0, 0xffff]];

  /** The object lies at an offset of the file. */
  atOffset(number: number, offset: number): void {
    this.#rows[number] = [1, offset, 0];
  }

  /** The object lies in an object stream. */
  inStream(number: number, container: number, index: number): void {
    this.#rows[number] = [2, container, index];
  }

  /** @param width bytes of an offset */
  bytes(width: number): Uint8Array {
    const sink = new ByteSink(this.#rows.length * (width + 3));
    // Numbers that were reserved for nothing are free, and never used again.
    for (let number = 0; number < this.#rows.length; number++) {
      const [type, place, index] = this.#rows[number] ?? [0, 0, 0];
      sink.byte(type).uint(place, width).uint(index, 2);
    }
    return sink.toBytes();
  }
}

/** Packs the objects of a store into object streams (PDF 1.7, 7.5.7), each with the numbers of its objects. */
function* objectStreams(
  store: ObjectStore,
): Generator<{ readonly numbers: readonly number[]; readonly stream: StoredStream }> {
  const { numbers, offsets, bytes } = store.objects();
  for (let first = 0; first < numbers.length; first += OBJECTS_PER_STREAM) {
    const end = Math.min(numbers.length, first + OBJECTS_PER_STREAM);
    const start = offsets[first]!;
    const body = bytes.subarray(start, offsets[end] ?? bytes.length);
    const data = new ByteSink(12 * (end - first) + body.length);
    for (let i = first; i < end; i++)
      data
        .integer(numbers[i]!)
        .latin1(' ')
        .integer(offsets[i]! - start)
        .latin1(' ');
    const dictionary = { Type: 'ObjStm', N: end - first, First: data.length };
    yield { numbers: numbers.slice(first, end), stream: store.deflated(data.bytes(body).toBytes(), dictionary) };
  }
}

function writeStream(file: ByteSink, number: number, { dictionary, data }: StoredStream): void {
  file.integer(number).latin1(' 0 obj\n');
  writeValue(file, { ...dictionary, Length: data.length });
  file.latin1('\nstream\n').bytes(data).latin1('\nendstream\nendobj\n');
}

/**
 * Writes a whole file: streams as they are, all other objects in object streams, then the cross-reference stream.
 * The file's ID is the hash of all bytes before the latter.
 */
export function writeFile(store: ObjectStore, root: Reference, info: Reference): Uint8Array {
  const file = new ByteSink(1 << 17);
  const places = new CrossReferences();
  file.latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
  const place = (number: number, stream: StoredStream): void => {
    places.atOffset(number, file.length);
    writeStream(file, number, stream);
  };
  for (const [{ number }, stream] of store.streams) place(number, stream);
  for (const { numbers, stream } of objectStreams(store)) {
    const container = store.reserve().number;
    numbers.forEach((number, index) => places.inStream(number, container, index));
    place(container, stream);
  }
  const start = file.length;
  const { number } = store.reserve();
  places.atOffset(number, start);
  const width = start < 0x10000 ? 2 : start < 0x1000000 ? 3 : 4;
  const id = hexString(contentHashHex(file.view()));
  const dictionary = { Type: 'XRef', Size: number + 1, W: [1, width, 2], Root: root, Info: info, ID: [id, id] };
  writeStream(file, number, store.deflated(places.bytes(width), dictionary));
  return file.latin1(`startxref\n${start}\n%%EOF\n`).toBytes();
}
