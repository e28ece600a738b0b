import type { ConformanceReason, ConformanceStandard } from '../conformance.js';

/** What stands in an appended document that the packet cannot vouch for, gathered while it is copied. */
export class AppendixFacts {
  readonly #found = new Map<string, readonly ConformanceStandard[]>();
  readonly #claimed: ReadonlySet<ConformanceStandard>;

  /** @param claimed the standards that the document itself claims to keep */
  constructor(claimed: ReadonlySet<ConformanceStandard>) {
    this.#claimed = claimed;
  }

  /** @param what after the title of the document: `has a font that is not embedded` */
  add(what: string, standards: readonly ConformanceStandard[]): void {
    if (standards.length > 0) this.#found.set(what, standards);
  }

  /** Something that only its own claim speaks for. */
  addUnchecked(what: string): void {
    const all: readonly ConformanceStandard[] = ['pdfUa', 'pdfA'];
    this.add(
      what,
      all.filter((standard) => !this.#claimed.has(standard)),
    );
  }

  /** The reasons of one document. */
  reasons(title: string): ConformanceReason[] {
    return [...this.#found].map(([what, standards]) => ({
      code: 'appendix',
      standards,
      message: `the appended document “${title}” ${what}`,
    }));
  }
}
