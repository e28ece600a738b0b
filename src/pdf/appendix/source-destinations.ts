import type { PDFDict, PDFObject } from 'pdf-lib';
import { MAX_NESTING } from './limits.js';
import type { SourceDocument } from './source-document.js';
import type { SourcePage } from './source-pages.js';

/** Where something of the document leads: to a page, or to a web or mail address. Anything else leads nowhere. */
export type SourceTarget = { readonly page: number; readonly top: number | null } | { readonly uri: string };

const SAFE_URI = /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu;
/** Most characters of an address. */
const MAX_URI = 2000;

/** Follows actions and destinations of one document. */
export class SourceDestinations {
  readonly #source: SourceDocument;
  readonly #pages: ReadonlyMap<PDFDict, number>;
  #names: ReadonlyMap<string, PDFObject> | undefined;

  constructor(source: SourceDocument, pages: readonly SourcePage[]) {
    this.#source = source;
    this.#pages = new Map(pages.map(({ dictionary }, index) => [dictionary, index]));
  }

  /** Where a link or bookmark leads; null when nowhere, or where a copy must not lead. */
  target(dictionary: PDFDict): SourceTarget | null {
    const { lib } = this.#source;
    const destination = dictionary.get(lib.PDFName.of('Dest'));
    if (destination !== undefined) return this.#destination(destination);
    const action = this.#source.dictionary(dictionary.get(lib.PDFName.of('A')));
    if (!action) return null;
    const kind = this.#source.name(action.get(lib.PDFName.of('S')));
    if (kind === 'GoTo') return this.#destination(action.get(lib.PDFName.of('D')));
    if (kind !== 'URI') return null;
    const uri = this.#source.text(action.get(lib.PDFName.of('URI')))?.trim() ?? '';
    return uri.length <= MAX_URI && SAFE_URI.test(uri) ? { uri } : null;
  }

  #destination(object: PDFObject | undefined, depth = 0): SourceTarget | null {
    const { lib } = this.#source;
    const found = this.#source.resolve(object);
    if (found instanceof lib.PDFArray) {
      const page = this.#source.dictionary(found.get(0));
      const index = page ? this.#pages.get(page) : this.#source.number(found.get(0));
      if (index === undefined) return null;
      const isExact = this.#source.name(found.get(1)) === 'XYZ';
      const top = isExact ? this.#source.number(found.get(3)) : this.#source.number(found.get(2));
      return { page: index, top: top ?? null };
    }
    if (found instanceof lib.PDFDict)
      return depth > 3 ? null : this.#destination(found.get(lib.PDFName.of('D')), depth + 1);
    const name = found instanceof lib.PDFName ? found.decodeText() : this.#source.text(found);
    if (name === undefined || depth > 3) return null;
    return this.#destination((this.#names ??= this.#readNames()).get(name), depth + 1);
  }

  /** The named destinations: the name tree of PDF 1.2 and later, and the dictionary before it. */
  #readNames(): Map<string, PDFObject> {
    const { lib } = this.#source;
    const key = (name: string) => lib.PDFName.of(name);
    const names = new Map<string, PDFObject>();
    const { catalog } = this.#source;
    for (const [name, value] of this.#source.dictionary(catalog.get(key('Dests')))?.entries() ?? []) {
      names.set(name.decodeText(), value);
    }
    const seen = new Set<PDFDict>();
    const visit = (object: PDFObject | undefined, depth: number): void => {
      const node = this.#source.dictionary(object);
      if (!node || seen.has(node) || depth > MAX_NESTING) return;
      seen.add(node);
      const pairs = this.#source.array(node.get(key('Names')))?.asArray() ?? [];
      for (let i = 0; i + 1 < pairs.length; i += 2) {
        const name = this.#source.text(pairs[i]);
        if (name !== undefined) names.set(name, pairs[i + 1]!);
      }
      for (const kid of this.#source.array(node.get(key('Kids')))?.asArray() ?? []) visit(kid, depth + 1);
    };
    visit(this.#source.dictionary(catalog.get(key('Names')))?.get(key('Dests')), 0);
    return names;
  }
}
