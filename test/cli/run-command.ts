import { run } from '../../src/cli/run.js';

/** What the command printed and how it ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `lor-packet` in this process, on 6 July 2026 unless told otherwise. */
export async function runCommand(
  args: readonly string[],
  world: {
    readonly env?: Record<string, string>;
    readonly now?: Date;
    readonly isTTY?: boolean;
    readonly columns?: number;
  } = {},
): Promise<Ended> {
  const written = { stdout: '', stderr: '' };
  const sink = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => void (written[name] += text),
    isTTY: world.isTTY === true,
    columns: world.columns ?? 100,
  });
  const code = await run(args, {
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    env: world.env ?? {},
    now: () => world.now ?? new Date(2026, 6, 6, 12),
  });
  return { code, ...written };
}
