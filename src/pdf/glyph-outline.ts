/** What a glyph of the glyf table holds (OpenType, "glyf"). Offsets count from the start of the glyph. */

const ARG_1_AND_2_ARE_WORDS = 0x0001;
const WE_HAVE_A_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const WE_HAVE_AN_X_AND_Y_SCALE = 0x0040;
const WE_HAVE_A_TWO_BY_TWO = 0x0080;
const WE_HAVE_INSTRUCTIONS = 0x0100;

/** True when the glyph is made of other glyphs. */
export function isComposite(glyph: DataView): boolean {
  return glyph.byteLength >= 10 && glyph.getInt16(0) < 0;
}

/** Calls `visit` with the offset of each component record and returns the offset after the last one. */
function walkComponents(glyph: DataView, visit: (offset: number) => void): number {
  let offset = 10;
  for (;;) {
    visit(offset);
    const flags = glyph.getUint16(offset);
    offset += 4 + (flags & ARG_1_AND_2_ARE_WORDS ? 4 : 2);
    if (flags & WE_HAVE_A_SCALE) offset += 2;
    else if (flags & WE_HAVE_AN_X_AND_Y_SCALE) offset += 4;
    else if (flags & WE_HAVE_A_TWO_BY_TWO) offset += 8;
    if (!(flags & MORE_COMPONENTS)) return offset;
  }
}

/** The glyphs that a composite glyph is made of. */
export function componentGlyphs(glyph: DataView): number[] {
  const ids: number[] = [];
  walkComponents(glyph, (offset) => ids.push(glyph.getUint16(offset + 2)));
  return ids;
}

function viewBytes(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

/**
 * The glyph without its instructions: they call functions of the fpgm and cvt tables, which a subset does not carry,
 * and PDF viewers draw text at sizes where hinting does nothing.
 */
export function withoutInstructions(glyph: DataView): Uint8Array {
  const source = viewBytes(glyph);
  if (isComposite(glyph)) {
    const flagOffsets: number[] = [];
    const end = walkComponents(glyph, (offset) => flagOffsets.push(offset));
    const copy = source.slice(0, end);
    for (const offset of flagOffsets) {
      const flags = glyph.getUint16(offset) & ~WE_HAVE_INSTRUCTIONS;
      copy[offset] = flags >> 8;
      copy[offset + 1] = flags & 255;
    }
    return copy;
  }
  const lengthAt = 10 + 2 * glyph.getInt16(0);
  const instructions = glyph.getUint16(lengthAt);
  if (instructions === 0) return source;
  const copy = new Uint8Array(source.length - instructions);
  copy.set(source.subarray(0, lengthAt));
  copy.set(source.subarray(lengthAt + 2 + instructions), lengthAt + 2);
  return copy;
}
