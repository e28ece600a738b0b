// What reads templates is not here but in prepare-template.ts and text-templates.ts: whoever runs prepared templates does
// without the Handlebars parser and the checks.
export { composeMarkdown, type ComposeOptions } from './compose-markdown.js';
export { type AttributeType, defaultOf, describeType, DIRECTIVES, isAllowed } from './directive-table.js';
export { HELPERS, type Helper } from './helper-table.js';
export { originOfLine, type LineOrigin } from './line-origins.js';
export { SECTION_FENCE } from './section-fence.js';
export { didYouMean } from './similar-names.js';
export {
  cleanMarks,
  fillMarks,
  isBlank,
  MARK_CLOSE,
  MARK_OPEN,
  onlySlot,
  slotMark,
  splitAtMarks,
  type MarkedPiece,
} from './slot-marks.js';
export { imageFiles } from './template-images.js';
export { usePrepared } from './use-prepared.js';
export type { ComposedMarkdown, PreparedTemplate, Slot, Template, TemplateLimits } from './types.js';
