export { DIAGNOSTIC_CODES, type CodeMeaning, type DiagnosticCode } from './codes.js';
export { diagnostic, hasErrors, type Diagnostic, type Severity, type SourceLocation } from './diagnostic.js';
export { formatDiagnostics, summarizeDiagnostics, type FormatOptions } from './format.js';
