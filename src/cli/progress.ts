import { fitted } from '../diagnostics/frame.js';
import type { BatchProgress } from '../node/batch/index.js';
import { duration } from './build-summary.js';
import { count, type TextSink } from './io.js';

const CLEAR_LINE = '\r\u001b[2K';
/** Shortest time between two drawings, in seconds: a terminal is slower than the work. */
const REDRAW_EVERY = 0.1;
const BAR = 20;

/** The live line of a terminal: bar, rate, remaining time and current applicant. Elsewhere it says nothing. */
export class ProgressLine {
  readonly #sink: TextSink;
  readonly #hidden: boolean;
  readonly #redact: boolean;
  #live = false;
  #drawn = -Infinity;

  constructor(sink: TextSink, options: { readonly hidden: boolean; readonly redact: boolean }) {
    this.#sink = sink;
    this.#hidden = options.hidden || sink.isTTY !== true;
    this.#redact = options.redact;
  }

  show(progress: BatchProgress): void {
    if (this.#hidden || progress.seconds - this.#drawn < REDRAW_EVERY) return;
    this.#drawn = progress.seconds;
    // A terminal that does not say its width says 0.
    const columns = (this.#sink.columns ?? 0) || 80;
    // A longer line would go on in the next one, where it could not be taken away.
    this.#sink.write(CLEAR_LINE + fitted(progressText(progress, this.#redact), columns - 1));
    this.#live = true;
  }

  /** Takes the line away, so that other text can follow. */
  clear(): void {
    if (this.#live) this.#sink.write(CLEAR_LINE);
    this.#live = false;
    this.#drawn = -Infinity;
  }
}

/** @example '[#####---------------] 76/300 applicants, 304 packets, 24/s, 38 s left, linh-tran' */
export function progressText(progress: BatchProgress, redact: boolean): string {
  const { applicants, applicantsDone, made, unchanged, failed, current, rate, secondsLeft } = progress;
  const share = applicants === null || applicants === 0 ? 0 : applicantsDone / applicants;
  const filled = Math.floor(share * BAR);
  const bar = applicants === null ? '' : `[${'#'.repeat(filled)}${'-'.repeat(BAR - filled)}] `;
  const of = applicants === null ? String(applicantsDone) : `${applicantsDone}/${applicants}`;
  const parts = [
    `${of} applicants`,
    count(made, 'packet'),
    unchanged > 0 ? `${unchanged} unchanged` : '',
    failed > 0 ? `${failed} failed` : '',
    rate > 0 ? `${rate < 10 ? rate.toFixed(1) : String(Math.round(rate))}/s` : '',
    secondsLeft === null ? '' : `${duration(Math.ceil(secondsLeft))} left`,
    current === null ? '' : redact ? `applicant ${current.number}` : current.name,
  ];
  return bar + parts.filter((part) => part !== '').join(', ');
}
