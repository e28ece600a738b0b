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
  readonly conformance: Conformance;
  /** The document that it was made from. */
  readonly tree: DocumentTree;
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
