import { isNamePath, mapInlines } from '../document/index.js';
import type { Block, Inline } from '../document/types.js';

/** Shorter words are never hyphenated. */
const LONG_WORD = /\p{Lu}[\p{L}\p{M}]{5,}/gu;
/** A capital after a small letter or a comma does not begin a sentence: the word is a name, or part of one. */
const INSIDE_SENTENCE = /(?<=[\p{Ll}\p{M},] )\p{Lu}[\p{L}\p{M}]{5,}/gu;

/** German capitalises ordinary nouns. */
const CAPITALISES_NOUNS = /^de(?:-|$)/i;

/**
 * The words of names in a document: those of values that are names, and those that have a capital inside a sentence.
 * Other words with a capital may be hyphenated where they begin a sentence.
 */
export function findProperNames(blocks: readonly Block[], lang: string): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (inlines: readonly Inline[]): readonly Inline[] => {
    for (const inline of inlines) {
      if ('children' in inline) visit(inline.children);
      else if (inline.type === 'text') {
        const isName = inline.path !== undefined && isNamePath(inline.path);
        if (!isName && CAPITALISES_NOUNS.test(inline.lang ?? lang)) continue;
        const pattern = isName ? LONG_WORD : INSIDE_SENTENCE;
        for (const [word] of inline.value.matchAll(pattern)) names.add(word);
      }
    }
    return inlines;
  };
  mapInlines(blocks, visit);
  return names;
}
