const HEADER = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
`;
const FOOTER = `endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
/** The limit of entries in one block (Adobe Technical Note 5014, 4.1.3). */
const BLOCK = 100;
/**
 * For glyphs without a text of their own, such as the second one of a cluster. PDF/A wants an entry for each glyph, and
 * with an empty one readers take the glyph's width for a space.
 */
const NO_TEXT = '\u200b';

function hex(unit: number): string {
  return unit.toString(16).toUpperCase().padStart(4, '0');
}

/** The UTF-16BE code units of a text in hexadecimal, without a byte order mark. */
export function utf16Hex(text: string): string {
  let digits = '';
  for (let i = 0; i < text.length; i++) digits += hex(text.charCodeAt(i));
  return digits;
}

/**
 * The ToUnicode CMap of glyph ids (PDF 1.7, 9.10.3): what text each glyph stands for in this document. It comes from
 * the document's own text, never from the font, whose tables know nothing of ligatures and contextual forms.
 */
export function toUnicodeCMap(glyphs: ReadonlyMap<number, string>): string {
  const entries: string[] = [];
  for (const [glyphId, text] of glyphs) {
    entries.push(`<${hex(glyphId)}><${utf16Hex(text === '' ? NO_TEXT : text)}>\n`);
  }
  let blocks = '';
  for (let first = 0; first < entries.length; first += BLOCK) {
    const block = entries.slice(first, first + BLOCK);
    blocks += `${block.length} beginbfchar\n${block.join('')}endbfchar\n`;
  }
  return HEADER + blocks + FOOTER;
}
