import createBidi from 'bidi-js';

/** Embedding levels of a paragraph (UAX 9); null stands for left-to-right throughout. */
export interface BidiLevels {
  readonly base: 0 | 1;
  readonly levels: Uint8Array | null;
}

/** Letters, marks and controls that make a text other than plainly left-to-right. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFE\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

const bidi = createBidi();

/** Levels of every UTF-16 unit. The first strong character gives the paragraph's direction (rules P2 and P3). */
export function resolveLevels(text: string): BidiLevels {
  if (!RIGHT_TO_LEFT.test(text)) return { base: 0, levels: null };
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text, 'auto');
  return { base: ((paragraphs[0]?.level ?? 0) & 1) as 0 | 1, levels };
}

/** Puts the parts of one line from logical into visual order (UAX 9, rule L2). */
export function reorderVisually<T extends { readonly level: number }>(parts: readonly T[]): readonly T[] {
  let highest = 0;
  let lowestOdd = Infinity;
  for (const { level } of parts) {
    highest = Math.max(highest, level);
    if (level & 1) lowestOdd = Math.min(lowestOdd, level);
  }
  if (lowestOdd === Infinity) return parts;
  const order = [...parts];
  for (let level = highest; level >= lowestOdd; level--) {
    for (let start = 0; start < order.length; start++) {
      let end = start;
      while (end < order.length && (order[end]?.level ?? -1) >= level) end++;
      if (end > start + 1) order.splice(start, end - start, ...order.slice(start, end).reverse());
      if (end > start) start = end;
    }
  }
  return order;
}
