/**
 * Glyphs that a document adds to a face: copies of its glyphs at another place, several of them as one, or none at all.
 * They look like what they copy, but stand for a text and start at a point of their own choosing. Right-to-left text
 * needs them: readers of a PDF put its characters in order by where their glyphs start.
 */
export interface SyntheticGlyph {
  /** The glyphs that it draws, moved by `dx` and `dy`; font units. None: it is blank. */
  readonly components: readonly GlyphComponent[];
  /** How far the pen moves, font units. */
  readonly advance: number;
  /** Its ToUnicode text. */
  readonly text: string;
}

/** A glyph of the face, moved. */
export interface GlyphComponent {
  readonly glyphId: number;
  readonly dx: number;
  readonly dy: number;
}

/** The synthetic glyphs of one face in one document; equal ones are one glyph. Ids follow those of the face. */
export class SyntheticGlyphs {
  readonly glyphs = new Map<number, SyntheticGlyph>();
  readonly #ids = new Map<string, number>();
  #next: number;

  /** @param glyphCount glyphs of the face */
  constructor(glyphCount: number) {
    this.#next = glyphCount;
  }

  /** The id of a glyph, or undefined when the face has no room for one more (ids are 16 bits). */
  add(glyph: SyntheticGlyph): number | undefined {
    const parts = glyph.components.map(({ glyphId, dx, dy }) => `${glyphId},${dx},${dy}`);
    const key = [glyph.text, glyph.advance, ...parts].join('|');
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    if (this.#next > 0xffff) return undefined;
    const id = this.#next++;
    this.#ids.set(key, id);
    this.glyphs.set(id, glyph);
    return id;
  }
}
