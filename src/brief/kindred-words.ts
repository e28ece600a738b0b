/** Words of any text that say nothing about what it tells. */
const COMMON = new Set(
  (
    'about above after again against always among another around because become before began being below between both ' +
    'brought could doctor doctors during early every everyone family first found from given going hospital hours ' +
    'later learned medical medicine might months never night other others ought patient patients people program ' +
    'rather right said same second several should shown since small still student students their there these thing ' +
    'things third those though three through times today together toward under until weeks wards where whether which ' +
    'while whose within without would years'
  ).split(' '),
);
/** Letters by which words are compared, so that "handoff" and "handoffs", "measure" and "measured" are one. */
const STEM = 6;

/** Stems of the texts compared last: each theme is held against each moment, for each letter again. */
const known = new Map<string, ReadonlySet<string>>();
const MOST_KNOWN = 300;

function stems(text: string): ReadonlySet<string> {
  let found = known.get(text);
  if (found !== undefined) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  found = findStems(text);
  known.set(text, found);
  return found;
}

function findStems(text: string): Set<string> {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}]{5,}/gu) ?? [];
  return new Set(words.filter((word) => !COMMON.has(word)).map((word) => word.slice(0, STEM)));
}

/**
 * How many telling words two texts share: words of five letters or more that are not common, compared by their first
 * six letters.
 *
 * @example kindredWords('Careful with handoffs', 'I rewrote the handoff') // 1
 */
export function kindredWords(a: string, b: string): number {
  const other = stems(b);
  return [...stems(a)].filter((stem) => other.has(stem)).length;
}
