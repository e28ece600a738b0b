import type { Letter } from '../schema/letter.js';

/** Names that Windows keeps for devices, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
/** Letters that Unicode does not decompose. */
const PLAIN: Readonly<Record<string, string>> = {
  đ: 'd',
  Đ: 'D',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
};

/**
 * A name that is safe as a file or folder name anywhere: letters, digits, `-` and `_`, at most 64 of them, none of the
 * names that Windows reserves.
 *
 * @example outputName('Trần Linh (2027)', 'applicant') // 'Tran-Linh-2027'
 */
export function outputName(text: string, fallback: string): string {
  const name = text
    .replace(/[đĐøØłŁßæÆ]/g, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9_-]+/gi, '-')
    .slice(0, 64)
    .replace(/^[-_]+|[-_]+$/g, '');
  if (name === '') return fallback;
  return RESERVED.test(name) ? `${name}_` : name;
}

/**
 * The file name (without `.pdf`) of each letter's packet, by letter id. Ids that differ only in case get a number, so
 * that they stay apart where file names ignore case; the names do not depend on which letters are made.
 */
export function packetNames({ letters }: { readonly letters: readonly Pick<Letter, 'id'>[] }): Map<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const { id } of letters) {
    const base = outputName(id, 'letter');
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${base}-${number}`;
    taken.add(name.toLowerCase());
    names.set(id, name);
  }
  return names;
}
