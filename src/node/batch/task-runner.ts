import type { ApplicantSource } from './applicant-source.js';
import { wholeApplication } from './held-application.js';
import { LetterRenderer, readApplicant, type ReadApplicant, type RenderedLetter, type RenderTask, type WorkerSettings } from './worker-tasks.js'; // prettier-ignore

/**
 * Who does the work of a batch: this thread, or a pool of workers. Tasks may be given before there is someone free for them;
 * they begin in the order in which they were given.
 */
export interface TaskRunner {
  read(source: ApplicantSource): Promise<ReadApplicant>;
  /**
   * Renders the letters of a task in order.
   *
   * @param onLetter awaited before more than one further letter is rendered
   */
  render(task: RenderTask, onLetter: (letter: RenderedLetter) => Promise<void>): Promise<void>;
  /** Gives up what is in work. */
  close(): Promise<void>;
}

/** Works in the calling thread: for a handful of packets, which need less time than the start of a worker. */
export function inlineRunner(settings: WorkerSettings, signal: AbortSignal): TaskRunner {
  const renderer = new LetterRenderer(settings);
  return {
    read(source) {
      // The fonts are read meanwhile; what is wrong with them is told when something is rendered.
      renderer.prepare().catch(() => undefined);
      return readApplicant(source, { today: settings.today, planOf: (application) => renderer.planOf(application), sameThread: true }); // prettier-ignore
    },
    async render(task, onLetter) {
      await renderer.prepare();
      const application = wholeApplication(task.application);
      for (const letterId of task.letters) {
        if (signal.aborted) return;
        await onLetter(await renderer.render(application, task.files, letterId));
      }
    },
    close: () => Promise.resolve(),
  };
}
