import type { FontProblem, SfntTables } from './sfnt.js';

/** What a face's tables say about its size; font units. */
export interface FaceMetrics {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  /** Undefined when the OS/2 table is missing or older than version 2. */
  readonly capHeight: number | undefined;
  readonly xHeight: number | undefined;
  readonly italicAngle: number;
  readonly boundingBox: readonly [number, number, number, number];
  readonly isFixedPitch: boolean;
  /** Advance by glyph id; glyphs after the end share the last entry. */
  readonly advances: Uint16Array;
}

const DAMAGED = 'get the file again from its source; this copy is damaged';

/**
 * Reads head, hhea, hmtx, maxp, OS/2 and post. The vertical metrics are OS/2's typographic ones, else those of hhea.
 */
export function readFaceMetrics(tables: SfntTables): FaceMetrics | FontProblem {
  const head = table(tables, 'head', 54);
  const hhea = table(tables, 'hhea', 36);
  const maxp = table(tables, 'maxp', 6);
  if (head === undefined || hhea === undefined || maxp === undefined) {
    return { problem: 'its head, hhea or maxp table is too short', hint: DAMAGED };
  }
  if (!hasUnicodeMap(tables)) {
    return { problem: 'it maps no Unicode characters to glyphs', hint: 'use a face with a Unicode cmap table' };
  }
  const unitsPerEm = head.getUint16(18);
  if (unitsPerEm < 16 || unitsPerEm > 16384) {
    return { problem: `its units per em are ${unitsPerEm}`, hint: DAMAGED };
  }
  const glyphCount = maxp.getUint16(4);
  const advances = readAdvances(tables, hhea.getUint16(34), glyphCount);
  if (advances === undefined) return { problem: 'its hmtx table is too short', hint: DAMAGED };
  if (!hasWholeOutlines(tables, glyphCount, head.getInt16(50) === 0)) {
    return { problem: 'its glyph outlines are cut off', hint: DAMAGED };
  }
  const os2 = table(tables, 'OS/2', 78);
  const modernOs2 = os2 !== undefined && os2.getUint16(0) >= 2 && os2.byteLength >= 96 ? os2 : undefined;
  const post = table(tables, 'post', 16);
  const typographic = os2 !== undefined && os2.getInt16(68) > 0;
  return {
    unitsPerEm,
    ascent: typographic ? os2.getInt16(68) : hhea.getInt16(4),
    descent: -Math.abs(typographic ? os2.getInt16(70) : hhea.getInt16(6)),
    capHeight: positive(modernOs2?.getInt16(88)),
    xHeight: positive(modernOs2?.getInt16(86)),
    italicAngle: post === undefined ? 0 : post.getInt32(4) / 65536,
    boundingBox: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    isFixedPitch: post !== undefined && post.getUint32(12) !== 0,
    advances,
  };
}

function table(tables: SfntTables, tag: string, minimum: number): DataView | undefined {
  const view = tables.get(tag);
  return view !== undefined && view.byteLength >= minimum ? view : undefined;
}

function positive(value: number | undefined): number | undefined {
  return value !== undefined && value > 0 ? value : undefined;
}

function readAdvances(tables: SfntTables, longMetrics: number, glyphCount: number): Uint16Array | undefined {
  const needed = 4 * longMetrics + 2 * Math.max(0, glyphCount - longMetrics);
  const hmtx = table(tables, 'hmtx', needed);
  if (hmtx === undefined || longMetrics === 0) return undefined;
  const advances = new Uint16Array(longMetrics);
  for (let i = 0; i < longMetrics; i++) advances[i] = hmtx.getUint16(4 * i);
  return advances;
}

/** True when the cmap has a subtable for Unicode (platform 0, or platform 3 with encoding 1 or 10). */
function hasUnicodeMap(tables: SfntTables): boolean {
  const cmap = table(tables, 'cmap', 4);
  if (cmap === undefined) return false;
  const count = Math.min(cmap.getUint16(2), Math.floor((cmap.byteLength - 4) / 8));
  for (let i = 0; i < count; i++) {
    const platform = cmap.getUint16(4 + 8 * i);
    const encoding = cmap.getUint16(6 + 8 * i);
    if (platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10))) return true;
  }
  return false;
}

/** The last loca entry must lie inside glyf, and the entries must not run backwards. */
function hasWholeOutlines(tables: SfntTables, glyphCount: number, short: boolean): boolean {
  const loca = table(tables, 'loca', (glyphCount + 1) * (short ? 2 : 4));
  const glyf = tables.get('glyf');
  if (loca === undefined || glyf === undefined || glyphCount === 0) return false;
  let previous = 0;
  for (let i = 0; i <= glyphCount; i++) {
    const offset = short ? 2 * loca.getUint16(2 * i) : loca.getUint32(4 * i);
    if (offset < previous || offset > glyf.byteLength) return false;
    previous = offset;
  }
  return true;
}
