/** Why a font file cannot be used, and what to do about it. */
export interface FontProblem {
  readonly problem: string;
  readonly hint: string;
}

/** The tables of a font file by tag. */
export type SfntTables = ReadonlyMap<string, DataView>;

const REQUIRED_TABLES = ['cmap', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'] as const;
/** One face of a font file: its tables, and the face as a file of its own. */
export interface FontContent {
  /** sfnt version: 0x00010000 or `true` for TrueType outlines, `OTTO` for PostScript ones. */
  readonly version: number;
  readonly tables: SfntTables;
  /** How many faces the file has; above 1 only in collections. */
  readonly faceCount: number;
  /** The face as a plain sfnt file: the given bytes when they are one, else put together anew. */
  pack(): Uint8Array;
}

/** `OTTO` */
const POSTSCRIPT_VERSION = 0x4f54544f;
const STATIC_TTF = 'use a static TrueType (.ttf) file of the face';
const POSTSCRIPT: FontProblem = {
  problem: 'it has PostScript outlines (CFF)',
  hint: `${STATIC_TTF}; PostScript outlines are not supported`,
};

/** True when the value is a {@link FontProblem}. */
export function isFontProblem(value: unknown): value is FontProblem {
  return typeof value === 'object' && value !== null && 'problem' in value && 'hint' in value;
}

/** Why a face cannot be set and embedded, judged by the tables that it has; undefined when nothing speaks against it. */
export function unusableTables({ version, tables }: FontContent): FontProblem | undefined {
  if (version === POSTSCRIPT_VERSION || tables.has('CFF ') || tables.has('CFF2')) return POSTSCRIPT;
  if (tables.has('fvar')) {
    return { problem: 'it is a variable font', hint: 'use the static .ttf file of each weight and style' };
  }
  const missing = REQUIRED_TABLES.filter((tag) => !tables.has(tag));
  if (missing.length > 0) return { problem: `it lacks the tables ${missing.join(', ')}`, hint: STATIC_TTF };
  return undefined;
}
