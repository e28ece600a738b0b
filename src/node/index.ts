/**
 * Files, fonts from disk and whole folders of applicants: what lor-packet offers on Node beyond the portable library.
 */
export { buildBatch } from './batch/build-batch.js';
export type {
  ApplicantResult,
  BatchApplicant,
  BatchOptions,
  BatchOutput,
  BatchProgress,
  BatchResult,
  BatchSource,
  BatchSummary,
  LeftOverResult,
  MakeReason,
  PacketOutcome,
  ProblemResult,
} from './batch/types.js';
export { findApplications, type FoundApplications } from './find-applications.js';
export { loadApplication, type LoadedApplication } from './load-application.js';
export { loadReference, type LoadedReference } from './load-reference.js';
export { defaultTypesetter, loadFonts } from './load-fonts.js';
export { checkTemplate, type TemplateCheck, type TemplateTrial } from './check-template.js';
export { ejectTemplate, type EjectOptions } from './eject-template.js';
export { loadPreparedTemplate, loadTemplate, templateFonts } from './load-template.js';
export { type Preview, type PreviewOptions, servePreview } from './preview/serve-preview.js';
export type { PreviewSubject } from './preview/preview-session.js';
export { loadSampleBriefs } from './sample-briefs.js';
export { mergeManifests, type MergedManifest } from './batch/merge-manifests.js';
export { platformDeflate } from './platform-deflate.js';
export { writePackets, type PacketResult, type WritePacketsOptions } from './write-packets.js';
