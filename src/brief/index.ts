export type { AppendixResult } from './appendices.js';
export { ATTACHABLE, type Attachable } from './attachable.js';
export { attachedFiles } from './attached-files.js';
export { briefWriter } from './brief-writer.js';
