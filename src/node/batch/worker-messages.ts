import type { MessagePort } from 'node:worker_threads';
import type { ApplicantSource } from './applicant-source.js';
import type { RenderedLetter, RenderTask } from './worker-tasks.js';

/** A task as it is posted to a worker. */
export type WorkerTask =
  | { readonly kind: 'read'; readonly source: ApplicantSource }
  | (RenderTask & { readonly kind: 'render'; readonly port: MessagePort });

/** What a worker says while it renders; each `letter` is answered when it is put away. */
export type FromWorker =
  | { readonly kind: 'begin'; readonly letterId: string }
  | { readonly kind: 'letter'; readonly rendered: RenderedLetter };
