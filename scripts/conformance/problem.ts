import type { DocumentTree } from '../../src/document/types.js';
import type { Conformance } from '../../src/pdf/index.js';
import type { PdfFile } from './pdf-file.js';
import type { TaggedFile } from './structure-nodes.js';

/** What is wrong with a file: the name of the check, and what it found. */
export interface Problem {
  readonly check: string;
  readonly found: string;
}

/** What a file must be. */
export interface Expectation {
  /** What the result of rendering says. */
  readonly conformance: Conformance;
  /** Codes of what was noticed while rendering, and of what had to be. */
  readonly diagnostics: readonly string[];
  readonly codes: readonly string[];
  /** The standards that it must keep and claim. */
  readonly claims: Pick<Conformance, 'pdfUa' | 'pdfA'>;
  /** The document that it was made from. */
  readonly tree: DocumentTree;
  /** The documents appended to it, in their order: title, and what the structure says of them, `role: text`. */
  readonly appended: readonly { readonly title: string; readonly texts: readonly string[] }[];
  /** Names of the files that it must carry, no others. */
  readonly attachments: readonly string[];
}

/** A file opened for checking. */
export interface Subject {
  readonly file: PdfFile;
  readonly tagged: TaggedFile;
  readonly expected: Expectation;
}

/** Finds problems of one kind. */
export type Check = (subject: Subject) => Iterable<string>;
