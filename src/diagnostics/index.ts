export { DIAGNOSTIC_CODES, type DiagnosticCode } from './codes.js';
export { diagnostic, hasErrors, type Diagnostic, type SourceLocation } from './diagnostic.js';
export type { CodeMeaning, FindingMeaning } from './finding.js';
export { FINDINGS, type FindingCode } from './findings/index.js';
export { formatDiagnostics, summarizeDiagnostics, type FormatOptions } from './format.js';
export type { Severity, Who } from './severity.js';
