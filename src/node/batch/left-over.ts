import { readFile, rm, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { diagnostic, type Diagnostic } from '../../diagnostics/index.js';
import type { LeftOver } from '../../schema/manifest.js';
import { failureReason } from '../system-failure.js';
import type { BatchRecord } from './batch-record.js';
import { sha256 } from './hash.js';
import type { LeftOverResult } from './types.js';

/** What became of the packets whose letters are gone. */
export interface LeftOvers {
  readonly results: readonly LeftOverResult[];
  /** Those that are still there. */
  readonly kept: readonly LeftOver[];
  /** An error for each that was to be removed and could not be. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds the packets of earlier runs whose letter is gone: of applicants of this run who no longer have it, and of
 * applicants whose source is no longer there. Removes them when asked to, but only files that an earlier manifest lists
 * and whose bytes are still those that were written.
 */
export async function handleLeftOver(
  record: BatchRecord,
  outDir: string,
  { prune, isDropped }: { readonly prune: boolean; readonly isDropped: (source: string) => boolean },
): Promise<LeftOvers> {
  const wanted = new Set(
    record.made.flatMap(({ packets, outputs }) =>
      [...packets, ...outputs].flatMap(({ file }) => file?.toLowerCase() ?? []),
    ),
  );
  const touched = new Set(record.made.map(({ source }) => source));
  const folders = new Set(record.made.flatMap(({ folder }) => folder?.toLowerCase() ?? []));
  const gone = new Map<string, boolean>();
  const isGone = async (source: string): Promise<boolean> => {
    let known = gone.get(source);
    if (known === undefined) gone.set(source, (known = isDropped(source) || (await isSourceGone(source, outDir))));
    return known;
  };

  const results: LeftOverResult[] = [];
  const kept: LeftOver[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { file, sha256: written, source } of record.writtenBefore().values()) {
    if (wanted.has(file.toLowerCase())) continue;
    const isOrphan =
      source === null ||
      touched.has(source) ||
      folders.has(path.posix.dirname(file).toLowerCase()) ||
      (await isGone(source));
    const full = path.join(outDir, ...file.split('/'));
    if (!isOrphan || !isInside(outDir, full)) continue;
    const bytes = await readFile(full).catch(() => null);
    if (!bytes) continue;
    const isOurs = sha256(bytes) === written;
    const problem = prune && isOurs ? await remove(full) : undefined;
    if (prune && isOurs && !problem) {
      results.push({ kind: 'left-over', file: full, action: 'removed' });
      continue;
    }
    if (problem) diagnostics.push(problem);
    kept.push({ file, sha256: written });
    results.push({ kind: 'left-over', file: full, action: isOurs ? 'kept' : 'changed' });
  }
  return { results, kept, diagnostics };
}

/** Removes a packet, and its folder when that is empty then; gives back why it could not. */
async function remove(file: string): Promise<Diagnostic | undefined> {
  try {
    await rm(file, { force: true });
  } catch (error) {
    const message = `${file} cannot be removed: ${failureReason(error)}`;
    return diagnostic('error', 'output/write-failed', message, { hints: ['remove it yourself'] });
  }
  await rmdir(path.dirname(file)).catch(() => undefined);
  return undefined;
}

/** Where a manifest comes from somebody else, its paths may lead anywhere. */
function isInside(outDir: string, file: string): boolean {
  const way = path.relative(path.resolve(outDir), path.resolve(file));
  return (
    way !== '' &&
    way !== '..' &&
    !way.startsWith(`..${path.sep}`) &&
    !path.isAbsolute(way) &&
    /\.(?:pdf|html|ics|eml|txt)$/i.test(way)
  );
}

/** True when the applicant's file is no longer there. Of applicants handed over as data nobody can tell. */
export async function isSourceGone(source: string, outDir: string): Promise<boolean> {
  if (source.startsWith('data:')) return false;
  const [file = ''] = source.split('#', 1);
  return stat(path.resolve(outDir, ...file.split('/'))).then(
    () => false,
    () => true,
  );
}
