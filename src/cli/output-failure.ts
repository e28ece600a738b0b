import { failureReason, systemCode } from '../node/system-failure.js';

/**
 * What to say when the command's own output cannot be written, such as a log on a full disk. Null for a reader that has
 * seen enough (`| head`): it ends the output, not the work.
 */
export function outputFailure(error: unknown): string | null {
  if (systemCode(error) === 'EPIPE') return null;
  return `error: the output cannot be written: ${failureReason(error)}\n`;
}
