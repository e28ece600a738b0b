import { unzlibSync } from 'fflate';
import {
  PDFArray,
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

/** A written file, read back with pdf-lib as plain data. */
export interface ReadPdf {
  readonly catalog: Plain;
  readonly info: Plain;
  readonly id: Plain;
  readonly pages: readonly PlainDict[];
  /** Uncompressed content stream of a page, one character per byte. */
  content(page: number): string;
}

/** Numbers, names (`/Name`), strings, arrays and dictionaries; a stream is a dictionary with `$data`. */
export type Plain = number | boolean | string | null | Uint8Array | Plain[] | PlainDict | Ref;
/** A dictionary; references are {@link Ref}. */
export interface PlainDict {
  readonly [key: string]: Plain;
}

/** A reference that can be followed. */
export class Ref {
  readonly number: number;
  readonly #follow: () => Plain;
  constructor(number: number, follow: () => Plain) {
    this.number = number;
    this.#follow = follow;
  }
  get value(): Plain {
    return this.#follow();
  }
}

/** Follows a reference and takes the value for a dictionary. */
export function dict(value: Plain | undefined): PlainDict {
  return (value instanceof Ref ? value.value : value) as PlainDict;
}

/** Follows a reference and takes the value for an array. */
export function list(value: Plain | undefined): Plain[] {
  return (value instanceof Ref ? value.value : value) as Plain[];
}

/** The uncompressed data of a stream. */
export function data(value: Plain | undefined): Uint8Array {
  const stream = dict(value);
  const bytes = stream.$data as Uint8Array;
  return stream.Filter === '/FlateDecode' ? unzlibSync(bytes) : bytes;
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true });
  const plain = (object: PDFObject | undefined): Plain => {
    if (object instanceof PDFRef) return new Ref(object.objectNumber, () => plain(document.context.lookup(object)));
    if (object instanceof PDFNumber) return object.asNumber();
    if (object instanceof PDFName) return object.toString();
    if (object instanceof PDFString || object instanceof PDFHexString) return object.decodeText();
    if (object instanceof PDFArray) return object.asArray().map(plain);
    if (object instanceof PDFRawStream) return { ...(plain(object.dict) as PlainDict), $data: object.contents };
    if (object instanceof PDFDict) {
      return Object.fromEntries(object.entries().map(([key, value]) => [key.toString().slice(1), plain(value)]));
    }
    const text = String(object);
    return text === 'null' ? null : text === 'true';
  };
  const pages = document.getPages().map((page) => plain(page.node) as PlainDict);
  return {
    catalog: plain(document.catalog),
    info: plain(document.context.trailerInfo.Info),
    id: plain(document.context.trailerInfo.ID),
    pages,
    content: (page) => String.fromCharCode(...data(pages[page]!.Contents)),
  };
}

/** The structure tree as indented text: roles with their attributes, content as `page:mcid`, annotations as `objr`. */
export function structureText(pdf: ReadPdf): string {
  const lines: string[] = [];
  const pageOf = (ref: Plain | undefined): number =>
    pdf.pages.findIndex((page) => dict(ref) === page || same(dict(ref), page));
  const visit = (element: PlainDict, depth: number): void => {
    const kids = element.K === undefined ? [] : Array.isArray(element.K) ? element.K : [element.K];
    const own: string[] = [];
    const flush = (): void => {
      if (own.length > 0) lines.push(`${'  '.repeat(depth + 1)}[${own.splice(0).join(' ')}]`);
    };
    const attributes =
      element.A === undefined
        ? ''
        : ` ${String(dict(element.A).Scope ?? dict(element.A).ListNumbering).replace('/', '')}`;
    const lang = element.Lang === undefined ? '' : ` lang=${String(element.Lang)}`;
    lines.push(`${'  '.repeat(depth)}${String(element.S).slice(1)}${attributes}${lang}`);
    for (const kid of kids) {
      const value = kid instanceof Ref ? kid.value : kid;
      if (typeof value === 'number') own.push(`${pageOf(element.Pg)}:${value}`);
      else if (dict(value).Type === '/MCR') own.push(`${pageOf(dict(value).Pg)}:${String(dict(value).MCID)}`);
      else if (dict(value).Type === '/OBJR') own.push('objr');
      else {
        flush();
        visit(dict(value), depth + 1);
      }
    }
    flush();
  };
  const root = dict(dict(pdf.catalog).StructTreeRoot);
  visit(dict(list(root.K)[0]), 0);
  return lines.join('\n');
}

function same(a: PlainDict, b: PlainDict): boolean {
  return a.StructParents === b.StructParents;
}
