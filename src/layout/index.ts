export type { AppendedDocument } from './appended-document.js';
export { layoutDocument, type LayoutOptions } from './layout-document.js';
export type {
  ArtifactKind,
  LaidOutDocument,
  OutlineEntry,
  Page,
  PlacedDrawing,
  PlacedFrame,
  PlacedImage,
  PlacedItem,
  PlacedLink,
  PlacedRect,
  PlacedText,
  RunData,
  Shape,
  StructureElement,
  StructureRole,
} from './types.js';
