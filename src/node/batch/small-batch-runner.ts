import { stat } from 'node:fs/promises';
import { lookForApplication } from '../find-applications.js';
import type { ApplicantSource } from './applicant-source.js';
import { inlineRunner, type TaskRunner } from './task-runner.js';
import type { RenderTask, WorkerSettings } from './worker-tasks.js';

/**
 * Most that an application and its statements may say, in characters, to be worked on without limits of time: four times
 * as much as a complete one. The time for so little is bounded by its size.
 */
const ORDINARY_CHARACTERS = 256_000;
/** The same for appended files, whose reading has bounds of its own (`src/pdf/appendix/limits.ts`). */
const ORDINARY_BYTES = 8_000_000;

/**
 * Works in the calling thread, which saves the start of a worker, as long as what there is to do is of ordinary size; what
 * is larger, or set by a template that is not ours and may repeat things without end, goes to a worker with limits of time
 * and memory.
 *
 * @param ours the template is one of the package
 * @param openPool called at most once, when something needs a worker
 */
export function smallBatchRunner(
  settings: WorkerSettings,
  signal: AbortSignal,
  { ours, openPool }: { readonly ours: boolean; readonly openPool: () => Promise<TaskRunner> },
): TaskRunner {
  const inline = inlineRunner(settings, signal);
  let pool: Promise<TaskRunner> | undefined;
  const runner = async (isOrdinary: boolean): Promise<TaskRunner> => (isOrdinary ? inline : (pool ??= openPool()));
  return {
    read: async (source) => (await runner(await isOrdinarySource(source))).read(source),
    render: async (task, onLetter) => (await runner(ours && isOrdinaryTask(task))).render(task, onLetter),
    close: async () => (await pool)?.close(),
  };
}

/** The size of the file tells before it is read; the statements that it names have limits of their own. */
async function isOrdinarySource({ place, application }: ApplicantSource): Promise<boolean> {
  if (application) return JSON.stringify(application).length <= ORDINARY_CHARACTERS;
  if (place === undefined) return true;
  const looked = await lookForApplication(place);
  if (!('file' in looked)) return true;
  const size = await stat(looked.file).then(
    (found) => found.size,
    () => 0,
  );
  return size <= ORDINARY_CHARACTERS;
}

function isOrdinaryTask({ application, files }: RenderTask): boolean {
  const bytes = Object.values(files).reduce((sum, file) => sum + file.length, 0);
  const { whole } = application;
  const text = typeof whole === 'string' ? whole : JSON.stringify(whole);
  return bytes <= ORDINARY_BYTES && text.length <= ORDINARY_CHARACTERS;
}
