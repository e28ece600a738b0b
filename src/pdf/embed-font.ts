import { createBoundedCache, type BoundedCache } from '../bounded-cache.js';
import type { FontFace } from '../text/types.js';
import { subsetTag } from './content-hash.js';
import { advanceWidth, glyphWidth } from './encoded-run.js';
import { descriptorFlags, estimateStemV } from './font-descriptor.js';
import type { FontUsage } from './font-usage.js';
import type { ObjectStore, PdfValue, Reference } from './object-store.js';
import { subsetFont } from './subset-font.js';
import { toUnicodeCMap } from './to-unicode.js';

/** The W array: runs of consecutive glyph ids with their widths (PDF 1.7, 9.7.4.3). */
function widths({ face, glyphs, synthetic }: FontUsage): PdfValue[] {
  const array: PdfValue[] = [];
  let run: number[] = [];
  let next = -1;
  for (const glyphId of glyphs.keys()) {
    if (glyphId !== next) {
      run = [];
      array.push(glyphId, run);
    }
    const added = synthetic.get(glyphId);
    run.push(added === undefined ? glyphWidth(face, glyphId) : advanceWidth(face, added.advance));
    next = glyphId + 1;
  }
  return array;
}

/** A font program with a part of a face's glyphs. */
interface Subset {
  readonly program: Uint8Array;
  /** PostScript name with the tag of the subset. */
  readonly name: string;
}

/** Bytes of the subsets that are kept for each face: the packets of one applicant draw much the same glyphs. */
const SUBSET_BYTES = 1_000_000;
const subsets = new WeakMap<FontFace, BoundedCache<Subset>>();

/** Cuts a subset, or takes one of the same glyphs that was cut before. What the glyphs stand for is not in it. */
function subsetOf({ face, glyphs, synthetic }: FontUsage): Subset {
  const cut = (): Subset => {
    const program = subsetFont(face.bytes, glyphs.keys(), face.key, synthetic);
    return { program, name: `${subsetTag(program)}+${face.postScriptName.replace(/[^A-Za-z0-9-]/g, '')}` };
  };
  if (synthetic.size > 0) return cut();
  let known = subsets.get(face);
  if (known === undefined) {
    known = createBoundedCache(SUBSET_BYTES, (_, { program }) => program.length);
    subsets.set(face, known);
  }
  const key = [...glyphs.keys()].join();
  let subset = known.get(key);
  if (subset === undefined) known.set(key, (subset = cut()));
  return subset;
}

/**
 * Embeds the used glyphs of a face as a composite font whose character codes are the glyph ids (Type 0, Identity-H,
 * CIDFontType2; PDF 1.7, 9.7) and returns the font dictionary.
 *
 * @throws FontError when the face cannot be subset
 */
export function embedFont(store: ObjectStore, usage: FontUsage): Reference {
  const { face, glyphs } = usage;
  const { program, name } = subsetOf(usage);
  const scaled = (units: number): number => Math.round((units * 1000) / face.unitsPerEm);
  const descriptor = store.add({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: descriptorFlags(face, glyphs.values()),
    FontBBox: face.boundingBox.map(scaled),
    ItalicAngle: Math.round(face.italicAngle * 100) / 100,
    Ascent: scaled(face.ascent),
    Descent: scaled(face.descent),
    CapHeight: scaled(face.capHeight),
    XHeight: scaled(face.xHeight),
    StemV: estimateStemV(face.weight),
    FontFile2: store.addSharedStream(program, { Length1: program.length }),
  });
  const descendant = store.add({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: store.ascii('Adobe'), Ordering: store.ascii('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    CIDToGIDMap: 'Identity',
    DW: 0,
    W: widths(usage),
  });
  return store.add({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: store.addStream(new TextEncoder().encode(toUnicodeCMap(glyphs))),
  });
}
