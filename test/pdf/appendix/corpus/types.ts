import type { AppendixRequest } from '../../../../src/pdf/index.js';

/** An awkward PDF and what must become of it. */
export interface CorpusFile {
  readonly name: string;
  readonly make: () => Uint8Array | Promise<Uint8Array>;
  readonly request?: Partial<AppendixRequest>;
  /** Number of appended pages, or the code of the diagnostic that takes their place. */
  /** Takes more than a moment: left to `npm run corpus`. */
  readonly isHeavy?: true;
  readonly expected: number | `appendix/${string}`;
  /** Codes of further diagnostics. */
  readonly notes?: readonly string[];
  /** Whether the first page shows the black square of the corpus. @default true for files with pages */
  readonly hasInk?: boolean;
  /** Text that the appended pages must have. */
  readonly text?: readonly string[];
  /** Text that must not be anywhere in the packet, nor in any of its streams. */
  readonly absent?: readonly string[];
}
