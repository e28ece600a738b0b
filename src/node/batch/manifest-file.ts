import { lstat, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { diagnostic, type Diagnostic } from '../../diagnostics/index.js';
import { OutputError } from '../../errors.js';
import { manifestSchema, type ApplicantEntry, type FindingCounts, type Manifest } from '../../schema/manifest.js';
import { VERSION } from '../../version.js';
import { writeOutput } from '../packet-file.js';
import { failureReason, systemCode } from '../system-failure.js';
import { manifestCsv } from './manifest-csv.js';

/** Address of the published schema; it stays the same within a minor version. */
const SCHEMA = `https://unpkg.com/lor-packet@${VERSION.split('.', 2).join('.')}/dist/schema/manifest.json`;

/** Names of the manifest's files in the output folder; each shard has its own. */
export function manifestNames(shard: string | null): { readonly json: string; readonly csv: string } {
  const part = shard === null ? '' : `.${shard.replace('/', '-of-')}`;
  return { json: `manifest${part}.json`, csv: `manifest${part}.csv` };
}

/** A manifest as read, or why it cannot be. Both are null when there is none. */
export interface ReadManifest {
  readonly manifest: Manifest | null;
  readonly problem: Diagnostic | null;
}

/** Reads a manifest. Never throws: one that cannot be used counts as none, with a warning. */
export async function readManifest(file: string): Promise<ReadManifest> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return { manifest: null, problem: null };
    return { manifest: null, problem: unusable(`${file} cannot be read: ${failureReason(error)}`) };
  }
  try {
    const parsed = manifestSchema.safeParse(JSON.parse(text));
    if (parsed.success) return { manifest: parsed.data, problem: null };
    const [issue] = parsed.error.issues;
    const reason = `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`;
    return { manifest: null, problem: unusable(`${file} is not a manifest of this version (${reason.trim()})`) };
  } catch {
    return { manifest: null, problem: unusable(`${file} is not a manifest of this version (it is not JSON)`) };
  }
}

/**
 * Looks whether the files of a manifest can be where they belong, which is better known before packets are made.
 *
 * @throws {OutputError} `output/write-failed` when a folder has the name of one
 */
export async function checkManifestPlace(folder: string, names: ReturnType<typeof manifestNames>): Promise<void> {
  const problems: Diagnostic[] = [];
  for (const name of [names.json, names.csv]) {
    const file = path.join(folder, name);
    const found = await lstat(file).catch(() => null);
    if (!found?.isDirectory()) continue;
    const hints = ['rename or remove that folder', 'choose another output folder'];
    problems.push(diagnostic('error', 'output/write-failed', `${file} cannot be written: it is a folder`, { hints }));
  }
  if (problems.length > 0) throw new OutputError('the manifest could not be written', problems);
}

function unusable(what: string): Diagnostic {
  const message = `${what}; every packet is made again`;
  const hints = ['the packets that it lists are not removed, whatever became of their letters'];
  return diagnostic('warning', 'output/manifest-unusable', message, { hints });
}

/** The manifest of some applicants: sorted, with totals. */
export function composeManifest(
  about: Pick<Manifest, 'today' | 'template' | 'shard' | 'complete' | 'leftOver'>,
  applicants: readonly ApplicantEntry[],
): Manifest {
  const order = (entry: ApplicantEntry): string => (entry.folder === null ? `\uffff${entry.source}` : entry.folder);
  const sorted = [...applicants].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
  const packets = sorted.flatMap((applicant) => applicant.packets);
  const ready = packets.filter(({ status }) => status === 'ready');
  const { today, template, shard, complete, leftOver } = about;
  return {
    $schema: SCHEMA,
    format: 1,
    version: VERSION,
    today,
    template,
    shard,
    complete,
    summary: {
      applicants: sorted.length,
      applicantsFailed: sorted.filter(({ status }) => status === 'failed').length,
      packets: ready.length,
      packetsFailed: packets.length - ready.length,
      pages: ready.reduce((sum, { pages }) => sum + pages, 0),
      bytes: ready.reduce((sum, { bytes }) => sum + bytes, 0),
      findings: sumFindings([...sorted, ...packets].map(({ findings }) => findings)),
    },
    applicants: sorted,
    leftOver: [...leftOver].sort((a, b) => (a.file < b.file ? -1 : 1)),
  };
}

/** The sum of some counts. */
export function sumFindings(all: readonly FindingCounts[]): FindingCounts {
  const sum = { errors: 0, warnings: 0, notes: 0 };
  for (const { errors, warnings, notes } of all) {
    sum.errors += errors;
    sum.warnings += warnings;
    sum.notes += notes;
  }
  return sum;
}

/** One applicant a line: a manifest of a thousand stays readable, and its differences do. */
export function manifestJson(manifest: Manifest): string {
  // Reading puts the keys into the order of the schema, so that the same manifest is the same text.
  const { applicants, ...rest } = manifestSchema.parse(manifest, { jitless: true });
  const head = JSON.stringify({ ...rest, applicants: null }, null, 2);
  const lines = applicants.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n');
  return `${head.replace('"applicants": null', () => `"applicants": [${lines === '' ? '' : `\n${lines}\n  `}]`)}\n`;
}

/** Writes both forms of the manifest, each whole or not at all. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<{ json: string; csv: string }> {
  const names = manifestNames(manifest.shard);
  const files = { json: path.join(folder, names.json), csv: path.join(folder, names.csv) };
  await mkdir(folder, { recursive: true });
  await writeOutput(files.csv, Buffer.from(manifestCsv(manifest)));
  await writeOutput(files.json, Buffer.from(manifestJson(manifest)));
  return files;
}

/** The last manifest in a folder, whatever its shard; for a folder in which the batch was split differently before. */
export async function otherManifests(folder: string, own: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => /^manifest(?:\.\d+-of-\d+)?\.json$/.test(name) && name !== own).sort();
}

/** Removes a file that may not be there. */
export async function removeFile(file: string): Promise<void> {
  await rm(file, { force: true });
}
