import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ApplicantEntry, PacketEntry } from '../../schema/manifest.js';
import { lookForApplication } from '../find-applications.js';
import { packetNames } from '../output-name.js';
import { ROSTER_INPUT, rosterHash, type ApplicantSource } from './applicant-source.js';
import { sha256, sha256OfText } from './hash.js';
import type { ApplicationOutline } from './held-application.js';
import { makeReasons } from './made-from.js';
import type { BatchSettings } from './batch-settings.js';
import type { MakeReason } from './types.js';
import type { ReadApplicant } from './worker-tasks.js';

/** A letter of an application, with the place of its packet. */
export interface LetterPlace {
  readonly number: number;
  readonly letterId: string;
  /** Path from the output folder, with `/`. */
  readonly file: string;
}

/** What is known of an applicant before anything is rendered. */
export interface Surveyed {
  readonly source: ApplicantSource;
  /** Name of the source in the manifest. */
  readonly key: string;
  readonly earlier: ApplicantEntry | undefined;
  /** Null when nothing has changed since the earlier run: the applicant was not even read. */
  readonly read: ReadApplicant | null;
}

/** The packets of an application, in the order of its letters. */
export function letterPlaces(application: ApplicationOutline, folder: string): LetterPlace[] {
  const names = packetNames(application);
  return application.letters.map(({ id }, index) => {
    return { number: index + 1, letterId: id, file: `${folder}/${names.get(id) ?? id}.pdf` };
  });
}

/**
 * True when an applicant's files hold what they held when the manifest was written, and every packet is there and is
 * what it would be. Then nothing of the applicant need be read, which makes a second run fast.
 */
export async function isUnchanged(
  source: ApplicantSource,
  earlier: ApplicantEntry,
  settings: BatchSettings,
  options: { readonly outDir: string; readonly letters: readonly string[] | undefined },
): Promise<boolean> {
  const { place, roster } = source;
  if (earlier.status !== 'ready' || earlier.name === null || earlier.id === null) return false;
  const files = earlier.inputs.filter(({ file }) => file !== ROSTER_INPUT);
  const said = earlier.inputs.find(({ file }) => file === ROSTER_INPUT)?.sha256;
  if (said !== (roster && rosterHash(roster))) return false;
  if (place === undefined && !roster) return false;
  const looked = place === undefined ? { file: roster?.file ?? '' } : await lookForApplication(place);
  if (!('file' in looked)) return false;
  if (place !== undefined && path.basename(looked.file) !== files[0]?.file) return false;
  const folder = path.dirname(looked.file);
  for (const input of files) {
    const bytes = await readFile(path.join(folder, ...input.file.split('/'))).catch(() => null);
    if (!bytes || (sha256OfText(bytes) !== input.sha256 && sha256(bytes) !== input.sha256)) return false;
  }
  for (const letter of earlier.letters) {
    if (options.letters && !options.letters.includes(letter)) continue;
    const packet = earlier.packets.find((candidate) => candidate.letter === letter);
    const content = packet?.madeFrom?.content ?? '';
    const reasons = await reasonsFor(packet, content, packet?.file ?? null, settings, options);
    if (reasons.length > 0) return false;
  }
  return true;
}

/** Why a packet must be made; see `makeReasons`. */
export function reasonsFor(
  packet: PacketEntry | undefined,
  content: string,
  file: string | null,
  { marks }: BatchSettings,
  { outDir, force = false }: { readonly outDir: string; readonly force?: boolean },
): Promise<MakeReason[]> {
  const full = path.join(outDir, ...(file ?? '').split('/'));
  // A packet that was written to another place is not this one.
  const known = packet?.file === null || packet?.file === file || packet?.status === 'failed' ? packet : undefined;
  return makeReasons(known, { content, ...marks }, full, force);
}
