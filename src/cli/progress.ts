import path from 'node:path';
import type { PacketResult } from '../node/write-packets.js';
import { count, type TextSink } from './io.js';

/** What the user sees of the work while it goes on. */
export interface Progress {
  /** A new applicant, `number` of `total`, counted from 1. */
  applicant(number: number, total: number): void;
  packet(result: PacketResult): void;
  /** Takes a live line away, so that other text can follow. */
  clear(): void;
}

const CLEAR_LINE = '\r\u001b[2K';

/** Size in kilobytes of 1,000 bytes, at least 1. */
export function kilobytes(bytes: number): string {
  return String(Math.max(1, Math.round(bytes / 1000)));
}

/**
 * On a terminal one line that counts up, in a log a line per packet. A packet with findings has a line of its own
 * everywhere: its findings are printed below it.
 *
 * @param options.failuresOnly says nothing of packets that were made
 */
export function showProgress(sink: TextSink, options: { readonly failuresOnly: boolean }): Progress {
  let where = '';
  let made = 0;
  let live = false;
  const clear = (): void => {
    if (live) sink.write(CLEAR_LINE);
    live = false;
  };
  return {
    applicant(number, total) {
      where = total > 1 ? `[${number}/${total}] ` : '';
    },
    packet({ file, pages, bytes, error, diagnostics }) {
      made += error ? 0 : 1;
      if (options.failuresOnly && !error) return;
      if (!sink.isTTY || diagnostics.length > 0) {
        clear();
        const outcome = error ? 'failed' : `${count(pages, 'page')}, ${kilobytes(bytes)} kB`;
        sink.write(`${where}${file}: ${outcome}\n`);
        return;
      }
      const line = `${where}${count(made, 'packet')}, last ${path.basename(file)}`;
      sink.write(CLEAR_LINE + line.slice(0, Math.max(20, (sink.columns ?? 80) - 1)));
      live = true;
    },
    clear,
  };
}

/** Says nothing. */
export const NO_PROGRESS: Progress = { applicant: () => undefined, packet: () => undefined, clear: () => undefined };
