import type { BatchProgress, BatchResult, BatchSummary } from '../node/batch/index.js';
import type { ExitCode } from './io.js';

/** Who tells the user what a build does. */
export interface BuildReporter {
  readonly onProgress: (progress: BatchProgress) => void;
  /** Everything but the summary. */
  result(result: BatchResult): void;
  /** The end, and the code that the command ends with. */
  end(summary: BatchSummary, code: ExitCode): void;
  /** Takes a live line away, so that other text can follow. */
  clear(): void;
}
