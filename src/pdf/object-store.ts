import { ByteSink } from './byte-sink.js';
import type { Deflate } from './deflate.js';
import { type PdfEntries, type PdfValue, Reference, writeValue } from './pdf-value.js';

/** A stream ready to be written: its dictionary lacks only the length. */
export interface StoredStream {
  readonly dictionary: PdfEntries;
  readonly data: Uint8Array;
}

/** Objects that are no streams, one after the other. */
export interface StoredObjects {
  /** The number of each object. */
  readonly numbers: readonly number[];
  /** Where each object begins in `bytes`. */
  readonly offsets: readonly number[];
  readonly bytes: Uint8Array;
}

/** Where a store stood, see {@link ObjectStore.mark}. */
export interface StoreMark {
  readonly last: number;
  readonly objects: number;
  readonly length: number;
}

/** Deflated bytes of shared streams, by who deflated them; they go when the bytes themselves are forgotten. */
const sharedStreams = new WeakMap<Deflate, WeakMap<Uint8Array, Uint8Array>>();

/** The indirect objects of one document. They become bytes at once: what is kept of an object is its syntax. */
export class ObjectStore {
  readonly #deflate: Deflate;
  readonly #sink = new ByteSink(1 << 16);
  readonly #numbers: number[] = [];
  readonly #offsets: number[] = [];
  readonly #streams = new Map<Reference, StoredStream>();
  #last = 0;

  constructor(deflate: Deflate) {
    this.#deflate = deflate;
  }

  /** A number for an object that follows later. */
  reserve(): Reference {
    return new Reference(++this.#last);
  }

  /** Begins the object of a number; its value is what is written to the sink before the next object begins. */
  begin({ number }: Reference): ByteSink {
    this.#sink.byte(0x0a);
    this.#numbers.push(number);
    this.#offsets.push(this.#sink.length);
    return this.#sink;
  }

  assign(reference: Reference, value: PdfValue): void {
    writeValue(this.begin(reference), value);
  }

  add(value: PdfValue): Reference {
    const reference = this.reserve();
    this.assign(reference, value);
    return reference;
  }

  /** Adds a stream, deflated unless `plain`. */
  addStream(data: Uint8Array, dictionary: PdfEntries = {}, plain = false): Reference {
    const reference = this.reserve();
    this.#streams.set(reference, plain ? { dictionary, data } : this.deflated(data, dictionary));
    return reference;
  }

  /** Adds a stream of bytes that many documents have: the very array, which is deflated once and never changes. */
  addSharedStream(data: Uint8Array, dictionary: PdfEntries = {}): Reference {
    let known = sharedStreams.get(this.#deflate);
    if (known === undefined) sharedStreams.set(this.#deflate, (known = new WeakMap()));
    let packed = known.get(data);
    if (packed === undefined) known.set(data, (packed = this.#deflate(data)));
    const reference = this.reserve();
    this.#streams.set(reference, { dictionary: { ...dictionary, Filter: 'FlateDecode' }, data: packed });
    return reference;
  }

  /** Makes a reserved number a stream, deflated. */
  assignStream(reference: Reference, data: Uint8Array, dictionary: PdfEntries): void {
    this.#streams.set(reference, this.deflated(data, dictionary));
  }

  /** Adds entries to the dictionary of a stream. */
  amendStream(reference: Reference, entries: PdfEntries): void {
    const stream = this.#streams.get(reference)!;
    this.#streams.set(reference, { ...stream, dictionary: { ...stream.dictionary, ...entries } });
  }

  /** Where the store stands now, for {@link rollBack}. */
  mark(): StoreMark {
    return { last: this.#last, objects: this.#numbers.length, length: this.#sink.length };
  }

  /** Forgets everything that was added since a mark. */
  rollBack({ last, objects, length }: StoreMark): void {
    for (const reference of this.#streams.keys()) if (reference.number > last) this.#streams.delete(reference);
    this.#numbers.length = objects;
    this.#offsets.length = objects;
    this.#sink.drop(this.#sink.length - length);
    this.#last = last;
  }

  /** A stream that is not an object of the store, such as the object streams of the file itself. */
  deflated(data: Uint8Array, dictionary: PdfEntries): StoredStream {
    return { dictionary: { ...dictionary, Filter: 'FlateDecode' }, data: this.#deflate(data) };
  }

  /** In the order in which they were added. */
  get streams(): ReadonlyMap<Reference, StoredStream> {
    return this.#streams;
  }

  /** All indirect objects that are not streams, in the order in which they were written. */
  objects(): StoredObjects {
    return { numbers: this.#numbers, offsets: this.#offsets, bytes: this.#sink.view() };
  }
}
