import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).sort();
}

/** The packets of an output folder, with the hashes of their bytes. */
export function packetsIn(folder: string): Map<string, string> {
  const names = filesIn(folder).filter((name) => name.endsWith('.pdf'));
  return new Map(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(path.join(folder, name)))
        .digest('hex'),
    ]),
  );
}

/** Files of an output folder that do not belong there once a run has ended: unfinished ones and the journal are hidden. */
export function strangeFiles(folder: string): string[] {
  return filesIn(folder).filter((name) => path.basename(name).startsWith('.'));
}
