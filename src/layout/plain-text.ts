import { foldSpaces } from '../document/index.js';
import type { Inline } from '../document/types.js';

/** The text of inlines without its marks; line breaks become spaces. */
export function plainText(inlines: readonly Inline[]): string {
  return foldSpaces(textOf(inlines)).trim();
}

function textOf(inlines: readonly Inline[]): string {
  let text = '';
  for (const inline of inlines) {
    if ('children' in inline) text += textOf(inline.children);
    else text += inline.type === 'break' ? ' ' : inline.value;
  }
  return text;
}

/** True when {@link plainText} is empty. */
export function isBlank(inlines: readonly Inline[]): boolean {
  return inlines.every(isBlankInline);
}

function isBlankInline(inline: Inline): boolean {
  if ('children' in inline) return isBlank(inline.children);
  return inline.type === 'break' || !/\S/.test(inline.value);
}

/** True when {@link plainText} ends in a colon. */
export function endsInColon(inlines: readonly Inline[]): boolean {
  let end = inlines.length - 1;
  while (end >= 0 && isBlankInline(inlines[end]!)) end -= 1;
  const last = inlines[end];
  if (last === undefined || last.type === 'break') return false;
  return 'children' in last ? endsInColon(last.children) : last.value.trimEnd().endsWith(':');
}
