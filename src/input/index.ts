export {
  namedFiles,
  parseApplication,
  referenceFile,
  statementFiles,
  type ParsedApplication,
} from './parse-application.js';
export { parseReference, type ParsedReference } from './parse-reference.js';
export type { ParseOptions } from './read-document.js';
export { importJsonResume, type ImportedResume } from './json-resume/import-json-resume.js';
export type { UnmappedValue } from './json-resume/resume-values.js';
