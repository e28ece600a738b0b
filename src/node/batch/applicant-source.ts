import path from 'node:path';
import type { Application } from '../../schema/application.js';
import { outputName } from '../output-name.js';
import { sha256 } from './hash.js';

/** One applicant of a batch, not yet read. Plain data: it goes to a worker. */
export interface ApplicantSource {
  /** Number in the whole batch, from 1. */
  readonly number: number;
  /** What to call it before it is read: the name of its folder or file. */
  readonly name: string;
  /** The applicant's file. */
  readonly place?: string;
  /** An application that was handed over. */
  readonly application?: Application;
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

/** How the manifest names a source: a path from the output folder, or the id of an applicant handed over as data. */
export function sourceKey(source: ApplicantSource, outDir: string): string {
  if (source.place === undefined) return `data:${source.name}`;
  return path.relative(path.resolve(outDir), path.resolve(source.place)).split(path.sep).join('/');
}

/**
 * The shard, from 1, that an applicant belongs to: by its name alone, so that machines need not agree on anything but
 * the input. Names that would share an output folder are in one shard, where that is noticed.
 */
export function shardOf(source: ApplicantSource, count: number): number {
  const name = outputName(source.name, 'applicant').toLowerCase();
  return (Number.parseInt(sha256(name).slice(0, 12), 16) % count) + 1;
}
