#!/usr/bin/env node
import type { InterruptCode } from './io.js';
import { outputFailure } from './output-failure.js';
import { run } from './run.js';
import { tuneEngine } from './tune-engine.js';
import { reportUnexpected } from './unexpected.js';

tuneEngine();

process.stdout.on('error', (error) => {
  const message = outputFailure(error);
  if (message === null) return;
  process.stderr.write(message);
  process.exit(1);
});
process.stderr.on('error', (error) => {
  if (outputFailure(error) !== null) process.exit(1);
});

let stop: ((code: InterruptCode) => void) | undefined;
function onInterrupt(told: (code: InterruptCode) => void): () => void {
  stop = told;
  return () => void (stop = undefined);
}
/** The first signal lets the command put away what is done; the second, or one that nobody asked about, ends it. */
function interrupt(code: InterruptCode): void {
  // Leaving through exit() lets unfinished files be removed.
  if (!stop) process.exit(code);
  const told = stop;
  stop = undefined;
  told(code);
}
process.on('SIGINT', () => interrupt(130));
process.on('SIGTERM', () => interrupt(143));

function fail(error: unknown): void {
  reportUnexpected(error, process);
  process.exit(1);
}
process.once('uncaughtException', fail);
process.once('unhandledRejection', fail);

const { stdout, stderr, env } = process;
process.exitCode = await run(process.argv.slice(2), { stdout, stderr, env, now: () => new Date(), onInterrupt });
