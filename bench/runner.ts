import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { type Contestant, FOLDER, faces } from './peers.js';

/** One packet rendered by a contestant. */
export interface Rendered {
  readonly ms: number;
  /** Time of all threads on processors: steadier than `ms` on a busy machine. */
  readonly cpuMs: number;
  readonly pages: number;
  readonly kb: number;
  /** Largest resident size of its process so far. */
  readonly peakMb: number;
  /** Ours with the clock on: milliseconds in the text stage and in deflate. */
  readonly spent?: { readonly text: number; readonly deflate: number };
}

/** A contestant in its own process. */
export class Runner {
  readonly #child: ChildProcess;
  #waiting: { resolve: (result: unknown) => void; reject: (error: Error) => void } | undefined;

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.on('message', (message: { result?: unknown; error?: string }) => {
      const waiting = this.#waiting;
      this.#waiting = undefined;
      if (message.error === undefined) waiting?.resolve(message.result);
      else waiting?.reject(new Error(message.error));
    });
    child.on('exit', (code) => this.#waiting?.reject(new Error(`the contestant ended with ${String(code)}`)));
  }

  /** Starts the process; it is ready when the contestant has its fonts. */
  static async start(contestant: Contestant, { clock = false }: { clock?: boolean } = {}): Promise<Runner> {
    const setup = JSON.stringify({ faces: faces(), clock });
    const child = fork(path.join(FOLDER, 'contestant.mjs'), [contestant, setup], { execArgv: ['--expose-gc'] });
    const runner = new Runner(child);
    await runner.#reply();
    return runner;
  }

  /** Renders one packet from a file of inputs. */
  async render(file: string, variant: number): Promise<Rendered> {
    this.#child.send({ type: 'render', file, variant });
    return (await this.#reply()) as Rendered;
  }

  /** Memory after a collection. */
  async memory(): Promise<{ rssMb: number; heapMb: number }> {
    this.#child.send({ type: 'memory' });
    return (await this.#reply()) as { rssMb: number; heapMb: number };
  }

  stop(): void {
    this.#child.removeAllListeners('exit');
    this.#child.kill();
  }

  #reply(): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }
}
