export { parseDocument, type ParseDocumentOptions, type ParsedDocument } from './parse-document.js';
export { foldSpaces } from './fold-spaces.js';
export { plainText } from './heading-ids.js';
export { isLiteralPath, isNamePath } from './value-paths.js';
export { mapInlines } from './map-inlines.js';
export { smartenText } from './smart-punctuation.js';
export type * from './types.js';
