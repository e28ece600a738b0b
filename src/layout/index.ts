export type { AppendedDocument } from './appended-document.js';
export { layoutDocument, type LayoutOptions } from './layout-document.js';
export type {
  ArtifactKind,
  LaidOutDocument,
  OutlineEntry,
  Page,
  PlacedFrame,
  PlacedItem,
  PlacedLink,
  PlacedRect,
  PlacedText,
  RunData,
  StructureElement,
  StructureRole,
} from './types.js';
