import type { Heading } from './types.js';

/**
 * Levels for the headings of a text that stands below a heading of level `base`: its first heading is one level
 * deeper, and no level is left out however the text counts its own (PDF/UA-1, 7.4.2).
 */
export function relativeLevels(base: number): (depth: number) => Heading['level'] {
  const open: number[] = [];
  return (depth) => {
    while (open.length > 0 && (open.at(-1) ?? 0) >= depth) open.pop();
    open.push(depth);
    return Math.min(6, base + open.length) as Heading['level'];
  };
}
