import { VERSION } from '../version.js';
import type { CommandIo } from './io.js';

/** One line for a defect of the program, and the stack for who asks for it. */
export function reportUnexpected(error: unknown, io: Pick<CommandIo, 'stderr' | 'env'>): void {
  const message = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
  const system = `lor-packet ${VERSION}, Node ${process.versions.node}, ${process.platform}`;
  io.stderr.write(
    `error internal/unexpected ${message} (${system}); this is a defect: please report it with this line\n`,
  );
  writeStack(error, io);
}

/** The stack of an error, only with `LOR_PACKET_DEBUG=1`. */
export function writeStack(error: unknown, { stderr, env }: Pick<CommandIo, 'stderr' | 'env'>): void {
  if (env['LOR_PACKET_DEBUG'] === '1' && error instanceof Error && error.stack !== undefined)
    stderr.write(`${error.stack}\n`);
}
