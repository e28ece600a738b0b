import { unzlibSync } from 'fflate';
import {
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFObject,
} from 'pdf-lib';

/** A finished file, opened for checking: dictionaries and arrays of pdf-lib, references followed. */
export class PdfFile {
  private constructor(
    readonly bytes: Uint8Array,
    readonly document: PDFDocument,
  ) {}

  static async read(bytes: Uint8Array): Promise<PdfFile> {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
    return new PdfFile(bytes, document);
  }

  get catalog(): PDFDict {
    return this.document.catalog;
  }

  get pages(): PDFDict[] {
    return this.document.getPages().map((page) => page.node);
  }

  /** The object behind a reference; a direct object is itself. */
  follow(object: PDFObject | undefined): PDFObject | undefined {
    return object instanceof PDFRef ? this.document.context.lookup(object) : object;
  }

  dict(object: PDFObject | undefined): PDFDict | undefined {
    const found = this.follow(object);
    if (found instanceof PDFRawStream) return found.dict;
    return found instanceof PDFDict ? found : undefined;
  }

  /** The entry of a dictionary as a dictionary, as {@link PdfFile.dict}. */
  sub(object: PDFObject | undefined, ...keys: readonly string[]): PDFDict | undefined {
    return this.dict(keys.reduce<PDFObject | undefined>((at, key) => this.get(at, key), object));
  }

  get(object: PDFObject | undefined, key: string): PDFObject | undefined {
    return this.dict(object)?.get(PDFName.of(key));
  }

  list(object: PDFObject | undefined): PDFObject[] {
    const found = this.follow(object);
    return found instanceof PDFArray ? found.asArray() : [];
  }

  /** A name without its slash. */
  name(object: PDFObject | undefined): string | undefined {
    const found = this.follow(object);
    return found instanceof PDFName ? found.decodeText() : undefined;
  }

  number(object: PDFObject | undefined): number | undefined {
    const found = this.follow(object);
    return found instanceof PDFNumber ? found.asNumber() : undefined;
  }

  boolean(object: PDFObject | undefined): boolean | undefined {
    const found = this.follow(object);
    return found instanceof PDFBool ? found.asBoolean() : undefined;
  }

  text(object: PDFObject | undefined): string | undefined {
    const found = this.follow(object);
    return found instanceof PDFString || found instanceof PDFHexString ? found.decodeText() : undefined;
  }

  /** The bytes of a stream, inflated. */
  data(object: PDFObject | undefined): Uint8Array {
    const stream = this.follow(object);
    if (!(stream instanceof PDFRawStream)) throw new Error('not a stream');
    const filter = this.name(stream.dict.get(PDFName.of('Filter')));
    if (filter === undefined) return stream.contents;
    if (filter !== 'FlateDecode') throw new Error(`filter ${filter}`);
    return unzlibSync(stream.contents);
  }

  /** Every dictionary of the file, those inside others too, with where it stands. */
  *dictionaries(): Generator<{ readonly dict: PDFDict; readonly where: string }> {
    for (const [reference, object] of this.document.context.enumerateIndirectObjects()) {
      yield* inside(object, `object ${reference.objectNumber}`);
    }
  }
}

function* inside(object: PDFObject, where: string): Generator<{ readonly dict: PDFDict; readonly where: string }> {
  if (object instanceof PDFRawStream) yield* inside(object.dict, where);
  else if (object instanceof PDFDict) {
    yield { dict: object, where };
    for (const [, value] of object.entries()) yield* inside(value, where);
  } else if (object instanceof PDFArray) for (const value of object.asArray()) yield* inside(value, where);
}
