import { deflateSync } from 'node:zlib';
import type { PDFDict } from 'pdf-lib';
import { PDFArray, PDFName, PDFRawStream, PDFRef, type PDFObject } from 'pdf-lib';
import { PdfFile } from './pdf-file.js';
import { elementsOf, readStructure, type StructureNode } from './structure-nodes.js';

/** A finished packet that is about to get a fault. */
export class FaultyFile {
  private constructor(
    readonly file: PdfFile,
    readonly elements: readonly StructureNode[],
  ) {}

  static async open(bytes: Uint8Array): Promise<FaultyFile> {
    const file = await PdfFile.read(bytes);
    return new FaultyFile(file, [...elementsOf(readStructure(file).root)]);
  }

  /** The file as it is now. Only the fault is new: everything else is written as it was read. */
  async save(): Promise<Uint8Array> {
    const { document } = this.file;
    const saved = await document.save({
      useObjectStreams: false,
      addDefaultPage: false,
      updateFieldAppearances: false,
    });
    // The size in the trailer counts the object streams, which are gone; qpdf notices.
    const text = Buffer.from(saved).toString('latin1');
    const highest = Math.max(...[...text.matchAll(/^(\d+) 0 obj/gm)].map(([, number]) => Number(number)));
    const trailer = text.lastIndexOf('trailer');
    const size = text.slice(trailer).replace(/\/Size \d+/, `/Size ${highest + 1}`);
    return Uint8Array.from(Buffer.from(text.slice(0, trailer) + size, 'latin1'));
  }

  get catalog(): PDFDict {
    return this.file.catalog;
  }

  get root(): PDFDict {
    return this.file.sub(this.catalog, 'StructTreeRoot')!;
  }

  get info(): PDFDict {
    return this.file.dict(this.file.document.context.trailerInfo.Info)!;
  }

  /** The first element of a role that passes the test. */
  element(role: string, test: (node: StructureNode) => boolean = () => true): StructureNode {
    const found = this.elements.find((node) => node.role === role && test(node));
    if (!found) throw new Error(`the packet has no such ${role}`);
    return found;
  }

  /** True when it has everything that the faults are about. */
  get hasEverything(): boolean {
    const has = (role: string, test: (node: StructureNode) => boolean): boolean =>
      this.elements.some((node) => node.role === role && test(node));
    const numbered = has('L', ({ attributes }) => attributes.get('ListNumbering')?.value === 'Decimal');
    return numbered && has('TH', ({ id }) => id !== undefined) && has('Link', ({ kids }) => kids.length > 1);
  }

  /** The first link annotation. */
  get link(): PDFDict {
    const [kid] = this.element('Link').kids.filter((item) => item.kind === 'annotation');
    if (kid?.kind !== 'annotation') throw new Error('the packet has no link');
    return kid.annotation;
  }

  /** The first composite font, or the font below it. */
  font(subtype: 'Type0' | 'CIDFontType2'): PDFDict {
    for (const { dict } of this.file.dictionaries()) {
      const isFont = this.file.name(this.file.get(dict, 'Type')) === 'Font';
      if (isFont && this.file.name(this.file.get(dict, 'Subtype')) === subtype) return dict;
    }
    throw new Error(`the packet has no ${subtype}`);
  }

  set(dict: PDFDict, key: string, value: PDFObject | string | number | boolean | null | readonly PDFObject[]): void {
    dict.set(PDFName.of(key), this.object(value));
  }

  object(value: PDFObject | string | number | boolean | null | readonly PDFObject[] | object): PDFObject {
    return this.file.document.context.obj(value as string);
  }

  delete(dict: PDFDict, key: string): void {
    if (!dict.delete(PDFName.of(key))) throw new Error(`there is no ${key}`);
  }

  /** Changes the kids of an element, always as an array. */
  kids(dict: PDFDict, change: (kids: PDFObject[]) => PDFObject[]): void {
    const raw = this.file.get(dict, 'K')!;
    const kids = this.file.follow(raw) instanceof PDFArray ? this.file.list(raw) : [raw];
    this.set(dict, 'K', change([...kids]));
  }

  /** Edits the text of a stream, byte for byte; it stays compressed if it was. */
  edit(holder: PDFDict, key: string, change: (text: string) => string, compress?: boolean): void {
    const reference = holder.get(PDFName.of(key));
    const stream = this.file.follow(reference);
    if (!(reference instanceof PDFRef) || !(stream instanceof PDFRawStream)) throw new Error(`${key} is no stream`);
    const before = Buffer.from(this.file.data(stream)).toString('latin1');
    const after = change(before);
    if (after === before && compress === undefined) throw new Error(`nothing to change in ${key}`);
    const data = Buffer.from(after, 'latin1');
    const packed = compress ?? stream.dict.has(PDFName.of('Filter'));
    const dict = stream.dict.clone(this.file.document.context);
    if (packed) dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
    const bytes = new Uint8Array(packed ? deflateSync(data) : data);
    this.file.document.context.assign(reference, PDFRawStream.of(dict, bytes));
  }
}
