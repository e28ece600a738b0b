/** What may happen at an offset of a text. */
export const Opportunity = {
  None: 0,
  /** A break by UAX 14, or between words of a script without spaces. */
  Break: 1,
  /** A break inside an address or ID that is too long for its line. */
  Address: 2,
  /** A break of last resort, where the rules forbid one but the piece is wider than the line. */
  Emergency: 3,
  /** A break between words that had better stay together. */
  Reluctant: 4,
} as const;

/** {@link Opportunity} by offset: entry `i` stands for the place before UTF-16 unit `i`. */
export type Opportunities = Uint8Array;
