import { availableParallelism } from 'node:os';
import { BATCH_OUTPUTS, buildBatch, MAX_DEFAULT_JOBS, type BatchOptions, type BatchOutput, type BatchProgress, type BatchSummary } from '../../node/batch/index.js'; // prettier-ignore
import type { Attachable } from '../../brief/index.js';
import { diagnostic, type Diagnostic } from '../../diagnostics/index.js';
import { PacketError } from '../../errors.js';
import { dayOfIssue } from '../day-of-issue.js';
import type { CommandIo, ExitCode, InterruptCode } from '../io.js';
import { BuildLog } from '../build-log.js';
import { buildJsonLines } from '../build-json.js';
import { leaveCoresToWorkers } from '../tune-engine.js';
import { writeStack } from '../unexpected.js';
import { UsageError } from '../usage-error.js';

/** Options of `lor-packet build`. */
export interface BuildOptions {
  readonly output: string;
  readonly template?: string;
  readonly attach?: readonly Attachable[];
  readonly letter?: readonly string[];
  readonly font?: readonly string[];
  readonly today?: string;
  readonly jobs?: string;
  readonly shard?: string;
  readonly with?: string;
  readonly texts?: string;
  readonly force?: boolean;
  readonly prune?: boolean;
  readonly dryRun?: boolean;
  readonly packetSeconds?: string;
  readonly workerMemory?: string;
  readonly redact?: boolean;
  readonly strict?: boolean;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

/** `lor-packet build`: the packets of some applicants. An applicant or packet that fails does not stop the others. */
export async function build(places: readonly string[], options: BuildOptions, io: CommandIo): Promise<ExitCode> {
  const batch = batchOptions(options, io);
  const log = options.json ? buildJsonLines(io, options) : new BuildLog(io, { ...options, today: batch.today });
  const stop = new AbortController();
  let interrupted: InterruptCode | undefined;
  const release = io.onInterrupt?.((code) => {
    interrupted = code;
    stop.abort(new Error('stopped'));
  });
  const cores = availableParallelism();
  let tuned = (batch.jobs ?? MAX_DEFAULT_JOBS) < cores;
  const onProgress = (progress: BatchProgress): void => {
    // Fewer applicants than cores leave some to spare.
    if (!tuned && (progress.applicants ?? 0) > cores) {
      tuned = true;
      leaveCoresToWorkers();
    }
    log.onProgress(progress);
  };
  let summary: BatchSummary | undefined;
  let failures = false;
  try {
    for await (const result of buildBatch(places, { ...batch, signal: stop.signal, onProgress })) {
      if (result.kind === 'summary') {
        summary = result;
        continue;
      }
      if (result.kind === 'problem') failures ||= hasSevere(result.diagnostics, options.strict === true);
      log.result(result);
    }
  } catch (error) {
    log.clear();
    if (interrupted === undefined || error !== stop.signal.reason) {
      failures = true;
      const diagnostics = batchFailure(error, options);
      if (!diagnostics) throw error;
      const { sourceTexts } = await import('../../node/source-texts.js');
      log.result({ kind: 'problem', diagnostics, sources: await sourceTexts(diagnostics) });
      writeStack(error, io);
    }
  } finally {
    release?.();
  }
  if (!summary) return interrupted ?? 1;
  const { errors, warnings } = summary.findings;
  failures ||= errors > 0 || summary.failed > 0 || summary.applicantsFailed > 0;
  failures ||= options.strict === true && warnings > 0;
  const code = interrupted ?? (failures ? 1 : 0);
  log.end(summary, code);
  return code;
}

/**
 * What ended a batch, as findings, which the log tells as it tells all others: without names when asked to, and as JSON.
 * Null for a defect that may be told as it is.
 */
function batchFailure(error: unknown, { json, redact }: BuildOptions): readonly Diagnostic[] | null {
  if (error instanceof PacketError && error.diagnostics.length > 0) return error.diagnostics;
  if (!json && !redact) return null;
  const message = error instanceof Error ? error.message : String(error);
  const hints = ['this is a defect of lor-packet: please report it with this message'];
  return [diagnostic('error', 'internal/unexpected', message, { hints })];
}

function hasSevere(diagnostics: readonly Diagnostic[], strict: boolean): boolean {
  return diagnostics.some(({ severity }) => severity === 'error' || (strict && severity === 'warning'));
}

/** @throws {UsageError} for a number or shard that makes no sense */
function batchOptions(options: BuildOptions, io: CommandIo): BatchOptions {
  const {
    output: outDir,
    template,
    font: fonts,
    attach,
    letter: letters,
    force,
    prune,
    dryRun,
    jobs,
    packetSeconds,
    workerMemory,
  } = options;
  const { texts } = options;
  if (outDir === '') throw new UsageError('--output "" is not the name of a folder');
  const outputs = options.with === undefined ? undefined : readOutputs(options.with);
  const shard = options.shard === undefined ? undefined : readShard(options.shard);
  return {
    outDir,
    today: dayOfIssue(options.today, io),
    ...(template === undefined ? {} : { template }),
    ...(letters ? { letters } : {}),
    ...(fonts ? { fonts } : {}),
    ...(attach ? { attach } : {}),
    ...(force ? { force } : {}),
    ...(prune ? { prune } : {}),
    ...(dryRun ? { dryRun } : {}),
    ...(shard ? { shard } : {}),
    ...(outputs ? { outputs } : {}),
    ...(texts === undefined ? {} : { texts }),
    ...(jobs === undefined ? {} : { jobs: readNumber('--jobs', jobs, 1, 256) }),
    ...(packetSeconds === undefined ? {} : { packetSeconds: readNumber('--packet-seconds', packetSeconds, 1, 86_400) }),
    ...(workerMemory === undefined ? {} : { workerMegabytes: readNumber('--worker-memory', workerMemory, 64, 65_536) }),
  };
}

function readNumber(option: string, text: string, from: number, to: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= from && number <= to) return number;
  throw new UsageError(`${option} "${text}" is not a whole number from ${from} to ${to}`);
}

/** `index,plans`, `all` or `none`. */
function readOutputs(text: string): readonly BatchOutput[] {
  if (text === 'all') return BATCH_OUTPUTS;
  if (text === 'none') return [];
  const names = text.split(',').map((name) => name.trim());
  const found = BATCH_OUTPUTS.filter((output) => names.includes(output));
  const unknown = names.find((name) => !BATCH_OUTPUTS.some((output) => output === name));
  if (unknown === undefined) return found;
  throw new UsageError(`--with "${unknown}" is none of ${BATCH_OUTPUTS.join(', ')}, all, none`);
}

function readShard(text: string): { readonly index: number; readonly count: number } {
  const [, index, count] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (index !== undefined && count !== undefined && index >= 1 && index <= count && count <= 10_000) {
    return { index, count };
  }
  throw new UsageError(`--shard "${text}" is not a part of a whole such as 2/5`);
}
