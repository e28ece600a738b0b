/** lor-packet: from applicant data to a PDF briefing packet for each letter writer. Runs in Node and browsers. */

export { type Attachable, briefWriter } from './brief/index.js';
export { DIAGNOSTIC_CODES, FINDINGS, formatDiagnostics, hasErrors } from './diagnostics/index.js';
export type { Diagnostic, DiagnosticCode, FindingCode, Severity, SourceLocation, Who } from './diagnostics/index.js';
export { FontError, InputError, OutputError, PacketError, TemplateError } from './errors.js';
export {
  importJsonResume,
  type ImportedResume,
  parseApplication,
  type ParsedApplication,
  parseReference,
  type ParsedReference,
  type UnmappedValue,
} from './input/index.js';
export { type Packet, renderPacket, renderPackets, type RenderOptions } from './packet.js';
export type { Conformance, ConformanceReason, ConformanceStandard, Deflate } from './pdf/index.js';
export { planLetters } from './plan/index.js';
export type { LetterPlan, PlannedLetter, ProgramAssignment, TimelineEvent } from './plan/index.js';
export { BUILTIN_REFERENCE, createReference, type Reference } from './reference/index.js';
export { type Application, type ApplicationInput, applicationSchema } from './schema/application.js';
export { type Brief, BRIEF_CONTRACT, briefSchema } from './schema/brief.js';
export { type ReferenceInput, referenceSchema } from './schema/reference.js';
export { mergeTheme, type Theme, type ThemeInput, themeSchema } from './schema/theme.js';
export { BUILTIN_TEMPLATES } from './template/builtin.generated.js';
export { type PreparedTemplate, type Template } from './template/index.js';
export { prepareTemplate } from './template/prepare-template.js';
export { createTypesetter, type FontSource, type FontTypesetter } from './text/index.js';
export { VERSION } from './version.js';
