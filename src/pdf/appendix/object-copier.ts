import type { PDFDict, PDFObject, PDFRawStream } from 'pdf-lib';
import type { ObjectStore } from '../object-store.js';
import { PdfSyntax, type PdfValue, type Reference } from '../pdf-value.js';
import { AppendixError } from './appendix-error.js';
import type { AppendixFacts } from './appendix-facts.js';
import { cleanContent, type ContentUse, RESOURCE_CATEGORIES, type Visibility } from './content-stream.js';
import { filtersOf, inflate } from './decode-stream.js';
import { checkFont } from './font-check.js';
import { MAX_CONTENT, MAX_INFLATED, MAX_NESTING, MAX_PIXELS } from './limits.js';
import { FILTER_KEYS, type ObjectKind, SHAPES, type ValueKind } from './object-shapes.js';
import type { SourceDocument } from './source-document.js';

type Entries = Record<string, PdfValue | undefined>;

const CATEGORY_KINDS = {
  Font: 'font',
  XObject: 'form',
  ExtGState: 'extGState',
  ColorSpace: 'leaf',
  Pattern: 'pattern',
  Shading: 'leaf',
} as const;

/**
 * Copies what draws the pages of one document into the file that is written: only what is used, only the entries of
 * {@link SHAPES}, each object once.
 */
export class ObjectCopier {
  readonly #source: SourceDocument;
  readonly #store: ObjectStore;
  readonly #facts: AppendixFacts;
  readonly #hides: (membership: PDFObject | undefined) => boolean;
  readonly #copies = new Map<PDFObject, Reference>();
  #depth = 0;

  constructor(
    source: SourceDocument,
    store: ObjectStore,
    facts: AppendixFacts,
    hides: (membership: PDFObject | undefined) => boolean,
  ) {
    this.#source = source;
    this.#store = store;
    this.#facts = facts;
    this.#hides = hides;
  }

  /**
   * Drawing operators, cleaned, with the resources that they use.
   *
   * @param keepsMark the marks of tags that stay, by their numbers; by default none
   */
  content(
    data: Uint8Array,
    resources: PDFDict | undefined,
    keepsMark?: (mcid: number) => boolean,
  ): { readonly data: Uint8Array; readonly resources: Entries } {
    if (data.length > MAX_CONTENT) {
      throw new AppendixError('appendix/too-large', `has a page of more than ${MAX_CONTENT / 1e6} MB of drawing`);
    }
    const cleaned = cleanContent(data, { ...this.#visibility(resources), ...(keepsMark ? { keepsMark } : {}) });
    this.#noteUse(cleaned.use);
    return { data: cleaned.data, resources: this.#resources(resources, cleaned.use) };
  }

  /** A form or an image, copied once. */
  xObject(stream: PDFRawStream, inherited: PDFDict | undefined): Reference | undefined {
    return this.#stream('form', stream, inherited);
  }

  /** A transparency group, or undefined. */
  group(object: PDFObject | undefined): PdfValue | undefined {
    const group = this.#source.dictionary(object);
    return group && this.#value('group', group);
  }

  #visibility(resources: PDFDict | undefined): Visibility {
    const category = (name: string): PDFDict | undefined =>
      resources && this.#source.dictionary(resources.get(this.#name(name)));
    const properties = category('Properties');
    const xObjects = category('XObject');
    return {
      markOf: (name) => {
        const own = this.#source.dictionary(properties?.get(this.#name(name)));
        return own && this.#source.number(own.get(this.#name('MCID')));
      },
      hidesProperties: (name) => this.#hides(properties?.get(this.#name(name))),
      hidesXObject: (name) => {
        const stream = this.#source.stream(xObjects?.get(this.#name(name)));
        if (!stream) return true;
        const subtype = this.#source.name(stream.dict.get(this.#name('Subtype')));
        return !['Form', 'Image'].includes(subtype ?? '') || this.#hides(stream.dict.get(this.#name('OC')));
      },
    };
  }

  #noteUse({ usesCmyk, depth, hasOddInlineImage }: ContentUse): void {
    if (usesCmyk) this.#facts.add('has colours for a printing press (CMYK)', ['pdfA']);
    if (depth > 28) this.#facts.add('nests its drawing too deep', ['pdfA']);
    if (hasOddInlineImage) this.#facts.add('has an image in a form that archives do not take', ['pdfA']);
  }

  #resources(resources: PDFDict | undefined, use: ContentUse): Entries {
    const copy: Entries = {};
    for (const category of RESOURCE_CATEGORIES) {
      const all = resources && this.#source.dictionary(resources.get(this.#name(category)));
      const isMissing = [...use.names[category]].some(
        (name) => !(category === 'ColorSpace' && NAMED_SPACES.has(name)) && !all?.has(this.#name(name)),
      );
      if (isMissing) this.#facts.add('uses something that is not in it', ['pdfUa', 'pdfA']);
      if (!all) continue;
      const kept: Entries = {};
      const names = category === 'ColorSpace' ? [...use.names.ColorSpace, ...DEFAULT_SPACES] : use.names[category];
      for (const name of names) {
        const own = all.get(this.#name(name));
        const value = own && this.#reference(CATEGORY_KINDS[category], own, resources);
        if (value !== undefined) kept[name] = value;
      }
      if (Object.keys(kept).length > 0) copy[category] = kept;
    }
    return copy;
  }

  /** A value of a kind: indirect objects and streams as references, everything else in place. */
  #reference(kind: ValueKind, object: PDFObject, inherited?: PDFDict): PdfValue | undefined {
    const found = this.#source.resolve(object);
    if (found === undefined) return undefined;
    const { lib } = this.#source;
    if (found instanceof lib.PDFRawStream) return this.#stream(kind, found, inherited);
    const isContainer = found instanceof lib.PDFDict || found instanceof lib.PDFArray;
    if (!(object instanceof lib.PDFRef) || !isContainer) return this.#value(kind, found, inherited);
    const known = this.#copies.get(found);
    if (known) return known;
    const reference = this.#store.reserve();
    this.#copies.set(found, reference);
    this.#store.assign(reference, this.#value(kind, found, inherited) ?? null);
    return reference;
  }

  #value(kind: ValueKind, object: PDFObject, inherited?: PDFDict): PdfValue | undefined {
    const { lib } = this.#source;
    if (this.#depth >= MAX_NESTING * 4) throw new AppendixError('appendix/damaged', 'is nested too deep');
    this.#depth++;
    try {
      if (object instanceof lib.PDFArray) {
        // A missing element would shift the ones after it.
        return object.asArray().map((entry) => this.#reference(kind, entry, inherited) ?? null);
      }
      if (object instanceof lib.PDFDict) return this.#dictionary(kind, object, inherited);
      if (object === lib.PDFName.of('DeviceCMYK')) {
        this.#facts.add('has colours for a printing press (CMYK)', ['pdfA']);
      }
      if (object instanceof lib.PDFRef || object instanceof lib.PDFInvalidObject) return undefined;
      return new PdfSyntax(object.toString());
    } finally {
      this.#depth--;
    }
  }

  #dictionary(kind: ValueKind, dictionary: PDFDict, inherited?: PDFDict): Entries {
    const entries: Entries = {};
    if (kind.startsWith('map:')) {
      for (const [key, value] of dictionary.entries()) {
        entries[key.decodeText()] = this.#reference(kind.slice(4) as ObjectKind, value, inherited);
      }
      return entries;
    }
    if (kind === 'content' || kind === 'resources') return entries;
    const shape: Readonly<Record<string, string>> = SHAPES[kind as keyof typeof SHAPES];
    for (const [key, value] of dictionary.entries()) {
      const name = key.decodeText();
      if (Object.hasOwn(shape, name)) entries[name] = this.#reference(shape[name] as ValueKind, value, inherited);
    }
    if (kind === 'font') this.#font(dictionary, entries, inherited);
    return entries;
  }

  #font(dictionary: PDFDict, entries: Entries, inherited: PDFDict | undefined): void {
    checkFont(this.#source, dictionary, this.#facts);
    const procedures = this.#source.dictionary(dictionary.get(this.#name('CharProcs')));
    if (!procedures) return;
    const own = this.#source.dictionary(dictionary.get(this.#name('Resources'))) ?? inherited;
    const resources: Record<string, Entries> = {};
    const copies: Entries = {};
    for (const [key, value] of procedures.entries()) {
      const stream = this.#source.stream(value);
      if (!stream) continue;
      const drawn = this.content(this.#source.decode(stream), own);
      copies[key.decodeText()] = this.#store.addStream(drawn.data);
      for (const [category, used] of Object.entries(drawn.resources)) {
        resources[category] = { ...resources[category], ...(used as Entries) };
      }
    }
    entries['CharProcs'] = copies;
    entries['Resources'] = resources;
  }

  #stream(kind: ValueKind, stream: PDFRawStream, inherited: PDFDict | undefined): Reference | undefined {
    const known = this.#copies.get(stream);
    if (known) return known;
    const subtype = this.#source.name(stream.dict.get(this.#name('Subtype')));
    if (kind === 'form' && subtype === 'Image') return this.#stream('image', stream, inherited);
    if (kind === 'font' || kind.startsWith('map:')) return undefined;
    const isDrawing = kind === 'form' || (kind === 'pattern' && stream.dict.has(this.#name('PaintType')));
    if (isDrawing) return this.#drawing(kind, stream, inherited);
    if (kind === 'image') this.#checkImage(stream);
    const { data, entries } = this.#packed(stream, kind);
    const reference = this.#store.addStream(data, { ...this.#dictionary(kind, stream.dict), ...entries }, true);
    this.#copies.set(stream, reference);
    return reference;
  }

  /** A form or tiling pattern: its drawing is cleaned like a page's. */
  #drawing(kind: ValueKind, stream: PDFRawStream, inherited: PDFDict | undefined): Reference {
    const own = this.#source.dictionary(stream.dict.get(this.#name('Resources'))) ?? inherited;
    const reference = this.#store.reserve();
    // Known before its resources are copied, which can lead back to it.
    this.#copies.set(stream, reference);
    if (this.#depth >= MAX_NESTING) throw new AppendixError('appendix/damaged', 'is nested too deep');
    this.#depth++;
    const { data, resources } = this.content(this.#source.decode(stream), own);
    this.#depth--;
    const dictionary = { ...this.#dictionary(kind, stream.dict), Resources: resources };
    if (kind === 'form' && !('BBox' in dictionary)) Object.assign(dictionary, { BBox: [0, 0, 0, 0] });
    this.#store.assignStream(reference, data, dictionary);
    return reference;
  }

  /** The data of a stream as it is packed, counted; packed anew where PDF/A does not take its filters. */
  #packed(stream: PDFRawStream, kind: ValueKind): { readonly data: Uint8Array; readonly entries: Entries } {
    const { lib, budget } = this.#source;
    const filters = filtersOf(stream, { lib, resolve: (object) => this.#source.resolve(object) });
    const names = filters.map(({ name }) => name);
    const isImageFilter = (name: string): boolean =>
      ['DCTDecode', 'JPXDecode', 'JBIG2Decode', 'CCITTFaxDecode'].includes(name);
    if (names.includes('JPXDecode')) this.#facts.add('has an image in JPEG 2000', ['pdfA']);
    if (names.length === 0 || (names.some((name) => name !== 'FlateDecode') && !names.some(isImageFilter))) {
      const packed = this.#store.deflated(this.#source.decode(stream, MAX_INFLATED), {});
      return { data: packed.data, entries: { Filter: 'FlateDecode' } };
    }
    if (names.includes('LZWDecode') || names.includes('Crypt')) {
      this.#facts.add('has an image in a form that archives do not take', ['pdfA']);
    }
    if (names[0] === 'FlateDecode')
      inflate(stream.contents, kind === 'image' ? MAX_PIXELS : MAX_CONTENT, budget, false);
    const entries: Entries = {};
    for (const key of Object.keys(FILTER_KEYS)) {
      const value = stream.dict.get(this.#name(key));
      if (value !== undefined) entries[key] = this.#reference('leaf', value);
    }
    return { data: stream.contents, entries };
  }

  #checkImage({ dict }: PDFRawStream): void {
    const width = this.#source.number(dict.get(this.#name('Width'))) ?? 0;
    const height = this.#source.number(dict.get(this.#name('Height'))) ?? 0;
    if (!(width * height <= MAX_PIXELS)) {
      throw new AppendixError('appendix/too-large', `has an image of ${width} × ${height} pixels`);
    }
  }

  #name(text: string) {
    return this.#source.lib.PDFName.of(text);
  }
}

/** Colour spaces that are named without being resources; the short names are of inline images. */
const NAMED_SPACES = new Set('DeviceGray DeviceRGB DeviceCMYK Pattern G RGB CMYK I Indexed'.split(' '));
/** Colour spaces that stand in for device colours without being named (PDF 1.7, 8.6.5.6). */
const DEFAULT_SPACES = ['DefaultGray', 'DefaultRGB', 'DefaultCMYK'];
