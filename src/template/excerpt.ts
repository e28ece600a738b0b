/** The end of a sentence: its mark, closing quotes, and the space before the next one. */
const SENTENCE_END = /[.!?…。؟।]["'”’»)\]]*(?=\s|$)/gu;
/** Marks after these end no sentence: titles, initials and common abbreviations. */
const ABBREVIATION =
  /(?:^|[\s(])(?:\p{Lu}|Dr|Mr|Mrs|Ms|Prof|St|vs|etc|e\.g|i\.e|No|Fig|approx|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.$/u;

/**
 * The beginning of a text in at most `most` characters: as many whole sentences as fit, or, when the first is longer, its
 * first whole words and an ellipsis, with white space as single spaces. A text that fits stays as it is.
 *
 * @example excerpt('One. Two is longer.', 10) // 'One.'
 */
export function excerpt(text: string, most: number): string {
  if (text.length <= most) return text;
  const whole = text.trim().replace(/\s+/g, ' ');
  if (whole.length <= most) return whole;
  let end = 0;
  for (const match of whole.matchAll(SENTENCE_END)) {
    const at = match.index + match[0].length;
    if (at > most) break;
    if (!ABBREVIATION.test(whole.slice(0, match.index + 1))) end = at;
  }
  if (end > 0) return whole.slice(0, end);
  const cut = whole.slice(0, Math.max(1, most - 1));
  const word = cut.replace(/\s+\S*$/u, '');
  return `${(word === '' ? cut : word).replace(/[\s,;:–—-]+$/u, '')}…`;
}
