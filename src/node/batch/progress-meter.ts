import type { BatchProgress, PacketOutcome } from './types.js';

/** Seconds of the past that the rate looks at. */
const WINDOW = 30;

/** Counts what a batch does, and tells it at each step. */
export class ProgressMeter {
  readonly #start = performance.now();
  readonly #tell: ((progress: BatchProgress) => void) | undefined;
  #applicants: number | null;
  #done = 0;
  #current: BatchProgress['current'] = null;
  readonly #counts = { made: 0, unchanged: 0, failed: 0 };
  /** When packets were made, in seconds since the start. */
  #recent: number[] = [];
  /** Applicants for whom something was rendered, and the time since the first of them began. */
  #worked = 0;
  #workStart: number | null = null;

  constructor(applicants: number | null, tell: ((progress: BatchProgress) => void) | undefined) {
    this.#applicants = applicants;
    this.#tell = tell;
  }

  get seconds(): number {
    return (performance.now() - this.#start) / 1000;
  }

  begin(number: number, name: string): void {
    this.#current = { number, name };
    this.#workStart ??= this.seconds;
    this.#report();
  }

  packet(status: PacketOutcome['status']): void {
    if (status === 'made') this.#recent.push(this.seconds);
    if (status !== 'planned') this.#counts[status] += 1;
    this.#report();
  }

  applicantDone(hasWork: boolean): void {
    this.#done += 1;
    if (hasWork) this.#worked += 1;
    this.#report();
  }

  /** The number of applicants, once it is known. */
  total(applicants: number): void {
    this.#applicants = applicants;
  }

  #report(): void {
    if (!this.#tell) return;
    const now = this.seconds;
    const since = Math.max(0, now - WINDOW);
    this.#recent = this.#recent.filter((time) => time >= since);
    const first = this.#recent[0] ?? now;
    const span = now - first;
    const left = this.#applicants === null ? null : this.#applicants - this.#done;
    const worked = this.#worked;
    this.#tell({
      applicants: this.#applicants,
      applicantsDone: this.#done,
      ...this.#counts,
      current: this.#current,
      seconds: now,
      rate: span > 0.5 ? (this.#recent.length - 1) / span : 0,
      secondsLeft: left === null || worked < 2 ? null : ((now - (this.#workStart ?? now)) / this.#done) * left,
    });
  }
}
