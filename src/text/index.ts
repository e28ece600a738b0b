export { MAX_FONT_BYTES } from './font-container.js';
export { createTypesetter, type FontTypesetter, type TypesetterOptions } from './typesetter.js';
export type {
  Align,
  BreakOptions,
  FontFace,
  FontSource,
  GlyphRun,
  Line,
  LineRun,
  SetLine,
  TextSpan,
  TextStyle,
  Typesetter,
} from './types.js';
