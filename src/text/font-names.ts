import type { FontProblem, SfntTables } from './sfnt.js';

/** Under which names a face goes. */
export interface FontNames {
  readonly family: string;
  /** CSS weight, 1 to 1000. */
  readonly weight: number;
  readonly style: 'normal' | 'italic';
}

/** Name identifiers (OpenType, "name"): the typographic family stands before the one of four styles. */
const TYPOGRAPHIC_FAMILY = 16;
const FAMILY = 1;
const SUBFAMILY = 2;
const MAX_NAME = 200;

/** Words of a subfamily that tell the weight, for faces without an OS/2 table; the longer ones first. */
const WEIGHT_WORDS: readonly (readonly [RegExp, number])[] = [
  [/extra.?light|ultra.?light/i, 200],
  [/semi.?bold|demi.?bold/i, 600],
  [/extra.?bold|ultra.?bold/i, 800],
  [/thin|hairline/i, 100],
  [/light/i, 300],
  [/medium/i, 500],
  [/black|heavy/i, 900],
  [/bold/i, 700],
];

/**
 * What a face says of itself: family by its name table (typographic family first, English first), weight and style by
 * OS/2, else by head and the subfamily's words. The family is undefined when the face names none.
 */
export function readFontNames(tables: SfntTables): Partial<FontNames> & Pick<FontNames, 'weight' | 'style'> {
  const names = readNames(tables.get('name'));
  const family = names.get(TYPOGRAPHIC_FAMILY) ?? names.get(FAMILY);
  const subfamily = names.get(SUBFAMILY) ?? '';
  const os2 = tables.get('OS/2');
  const head = tables.get('head');
  const macStyle = head !== undefined && head.byteLength >= 46 ? head.getUint16(44) : 0;
  const selection = os2 !== undefined && os2.byteLength >= 64 ? os2.getUint16(62) : 0;
  const isItalic = (selection & 0x01) !== 0 || (macStyle & 0x02) !== 0 || /italic|oblique/i.test(subfamily);
  return {
    ...(family === undefined ? {} : { family }),
    weight: weightOf(os2, macStyle, subfamily),
    style: isItalic ? 'italic' : 'normal',
  };
}

function weightOf(os2: DataView | undefined, macStyle: number, subfamily: string): number {
  const stated = os2 !== undefined && os2.byteLength >= 6 ? os2.getUint16(4) : 0;
  // Old fonts count from 1 to 9.
  if (stated >= 1 && stated <= 9) return 100 * stated;
  if (stated >= 10 && stated <= 1000) return stated;
  return WEIGHT_WORDS.find(([words]) => words.test(subfamily))?.[1] ?? ((macStyle & 1) !== 0 ? 700 : 400);
}

/** The names by identifier: Windows and Unicode records, English before other languages; Macintosh Roman last. */
function readNames(table: DataView | undefined): Map<number, string> {
  const best = new Map<number, { readonly rank: number; readonly text: string }>();
  if (table === undefined || table.byteLength < 6) return new Map();
  const count = Math.min(table.getUint16(2), Math.floor((table.byteLength - 6) / 12), 2000);
  const strings = table.getUint16(4);
  for (let i = 0; i < count; i++) {
    const record = 6 + 12 * i;
    const id = table.getUint16(record + 6);
    if (id !== FAMILY && id !== SUBFAMILY && id !== TYPOGRAPHIC_FAMILY) continue;
    const platform = table.getUint16(record);
    const language = table.getUint16(record + 4);
    const start = strings + table.getUint16(record + 10);
    const length = table.getUint16(record + 8);
    if (start + length > table.byteLength || length > 2 * MAX_NAME) continue;
    const wide = platform === 0 || platform === 3;
    if (!wide && platform !== 1) continue;
    const text = decode(new DataView(table.buffer, table.byteOffset + start, length), wide);
    const rank = platform === 3 && language === 0x409 ? 0 : wide ? 1 : 2;
    const known = best.get(id);
    if (text !== '' && (known === undefined || rank < known.rank)) best.set(id, { rank, text });
  }
  return new Map([...best].map(([id, { text }]) => [id, text]));
}

function decode(bytes: DataView, wide: boolean): string {
  let text = '';
  for (let i = 0; i + (wide ? 1 : 0) < bytes.byteLength; i += wide ? 2 : 1) {
    text += String.fromCharCode(wide ? bytes.getUint16(i) : bytes.getUint8(i));
  }
  return text
    .replace(/\p{Surrogate}|\p{Cc}|\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Bits of OS/2 fsType (OpenType, "OS/2"). Usage permissions are exclusive; the least restrictive one counts. */
const RESTRICTED = 0x0002;
const PREVIEW_OR_EDITABLE = 0x0004 | 0x0008;
const NO_SUBSETTING = 0x0100;
const BITMAPS_ONLY = 0x0200;

/** Why the maker of the face forbids to embed it as a subset, or undefined. */
export function embeddingProblem(tables: SfntTables): FontProblem | undefined {
  const os2 = tables.get('OS/2');
  const fsType = os2 !== undefined && os2.byteLength >= 10 ? os2.getUint16(8) : 0;
  const hint = 'ask its maker for a licence and a file that allow embedding, or use another font';
  if ((fsType & RESTRICTED) !== 0 && (fsType & PREVIEW_OR_EDITABLE) === 0) {
    return { problem: 'its maker forbids to embed it in documents (OS/2 fsType 2)', hint };
  }
  if ((fsType & NO_SUBSETTING) !== 0) {
    return { problem: 'its maker forbids to embed a part of it (OS/2 fsType 0x0100)', hint };
  }
  if ((fsType & BITMAPS_ONLY) !== 0) {
    return { problem: 'its maker allows to embed bitmaps only (OS/2 fsType 0x0200)', hint };
  }
  return undefined;
}
