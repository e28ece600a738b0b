import { HIDDEN_CHARACTERS } from '../schema/values.js';

const HIDDEN = new RegExp(`[${HIDDEN_CHARACTERS}]`, 'g');
const SCHEME = /^([a-z][a-z+.-]*):(?!\d)/i;

/**
 * The web address that a text without a proper `https://` most likely meant, or null; a text of another scheme
 * (`ftp:`, `javascript:`) meant none.
 *
 * @example proposeWebAddress('https:/example.org/me') // 'https://example.org/me'
 */
export function proposeWebAddress(typed: string): string | null {
  const text = typed.replace(HIDDEN, '');
  if (text !== typed && /^https?:\/\/[^/]/i.test(text)) return text;
  const misspelt = /^(https?)(?::?\/\/?|:)(?=[^\s/:])/i.exec(text);
  if (misspelt) return `${misspelt[1] ?? ''}://${text.slice(misspelt[0].length)}`;
  // A host has a dot, and a port after it is no scheme: `example.org:8080/me`.
  if (SCHEME.test(text) || !/^[^\s/]+\.[^\s/]/.test(text)) return null;
  return `https://${text}`;
}

/**
 * The e-mail addresses in a text that is more than one, in their order: a name with its address in angle brackets, a
 * link, several addresses.
 *
 * @example proposeEmails('Linh Tran <linh@example.org>') // ['linh@example.org']
 */
export function proposeEmails(text: string): string[] {
  const plain = text
    .replace(HIDDEN, '')
    .normalize('NFKC')
    .replace(/^mailto:/i, '');
  return plain
    .split(/[\s<>()[\],;:"]+/)
    .filter((word) => /^[^@]+@[^@]+\.[^@.]{2,}$/.test(word.replace(/\.+$/, '')))
    .map((word) => word.replace(/\.+$/, ''));
}

/** True when an address has characters that nobody sees, so that the right one looks the same. */
export function hasHidden(text: string): boolean {
  return text.replace(HIDDEN, '') !== text;
}
