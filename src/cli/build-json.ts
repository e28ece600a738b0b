import type { Diagnostic } from '../diagnostics/index.js';
import type { BatchProgress } from '../node/batch/index.js';
import type { BuildReporter } from './build-reporter.js';
import type { CommandIo } from './io.js';
import { plainFinding } from './redact.js';

/** Shortest time between two `progress` events, in seconds. */
const PROGRESS_EVERY = 1;

/**
 * `--json`: one event a line on standard output, each an object with `event`: `problem`, `applicant`, `packet`,
 * `left-over`, `progress`, and last `summary`. With `redact`, applicants and letters are numbers, and findings are codes
 * and places.
 */
export function buildJsonLines(io: CommandIo, { redact = false }: { readonly redact?: boolean }): BuildReporter {
  const write = (event: string, data: object): void => void io.stdout.write(`${JSON.stringify({ event, ...data })}\n`);
  const findings = (diagnostics: readonly Diagnostic[]): object[] =>
    redact ? diagnostics.map(plainFinding) : [...diagnostics];
  let told = 0;
  const onProgress = (progress: BatchProgress): void => {
    if (progress.seconds - told < PROGRESS_EVERY) return;
    told = progress.seconds;
    const { current, ...rest } = progress;
    write('progress', { ...rest, current: redact && current ? { number: current.number } : current });
  };
  return {
    onProgress,
    result(result) {
      switch (result.kind) {
        case 'problem':
          return write('problem', { diagnostics: findings(result.diagnostics) });
        case 'applicant': {
          const { number, applicantId, file, ok, diagnostics } = result;
          const who = redact ? { number } : { number, applicantId, file };
          return write('applicant', { ...who, ok, diagnostics: findings(diagnostics) });
        }
        case 'packet': {
          const { status, reasons, number, applicantId, letterNumber, letterId, file, diagnostics, entry } = result;
          const { due, pages, bytes, sha256, conformance, seconds, findings: counts } = entry;
          const who = redact
            ? { number, letterNumber }
            : { number, applicantId, letterNumber, letterId, writer: entry.writer, file };
          const what = { due, pages, bytes, sha256, conformance, seconds, findings: counts };
          return write('packet', { ...who, status, reasons, ...what, diagnostics: findings(diagnostics) });
        }
        case 'left-over':
          return write('left-over', redact ? { action: result.action } : { file: result.file, action: result.action });
        case 'summary':
          return;
      }
    },
    end(summary, code) {
      const { kind: _, ...rest } = summary;
      write('summary', { ...rest, exitCode: code });
    },
    clear: () => undefined,
  };
}
