import type { PDFDict } from 'pdf-lib';
import type { AppendixFacts } from './appendix-facts.js';
import { MAX_CONTENT } from './limits.js';
import type { SourceDocument } from './source-document.js';

const UNCHECKED = 'has fonts whose measures could not be checked';

/**
 * Notes what is wrong with a font for the standards: not embedded, no text behind its glyphs, or measures that differ
 * from the font program. The measures of TrueType fonts in composite fonts are compared; those of others are taken on
 * trust only where the document itself claims the standard.
 */
export function checkFont(source: SourceDocument, font: PDFDict, facts: AppendixFacts): void {
  const name = (key: string) => source.lib.PDFName.of(key);
  const subtype = source.name(font.get(name('Subtype')));
  if (subtype === 'Type3' || subtype?.startsWith('CIDFont') === true) {
    if (subtype === 'Type3') facts.addUnchecked('has drawn fonts, which could not be checked');
    return;
  }
  const descendant = subtype === 'Type0' ? source.array(font.get(name('DescendantFonts')))?.get(0) : undefined;
  const simple = subtype === 'Type0' ? source.dictionary(descendant) : font;
  const descriptor = simple && source.dictionary(simple.get(name('FontDescriptor')));
  const program = ['FontFile', 'FontFile2', 'FontFile3'].find(
    (key) => descriptor && source.stream(descriptor.get(name(key))),
  );
  if (!simple || !descriptor || program === undefined) {
    facts.add('has a font that is not embedded', ['pdfUa', 'pdfA']);
    return;
  }
  const hasText = source.stream(font.get(name('ToUnicode'))) !== undefined;
  const isNamed = subtype !== 'Type0' && font.has(name('Encoding'));
  if (!hasText && !isNamed) facts.add('has text that cannot be read out', ['pdfUa', 'pdfA']);
  const isComparable =
    source.name(simple.get(name('Subtype'))) === 'CIDFontType2' &&
    program === 'FontFile2' &&
    source.name(font.get(name('Encoding'))) === 'Identity-H' &&
    source.name(simple.get(name('CIDToGIDMap'))) === 'Identity';
  if (!isComparable || !hasText || !widthsMatch(source, simple, descriptor)) facts.addUnchecked(UNCHECKED);
}

/** Compares the W array with the advance widths of the font program. */
function widthsMatch(source: SourceDocument, font: PDFDict, descriptor: PDFDict): boolean {
  const name = (key: string) => source.lib.PDFName.of(key);
  const program = source.stream(descriptor.get(name('FontFile2')));
  const bytes = program && source.decode(program, MAX_CONTENT);
  const measures = bytes && glyphMeasures(bytes);
  const widths = source.array(font.get(name('W')))?.asArray();
  if (!measures || !widths) return false;
  const { advance, isCutOut } = measures;
  const matches = (glyph: number, width: number | undefined): boolean =>
    width !== undefined && (Math.abs(width - advance(glyph)) <= 1 || isCutOut(glyph));
  for (let at = 0; at < widths.length;) {
    const first = source.number(widths[at]);
    const list = source.array(widths[at + 1])?.asArray();
    if (first === undefined) return false;
    if (list) {
      if (!list.every((width, index) => matches(first + index, source.number(width)))) return false;
      at += 2;
    } else {
      const last = source.number(widths[at + 1]) ?? -1;
      const width = source.number(widths[at + 2]);
      if (last < first || last > 0xffff) return false;
      for (let glyph = first; glyph <= last; glyph++) if (!matches(glyph, width)) return false;
      at += 3;
    }
  }
  return true;
}

interface GlyphMeasures {
  /** The advance width of a glyph, 1/1000 em. */
  readonly advance: (glyph: number) => number;
  /** True for a glyph that the subset does not have: it has neither outline nor width. Runs of W may pass over it. */
  readonly isCutOut: (glyph: number) => boolean;
}

/** The measures of a TrueType program; null when it has none. */
function glyphMeasures(bytes: Uint8Array): GlyphMeasures | null {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.byteLength < 12) return null;
  const tables = new Map<string, number>();
  for (let i = 0; i < data.getUint16(4) && 28 + 16 * i <= data.byteLength; i++) {
    const record = 12 + 16 * i;
    tables.set(String.fromCharCode(...bytes.subarray(record, record + 4)), data.getUint32(record + 8));
  }
  const [head, header, metrics, places] = ['head', 'hhea', 'hmtx', 'loca'].map((tag) => tables.get(tag));
  if (head === undefined || header === undefined || metrics === undefined || places === undefined) return null;
  if (Math.max(head + 52, header + 36, metrics + 4) > data.byteLength) return null;
  const unitsPerEm = data.getUint16(head + 18);
  const isLong = data.getUint16(head + 50) === 1;
  const count = data.getUint16(header + 34);
  if (unitsPerEm === 0 || count === 0) return null;
  const advance = (glyph: number): number => {
    const at = metrics + 4 * Math.min(glyph, count - 1);
    return at + 2 <= data.byteLength ? (data.getUint16(at) * 1000) / unitsPerEm : Number.NaN;
  };
  const isCutOut = (glyph: number): boolean => {
    const at = places + (isLong ? 4 : 2) * glyph;
    if (advance(glyph) !== 0 || at + 8 > data.byteLength) return false;
    return isLong ? data.getUint32(at) === data.getUint32(at + 4) : data.getUint16(at) === data.getUint16(at + 2);
  };
  return { advance, isCutOut };
}
