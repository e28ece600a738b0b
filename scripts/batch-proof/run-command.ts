import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** An event of `build --json`. */
export interface BuildEvent {
  readonly event: string;
  readonly [key: string]: unknown;
}

/** How a run of the command went. */
export interface Ran {
  readonly code: number | null;
  readonly seconds: number;
  /** Highest resident memory of the process with its workers, in MB. */
  readonly peak: number;
  /** Processor seconds of all its threads; the last fifth of a second may be missing. */
  readonly processor: number;
  readonly events: readonly BuildEvent[];
  /** Seconds since the start and resident MB at each packet. */
  readonly packets: readonly { readonly at: number; readonly rss: number }[];
  readonly output: string;
}

/** The value of a line of /proc/PID/status, in MB; 0 where there is none. */
function memoryOf(pid: number | undefined, line: 'VmRSS' | 'VmHWM'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`${line}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Processor seconds of a process until now (proc(5), fields 14 and 15, in hundredths); 0 where it cannot be told. */
function processorOf(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return 0;
  }
}

/** Runs `lor-packet build` with `--json` and watches it; on one core only where its number is given (`taskset` of Linux). */
export async function runBuild(
  args: readonly string[],
  onStart?: (child: ChildProcess) => void,
  core?: number,
): Promise<Ran> {
  const start = performance.now();
  const pinned = core === undefined ? [] : ['taskset', '--cpu-list', String(core)];
  const [command = '', ...rest] = [
    ...pinned,
    process.execPath,
    CLI,
    'build',
    ...args,
    '--json',
    '--today',
    '2026-07-06',
  ];
  const child = spawn(command, rest);
  onStart?.(child);
  let text = '';
  let errors = '';
  let peak = 0;
  let processor = 0;
  const packets: { at: number; rss: number }[] = [];
  // Rarely: looking takes time from a command that keeps all cores busy, and the system remembers the highest memory.
  let rss = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, memoryOf(child.pid, 'VmHWM'));
    rss = memoryOf(child.pid, 'VmRSS');
    processor = Math.max(processor, processorOf(child.pid));
  }, 200);
  child.stdout.on('data', (chunk: Buffer) => {
    const added = chunk.toString();
    const made = added.split('"event":"packet"').length - 1;
    for (let count = 0; count < made; count += 1) packets.push({ at: (performance.now() - start) / 1000, rss });
    text += added;
  });
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(watch);
  const lines = text.split('\n').filter((line) => line.endsWith('}'));
  return {
    code,
    seconds: (performance.now() - start) / 1000,
    peak,
    processor,
    packets,
    events: lines.map((line) => JSON.parse(line) as BuildEvent),
    output: text + errors,
  };
}
