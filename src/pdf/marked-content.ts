import type { ArtifactKind, PlacedItem } from '../layout/types.js';
import type { ByteSink } from './byte-sink.js';
import type { StructureContent, StructureNode } from './structure-content.js';
import { utf16Hex } from './to-unicode.js';

/** Property lists of artifacts (PDF 1.7, 14.8.2.2.2). */
const ARTIFACTS: Readonly<Record<ArtifactKind, string>> = {
  header: '/Type /Pagination /Subtype /Header /Attached [/Top]',
  footer: '/Type /Pagination /Subtype /Footer /Attached [/Bottom]',
  layout: '/Type /Layout',
  background: '/Type /Background',
};

/** What text needs beside its structure element so that readers get it right. */
export interface TextProperties {
  /** Replaces the text that the glyphs give. */
  readonly actualText?: string | undefined;
  /** BCP 47, where it differs from the element's. */
  readonly lang?: string | undefined;
  /**
   * What assistive technology gets: right-to-left text in the order in which it is read, since its glyphs follow in
   * visual order; a soft hyphen. Other readers turn such text round, and join the halves of a word, by themselves.
   */
  readonly spokenText?: string | undefined;
}

/**
 * Opens and closes the marked-content sequences of one page. All of a page's content is in exactly one sequence at a
 * time, never nested: neighbouring items of one owner share it.
 */
export class MarkedContent {
  readonly #sink: ByteSink;
  readonly #structure: StructureContent;
  readonly #page: number;
  #owner: StructureNode | ArtifactKind | undefined;
  #shareable = false;

  constructor(sink: ByteSink, structure: StructureContent, page: number) {
    this.#sink = sink;
    this.#structure = structure;
    this.#page = page;
  }

  /** Makes sure that what follows belongs to the element. Text with properties gets a sequence of its own. */
  enterElement(element: StructureNode, { actualText, lang, spokenText }: TextProperties = {}): void {
    // Language tags are letters, digits and hyphens; anything else is no language.
    const tag = lang !== undefined && /^[A-Za-z0-9-]+$/.test(lang) ? lang : undefined;
    if (spokenText !== undefined || tag !== undefined) {
      this.enterElement(this.#structure.addSpan(element, spokenText, tag), { actualText });
      return;
    }
    const plain = actualText === undefined;
    if (plain && this.#shareable && this.#owner === element) return;
    this.leave();
    const mcid = this.#structure.addContent(element, this.#page);
    const type = plain ? this.#structure.role(element) : 'Span';
    this.#sink.latin1('/').latin1(type).latin1(' <</MCID ').integer(mcid);
    if (!plain) this.#sink.latin1(` /ActualText <FEFF${utf16Hex(actualText)}>`);
    this.#sink.latin1('>> BDC\n');
    this.#owner = element;
    this.#shareable = plain;
  }

  /** Makes sure that what follows is an artifact. Backgrounds must state their box, so each is on its own. */
  enterArtifact(kind: ArtifactKind, box?: readonly [number, number, number, number]): void {
    if (this.#shareable && this.#owner === kind) return;
    this.leave();
    const needsBox = kind === 'background' && box !== undefined;
    this.#sink.latin1('/Artifact <<').latin1(ARTIFACTS[kind]);
    if (needsBox) {
      this.#sink.latin1(' /BBox [');
      for (const edge of box) this.#sink.separate().number(edge);
      this.#sink.latin1(']');
    }
    this.#sink.latin1('>> BDC\n');
    this.#owner = kind;
    this.#shareable = !needsBox;
  }

  /** Enters what the item says it belongs to; without an element it is an artifact, of layout unless it says more. */
  enterItem(item: PlacedItem, box?: readonly [number, number, number, number]): void {
    if (item.element !== null) this.enterElement(this.#structure.node(item.element));
    else this.enterArtifact(item.artifact ?? 'layout', box);
  }

  /** Closes the open sequence, if any. */
  leave(): void {
    if (this.#owner !== undefined) this.#sink.latin1('EMC\n');
    this.#owner = undefined;
    this.#shareable = false;
  }
}
