/** A worker thread of a batch: fonts and template are made ready once, then tasks come one at a time. */
import { workerData } from 'node:worker_threads';
import { LetterRenderer, readApplicant, type ReadApplicant, type WorkerSettings } from './worker-tasks.js'; // prettier-ignore
import { wholeApplication } from './held-application.js';
import type { FromWorker, WorkerTask } from './worker-messages.js';

// The pool puts its own data first.
const [, settings] = workerData as [unknown, WorkerSettings];
const renderer = new LetterRenderer(settings);

export async function run(task: WorkerTask): Promise<ReadApplicant | undefined> {
  if (task.kind === 'read') return readApplicant(task.source, { today: settings.today });
  await renderer.prepare();
  const { port, letters, files } = task;
  const application = wholeApplication(task.application);
  const post = (message: FromWorker, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);
  let owed = 0;
  let wake: (() => void) | undefined;
  port.on('message', () => {
    owed -= 1;
    wake?.();
  });
  for (const letterId of letters) {
    // At most one packet that the other side has not put away: memory stays bounded when writing is slow.
    while (owed > 1) await new Promise<void>((resolve) => void (wake = resolve));
    post({ kind: 'begin', letterId });
    const rendered = await renderer.render(application, files, letterId);
    owed += 1;
    const buffer = rendered.packet?.pdf.buffer;
    post({ kind: 'letter', rendered }, buffer instanceof ArrayBuffer ? [buffer] : []);
  }
  // The last ones are put away while the next task is at work.
  port.close();
  return undefined;
}
