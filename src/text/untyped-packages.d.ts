/** Types of the packages this folder uses that ship none (or none that fit their module format). */

declare module 'linebreak' {
  /** UAX 14 line break opportunities. */
  export default class LineBreaker {
    constructor(text: string);
    /** The next opportunity, or null at the end. `required` marks a mandatory break. */
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}

declare module 'hyphen' {
  /** Level table, pattern trie, and exceptions (word to break offsets). */
  export type PatternDefinition = readonly [unknown, unknown, Readonly<Record<string, readonly number[]>>?];
  interface HyphenatorOptions {
    readonly hyphenChar?: string;
    readonly minWordLength?: number;
    readonly html?: boolean;
    readonly async?: false;
  }
  export default function createHyphenator(
    patterns: PatternDefinition,
    options?: HyphenatorOptions,
  ): (text: string) => string;
}

declare module 'hyphen/patterns/*.js' {
  import type { PatternDefinition } from 'hyphen';
  const patterns: PatternDefinition;
  export default patterns;
}

// The package's own types describe its ES module file; Node loads the CommonJS one, whose export is the function.
declare module 'bidi-js' {
  interface Bidi {
    /** UAX 9 levels of every UTF-16 unit, and the base level of every paragraph. */
    getEmbeddingLevels(
      text: string,
      baseDirection?: 'ltr' | 'rtl' | 'auto',
    ): { readonly levels: Uint8Array; readonly paragraphs: readonly { readonly level: number }[] };
  }
  export default function createBidi(): Bidi;
}
