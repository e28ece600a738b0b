import type { Inline } from '../document/types.js';

/** The text of inlines without its marks; line breaks become spaces. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map(textOf)
    .join('')
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
}

function textOf(inline: Inline): string {
  switch (inline.type) {
    case 'text':
    case 'code':
      return inline.value;
    case 'break':
      return ' ';
    default:
      return inline.children.map(textOf).join('');
  }
}
