import { rmSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** Unfinished files, removed when the process exits. */
const unfinished = new Set<string>();
let serial = 0;

function removeUnfinished(): void {
  for (const file of unfinished) rmSync(file, { force: true });
}

/**
 * Writes a file by finishing a hidden neighbour and renaming it, so that a reader, a crash or a full disk never meets a
 * part of it: afterwards there is the new file, or what was there before. The folder must exist.
 *
 * Why not the usual package: write-file-atomic 7 takes a short write (full disk, file size limit) for success and
 * renames the cut file. `FileHandle.writeFile` writes on until all is written or the system says why not.
 */
export async function writeWholeFile(file: string, bytes: Uint8Array): Promise<void> {
  const folder = path.dirname(file);
  const temporary = path.join(folder, `.${path.basename(file)}.${process.pid}-${(serial += 1)}.tmp`);
  if (unfinished.size === 0) process.once('exit', removeUnfinished);
  unfinished.add(temporary);
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    unfinished.delete(temporary);
    if (unfinished.size === 0) process.off('exit', removeUnfinished);
  }
}
