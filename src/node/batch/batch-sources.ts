import type { Diagnostic } from '../../diagnostics/index.js';
import { shardOf, sourceKey, type ApplicantSource } from './applicant-source.js';
import { findSources } from './find-sources.js';
import type { BatchApplicant, BatchOptions, BatchSource } from './types.js';

/** The applicants of a batch, one after the other. */
export interface BatchSources {
  /** Applicants of this batch or shard; null when only the end of the source will tell. */
  readonly total: number | null;
  readonly applicants: AsyncIterator<ApplicantSource>;
  readonly diagnostics: readonly Diagnostic[];
  /** Texts that the diagnostics point into. */
  readonly sources: Readonly<Record<string, string>>;
  /** True for a source that a roster of this batch would list and does not. */
  readonly isDropped: (source: string) => boolean;
}

/** Finds the applicants of a batch. */
export async function batchSources(
  source: BatchSource,
  { shard, outDir }: Pick<BatchOptions, 'shard' | 'outDir'>,
): Promise<BatchSources> {
  const isOurs = (applicant: ApplicantSource): boolean => !shard || shardOf(applicant, shard.count) === shard.index;
  if (!isPaths(source)) {
    const applicants = handedOver(source, isOurs);
    return { total: null, applicants, diagnostics: [], sources: {}, isDropped: () => false };
  }
  const found = await findSources(typeof source === 'string' ? [source] : source);
  const all = found.applicants.map((applicant, index) => ({ ...applicant, number: index + 1 }));
  const ours = all.filter(isOurs);
  const keys = new Set(all.map((applicant) => sourceKey(applicant, outDir)));
  const rosters = new Set(found.rosters.map((file) => sourceKey({ number: 0, name: '', place: file }, outDir)));
  const isDropped = (key: string): boolean =>
    !keys.has(key) && rosters.has(key.split('#', 1)[0] ?? '') && key.includes('#');
  return {
    total: ours.length,
    applicants: oneByOne(ours),
    diagnostics: found.diagnostics,
    sources: found.sources,
    isDropped,
  };
}

function isPaths(source: BatchSource): source is string | readonly string[] {
  return typeof source === 'string' || (Array.isArray(source) && source.every((place) => typeof place === 'string'));
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
