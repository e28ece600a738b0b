#!/usr/bin/env node
import { run } from './run.js';
import { reportUnexpected } from './unexpected.js';

/** A reader that has seen enough (`| head`) ends the output, not the work. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
process.stdout.on('error', ignoreClosedPipe);
process.stderr.on('error', ignoreClosedPipe);

// Leaving through exit() lets unfinished files be removed; 128 + the number of the signal is what shells expect.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

function fail(error: unknown): void {
  reportUnexpected(error, process);
  process.exit(1);
}
process.once('uncaughtException', fail);
process.once('unhandledRejection', fail);

const { stdout, stderr, env } = process;
process.exitCode = await run(process.argv.slice(2), { stdout, stderr, env, now: () => new Date() });
