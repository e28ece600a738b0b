import path from 'node:path';
import type { SourceLocation } from '../../diagnostics/index.js';
import type { Application } from '../../schema/application.js';
import type { RosterApplicant } from '../../input/roster/read-roster.js';
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
  /** What a roster says of the applicant, over the file or alone. */
  readonly roster?: RosterApplicant;
  /** An application that was handed over. */
  readonly application?: Application;
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

/**
 * How the manifest names a source: a path from the output folder, the roster and the id of an applicant who has no file,
 * or the id of one handed over as data.
 */
export function sourceKey(source: ApplicantSource, outDir: string): string {
  const { place, roster } = source;
  const file = place ?? roster?.file;
  if (file === undefined) return `data:${source.name}`;
  const way = path.relative(path.resolve(outDir), path.resolve(file)).split(path.sep).join('/');
  return place === undefined ? `${way}#${roster?.id ?? ''}` : way;
}

/** Names an applicant who has the id of another: one handed over as data by its number, too, since the id is all else. */
export function keyOfSecond({ key, source }: { readonly key: string; readonly source: ApplicantSource }): string {
  return key.startsWith('data:') ? `${key}#${source.number}` : key;
}

/** True for a key of {@link keyOfSecond}: the number means nothing in another run. */
export function isKeyOfOneRun(key: string): boolean {
  return /^data:.*#\d+$/s.test(key);
}

/** Where an applicant begins who is nowhere but in a roster: the file alone would name all of its applicants. */
export function rosterStart({
  place,
  roster,
}: ApplicantSource): { readonly row: number; readonly source: SourceLocation } | null {
  const first = roster?.rows[0];
  if (place !== undefined || !roster || !first) return null;
  const { line = 1, column = 1 } = first.cells[0] ?? {};
  return { row: first.row, source: { file: roster.file, line, column } };
}

/** How the manifest names the roster among the inputs of an applicant; no file has this name. */
export const ROSTER_INPUT = '#roster';

/** Changes with anything that a roster says of an applicant; not with where in the table it says so. */
export function rosterHash({ rows, problems }: RosterApplicant): string {
  const said = rows.map(({ cells }) => cells.map(({ root, path: at, texts }) => [root, at, texts]));
  return sha256(JSON.stringify(problems.length === 0 ? said : [said, problems]));
}

/**
 * The shard, from 1, that an applicant belongs to: by its name alone, so that machines need not agree on anything but
 * the input. Names that would share an output folder are in one shard, where that is noticed.
 */
export function shardOf(source: ApplicantSource, count: number): number {
  const name = outputName(source.name, 'applicant').toLowerCase();
  return (Number.parseInt(sha256(name).slice(0, 12), 16) % count) + 1;
}
