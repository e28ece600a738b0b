import { CommanderError } from 'commander';
import { PacketError } from '../errors.js';
import type { CommandIo, ExitCode } from './io.js';
import { createProgram } from './program.js';
import { report } from './report.js';
import { reportUnexpected } from './unexpected.js';
import { UsageError } from './usage-error.js';

/**
 * Runs the command. Never throws and never ends the process.
 *
 * @param argv arguments without the program's own name
 * @returns the exit code: 0 all well, 1 something in the input or a packet failed, 2 wrong usage
 */
export async function run(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = createProgram(io, (ended) => {
    code = ended;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError) {
      io.stderr.write(`error: ${error.message}\n`);
      return 2;
    }
    if (error instanceof PacketError && error.diagnostics.length > 0) {
      const { sourceTexts } = await import('../node/source-texts.js');
      report(io.stderr, error.diagnostics, { ...io, sources: await sourceTexts(error.diagnostics) });
    } else reportUnexpected(error, io);
    return 1;
  }
}
