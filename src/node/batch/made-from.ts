import { readFile } from 'node:fs/promises';
import type { MadeFrom, PacketEntry } from '../../schema/manifest.js';
import { sha256 } from './hash.js';
import type { MakeReason } from './types.js';

const CHANGES: readonly (readonly [keyof MadeFrom, MakeReason])[] = [
  ['content', 'input-changed'],
  ['template', 'template-changed'],
  ['fonts', 'fonts-changed'],
  ['options', 'options-changed'],
  ['version', 'version-changed'],
  ['today', 'date-changed'],
];

/**
 * Why a packet must be made; empty when the file is there and is what it would be.
 *
 * @param entry what the manifest says of it, when it does
 * @param file where it must be
 */
export async function makeReasons(
  entry: PacketEntry | undefined,
  now: MadeFrom,
  file: string,
  force: boolean,
): Promise<MakeReason[]> {
  if (!entry) return ['new'];
  const { madeFrom } = entry;
  if (entry.status === 'failed' || !madeFrom) return ['failed-before'];
  const reasons = CHANGES.filter(([part]) => madeFrom[part] !== now[part]).map(([, reason]) => reason);
  const state = await fileState(file, entry.sha256);
  if (state !== 'same') reasons.unshift(state);
  if (reasons.length === 0 && force) return ['forced'];
  if (reasons.length === 0 && entry.status === 'outdated') return ['failed-before'];
  return reasons;
}

/** Whether a file is there with the bytes that were written. */
export async function fileState(file: string, expected: string | null): Promise<'same' | 'altered' | 'missing'> {
  try {
    return sha256(await readFile(file)) === expected ? 'same' : 'altered';
  } catch {
    return 'missing';
  }
}
