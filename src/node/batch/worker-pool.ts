import { existsSync } from 'node:fs';
import { MessageChannel, type Transferable } from 'node:worker_threads';
import { Tinypool } from 'tinypool';
import { diagnostic, type Diagnostic, type DiagnosticCode } from '../../diagnostics/index.js';
import { systemCode } from '../system-failure.js';
import type { ApplicantSource } from './applicant-source.js';
import type { TaskRunner } from './task-runner.js';
import { Turns } from './turns.js';
import type { FromWorker, WorkerTask } from './worker-messages.js';
import type { ReadApplicant, RenderedLetter, RenderTask, WorkerSettings } from './worker-tasks.js';

/** Bounds of a pool. */
export interface PoolLimits {
  readonly jobs: number;
  /** For one packet, and for reading one applicant. */
  readonly seconds: number;
  /** Heap of one worker. */
  readonly megabytes: number;
  /** Time for a worker to start and to load its fonts, before the time of a packet begins to count. @default 60 */
  readonly startSeconds?: number;
}

const START_SECONDS = 60;

class TimeLimit extends Error {
  override name = 'TimeLimit';
}

/**
 * Works in worker threads. A task that takes too long or too much memory costs its worker, which is replaced, and one
 * packet; the letters after it go on in another worker.
 *
 * @param module address of the worker's module
 */
export function workerPool(
  settings: WorkerSettings,
  limits: PoolLimits,
  signal: AbortSignal,
  module = workerModule(),
): TaskRunner {
  const pool = new Tinypool({
    filename: module,
    name: 'run',
    minThreads: limits.jobs,
    maxThreads: limits.jobs,
    workerData: settings,
    // No more room for what is new (`maxYoungGenerationSizeMb`), though it would spare copying: when a packet meets the limit
    // of memory, V8 ends the whole process if more than 16 MB of it have to move at once.
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
  });

  // More tasks may be given than there are workers. The time of one begins when a worker is free for it.
  const turns = new Turns(limits.jobs);
  const runTask = (task: WorkerTask, timer: TaskTimer, transferList: Transferable[] = []): Promise<unknown> =>
    turns.take(() => {
      timer.restart((limits.startSeconds ?? START_SECONDS) + limits.seconds);
      return pool.run(task, { signal: timer.signal, transferList });
    });

  const attempt = async (task: RenderTask, onLetter: (letter: RenderedLetter) => Promise<void>): Promise<Attempt> => {
    const { port1, port2 } = new MessageChannel();
    const timer = new TaskTimer(signal);
    let current: string | null = null;
    let delivered = 0;
    let putAway: Promise<unknown> = Promise.resolve();
    let ended = (): void => undefined;
    const all = new Promise<void>((resolve) => void (ended = resolve));
    port1.on('message', (message: FromWorker) => {
      if (message.kind === 'begin') {
        current = message.letterId;
        timer.restart(limits.seconds);
        return;
      }
      current = null;
      delivered += 1;
      timer.pause();
      putAway = putAway.then(() => onLetter(message.rendered)).then(() => port1.postMessage('stored'));
      putAway.catch(() => timer.abort());
      if (delivered === task.letters.length) ended();
    });
    try {
      await runTask({ kind: 'render', ...task, port: port2 }, timer, [port2]);
      // The end of a task and its letters come by different ways.
      await all;
      await putAway;
      return { delivered: task.letters.length, failure: null };
    } catch (error) {
      await putAway;
      if (signal.aborted) throw signal.reason;
      if (!timer.expired && !isLost(error)) throw error;
      const failure = timer.expired ? new TimeLimit() : error;
      return { delivered, failure, culprit: current ?? task.letters[delivered] };
    } finally {
      timer.pause();
      port1.close();
    }
  };

  return {
    async read(source) {
      for (let tries = 1; ; tries += 1) {
        const timer = new TaskTimer(signal);
        try {
          return (await runTask({ kind: 'read', source }, timer)) as ReadApplicant;
        } catch (error) {
          if (signal.aborted) throw signal.reason;
          if (!timer.expired && !isLost(error)) throw error;
          if (!timer.expired && tries === 1) continue;
          return unreadApplicant(source, limitProblem(timer.expired ? new TimeLimit() : error, limits, 'the application')); // prettier-ignore
        } finally {
          timer.pause();
        }
      }
    },
    async render(task, onLetter) {
      let letters = task.letters;
      let suspect: string | undefined;
      while (letters.length > 0) {
        const { delivered, failure, culprit } = await attempt({ ...task, letters }, onLetter);
        letters = letters.slice(delivered);
        if (failure === null || culprit === undefined) continue;
        // Memory may have been used up by the packets before: a second try in a new worker tells.
        const isTimeUp = failure instanceof TimeLimit;
        if (!isTimeUp && suspect !== culprit) {
          suspect = culprit;
          continue;
        }
        const problem = limitProblem(failure, limits, `the packet of letter "${culprit}"`);
        await onLetter({ letterId: culprit, packet: null, diagnostics: [problem], seconds: isTimeUp ? limits.seconds : 0 }); // prettier-ignore
        letters = letters.filter((id) => id !== culprit);
      }
    },
    close: () => pool.destroy(),
  };
}

interface Attempt {
  /** Letters that came before it ended. */
  readonly delivered: number;
  readonly failure: unknown;
  /** The letter in work when it failed. */
  readonly culprit?: string | undefined;
}

/** Aborts a task when its time is over or the batch is stopped. */
class TaskTimer {
  readonly #controller = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  expired = false;
  readonly signal: AbortSignal;

  constructor(stopped: AbortSignal) {
    this.signal = AbortSignal.any([stopped, this.#controller.signal]);
  }

  restart(seconds: number): void {
    this.pause();
    this.#timer = setTimeout(() => {
      this.expired = true;
      this.abort();
    }, seconds * 1000);
  }

  pause(): void {
    clearTimeout(this.#timer);
  }

  abort(): void {
    this.#controller.abort();
  }
}

/** True when the worker itself is gone, not only its task. */
function isLost(error: unknown): boolean {
  const code = systemCode(error) ?? '';
  return code.startsWith('ERR_WORKER') || (error instanceof Error && /worker/i.test(error.message));
}

function limitProblem(failure: unknown, { seconds, megabytes }: PoolLimits, what: string): Diagnostic {
  const problem = (code: DiagnosticCode, message: string, hints: readonly string[]): Diagnostic =>
    diagnostic('error', code, message, { hints });
  if (failure instanceof TimeLimit) {
    const hints = ['look for a text, table or appended file that is far larger than the others', 'or raise --packet-seconds']; // prettier-ignore
    return problem('batch/time-limit', `${what} took longer than ${seconds} seconds`, hints);
  }
  if (systemCode(failure) === 'ERR_WORKER_OUT_OF_MEMORY') {
    const hints = ['look for a text, table or appended file that is far larger than the others', 'or raise --worker-memory']; // prettier-ignore
    return problem('batch/memory-limit', `${what} needs more than ${megabytes} MB of memory`, hints);
  }
  const reason = failure instanceof Error ? failure.message : String(failure);
  const hints = ['this is a defect of lor-packet: please report it with this message'];
  return problem('internal/unexpected', `${what} failed: its worker stopped: ${reason}`, hints);
}

function unreadApplicant(source: ApplicantSource, problem: Diagnostic): ReadApplicant {
  const file = source.place ?? source.name;
  return {
    application: null,
    files: {},
    file,
    diagnostics: [problem],
    sources: {},
    inputs: [],
    content: '',
    nextDates: {},
  };
}

/** The worker: beside the built library, above a part of the built command, or where `npm run generate` writes it. */
function workerModule(): string {
  for (const place of ['./worker.js', '../worker.js', '../../../node_modules/.cache/lor-packet/worker.js']) {
    const file = new URL(place, import.meta.url);
    if (existsSync(file)) return file.href;
  }
  throw new Error('worker.js is missing from the installed package; install lor-packet again');
}
