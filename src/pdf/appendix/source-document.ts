import type { PDFArray, PDFContext, PDFDict, PDFObject, PDFRawStream } from 'pdf-lib';
import type { PdfLib } from './pdf-lib.js';
import { AppendixError } from './appendix-error.js';
import { readNumber, readObjectHead } from './byte-scanner.js';
import { type CrossReferences, readCrossReferences, scanObjects } from './cross-references.js';
import { decodeStream } from './decode-stream.js';
import { decryptObjects } from './decrypt-objects.js';
import { findHeader, kindOf } from './file-kind.js';
import { MAX_BYTES, MAX_CONTENT, MAX_OBJECTS, SourceBudget } from './limits.js';
import { createObjectParser, type ParseAt } from './object-parser.js';

/** An object of the document, followed to where it is; undefined for null and for what is not there. */
export type Resolved = PDFObject | undefined;

/**
 * A third-party document, read object by object when asked for. Damage costs only what it touches: a broken table of
 * objects is rebuilt from the file, a broken object counts as missing. All work is bounded by a {@link SourceBudget}.
 */
export class SourceDocument {
  readonly lib: PdfLib;
  readonly budget = new SourceBudget();
  /** What had to be mended to read it. */
  readonly repairs = new Set<string>();
  #decrypted: ReadonlyMap<number, PDFObject> | null = null;
  /** Holds what is parsed; nothing is looked up in it. */
  readonly context: PDFContext;
  readonly #bytes: Uint8Array;
  readonly #shift: number;
  readonly #parse: ParseAt;
  readonly #objects = new Map<number, PDFObject | null>();
  readonly #containers = new Map<number, readonly (readonly [number, PDFObject])[]>();
  #table: CrossReferences;
  #isRebuilt = false;

  private constructor(lib: PdfLib, bytes: Uint8Array, header: number) {
    this.lib = lib;
    this.#bytes = bytes;
    this.#shift = header;
    this.context = lib.PDFContext.create();
    this.#parse = createObjectParser(lib, this.context);
    const table = readCrossReferences(this.#crossReferenceSource());
    this.#table = table ?? { places: new Map(), trailers: [] };
    // The catalog of an encrypted file may lie in a stream that cannot be read yet.
    if (!table || !(this.#encryption() || this.catalogOrNull())) this.#rebuild();
  }

  /**
   * Opens a document: finds its objects and its catalog, and decrypts it when no password is needed to read it.
   *
   * @throws AppendixError when it cannot be read
   */
  static async open(lib: PdfLib, bytes: Uint8Array): Promise<SourceDocument> {
    if (bytes.length === 0) throw new AppendixError('appendix/not-pdf', 'is empty');
    if (bytes.length > MAX_BYTES) throw new AppendixError('appendix/too-large', `is larger than ${MAX_BYTES / 1e6} MB`);
    const header = findHeader(bytes);
    if (header < 0) throw new AppendixError('appendix/not-pdf', `is ${kindOf(bytes)}, not a PDF`);
    const document = new SourceDocument(lib, bytes, header);
    await document.#decrypt();
    if (!document.catalogOrNull() && !document.#isRebuilt) document.#rebuild();
    if (!document.catalogOrNull()) throw new AppendixError('appendix/damaged', 'is damaged: it has no list of pages');
    return document;
  }

  /** The catalog. */
  get catalog(): PDFDict {
    const catalog = this.catalogOrNull();
    if (!catalog) throw new AppendixError('appendix/damaged', 'is damaged: it has no list of pages');
    return catalog;
  }

  catalogOrNull(): PDFDict | null {
    for (const trailer of this.#table.trailers) {
      const root = this.dictionary(trailer.get(this.lib.PDFName.of('Root')));
      if (root && this.dictionary(root.get(this.lib.PDFName.of('Pages')))) return root;
    }
    return null;
  }

  /** Follows references. */
  resolve(object: PDFObject | undefined): Resolved {
    let at = object;
    for (let hops = 0; at instanceof this.lib.PDFRef; hops++) {
      if (hops > 20) return undefined;
      at = this.#get(at.objectNumber) ?? undefined;
    }
    return at === this.lib.PDFNull ? undefined : at;
  }

  /** The entry of a dictionary, followed. */
  entry(dictionary: PDFDict, key: string): Resolved {
    return this.resolve(dictionary.get(this.lib.PDFName.of(key)));
  }

  /** The object when it is a dictionary, or the dictionary of a stream. */
  dictionary(object: PDFObject | undefined): PDFDict | undefined {
    const found = this.resolve(object);
    if (found instanceof this.lib.PDFRawStream) return found.dict;
    return found instanceof this.lib.PDFDict ? found : undefined;
  }

  array(object: PDFObject | undefined): PDFArray | undefined {
    const found = this.resolve(object);
    return found instanceof this.lib.PDFArray ? found : undefined;
  }

  stream(object: PDFObject | undefined): PDFRawStream | undefined {
    const found = this.resolve(object);
    return found instanceof this.lib.PDFRawStream ? found : undefined;
  }

  number(object: PDFObject | undefined): number | undefined {
    const found = this.resolve(object);
    return found instanceof this.lib.PDFNumber && Number.isFinite(found.asNumber()) ? found.asNumber() : undefined;
  }

  /** The text of a name, without the slash. */
  name(object: PDFObject | undefined): string | undefined {
    const found = this.resolve(object);
    return found instanceof this.lib.PDFName ? found.decodeText() : undefined;
  }

  /** A text string, decoded. */
  text(object: PDFObject | undefined): string | undefined {
    const found = this.resolve(object);
    const isText = found instanceof this.lib.PDFString || found instanceof this.lib.PDFHexString;
    try {
      return isText ? found.decodeText() : undefined;
    } catch {
      return undefined;
    }
  }

  /** Exactly `count` finite numbers; undefined otherwise. */
  numbers(object: PDFObject | undefined, count: number): number[] | undefined {
    const numbers = this.array(object)
      ?.asArray()
      .map((entry) => this.number(entry));
    if (numbers?.length !== count) return undefined;
    return numbers.every((value) => value !== undefined) ? numbers : undefined;
  }

  /** The data of a stream without its filters. */
  decode(stream: PDFRawStream, limit = MAX_CONTENT): Uint8Array {
    const { lib, budget } = this;
    return decodeStream(stream, { lib, budget, limit, resolve: (object) => this.resolve(object) });
  }

  #get(number: number): PDFObject | null {
    const known = this.#objects.get(number);
    if (known !== undefined) return known;
    // While an object is being read it counts as missing, so that a stream whose length is itself ends.
    this.#objects.set(number, null);
    const object = this.#decrypted?.get(number) ?? this.#read(number);
    this.#objects.set(number, object);
    return object;
  }

  #read(number: number): PDFObject | null {
    const place = this.#table.places.get(number);
    if (!place || ('offset' in place && place.offset < 0)) return null;
    if ('container' in place) {
      const inside = this.#container(place.container);
      return (
        (inside[place.index]?.[0] === number ? inside[place.index] : inside.find(([own]) => own === number))?.[1] ??
        null
      );
    }
    this.budget.object();
    for (const offset of [place.offset, place.offset + this.#shift]) {
      const head = readObjectHead(this.#bytes, offset);
      if (head?.number === number) return this.#parseAt(head.end);
    }
    if (this.#isRebuilt) return null;
    this.#rebuild();
    this.#objects.set(number, null);
    return this.#read(number);
  }

  #parseAt(offset: number): PDFObject | null {
    try {
      return this.#parse(this.#bytes, offset, (length) => this.number(length) ?? null);
    } catch (error) {
      if (error instanceof AppendixError) throw error;
      this.budget.waste(this.#bytes.length - offset);
      return null;
    }
  }

  /** The objects of an object stream with their numbers (PDF 1.7, 7.5.7). */
  #container(number: number): readonly (readonly [number, PDFObject])[] {
    const known = this.#containers.get(number);
    if (known) return known;
    this.#containers.set(number, []);
    const place = this.#table.places.get(number);
    const stream = place && 'offset' in place ? this.stream(this.#get(number) ?? undefined) : undefined;
    if (!stream) return [];
    const count = this.number(stream.dict.get(this.lib.PDFName.of('N'))) ?? 0;
    const first = this.number(stream.dict.get(this.lib.PDFName.of('First'))) ?? 0;
    const data = this.decode(stream, MAX_CONTENT * 4);
    const objects: (readonly [number, PDFObject])[] = [];
    let at = 0;
    for (let i = 0; i < Math.min(count, MAX_OBJECTS); i++) {
      const own = readNumber(data, at);
      const offset = own && readNumber(data, own.end);
      if (!own || !offset) break;
      at = offset.end;
      this.budget.object();
      try {
        objects.push([own.value, this.#parse(data, first + offset.value, () => null)]);
      } catch (error) {
        if (error instanceof AppendixError) throw error;
        this.budget.waste(data.length - Math.min(data.length, first + offset.value));
      }
    }
    this.#containers.set(number, objects);
    return objects;
  }

  #crossReferenceSource(): Parameters<typeof readCrossReferences>[0] {
    return {
      lib: this.lib,
      bytes: this.#bytes,
      shift: this.#shift,
      parse: (offset) => this.#parseAt(offset),
      decode: (stream) => {
        const found = this.stream(stream);
        return found ? this.decode(found) : null;
      },
    };
  }

  /** Makes the table of objects anew from what stands in the file. */
  #rebuild(): void {
    this.#isRebuilt = true;
    this.repairs.add('its table of objects');
    this.#table = scanObjects(this.#crossReferenceSource());
    this.#objects.clear();
    this.#containers.clear();
    for (const number of this.#numbersOf('ObjStm')) this.#enterContainer(number);
    for (const number of this.#numbersOf('XRef')) {
      this.#table.trailers.unshift(this.dictionary(this.#get(number)!)!);
    }
    if (this.catalogOrNull() || this.#encryption()) return;
    const [catalog] = this.#numbersOf('Catalog').reverse();
    if (catalog !== undefined) {
      this.#table.trailers.unshift(this.context.obj({ Root: this.lib.PDFRef.of(catalog) }));
    }
    if (this.catalogOrNull()) return;
    const kids = this.#numbersOf('Page').map((number) => this.lib.PDFRef.of(number));
    if (kids.length > 0)
      this.#table.trailers.unshift(this.context.obj({ Root: { Pages: { Type: 'Pages', Kids: kids } } }));
  }

  /** The trailer that says that the file is encrypted. */
  #encryption(): PDFDict | undefined {
    return this.#table.trailers.find((own) => own.has(this.lib.PDFName.of('Encrypt')));
  }

  async #decrypt(): Promise<void> {
    const { PDFName } = this.lib;
    const trailer = this.#encryption();
    const encryption = trailer && this.dictionary(trailer.get(PDFName.of('Encrypt')));
    if (!trailer || !encryption) return;
    const own = trailer.get(PDFName.of('Encrypt'));
    const skip = own instanceof this.lib.PDFRef ? own.objectNumber : -1;
    const objects = new Map<number, { readonly generation: number; readonly object: PDFObject }>();
    for (const [number, place] of [...this.#table.places]) {
      if ('container' in place || number === skip) continue;
      const object = this.#get(number);
      if (object) objects.set(number, { generation: place.generation, object });
    }
    const id = this.array(trailer.get(PDFName.of('ID')))?.get(0);
    this.#decrypted = await decryptObjects(this, encryption, id, objects);
    this.#objects.clear();
    this.#containers.clear();
    // The object streams of a rebuilt table could not be read before they were decrypted.
    if (this.#isRebuilt) for (const number of this.#numbersOf('ObjStm')) this.#enterContainer(number);
  }

  /** Enters the objects of an object stream that stand nowhere else. */
  #enterContainer(number: number): void {
    this.#container(number).forEach(([own], index) => {
      const place = this.#table.places.get(own);
      if (!place || 'container' in place) this.#table.places.set(own, { container: number, index });
    });
  }

  /** The numbers of dictionaries and streams of a type. */
  #numbersOf(type: string): number[] {
    const key = this.lib.PDFName.of('Type');
    return [...this.#table.places.keys()]
      .sort((a, b) => a - b)
      .filter((number) => {
        const dictionary = this.dictionary(this.#get(number) ?? undefined);
        return dictionary && this.name(dictionary.get(key)) === type;
      });
  }
}
