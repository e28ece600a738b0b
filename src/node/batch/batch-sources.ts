import path from 'node:path';
import type { Diagnostic } from '../../diagnostics/index.js';
import { APPLICATION_FILES, findApplications } from '../find-applications.js';
import { shardOf, type ApplicantSource } from './applicant-source.js';
import type { BatchApplicant, BatchOptions, BatchSource } from './types.js';

/** The applicants of a batch, one after the other. */
export interface BatchSources {
  /** Applicants of this batch or shard; null when only the end of the source will tell. */
  readonly total: number | null;
  readonly applicants: AsyncIterator<ApplicantSource>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds the applicants of a batch. */
export async function batchSources(source: BatchSource, { shard }: Pick<BatchOptions, 'shard'>): Promise<BatchSources> {
  const isOurs = (applicant: ApplicantSource): boolean => !shard || shardOf(applicant, shard.count) === shard.index;
  if (!isPaths(source)) return { total: null, applicants: handedOver(source, isOurs), diagnostics: [] };
  const places = typeof source === 'string' ? [source] : source;
  const { paths, diagnostics } = await findApplications(places);
  const all = paths.map((place, index) => ({ number: index + 1, name: nameOf(place), place }));
  const ours = all.filter(isOurs);
  return { total: ours.length, applicants: oneByOne(ours), diagnostics };
}

function isPaths(source: BatchSource): source is string | readonly string[] {
  return typeof source === 'string' || (Array.isArray(source) && source.every((place) => typeof place === 'string'));
}

/** The name of the applicant's folder, or of the file when that has a name of its own. */
function nameOf(place: string): string {
  const { dir, base, name } = path.parse(path.resolve(place));
  return (APPLICATION_FILES as readonly string[]).includes(base) ? path.basename(dir) : name;
}

async function* oneByOne(sources: readonly ApplicantSource[]): AsyncGenerator<ApplicantSource, void, undefined> {
  yield* sources;
}

async function* handedOver(
  applicants: Iterable<BatchApplicant> | AsyncIterable<BatchApplicant>,
  isOurs: (source: ApplicantSource) => boolean,
): AsyncGenerator<ApplicantSource, void, undefined> {
  let number = 0;
  for await (const { application, files } of applicants) {
    number += 1;
    const name = application.applicant.id ?? `applicant-${number}`;
    const source = { number, name, application, ...(files ? { files } : {}) };
    if (isOurs(source)) yield source;
  }
}
