export { buildBatch, MAX_DEFAULT_JOBS } from './build-batch.js';
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
} from './types.js';
export { BATCH_OUTPUTS } from './types.js';
