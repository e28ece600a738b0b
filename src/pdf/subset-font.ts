import { ByteSink } from './byte-sink.js';
import { componentGlyphs, isComposite, withoutInstructions } from './glyph-outline.js';
import { readSfnt, type SfntTables, unusableFont, writeSfnt } from './sfnt.js';
import { type SyntheticOutline, syntheticOutline } from './synthetic-outline.js';
import type { SyntheticGlyph } from './synthetic-glyph.js';

/** Offset and length of glyphs in glyf, and the tables that a subset is cut from. */
interface GlyphSource {
  readonly tables: Readonly<Record<'head' | 'hhea' | 'maxp' | 'hmtx' | 'loca' | 'glyf', DataView>>;
  readonly longOffsets: boolean;
  readonly glyphCount: number;
  readonly metricCount: number;
  /** The glyphs that subsets had until now. */
  readonly glyphs: Map<number, KeptGlyph>;
}

/** A glyph as subsets have it. */
interface KeptGlyph {
  /** Without instructions; empty for a blank one. */
  readonly outline: Uint8Array;
  /** The glyphs that it is made of. */
  readonly components: readonly number[];
}

const parsed = new WeakMap<Uint8Array, GlyphSource>();

function requireTable(tables: SfntTables, tag: string, minimum: number, face: string): DataView {
  const table = tables.get(tag);
  if (table === undefined) throw unusableFont(face, `it has no "${tag}" table`);
  if (table.byteLength < minimum) throw unusableFont(face, `its "${tag}" table is too short`);
  return table;
}

function glyphSource(bytes: Uint8Array, face: string): GlyphSource {
  const known = parsed.get(bytes);
  if (known !== undefined) return known;
  const found = readSfnt(bytes, face);
  const head = requireTable(found, 'head', 54, face);
  const hhea = requireTable(found, 'hhea', 36, face);
  const maxp = requireTable(found, 'maxp', 32, face);
  const longOffsets = head.getInt16(50) === 1;
  const glyphCount = maxp.getUint16(4);
  const metricCount = hhea.getUint16(34);
  if (metricCount === 0) throw unusableFont(face, 'its "hhea" table counts no metrics');
  const hmtx = requireTable(found, 'hmtx', 4 * metricCount + 2 * Math.max(0, glyphCount - metricCount), face);
  const loca = requireTable(found, 'loca', (glyphCount + 1) * (longOffsets ? 4 : 2), face);
  const glyf = requireTable(found, 'glyf', 0, face);
  const tables = { head, hhea, maxp, hmtx, loca, glyf };
  const source = { tables, longOffsets, glyphCount, metricCount, glyphs: new Map<number, KeptGlyph>() };
  parsed.set(bytes, source);
  return source;
}

function outline(source: GlyphSource, glyphId: number, face: string): DataView | undefined {
  const { loca, glyf } = source.tables;
  const at = (index: number): number =>
    source.longOffsets ? loca.getUint32(4 * index) : 2 * loca.getUint16(2 * index);
  const start = at(glyphId);
  const end = at(glyphId + 1);
  if (end <= start) return undefined;
  if (end > glyf.byteLength || end - start < 10) throw unusableFont(face, `glyph ${glyphId} is cut off`);
  return new DataView(glyf.buffer, glyf.byteOffset + start, end - start);
}

const NO_OUTLINE = new Uint8Array();

function keptGlyph(source: GlyphSource, id: number, face: string): KeptGlyph {
  let kept = source.glyphs.get(id);
  if (kept === undefined) {
    const glyph = outline(source, id, face);
    const components = glyph !== undefined && isComposite(glyph) ? componentGlyphs(glyph) : [];
    kept = { outline: glyph === undefined ? NO_OUTLINE : withoutInstructions(glyph), components };
    source.glyphs.set(id, kept);
  }
  return kept;
}

function copyBytes(view: DataView, length = view.byteLength): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength).slice(0, length);
}

/** All glyphs to keep: glyph 0, the wanted ones, and whatever those are composed of; ascending. */
function closure(source: GlyphSource, wanted: Iterable<number>, face: string): number[] {
  const kept = new Set<number>();
  const open = [0, ...wanted];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (kept.has(id)) continue;
    if (id >= source.glyphCount) throw unusableFont(face, `it has no glyph ${id}`);
    kept.add(id);
    open.push(...keptGlyph(source, id, face).components);
  }
  return [...kept].sort(ascending);
}

function ascending(a: number, b: number): number {
  return a - b;
}

function writeGlyphs(
  source: GlyphSource,
  kept: readonly number[],
  synthetic: ReadonlyMap<number, SyntheticOutline>,
  count: number,
  face: string,
) {
  const glyf = new ByteSink(1 << 15);
  const offsets = new Uint32Array(count + 1);
  let next = 0;
  for (const id of kept) {
    while (next <= id) offsets[next++] = glyf.length;
    glyf.bytes(keptGlyph(source, id, face).outline);
    while (glyf.length % 4 !== 0) glyf.byte(0);
  }
  for (const [id, { outline: bytes }] of synthetic) {
    while (next <= id) offsets[next++] = glyf.length;
    glyf.bytes(bytes);
    while (glyf.length % 4 !== 0) glyf.byte(0);
  }
  while (next <= count) offsets[next++] = glyf.length;
  const short = glyf.length <= 2 * 0xffff;
  const loca = new DataView(new ArrayBuffer(offsets.length * (short ? 2 : 4)));
  for (let index = 0; index < offsets.length; index++) {
    if (short) loca.setUint16(2 * index, offsets[index]! / 2);
    else loca.setUint32(4 * index, offsets[index]!);
  }
  return { glyf: glyf.toBytes(), loca: new Uint8Array(loca.buffer), short };
}

/** One long metric per glyph id; those of dropped glyphs are zero, which deflates to nothing. */
function writeMetrics(
  source: GlyphSource,
  kept: readonly number[],
  synthetic: ReadonlyMap<number, SyntheticOutline>,
  count: number,
): Uint8Array {
  const { hmtx } = source.tables;
  const bytes = new Uint8Array(4 * count);
  const metrics = new DataView(bytes.buffer);
  const last = source.metricCount - 1;
  for (const id of kept) {
    metrics.setUint16(4 * id, hmtx.getUint16(4 * Math.min(id, last)));
    metrics.setInt16(4 * id + 2, leftSideBearing(source, id));
  }
  for (const [id, { advance, bearing }] of synthetic) {
    metrics.setUint16(4 * id, advance);
    metrics.setInt16(4 * id + 2, bearing);
  }
  return bytes;
}

function leftSideBearing({ tables: { hmtx }, metricCount }: GlyphSource, id: number): number {
  return hmtx.getInt16(id < metricCount ? 4 * id + 2 : 4 * metricCount + 2 * (id - metricCount));
}

/** Composites of composites: maxp states how many points, contours, parts and levels there are at most. */
function raiseLimits(maxp: DataView, added: readonly SyntheticGlyph[]): void {
  const parts = Math.max(1, ...added.map(({ components }) => components.length));
  const limit = (value: number): number => Math.min(0xffff, value);
  maxp.setUint16(10, limit(parts * Math.max(maxp.getUint16(6), maxp.getUint16(10))));
  maxp.setUint16(12, limit(parts * Math.max(maxp.getUint16(8), maxp.getUint16(12))));
  maxp.setUint16(28, Math.max(parts, maxp.getUint16(28)));
  maxp.setUint16(30, limit(maxp.getUint16(30) + 1));
}

function outlineOf(source: GlyphSource, { components, advance }: SyntheticGlyph, face: string): SyntheticOutline {
  const parts = components.flatMap((component) => {
    const glyph = outline(source, component.glyphId, face);
    return glyph === undefined ? [] : [{ ...component, glyph, bearing: leftSideBearing(source, component.glyphId) }];
  });
  return syntheticOutline(parts, advance);
}

/**
 * Cuts a TrueType font down to some glyphs. Glyph ids stay as they are, so that encoded text does not depend on what
 * else is in the document; the font ends after the largest id in use. Hinting is dropped. The result has the tables
 * that PDF 1.7, 9.9 asks of a CIDFontType2: glyf, head, hhea, hmtx, loca, maxp.
 *
 * @param face name of the face, for error messages
 * @param added glyphs that the face has not, by ids after its own, ascending
 * @throws FontError when a table is missing or broken, or a glyph does not exist
 */
export function subsetFont(
  bytes: Uint8Array,
  glyphIds: Iterable<number>,
  face: string,
  added: ReadonlyMap<number, SyntheticGlyph> = new Map(),
): Uint8Array {
  const source = glyphSource(bytes, face);
  let kept: number[];
  let count: number;
  let synthetic: ReadonlyMap<number, SyntheticOutline>;
  let written: ReturnType<typeof writeGlyphs>;
  try {
    const components = [...added.values()].flatMap((glyph) => glyph.components.map(({ glyphId }) => glyphId));
    kept = closure(
      source,
      [...glyphIds, ...components].filter((id) => !added.has(id)),
      face,
    );
    count = Math.max(kept.at(-1)!, ...added.keys()) + 1;
    synthetic = new Map([...added].map(([id, glyph]) => [id, outlineOf(source, glyph, face)]));
    written = writeGlyphs(source, kept, synthetic, count, face);
  } catch (error) {
    if (error instanceof RangeError) throw unusableFont(face, 'a glyph outline is cut off');
    throw error;
  }
  const head = copyBytes(source.tables.head, 54);
  const headView = new DataView(head.buffer);
  headView.setUint32(8, 0);
  // Bits 2 to 4 say that instructions change with the size, round it, or alter advances: there are none any more.
  headView.setUint16(16, headView.getUint16(16) & ~0b11100);
  headView.setInt16(50, written.short ? 0 : 1);
  const hhea = copyBytes(source.tables.hhea, 36);
  new DataView(hhea.buffer).setUint16(34, count);
  const maxp = copyBytes(source.tables.maxp, 32);
  const maxpView = new DataView(maxp.buffer);
  maxpView.setUint16(4, count);
  maxpView.setUint16(14, 1); // maxZones: no instructions, no twilight zone
  for (let offset = 16; offset <= 26; offset += 2) maxpView.setUint16(offset, 0);
  if (added.size > 0) raiseLimits(maxpView, [...added.values()]);
  return writeSfnt(
    new Map([
      ['glyf', written.glyf],
      ['head', head],
      ['hhea', hhea],
      ['hmtx', writeMetrics(source, kept, synthetic, count)],
      ['loca', written.loca],
      ['maxp', maxp],
    ]),
  );
}
