/** Titles that a reader expects next to the name: `Dr. Name`. */
const TITLE = /(?<![\p{L}\p{N}.])(?:Dr|Prof|Mr|Mrs|Ms|Mx|St)\.? +(?=\S)/gu;
/** A number and its short unit: `5 mg`, `30 min`, `3.5 GPA` stays as it is. */
const NUMBER_AND_UNIT =
  /\d +(?=(?:%|‰|°[CF]?|[kcmµμn]?[mgL]|mcg|dL|mmHg|mmol|mEq|IU|kg\/m²|bpm|Hz|kHz|MHz|h|hr|hrs|min|s|ms|pt|am|pm|AM|PM|a\.m\.|p\.m\.|USD|EUR)(?![\p{L}\p{N}]))/gu;
/** A dash or middle dot between spaces hangs on the word before it: the line may break after it only. */
const SPACED_DASH = / +(?=[-\u00B7\u2010\u2013\u2014\u2212] )/g;

/** Takes out the break opportunities between things that belong together. `opportunities` is changed. */
export function keepTogether(text: string, opportunities: Uint8Array): void {
  for (const rule of [TITLE, NUMBER_AND_UNIT, SPACED_DASH]) {
    for (const match of text.matchAll(rule)) opportunities[match.index + match[0].length] = 0;
  }
}
