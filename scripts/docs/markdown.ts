import { BUILTIN_REFERENCE, findSource, type Sourced } from '../../src/reference/index.js';

function escape(text: string): string {
  return text.replace(/([\\|*_`<>[\]])/g, '\\$1').replace(/\s+/g, ' ');
}

/** Text that Markdown takes as it is, also inside a table; what stands between backticks stays code. */
export function plain(text: string): string {
  return text
    .split(/(`[^`|]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : escape(part)))
    .join('');
}

/** A table of cells that are Markdown already; an empty cell prints as a dash. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell || '–').join(' | ')} |`;
  return [line(head), line(head.map(() => ':--')), ...rows.map(line)].join('\n');
}

/** A bulleted list of plain texts. */
export function bullets(texts: readonly string[]): string {
  return texts.map((text) => `- ${plain(text)}`).join('\n');
}

/** A source key as a link to its page; a key whose page is only a copy is named without a link. */
export function sourceLink(key: string): string {
  const url = findSource(BUILTIN_REFERENCE, key)?.url;
  return url ? `[${key}](${url})` : key;
}

export function sourceLinks(keys: readonly string[]): string {
  return keys.map(sourceLink).join(', ');
}

/** Sources, confidence and date of a row, as three cells. */
export function standing({ sources, confidence, checkedOn }: Sourced): [string, string, string] {
  return [sourceLinks(sources), confidence, checkedOn];
}

export const STANDING_HEAD = ['Sources', 'Confidence', 'Checked on'] as const;

/** Parts of a page with one blank line between them. */
export function page(...parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

export const GENERATED =
  '<!-- Generated from the tables in src/ by "npm run docs". Edit the tables, not this page. -->';

/** The anchor that GitHub gives a heading. */
export function headingAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-');
}
