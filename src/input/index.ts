export {
  namedFiles,
  parseApplication,
  referenceFile,
  statementFiles,
  type ParsedApplication,
} from './parse-application.js';
export { parseReference, type ParsedReference } from './parse-reference.js';
export type { ParseOptions } from './read-document.js';
