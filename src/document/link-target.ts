import type { Slot } from '../template/index.js';
import { splitAtMarks } from '../template/index.js';
import { decodeEntities } from './entities.js';

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const ALLOWED = new Set(['http', 'https', 'mailto', 'tel']);
const EMAIL = /^[^\s@<>()[\],;:\\"]+@[^\s@<>()[\],;:\\"/?#]+\.[^\s@<>()[\],;:\\"/?#]+$/;
const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}(?:[:/?#]|$)/u;
/** Any character that a URI cannot hold as it is (RFC 3986, section 2). */
const NOT_IN_URI = /[^!#$%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]/gu;
const CONTROL_OR_SPACE = /[\u0000-\u0020\u007f-\u00a0\u2028\u2029]/;

/** A target that is safe to link to, no target because its value is empty, or one that is refused. */
export type LinkTarget = { readonly href: string } | 'empty' | { readonly refused: string };

/**
 * Resolves where a link leads: http, https, mailto, tel, or `#heading-id`; nothing else can run or leak anything.
 * A target that is one value gets what people leave out (`mailto:` for an e-mail address, `https://` for a bare
 * domain; before `www.` everywhere); a value inside a longer target is encoded, so that it stays within its part of it.
 *
 * @param literal True for autolinks, in which character references mean nothing.
 */
export function linkTarget(target: string, slots: readonly Slot[], literal: boolean): LinkTarget {
  const pieces = splitAtMarks(target, slots);
  const [first] = pieces;
  if (first === undefined) return 'empty';
  if (pieces.length === 1 && 'slot' in first) return valueTarget(first.slot.value.trim());
  let href = '';
  for (const piece of pieces) {
    if ('text' in piece) href += literal ? piece.text : decodeEntities(piece.text);
    else if (/^tel:$/i.test(href)) href += telephone(piece.slot.value);
    else href += encodePart(piece.slot.value.trim());
  }
  if (/^(?:mailto|tel):$/i.test(href)) return 'empty';
  return checked(/^www\./i.test(href) ? `https://${href}` : href.trim());
}

function valueTarget(value: string): LinkTarget {
  if (value === '') return 'empty';
  if (SCHEME.test(value) && !DOMAIN.test(value)) return checked(value);
  if (EMAIL.test(value)) return checked(`mailto:${value}`);
  if (DOMAIN.test(value)) return checked(`https://${value}`);
  return checked(value);
}

function checked(href: string): LinkTarget {
  if (href === '') return 'empty';
  const scheme = SCHEME.exec(href)?.[1]?.toLowerCase();
  const internal = href.length > 1 && href.startsWith('#');
  if (CONTROL_OR_SPACE.test(href) || !(internal || (scheme !== undefined && ALLOWED.has(scheme)))) {
    return { refused: href };
  }
  return { href: internal ? href : encodeForeign(href) };
}

function encodeForeign(href: string): string {
  return href.replace(NOT_IN_URI, (character) => encodeURIComponent(wellFormed(character)));
}

function encodePart(value: string): string {
  return encodeURIComponent(wellFormed(value)).replace(/%(?:2F|3A|40|2C|3B)/g, decodeURIComponent);
}

/** Lone surrogates have no encoding; they become U+FFFD. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** The digits of a telephone number as RFC 3966 has them, without its spacing and without an extension in words. */
function telephone(value: string): string {
  const number = /^[+\d\s().\-\u2010-\u2013/]*/.exec(value.trim())?.[0] ?? '';
  return number.replace(/[^+\d]/g, '');
}
