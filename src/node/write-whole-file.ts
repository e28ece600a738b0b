import { rmSync } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { threadId } from 'node:worker_threads';

/** Unfinished files, removed when the process exits. */
const unfinished = new Set<string>();
let serial = 0;

/** Where a temporary file was made: letters and digits only, since a host's name may hold anything. */
const HOST = hostname().replace(/[^a-z0-9]/gi, '').slice(0, 32) || 'host'; // prettier-ignore
const TEMPORARY = /^\..+\.([a-z0-9]+)-(\d+)-\d+-\d+\.tmp$/i;
/** Longest time that any file takes to be written; older temporary files of other machines were left behind. */
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

function removeUnfinished(): void {
  for (const file of unfinished) rmSync(file, { force: true });
}

/** Longest name of a file on the common file systems, in bytes. */
const MAX_NAME_BYTES = 255;

function temporaryName(file: string): string {
  const mark = `${HOST}-${process.pid}-${threadId}-${(serial += 1)}`;
  const base = path.basename(file).slice(0, Math.max(1, MAX_NAME_BYTES - mark.length - 6));
  return `.${base}.${mark}.tmp`;
}

/**
 * Writes a file by finishing a hidden neighbour and renaming it, so that a reader, a crash or a full disk never meets a
 * part of it: afterwards there is the new file, or what was there before. The folder must exist. What a killed process
 * leaves behind is the hidden neighbour; {@link removeAbandoned} takes it away.
 *
 * Why not the usual package: write-file-atomic 7 takes a short write (full disk, file size limit) for success and
 * renames the cut file. `FileHandle.writeFile` writes on until all is written or the system says why not.
 */
export async function writeWholeFile(file: string, bytes: Uint8Array): Promise<void> {
  const temporary = path.join(path.dirname(file), temporaryName(file));
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

/**
 * Removes from a folder the hidden neighbours of {@link writeWholeFile} that killed processes left: those of this
 * machine whose process is gone, and those of other machines that are an hour old. A folder that is not there is fine.
 */
export async function removeAbandoned(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const [, host, pid] = TEMPORARY.exec(name) ?? [];
    if (host === undefined || pid === undefined) continue;
    const file = path.join(folder, name);
    if (unfinished.has(file)) continue;
    const age = await ageOf(file);
    // A new process may have the number of the one that was killed, as in containers; it cannot have older files.
    const isGone = Number(pid) === process.pid ? age > process.uptime() * 1000 : !isRunning(Number(pid));
    if ((host === HOST && isGone) || age > ABANDONED_AFTER_MS) await rm(file, { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process may not be asked, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function ageOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined);
  return found ? Date.now() - found.mtimeMs : 0;
}
