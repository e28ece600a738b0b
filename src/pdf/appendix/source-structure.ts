import type { PDFDict, PDFObject } from 'pdf-lib';
import { MAX_NESTING } from './limits.js';
import type { SourceDocument } from './source-document.js';

/** A structure element of a document: what it is, and what it holds in order. */
export interface SourceElement {
  readonly role: string;
  readonly alt: string | undefined;
  readonly actualText: string | undefined;
  readonly language: string | undefined;
  /** Attributes of tables and lists that say how to read them. */
  readonly attributes: {
    readonly owner: 'Table' | 'List';
    readonly entries: Readonly<Record<string, string | number>>;
  } | null;
  readonly kids: readonly SourceKid[];
}

/** An element, or marked content of a page, by the place of the page among those that are appended. */
export type SourceKid = SourceElement | { readonly place: number; readonly mcid: number };

/** Standard structure types (PDF 1.7, 14.8.4) that an appended document may have; a document in a document is a part. */
const STANDARD = new Set(
  (
    'Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD ' +
    'THead TBody TFoot Span Quote Note Reference BibEntry Code Figure Formula'
  ).split(' '),
);
/** Most elements that are taken over. */
const MAX_ELEMENTS = 50_000;
/** Largest number of a mark; more would only be a waste of room. */
const MAX_MCID = 50_000;

/**
 * The structure tree of a tagged document, as far as it holds content of the pages that are appended; null when the
 * document has no tags, or none for these pages.
 *
 * @param places pages that are appended, with their places
 */
export function readStructure(source: SourceDocument, places: ReadonlyMap<PDFDict, number>): SourceElement[] | null {
  const key = (name: string) => source.lib.PDFName.of(name);
  const root = source.dictionary(source.catalog.get(key('StructTreeRoot')));
  if (!root) return null;
  const roles = source.dictionary(root.get(key('RoleMap')));
  const seen = new Set<PDFDict>();
  const taken = new Set<string>();

  const roleOf = (element: PDFDict): string => {
    let role = source.name(element.get(key('S'))) ?? 'Div';
    for (let hops = 0; !STANDARD.has(role) && hops < 10; hops++) {
      const mapped = source.name(roles?.get(key(role)));
      if (mapped === undefined) break;
      role = mapped;
    }
    if (role === 'Document') return 'Part';
    // A link without its annotation is only text.
    return STANDARD.has(role) ? role : ['Link', 'Annot', 'Form', 'Ruby', 'Warichu'].includes(role) ? 'Span' : 'Div';
  };

  const content = (mcid: number | undefined, page: PDFDict | undefined): SourceKid[] => {
    const place = page && places.get(page);
    if (place === undefined || mcid === undefined || !(mcid >= 0 && mcid <= MAX_MCID)) return [];
    // One mark belongs to one element.
    const mark = `${place} ${mcid}`;
    if (taken.has(mark)) return [];
    taken.add(mark);
    return [{ place, mcid }];
  };

  const kidsOf = (object: PDFObject | undefined, page: PDFDict | undefined, depth: number): SourceKid[] => {
    const found = source.resolve(object);
    if (found instanceof source.lib.PDFArray) return found.asArray().flatMap((kid) => one(kid, page, depth));
    return one(found, page, depth);
  };

  const one = (object: PDFObject | undefined, page: PDFDict | undefined, depth: number): SourceKid[] => {
    const number = source.number(object);
    if (number !== undefined) return content(number, page);
    const kid = source.dictionary(object);
    if (!kid || depth > MAX_NESTING) return [];
    const own = source.dictionary(kid.get(key('Pg'))) ?? page;
    const type = source.name(kid.get(key('Type')));
    if (type === 'OBJR') return [];
    if (type === 'MCR') return kid.has(key('Stm')) ? [] : content(source.number(kid.get(key('MCID'))), own);
    if (seen.has(kid) || seen.size >= MAX_ELEMENTS) return [];
    seen.add(kid);
    const kids = kidsOf(kid.get(key('K')), own, depth + 1);
    const role = roleOf(kid);
    // The cells of a table stay even when they are empty, so that its rows are even.
    if (kids.length === 0 && role !== 'TD' && role !== 'TH') return [];
    return [
      {
        role,
        alt: source.text(kid.get(key('Alt'))),
        actualText: source.text(kid.get(key('ActualText'))),
        language: source.text(kid.get(key('Lang'))),
        attributes: attributesOf(source, kid, role),
        kids,
      },
    ];
  };

  const elements = kidsOf(root.get(key('K')), undefined, 0).filter((kid): kid is SourceElement => 'role' in kid);
  return taken.size === 0 ? null : elements;
}

function attributesOf(source: SourceDocument, element: PDFDict, role: string): SourceElement['attributes'] {
  const key = (name: string) => source.lib.PDFName.of(name);
  const isCell = role === 'TH' || role === 'TD';
  if (!isCell && role !== 'L') return null;
  const owner = isCell ? 'Table' : 'List';
  const entries: Record<string, string | number> = {};
  const list = source.array(element.get(key('A')))?.asArray() ?? [element.get(key('A'))];
  for (const attributes of list.flatMap((object) => source.dictionary(object) ?? [])) {
    if (source.name(attributes.get(key('O'))) !== owner) continue;
    for (const name of isCell ? ['ColSpan', 'RowSpan'] : []) {
      const span = source.number(attributes.get(key(name)));
      if (span !== undefined && span > 0 && span < 1000) entries[name] = Math.round(span);
    }
    for (const name of isCell ? ['Scope'] : ['ListNumbering']) {
      const value = source.name(attributes.get(key(name)));
      if (value !== undefined) entries[name] = value;
    }
  }
  if (role === 'TH' && entries['Scope'] === undefined) entries['Scope'] = 'Column';
  return Object.keys(entries).length === 0 ? null : { owner, entries };
}
