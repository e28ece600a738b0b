import { DIAGNOSTIC_CODES, type Diagnostic } from '../diagnostics/index.js';
import type {
  ApplicantResult,
  BatchResult,
  LeftOverResult,
  PacketOutcome,
  ProblemResult,
} from '../node/batch/index.js';

/** A finding that can be shown to people who must not know whom it is about. */
export interface PlainFinding {
  readonly severity: Diagnostic['severity'];
  readonly code: Diagnostic['code'];
  readonly message: string;
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
}

/** Steps of a path that stand in the format; any other key was typed by somebody and may say anything. */
const PLAIN_PATH = /^(?:[a-zA-Z][a-zA-Z$]{0,30}|\[\d+\]|\.)+$/;

/**
 * A finding without anything that was typed: what its code means, in place of its message, and where, without the name of
 * the file. Keys that the format does not have may be names, so a path to an unknown key ends before it.
 */
export function plainFinding({ severity, code, path, source }: Diagnostic): PlainFinding {
  const known = code === 'input/unknown-key' || code === 'input/duplicate-key' ? parentPath(path) : path;
  return {
    severity,
    code,
    message: DIAGNOSTIC_CODES[code].meaning,
    ...(known !== undefined && known !== '' && PLAIN_PATH.test(known) ? { path: known } : {}),
    ...(source ? { line: source.line, column: source.column } : {}),
  };
}

function parentPath(path: string | undefined): string | undefined {
  return path?.replace(/(?:\.[^.[\]]+|\["(?:[^"\\]|\\.)*"\]|^[^.[\]]+)$/, '');
}

/** What a result is about, by numbers alone: their meaning is in the manifest. */
export function plainName(
  result: ApplicantResult | PacketOutcome | LeftOverResult | ProblemResult | BatchResult,
): string {
  if (result.kind === 'applicant') return `applicant ${result.number}`;
  if (result.kind === 'packet') return `applicant ${result.number}, letter ${result.letterNumber}`;
  if (result.kind === 'left-over') return 'a packet of an earlier run';
  return 'the batch';
}
