import type { PDFContext, PDFObject, PDFRef } from 'pdf-lib';
import { utf16Hex } from './to-unicode.js';
import type { Deflate } from './deflate.js';

/** The module of pdf-lib, loaded at the first packet because it takes a third of a second. */
export type PdfLib = typeof import('pdf-lib');

/** A reference to an indirect object. */
export type Reference = PDFRef;

/** A PDF object as plain data: strings are names, plain objects dictionaries; `undefined` entries are left out. */
export type PdfValue =
  PDFObject | string | number | boolean | null | readonly PdfValue[] | { readonly [key: string]: PdfValue | undefined };

/** A stream ready to be written: its dictionary lacks only the length. */
export interface StoredStream {
  readonly dictionary: { readonly [key: string]: PdfValue | undefined };
  readonly data: Uint8Array;
}

/** Deflated bytes of shared streams, by who deflated them; they go when the bytes themselves are forgotten. */
const sharedStreams = new WeakMap<Deflate, WeakMap<Uint8Array, Uint8Array>>();

/** The indirect objects of one document, in the order of their numbers. Wraps the object model of pdf-lib. */
export class ObjectStore {
  readonly #lib: PdfLib;
  readonly #context: PDFContext;
  readonly #deflate: Deflate;
  readonly #streams = new Map<Reference, StoredStream>();

  constructor(lib: PdfLib, deflate: Deflate) {
    this.#lib = lib;
    this.#context = lib.PDFContext.create();
    this.#deflate = deflate;
  }

  /** A number for an object that follows later. */
  reserve(): Reference {
    return this.#context.nextRef();
  }

  assign(reference: Reference, value: PdfValue): void {
    this.#context.assign(reference, this.object(value));
  }

  add(value: PdfValue): Reference {
    return this.#context.register(this.object(value));
  }

  /** Adds a stream, deflated unless `plain`. */
  addStream(data: Uint8Array, dictionary: StoredStream['dictionary'] = {}, plain = false): Reference {
    const reference = this.reserve();
    this.#streams.set(reference, plain ? { dictionary, data } : this.deflated(data, dictionary));
    return reference;
  }

  /** Adds a stream of bytes that many documents have: the very array, which is deflated once and never changes. */
  addSharedStream(data: Uint8Array, dictionary: StoredStream['dictionary'] = {}): Reference {
    let known = sharedStreams.get(this.#deflate);
    if (known === undefined) sharedStreams.set(this.#deflate, (known = new WeakMap()));
    let packed = known.get(data);
    if (packed === undefined) known.set(data, (packed = this.#deflate(data)));
    const reference = this.reserve();
    this.#streams.set(reference, { dictionary: { ...dictionary, Filter: 'FlateDecode' }, data: packed });
    return reference;
  }

  /** Makes a reserved number a stream, deflated. */
  assignStream(reference: Reference, data: Uint8Array, dictionary: StoredStream['dictionary']): void {
    this.#streams.set(reference, this.deflated(data, dictionary));
  }

  /** Adds entries to the dictionary of a stream. */
  amendStream(reference: Reference, entries: StoredStream['dictionary']): void {
    const stream = this.#streams.get(reference)!;
    this.#streams.set(reference, { ...stream, dictionary: { ...stream.dictionary, ...entries } });
  }

  /** Where the store stands now, for {@link rollBack}. */
  mark(): number {
    return this.#context.largestObjectNumber;
  }

  /** Forgets everything that was added since a mark. */
  rollBack(mark: number): void {
    for (const reference of this.#streams.keys()) if (reference.objectNumber > mark) this.#streams.delete(reference);
    for (const [reference] of this.objects()) if (reference.objectNumber > mark) this.#context.delete(reference);
    this.#context.largestObjectNumber = mark;
  }

  /** A stream that is not an object of the store, such as the object streams of the file itself. */
  deflated(data: Uint8Array, dictionary: StoredStream['dictionary']): StoredStream {
    return { dictionary: { ...dictionary, Filter: 'FlateDecode' }, data: this.#deflate(data) };
  }

  /** A text string (PDF 1.7, 7.9.2.2): ASCII as it is, anything else in UTF-16BE. */
  text(text: string): PDFObject {
    if (/^[\x20-\x7e]*$/.test(text)) return this.ascii(text);
    return this.#lib.PDFHexString.of(`FEFF${utf16Hex(text)}`);
  }

  /** A byte string of ASCII characters. */
  ascii(text: string): PDFObject {
    return this.#lib.PDFString.of(text.replace(/[\\()]/g, '\\$&'));
  }

  /** A string of bytes given in hexadecimal. */
  hex(digits: string): PDFObject {
    return this.#lib.PDFHexString.of(digits);
  }

  object(value: PdfValue): PDFObject {
    return this.#context.obj(value as string);
  }

  get streams(): ReadonlyMap<Reference, StoredStream> {
    return this.#streams;
  }

  /** All indirect objects that are not streams, by ascending number. */
  objects(): readonly (readonly [Reference, PDFObject])[] {
    return this.#context.enumerateIndirectObjects();
  }
}
