/** Why a font file cannot be used, and what to do about it. */
export interface FontProblem {
  readonly problem: string;
  readonly hint: string;
}

/** The tables of a font file by tag. */
export type SfntTables = ReadonlyMap<string, DataView>;

const REQUIRED_TABLES = ['cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'] as const;
const STATIC_TTF = 'use a static TrueType (.ttf) file of the face';
const ANOTHER_COPY = 'get the file again from its source; this copy is cut or damaged';

const CONTAINERS: Readonly<Record<string, FontProblem>> = {
  wOFF: { problem: 'it is a WOFF file', hint: `${STATIC_TTF}, not the web font` },
  wOF2: { problem: 'it is a WOFF2 file', hint: `${STATIC_TTF}, not the web font` },
  ttcf: {
    problem: 'it is a font collection (.ttc)',
    hint: 'split the collection and use the single .ttf file of the face',
  },
  OTTO: { problem: 'it has PostScript outlines (CFF)', hint: `${STATIC_TTF}; PostScript outlines are not supported` },
};

/** True when the value is a {@link FontProblem}. */
export function isFontProblem(value: unknown): value is FontProblem {
  return typeof value === 'object' && value !== null && 'problem' in value && 'hint' in value;
}

/** Reads the table directory of a static TrueType font, and checks that every table lies inside the file. */
export function readSfnt(bytes: Uint8Array): SfntTables | FontProblem {
  if (bytes.length < 12) return { problem: 'the file is empty or cut off', hint: ANOTHER_COPY };
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const signature = tagAt(file, 0);
  const container = CONTAINERS[signature];
  if (container !== undefined) return container;
  if (file.getUint32(0) !== 0x00010000 && signature !== 'true') {
    return { problem: 'it is not a TrueType font file', hint: STATIC_TTF };
  }
  const tables = new Map<string, DataView>();
  const count = file.getUint16(4);
  if (12 + 16 * count > bytes.length) return { problem: 'its table directory is cut off', hint: ANOTHER_COPY };
  for (let i = 0; i < count; i++) {
    const entry = 12 + 16 * i;
    const offset = file.getUint32(entry + 8);
    const length = file.getUint32(entry + 12);
    const tag = tagAt(file, entry);
    if (offset + length > bytes.length) {
      return { problem: `its "${tag}" table lies outside the file`, hint: ANOTHER_COPY };
    }
    tables.set(tag, new DataView(bytes.buffer, bytes.byteOffset + offset, length));
  }
  return findProblem(tables) ?? tables;
}

function findProblem(tables: SfntTables): FontProblem | undefined {
  if (tables.has('CFF ') || tables.has('CFF2')) return CONTAINERS['OTTO'];
  if (tables.has('fvar')) {
    return { problem: 'it is a variable font', hint: 'use the static .ttf file of each weight and style' };
  }
  const missing = REQUIRED_TABLES.filter((tag) => !tables.has(tag));
  if (missing.length > 0) return { problem: `it lacks the tables ${missing.join(', ')}`, hint: STATIC_TTF };
  return undefined;
}

function tagAt(view: DataView, offset: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(offset + i)));
}
