import { ByteSink } from './byte-sink.js';
import { contentHashHex } from './content-hash.js';
import type { ObjectStore, StoredStream } from './object-store.js';
import { hexString, type Reference, writeValue } from './pdf-value.js';

/** Objects in one object stream: enough for deflate to find repetition, few enough that viewers need not read all. */
const OBJECTS_PER_STREAM = 500;
const SPACE = 0x20;

/** The rows of the cross-reference stream (PDF 1.7, 7.5.8); numbers that were reserved for nothing stay free. */
class CrossReferences {
  readonly #types: Uint8Array;
  readonly #places: Float64Array;
  readonly #indexes: Uint16Array;

  /** @param size one more than the largest number */
  constructor(size: number) {
    this.#types = new Uint8Array(size);
    this.#places = new Float64Array(size);
    this.#indexes = new Uint16Array(size);
    // The head of the free objects, which is never used again.
    this.#indexes[0] = 0xffff;
  }

  /** The object lies at an offset of the file. */
  atOffset(number: number, offset: number): void {
    this.#types[number] = 1;
    this.#places[number] = offset;
  }

  /** The object lies in an object stream. */
  inStream(number: number, container: number, index: number): void {
    this.#types[number] = 2;
    this.#places[number] = container;
    this.#indexes[number] = index;
  }

  /** @param width bytes of an offset */
  bytes(width: number): Uint8Array {
    const sink = new ByteSink(this.#types.length * (width + 3));
    for (const [number, type] of this.#types.entries()) {
      sink.byte(type).uint(this.#places[number]!, width).uint(this.#indexes[number]!, 2);
    }
    return sink.toBytes();
  }
}

/** An object stream with the numbers of its objects. */
interface ObjectStream {
  readonly container: number;
  readonly numbers: readonly number[];
  readonly stream: StoredStream;
}

/** Packs the objects of a store into object streams (PDF 1.7, 7.5.7). */
function objectStreams(store: ObjectStore): ObjectStream[] {
  const { numbers, offsets, bytes } = store.objects();
  const streams: ObjectStream[] = [];
  for (let first = 0; first < numbers.length; first += OBJECTS_PER_STREAM) {
    const end = Math.min(numbers.length, first + OBJECTS_PER_STREAM);
    const start = offsets[first]!;
    const body = bytes.subarray(start, offsets[end] ?? bytes.length);
    const data = new ByteSink(12 * (end - first) + body.length);
    for (let i = first; i < end; i++) {
      data.integer(numbers[i]!).byte(SPACE);
      data.integer(offsets[i]! - start).byte(SPACE);
    }
    const dictionary = { Type: 'ObjStm', N: end - first, First: data.length };
    const stream = store.deflated(data.bytes(body).view(), dictionary);
    streams.push({ container: store.reserve().number, numbers: numbers.slice(first, end), stream });
  }
  return streams;
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
  const packed = objectStreams(store);
  const { number: own } = store.reserve();
  const places = new CrossReferences(own + 1);
  const place = (number: number, stream: StoredStream): void => {
    places.atOffset(number, file.length);
    writeStream(file, number, stream);
  };
  file.latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
  for (const [{ number }, stream] of store.streams) place(number, stream);
  for (const { container, numbers, stream } of packed) {
    for (const [index, number] of numbers.entries()) places.inStream(number, container, index);
    place(container, stream);
  }
  const start = file.length;
  places.atOffset(own, start);
  const width = start < 0x10000 ? 2 : start < 0x1000000 ? 3 : 4;
  const id = hexString(contentHashHex(file.view()));
  const dictionary = { Type: 'XRef', Size: own + 1, W: [1, width, 2], Root: root, Info: info, ID: [id, id] };
  writeStream(file, own, store.deflated(places.bytes(width), dictionary));
  return file.latin1(`startxref\n${start}\n%%EOF\n`).toBytes();
}
