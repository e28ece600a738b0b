import type { Inline } from './types.js';

/** Gives each heading an id from its text, unique in the document: `dates`, `dates-2`, or `section-5` without ASCII. */
export class HeadingIds {
  readonly #taken = new Set<string>();
  /** Where to go on counting a repeated text, so that a thousand equal headings take no longer than different ones. */
  readonly #lastNumber = new Map<string, number>();
  #count = 0;

  next(heading: readonly Inline[]): string {
    this.#count += 1;
    const base = slug(plainText(heading)) || `section-${this.#count}`;
    let id = base;
    let n = this.#lastNumber.get(base) ?? 1;
    while (this.#taken.has(id)) id = `${base}-${(n += 1)}`;
    this.#lastNumber.set(base, n);
    this.#taken.add(id);
    return id;
  }

  has(id: string): boolean {
    return this.#taken.has(id);
  }
}

/** The text of inlines without their formatting; a line break is a space. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'break') return ' ';
      return 'children' in inline ? plainText(inline.children) : inline.value;
    })
    .join('');
}

function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 64)
    .replace(/^-+|-+$/g, '');
}
