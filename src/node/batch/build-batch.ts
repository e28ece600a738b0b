import { access, constants, mkdir, readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { diagnostic, type Diagnostic } from '../../diagnostics/index.js';
import { OutputError } from '../../errors.js';
import { failureReason } from '../system-failure.js';
import { unknownLetter } from '../unknown-letter.js';
import { removeAbandoned } from '../write-whole-file.js';
import { runStages } from './applicant-stages.js';
import { BatchRecord } from './batch-record.js';
import { BatchRun } from './batch-run.js';
import { batchOutputs } from './batch-outputs.js';
import { batchSettings, isBuiltin, type BatchSettings } from './batch-settings.js';
import { batchSources } from './batch-sources.js';
import { checkOptions } from './check-options.js';
import { Journal } from './journal.js';
import { handleLeftOver, isSourceGone, type LeftOvers } from './left-over.js';
import { checkManifestPlace, composeManifest, manifestNames, otherManifests, readManifest, sumFindings, writeManifest } from './manifest-file.js'; // prettier-ignore
import { ProgressMeter } from './progress-meter.js';
import { ResultQueue } from './result-queue.js';
import { smallBatchRunner } from './small-batch-runner.js';
import { inlineRunner, type TaskRunner } from './task-runner.js';
import type { BatchOptions, BatchResult, BatchSource, BatchSummary } from './types.js';

/** Results that wait for the reader at most. */
const ROOM = 16;
const DEFAULT_SECONDS = 60;
const DEFAULT_MEGABYTES = 512;
/** Workers that a batch has at most when their number is not given. */
export const MAX_DEFAULT_JOBS = 8;

/**
 * Makes the packets of many applicants: `<outDir>/<applicant>/<letter>.pdf`, with `manifest.json` and `manifest.csv`.
 * What is there and has not changed is not made again. A packet that fails, takes too long or needs too much memory costs
 * itself only. Work goes on only as fast as results are taken: a reader who waits makes the batch wait.
 *
 * Leaving the loop stops the batch; so does `options.signal`, and then the summary comes first and the loop throws the
 * reason of the signal. Either way the manifest says what was made, and the next run goes on from there.
 *
 * @throws {RangeError} for an option that makes no sense, such as a day that does not exist; nothing is made then
 * @throws {TemplateError} when the template or the theme cannot be used; nothing is made then
 * @throws {OutputError} when the output folder or the manifest cannot be written
 * @example
 * for await (const result of buildBatch('applicants', { outDir: 'out', today: '2026-07-06' })) {
 *   if (result.kind === 'packet' && result.status === 'failed') console.error(result.file, result.diagnostics);
 *   if (result.kind === 'summary') console.log(`${result.made} packets made, ${result.unchanged} unchanged`);
 * }
 */
export async function* buildBatch(
  source: BatchSource,
  options: BatchOptions,
): AsyncGenerator<BatchResult, void, undefined> {
  checkOptions(options);
  const stop = new AbortController();
  const outer = options.signal;
  const onAbort = (): void => stop.abort(outer?.reason);
  if (outer?.aborted) onAbort();
  outer?.addEventListener('abort', onAbort);
  const queue = new ResultQueue<BatchResult>(ROOM);
  const journal = new Journal(options.outDir, shardName(options));
  const run = runBatch(source, options, stop.signal, journal, (result) => queue.push(result));
  // However it ends: also when the manifest cannot be written, or a text of the index cannot be used.
  const work = run
    .finally(() => journal.close())
    .then(
      () => queue.end(outer?.aborted ? { error: outer.reason } : undefined),
      (error: unknown) => queue.end({ error }),
    );
  try {
    yield* queue.read();
  } finally {
    stop.abort();
    queue.release();
    await work;
    outer?.removeEventListener('abort', onAbort);
  }
}

async function runBatch(
  source: BatchSource,
  options: BatchOptions,
  signal: AbortSignal,
  journal: Journal,
  emit: (result: BatchResult) => Promise<void>,
): Promise<void> {
  const { outDir, dryRun = false, prune = false, letters } = options;
  const shard = shardName(options);
  const settings = await batchSettings(options);
  const outputs = await batchOutputs(options);
  const tell = async (diagnostics: readonly Diagnostic[]): Promise<void> => {
    if (diagnostics.length > 0) await emit({ kind: 'problem', diagnostics, sources: {} });
  };
  await tell(settings.diagnostics);
  const sources = await batchSources(source, options);
  const { isDropped } = sources;
  if (sources.diagnostics.length > 0) {
    await emit({ kind: 'problem', diagnostics: sources.diagnostics, sources: sources.sources });
  }
  const names = manifestNames(shard);
  if (!dryRun) await prepareFolder(outDir);
  await checkManifestPlace(outDir, names);

  const own = await readManifest(path.join(outDir, names.json));
  if (own.problem) await tell([own.problem]);
  const others = await Promise.all(
    (await otherManifests(outDir, names.json)).map((name) => readManifest(path.join(outDir, name))),
  );
  const elsewhere = others.flatMap(({ manifest }) => manifest ?? []);
  const record = new BatchRecord(own.manifest, elsewhere, await journal.read());

  const jobs = options.jobs ?? defaultJobs(sources.total, options);
  const meter = new ProgressMeter(sources.total, options.onProgress);
  const counts = { packets: { made: 0, unchanged: 0, planned: 0, failed: 0 }, applicants: 0, applicantsFailed: 0 };
  let runner: Promise<TaskRunner> | undefined;
  const knownLetters = new Set<string>();
  const run = new BatchRun({
    options,
    settings,
    outputs: outputs.perApplicant,
    record,
    journal,
    meter,
    knownLetters,
    runner: () => (runner ??= openRunner(jobs, options, settings, signal)),
    emit: (result) => {
      if (result.kind === 'packet') counts.packets[result.status] += 1;
      return emit(result);
    },
  });
  try {
    await runStages(sources.applicants, run, { ...stageRoom(jobs ?? 0), signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await (await runner)?.close();
  }
  const stopped = signal.aborted;
  if (!stopped) await tell(unknownLetters(letters, knownLetters));

  const complete = !stopped;
  const leftOvers: LeftOvers = complete
    ? await handleLeftOver(record, outDir, { prune: prune && !dryRun, isDropped })
    : { results: [], kept: record.leftOver, diagnostics: [] };
  for (const result of leftOvers.results) await emit(result);
  await tell(leftOvers.diagnostics);
  let manifest: BatchSummary['manifest'] = null;
  let index: string | null = null;
  const { made } = record;
  if (!dryRun) {
    const kept = [];
    for (const entry of record.untouched)
      if (!complete || !(isDropped(entry.source) || (await isSourceGone(entry.source, outDir)))) kept.push(entry);
    const about = {
      today: options.today,
      template: settings.templateName,
      shard,
      complete,
      leftOver: [...leftOvers.kept],
    };
    const composed = composeManifest(about, [...made, ...kept]);
    manifest = await writeManifest(outDir, composed);
    const texts = await outputs.index(composed.applicants.length);
    if (texts) {
      const { writeIndex } = await import('../outputs/write-index.js');
      const written = await writeIndex(outDir, composed, texts, names);
      if (written.problem) await tell([written.problem]);
      index = written.file;
    }
    await journal.remove();
  }
  const packets = made.flatMap((entry) => entry.packets);
  const ready = packets.filter(({ status }) => status === 'ready');
  await emit({
    kind: 'summary',
    complete,
    applicants: made.length,
    applicantsFailed: made.filter(({ status }) => status === 'failed').length,
    ...counts.packets,
    leftOver: leftOvers.results.filter(({ action }) => action !== 'removed').length,
    removed: leftOvers.results.filter(({ action }) => action === 'removed').length,
    pages: ready.reduce((sum, { pages }) => sum + pages, 0),
    bytes: ready.reduce((sum, { bytes }) => sum + bytes, 0),
    findings: sumFindings([...made, ...packets].map(({ findings }) => findings)),
    seconds: Math.round(meter.seconds * 10) / 10,
    manifest,
    index,
  });
}

function shardName({ shard }: BatchOptions): string | null {
  return shard ? `${shard.index}/${shard.count}` : null;
}

/** Makes the output folder, and takes away what a killed run left unfinished in it. */
async function prepareFolder(outDir: string): Promise<void> {
  try {
    await mkdir(outDir, { recursive: true });
    await access(outDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    const message = `${outDir} cannot be written: ${failureReason(error)}`;
    const problem = diagnostic('error', 'output/write-failed', message, { hints: ['choose another output folder'] });
    throw new OutputError('the output folder cannot be used', [problem], { cause: error });
  }
  await removeAbandoned(outDir);
  const entries = await readdir(outDir, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) if (entry.isDirectory()) await removeAbandoned(path.join(outDir, entry.name));
}

/** Null for the calling thread: the start of a worker costs as much as some packets. Who sets limits wants them kept. */
function defaultJobs(applicants: number | null, { packetSeconds, workerMegabytes }: BatchOptions): number | null {
  const isLimited = packetSeconds !== undefined || workerMegabytes !== undefined;
  if (applicants !== null && applicants <= 2 && !isLimited) return null;
  return Math.min(availableParallelism(), MAX_DEFAULT_JOBS, applicants ?? Infinity);
}

/**
 * Applicants at work at a time: with workers two more than there are, so that a worker who ends finds the next task waiting
 * while packets of the last one go to the disk.
 */
function stageRoom(jobs: number): { readonly slots: number; readonly ahead: number } {
  return { slots: jobs === 0 ? 1 : jobs + 2, ahead: Math.max(1, jobs) * 2 };
}

async function openRunner(
  jobs: number | null,
  options: BatchOptions,
  { worker }: BatchSettings,
  signal: AbortSignal,
): Promise<TaskRunner> {
  if (jobs === 0) return inlineRunner(worker, signal);
  const { packetSeconds: seconds = DEFAULT_SECONDS, workerMegabytes: megabytes = DEFAULT_MEGABYTES } = options;
  const openPool = async (): Promise<TaskRunner> => {
    const { workerPool } = await import('./worker-pool.js');
    return workerPool(worker, { jobs: jobs ?? 1, seconds, megabytes }, signal);
  };
  if (jobs !== null) return openPool();
  return smallBatchRunner(worker, signal, { ours: isBuiltin(options.template), openPool });
}

/** An error for each wanted letter that no applicant has; none when no application could be read. */
function unknownLetters(wanted: readonly string[] | undefined, known: ReadonlySet<string>): Diagnostic[] {
  if (known.size === 0) return [];
  const missing = new Set((wanted ?? []).filter((id) => !known.has(id)));
  return [...missing].map((id) => unknownLetter(id, [...known]));
}
