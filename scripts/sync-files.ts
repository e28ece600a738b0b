import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** File contents by path relative to a folder, with `/` between the parts. */
export type FileSet = ReadonlyMap<string, Uint8Array | string>;

function sameBytes(file: string, content: Buffer): boolean {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && stat.isFile() && stat.size === content.length && readFileSync(file).equals(content);
}

/**
 * Writes a file when its content differs, by renaming a finished neighbour, so that a process that reads at the same
 * time sees the old file or the new one and never a part.
 *
 * @returns true when the file was written
 */
export function writeIfChanged(file: string, content: Uint8Array | string): boolean {
  const bytes = Buffer.from(content);
  if (sameBytes(file, bytes)) return false;
  mkdirSync(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, bytes);
  renameSync(temporary, file);
  return true;
}

/** Paths of all files under a folder, relative, sorted by code unit; empty when there is no such folder. */
export function listFiles(folder: string): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

/** Makes a folder hold exactly these files. Files that are already right are left alone; others are removed. */
export function syncFolder(folder: string, files: FileSet): void {
  for (const [name, content] of files) writeIfChanged(path.join(folder, name), content);
  for (const name of listFiles(folder)) {
    if (!files.has(name) && !name.endsWith('.tmp')) rmSync(path.join(folder, name), { force: true });
  }
}
