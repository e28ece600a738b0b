import { createBoundedCache } from '../bounded-cache.js';
import { isNamePath, mapInlines } from '../document/index.js';
import type { Block, Inline } from '../document/types.js';

/** Shorter words are never hyphenated. */
const LONG_WORD = /\p{Lu}[\p{L}\p{M}]{5,}/gu;
/** A capital after a small letter or a comma does not begin a sentence: the word is a name, or part of one. */
const INSIDE_SENTENCE = /(?<=[\p{Ll}\p{M},] )\p{Lu}[\p{L}\p{M}]{5,}/gu;

/** German capitalises ordinary nouns. */
const CAPITALISES_NOUNS = /^de(?:-|$)/i;

function longWords(text: string): string[] {
  return text.match(LONG_WORD) ?? [];
}

/** Characters of texts whose names are kept: most stand in the packets of all letters, or of all applicants. */
const CHARACTERS_KEPT = 1_000_000;
const known = createBoundedCache<readonly string[]>(CHARACTERS_KEPT, ({ length }) => length + 1);

function namesInside(text: string): readonly string[] {
  let names = known.get(text);
  if (names === undefined) known.set(text, (names = text.match(INSIDE_SENTENCE) ?? []));
  return names;
}

/**
 * The words of names in a document: those of values that are names, and those that have a capital inside a sentence.
 * Other words with a capital may be hyphenated where they begin a sentence.
 */
export function findProperNames(blocks: readonly Block[], lang: string): ReadonlySet<string> {
  const names = new Set<string>();
  mapInlines(blocks, addNames, { names, lang });
  return names;
}

function addNames(
  inlines: readonly Inline[],
  found: { readonly names: Set<string>; readonly lang: string },
): readonly Inline[] {
  for (const inline of inlines) {
    if ('children' in inline) addNames(inline.children, found);
    else if (inline.type === 'text') {
      const isName = inline.path !== undefined && isNamePath(inline.path);
      if (!isName && CAPITALISES_NOUNS.test(inline.lang ?? found.lang)) continue;
      for (const word of isName ? longWords(inline.value) : namesInside(inline.value)) found.names.add(word);
    }
  }
  return inlines;
}
