import type { GlyphComponent } from './synthetic-glyph.js';

/** A synthetic glyph as the glyf and hmtx tables hold it. */
export interface SyntheticOutline {
  /** A composite glyph (OpenType, "glyf"); empty when it is blank. */
  readonly outline: Uint8Array;
  readonly advance: number;
  readonly bearing: number;
}

/** A component with its glyph and its left side bearing. */
export interface OutlinePart extends GlyphComponent {
  readonly glyph: DataView;
  readonly bearing: number;
}

const ARGS_ARE_WORDS_AND_OFFSETS = 0x0003;
const MORE_COMPONENTS = 0x0020;

function clamp(value: number): number {
  return Math.max(-0x8000, Math.min(0x7fff, Math.round(value)));
}

/** Makes a composite glyph of moved glyphs; blank without any. */
export function syntheticOutline(parts: readonly OutlinePart[], advance: number): SyntheticOutline {
  const [first] = parts;
  if (first === undefined) return { outline: new Uint8Array(0), advance, bearing: 0 };
  const view = new DataView(new ArrayBuffer(10 + 8 * parts.length));
  view.setInt16(0, -1);
  // xMin, yMin, xMax, yMax
  [2, 4, 6, 8].forEach((at) => {
    const edges = parts.map(({ glyph, dx, dy }) => glyph.getInt16(at) + (at === 2 || at === 6 ? dx : dy));
    view.setInt16(at, clamp(at < 6 ? Math.min(...edges) : Math.max(...edges)));
  });
  parts.forEach(({ glyphId, dx, dy }, index) => {
    const at = 10 + 8 * index;
    view.setUint16(at, ARGS_ARE_WORDS_AND_OFFSETS | (index < parts.length - 1 ? MORE_COMPONENTS : 0));
    view.setUint16(at + 2, glyphId);
    view.setInt16(at + 4, clamp(dx));
    view.setInt16(at + 6, clamp(dy));
  });
  // Renderers move a glyph so that its left edge is at its bearing: by as much as the first component alone.
  const moved = first.bearing - first.glyph.getInt16(2);
  return { outline: new Uint8Array(view.buffer), advance, bearing: clamp(view.getInt16(2) + moved) };
}
