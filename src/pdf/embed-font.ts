import { estimateStemV } from './font-descriptor.js';
import { fontSubset, subsetTexts } from './font-subset.js';
import type { FontUsage } from './font-usage.js';
import type { ObjectStore } from './object-store.js';
import { asciiString, type Reference } from './pdf-value.js';

/**
 * Embeds the used glyphs of a face as a composite font whose character codes are the glyph ids (Type 0, Identity-H,
 * CIDFontType2; PDF 1.7, 9.7) and returns the font dictionary.
 *
 * @throws FontError when the face cannot be subset
 */
export function embedFont(store: ObjectStore, usage: FontUsage): Reference {
  const { face } = usage;
  const { program, name, widths } = fontSubset(usage);
  const { toUnicode, flags } = subsetTexts(usage);
  const scaled = (units: number): number => Math.round((units * 1000) / face.unitsPerEm);
  const descriptor = store.add({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: flags,
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
    CIDSystemInfo: { Registry: asciiString('Adobe'), Ordering: asciiString('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    CIDToGIDMap: 'Identity',
    DW: 0,
    W: widths,
  });
  return store.add({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: store.addSharedStream(toUnicode),
  });
}
