/**
 * What is copied of the objects that draw a page: for each kind of dictionary or stream, the entries taken over and
 * the kind of their values. Everything else stays behind: metadata and private data of programs, alternate images,
 * links to the structure of the original, actions and files. Entries that PDF/A forbids and no screen shows
 * (transfer functions, halftones, smoothing of images) stay behind too.
 */
export type ObjectKind = keyof typeof SHAPES | 'content' | 'resources';

/** How a value is copied: as a kind, or as a dictionary of any keys with values of a kind. */
export type ValueKind = ObjectKind | `map:${ObjectKind}`;

const leaf = (keys: string): Record<string, 'leaf'> => Object.fromEntries(keys.split(' ').map((key) => [key, 'leaf']));

/** How the data of a stream is packed; the same for all kinds. */
export const FILTER_KEYS = leaf('Filter DecodeParms');

export const SHAPES = {
  /** Numbers, names, strings and harmless dictionaries of them: functions, shadings, colour spaces, character maps. */
  leaf: {
    ...leaf(
      'FunctionType Domain Range C0 C1 N Functions Bounds Encode Size BitsPerSample Order Decode ShadingType ColorSpace ' +
        'Background BBox AntiAlias Coords Function Extend Matrix BitsPerCoordinate BitsPerComponent BitsPerFlag ' +
        'VerticesPerRow Alternate WhitePoint BlackPoint Gamma Registry Ordering Supplement Type Subtype BaseEncoding ' +
        'Differences CMapName WMode UseCMap CIDSystemInfo Process Components Solidities DotGain MixingHints ' +
        'K EndOfLine EncodedByteAlign Columns Rows EndOfBlock BlackIs1 DamagedRowsBeforeError Predictor Colors ' +
        'EarlyChange ColorTransform JBIG2Globals',
    ),
    Colorants: 'map:leaf',
  },
  font: {
    ...leaf(
      'Type Subtype BaseFont FirstChar LastChar Widths Encoding ToUnicode CIDSystemInfo DW W DW2 W2 CIDToGIDMap ' +
        'FontBBox FontMatrix',
    ),
    DescendantFonts: 'font',
    FontDescriptor: 'descriptor',
  },
  descriptor: {
    ...leaf(
      'Type FontName FontFamily FontStretch FontWeight Flags FontBBox ItalicAngle Ascent Descent Leading CapHeight ' +
        'XHeight StemV StemH AvgWidth MaxWidth MissingWidth',
    ),
    FontFile: 'program',
    FontFile2: 'program',
    FontFile3: 'program',
  },
  program: leaf('Length1 Length2 Length3 Subtype'),
  extGState: {
    ...leaf('Type LW LC LJ ML D RI OP op OPM FL SM SA BM CA ca AIS TK'),
    Font: 'font',
    SMask: 'softMask',
  },
  softMask: { ...leaf('Type S BC TR'), G: 'form' },
  group: leaf('Type S CS I K'),
  image: {
    ...leaf('Type Subtype Width Height ColorSpace BitsPerComponent Intent ImageMask Decode SMaskInData Matte'),
    Mask: 'image',
    SMask: 'image',
  },
  form: { ...leaf('Type Subtype FormType BBox Matrix'), Group: 'group' },
  pattern: {
    ...leaf('Type PatternType PaintType TilingType BBox XStep YStep Matrix Shading'),
    ExtGState: 'extGState',
  },
} as const satisfies Record<string, Readonly<Record<string, string>>>;
