/** What layout needs to know of documents that are appended to a packet. Their drawing stays with the PDF writer. */

/** A rectangle on a page as it is shown: points from its top left corner. */
export interface ShownRectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A link of an appended page: to an address, or to a page of the same document, by its index among the pages here. */
export type AppendedLink = ShownRectangle & ({ readonly uri: string } | { readonly page: number; readonly y: number });

/** What was entered in a field of a form that does not say itself how it looks. */
export interface AppendedField extends ShownRectangle {
  readonly text: string;
  /** Size of type, points; 0 to fit the field. */
  readonly size: number;
  readonly align: 'left' | 'center' | 'right';
  readonly isMultiline: boolean;
  /** Number of equal cells with a character each; 0 for running text. */
  readonly cells: number;
}

/** One page, as large as it is shown: turned and in its own unit. Points. */
export interface AppendedPage {
  readonly width: number;
  readonly height: number;
  readonly links: readonly AppendedLink[];
  readonly fields: readonly AppendedField[];
}

export interface AppendedBookmark {
  readonly title: string;
  /** 1 is the document's top level. */
  readonly level: number;
  /** Index among the pages here. */
  readonly page: number;
  /** From the top of the page, points. */
  readonly y: number;
}

/** A document whose pages follow those of the packet. */
export interface AppendedDocument {
  /** Capital letter that names it: `A`. */
  readonly label: string;
  readonly title: string;
  /** BCP 47, when it differs from the packet's. */
  readonly language?: string;
  /** Its own tags say what its pages hold; otherwise each page is a figure. */
  readonly isTagged: boolean;
  readonly pages: readonly AppendedPage[];
  readonly bookmarks: readonly AppendedBookmark[];
}
