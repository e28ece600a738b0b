import { PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef, type PDFObject } from 'pdf-lib';
import type { PageMarks } from './page-marks.js';
import { readFormMarks, readPageMarks } from './page-marks.js';
import type { PdfFile } from './pdf-file.js';

/** Marked content of an element. */
export interface ContentKid {
  readonly kind: 'content';
  /** Index of the page; of the form after the last page, where it is drawn by one. */
  readonly page: number;
  readonly mcid: number;
  readonly text: string;
}
/** An annotation of an element. */
export interface AnnotationKid {
  readonly kind: 'annotation';
  readonly reference: PDFRef;
  readonly annotation: PDFDict;
}
/** A structure element as it stands in the file. */
export interface StructureNode {
  readonly kind: 'element';
  readonly role: string;
  readonly dict: PDFDict;
  readonly id?: string | undefined;
  readonly lang?: string | undefined;
  readonly alt?: string | undefined;
  readonly actualText?: string | undefined;
  readonly title?: string | undefined;
  /** Values of all attribute dictionaries, by name, and their owners. */
  readonly attributes: ReadonlyMap<string, { readonly owner: string; readonly value: string }>;
  /** Identifiers that the Headers attribute names. */
  readonly headers: readonly string[];
  readonly kids: readonly StructureKid[];
}
export type StructureKid = StructureNode | ContentKid | AnnotationKid;

/** The structure of a file with the text of its elements. */
export interface TaggedFile {
  readonly root: StructureNode;
  /** What each page draws. */
  readonly pages: readonly PageMarks[];
  /** The forms with marked content of their own: pages of appended documents that keep their tags. */
  readonly forms: readonly (PageMarks & { readonly dict: PDFDict })[];
}

/** Reads the structure tree and ties the pages' marked content to it. Throws when there is none. */
export function readStructure(file: PdfFile): TaggedFile {
  const pages = file.pages.map((_, index) => readPageMarks(file, index));
  const forms = markedForms(file).map((form) => ({ dict: form.dict, ...readFormMarks(file, form) }));
  const pageDicts = file.pages;
  const texts = [...pages, ...forms].map(
    ({ marks }) => new Map(marks.flatMap(({ mcid, text }) => (mcid === undefined ? [] : [[mcid, text] as const]))),
  );
  const seen = new Set<PDFDict>();
  const content = (page: number, mcid: number): ContentKid => {
    return { kind: 'content', page, mcid, text: texts[page]?.get(mcid) ?? '' };
  };
  const visit = (dict: PDFDict): StructureNode => {
    if (seen.has(dict)) throw new Error('an element stands twice in the structure tree');
    seen.add(dict);
    const page = pageDicts.indexOf(file.dict(file.get(dict, 'Pg'))!);
    const raw = file.get(dict, 'K');
    const kids = file.follow(raw) === undefined ? [] : file.list(raw).length > 0 ? file.list(raw) : [raw!];
    return {
      kind: 'element',
      role: file.name(file.get(dict, 'S')) ?? '',
      dict,
      id: file.text(file.get(dict, 'ID')),
      lang: file.text(file.get(dict, 'Lang')),
      alt: file.text(file.get(dict, 'Alt')),
      actualText: file.text(file.get(dict, 'ActualText')),
      title: file.text(file.get(dict, 'T')),
      ...attributesOf(file, dict),
      kids: kids.flatMap((kid) => kidOf(kid, page)),
    };
  };
  const kidOf = (kid: PDFObject, home: number): StructureKid[] => {
    const value = file.follow(kid);
    if (value instanceof PDFNumber) return [content(home, value.asNumber())];
    if (!(value instanceof PDFDict)) return [];
    const type = file.name(file.get(value, 'Type'));
    const own = file.dict(file.get(value, 'Pg'));
    const page = own ? pageDicts.indexOf(own) : home;
    if (type === 'MCR') {
      const form = file.dict(file.get(value, 'Stm'));
      const place = form ? pages.length + forms.findIndex(({ dict }) => dict === form) : page;
      return [content(place, file.number(file.get(value, 'MCID')) ?? -1)];
    }
    if (type !== 'OBJR') return [visit(value)];
    const reference = file.get(value, 'Obj');
    const annotation = file.dict(reference);
    return reference instanceof PDFRef && annotation ? [{ kind: 'annotation', reference, annotation }] : [];
  };
  const tops = file.get(file.sub(file.catalog, 'StructTreeRoot'), 'K');
  const top = file.dict(file.list(tops)[0] ?? tops);
  if (!top) throw new Error('the file has no structure tree');
  return { root: visit(top), pages, forms };
}

function markedForms(file: PdfFile): PDFRawStream[] {
  const objects = file.document.context.enumerateIndirectObjects().map(([, object]) => object);
  return objects.filter((object): object is PDFRawStream => {
    return object instanceof PDFRawStream && object.dict.has(PDFName.of('StructParents'));
  });
}

function attributesOf(file: PdfFile, dict: PDFDict): Pick<StructureNode, 'attributes' | 'headers'> {
  const raw = file.get(dict, 'A');
  const dicts = file.dict(raw) ? [file.dict(raw)!] : file.list(raw).flatMap((item) => file.dict(item) ?? []);
  const attributes = new Map<string, { owner: string; value: string }>();
  let headers: string[] = [];
  for (const attribute of dicts) {
    const owner = file.name(file.get(attribute, 'O')) ?? '';
    for (const [key, value] of attribute.entries()) {
      const name = key.decodeText();
      if (name === 'Headers') headers = file.list(value).flatMap((id) => file.text(id) ?? []);
      else if (name !== 'O') attributes.set(name, { owner, value: file.name(value) ?? String(file.follow(value)) });
    }
  }
  return { attributes, headers };
}

/** All elements in reading order. */
export function* elementsOf(node: StructureNode): Generator<StructureNode> {
  yield node;
  for (const kid of node.kids) if (kid.kind === 'element') yield* elementsOf(kid);
}

/** The text of an element as assistive technology gets it. */
export function textOf(node: StructureKid): string {
  if (node.kind === 'content') return node.text;
  if (node.kind === 'annotation') return '';
  if (node.role === 'Figure') {
    const captions = node.kids.filter((kid) => kid.kind === 'element' && kid.role === 'Caption');
    return [node.alt ?? '', ...captions.map(textOf)].join(' ');
  }
  return node.actualText ?? node.kids.map(textOf).join('');
}

/** Folded white space, without what only directs layout: the form in which texts are compared and printed. */
export function plain(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const INLINE: ReadonlySet<string> = new Set(['Span', 'Link', 'Code', 'Quote', 'Reference', 'Note']);

/** True for an element that stands inside a line of text. */
export function isInline({ role }: StructureNode): boolean {
  return INLINE.has(role);
}

/** True for an element that holds text and no other block. A figure stands for the whole of itself. */
export function isLeaf(node: StructureNode): boolean {
  if (node.role === 'Figure') return true;
  return !isInline(node) && node.kids.every((kid) => kid.kind !== 'element' || isInline(kid));
}
