import { AppendixError } from './appendix-error.js';

/** Most bytes of one appended file. */
export const MAX_BYTES = 32_000_000;
/** Most pages that one document may have, appended or not. */
export const MAX_PAGES = 500;
/** Most bytes that the streams of one document may inflate to. */
export const MAX_INFLATED = 256_000_000;
/** Most bytes of the drawing operators of one page, its annotations included. */
export const MAX_CONTENT = 24_000_000;
/** Most indirect objects of one document. */
export const MAX_OBJECTS = 250_000;
/** Deepest nesting of arrays and dictionaries, of the page tree and of the outline. */
export const MAX_NESTING = 60;
/** Most bytes that are read in vain: behind offsets that lead nowhere, in objects that never end. */
export const MAX_WASTED = 300_000_000;
/** Most pixels of one image. */
export const MAX_PIXELS = 250_000_000;

/** Counts what one document costs, and stops when it is too much: small files can ask for endless work. */
export class SourceBudget {
  #inflated = 0;
  #wasted = 0;
  #objects = 0;

  /** Bytes that may still be inflated. */
  get inflatable(): number {
    return MAX_INFLATED - this.#inflated;
  }

  inflate(bytes: number): void {
    this.#inflated += bytes;
    if (this.#inflated > MAX_INFLATED) {
      throw new AppendixError('appendix/too-large', `unpacks to more than ${MAX_INFLATED / 1e6} MB`);
    }
  }

  waste(bytes: number): void {
    this.#wasted += bytes;
    if (this.#wasted > MAX_WASTED) throw new AppendixError('appendix/damaged', 'is damaged beyond repair');
  }

  object(count = 1): void {
    this.#objects += count;
    if (this.#objects > MAX_OBJECTS) {
      throw new AppendixError('appendix/too-large', `has more than ${MAX_OBJECTS.toLocaleString('en-US')} objects`);
    }
  }
}
