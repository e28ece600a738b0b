import path from 'node:path';
import { diagnostic, hasErrors, type Diagnostic } from '../../diagnostics/index.js';
import { InputError, OutputError } from '../../errors.js';
import type { ApplicantEntry, Manifest } from '../../schema/manifest.js';
import { loadOutputTexts } from '../outputs/output-texts.js';
import { writeIndex } from '../outputs/write-index.js';
import { writeOutput } from '../packet-file.js';
import { manifestCsv } from './manifest-csv.js';
import { composeManifest, manifestJson, readManifest } from './manifest-file.js';

/** What came of a merge. */
export interface MergedManifest {
  readonly manifest: Manifest;
  /** Path of the advisor's page beside it; null when a file that is not ours has its name. */
  readonly index: string | null;
  /** Warnings, such as shards that are missing. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Merges the manifests of shards into one. Paths in it are from the folder of `output`, so the packets of all shards must
 * lie in folders that it can reach, or have been copied beside it.
 *
 * @param options.texts folder with texts in the place of the built-in ones
 * @param options.moved the packets of all shards were copied into the folder of `output`: their paths stay as they are
 * @throws {InputError} when one cannot be read, when two do not belong together, or when an applicant or packet is in two
 * @example
 * await mergeManifests(['a/manifest.1-of-2.json', 'b/manifest.2-of-2.json'], 'all/manifest.json', { moved: true });
 */
export async function mergeManifests(
  files: readonly string[],
  output: string,
  { moved = false, texts: textFolder }: { readonly moved?: boolean; readonly texts?: string } = {},
): Promise<MergedManifest> {
  const diagnostics: Diagnostic[] = [];
  const read: { file: string; manifest: Manifest }[] = [];
  for (const file of files) {
    const { manifest, problem } = await readManifest(file);
    if (manifest) read.push({ file, manifest });
    else diagnostics.push(unreadable(file, problem?.message));
  }
  const [first] = read;
  if (!first) throw new InputError('there is nothing to merge', diagnostics);
  for (const { file, manifest } of read) diagnostics.push(...differences(first, { file, manifest }));
  const applicants = new Map<string, { file: string; entry: ApplicantEntry }>();
  for (const { file, manifest } of read) {
    for (const entry of manifest.applicants.map((own) => (moved ? own : relocated(own, file, output)))) {
      const key = (entry.folder ?? entry.source).toLowerCase();
      const other = applicants.get(key);
      if (!other) applicants.set(key, { file, entry });
      else if (JSON.stringify(other.entry) !== JSON.stringify(entry)) diagnostics.push(twice(entry, other.file, file));
    }
  }
  if (hasErrors(diagnostics)) throw new InputError('the manifests cannot be merged', diagnostics);
  diagnostics.push(...missingShards(read.map(({ manifest }) => manifest)), ...stopped(read));
  const leftOver = read.flatMap(({ file, manifest }) =>
    manifest.leftOver.map((own) => (moved ? own : { ...own, file: rebase(own.file, file, output) })),
  );
  const { today, template } = first.manifest;
  const complete = diagnostics.length === 0;
  const about = { today, template, shard: null, complete, leftOver };
  const manifest = composeManifest(
    about,
    [...applicants.values()].map(({ entry }) => entry),
  );
  const csv = /\.json$/i.test(output) ? output.replace(/\.json$/i, '.csv') : null;
  if (csv === null) throw new OutputError('the merged manifest must be a .json file', [notJson(output)]);
  await writeOutput(csv, Buffer.from(manifestCsv(manifest)));
  await writeOutput(output, Buffer.from(manifestJson(manifest)));
  const texts = await loadOutputTexts(textFolder);
  const { file: index, problem } = await writeIndex(path.dirname(output), manifest, texts, {
    json: path.basename(output),
    csv: path.basename(csv),
  });
  return { manifest, index, diagnostics: problem ? [...diagnostics, problem] : diagnostics };
}

/** A path from the folder of one manifest as a path from that of another. */
function rebase(file: string, from: string, to: string): string {
  const full = path.resolve(path.dirname(from), ...file.split('/'));
  return path
    .relative(path.resolve(path.dirname(to)), full)
    .split(path.sep)
    .join('/');
}

function relocated(entry: ApplicantEntry, from: string, to: string): ApplicantEntry {
  const isPath = !entry.source.startsWith('data:');
  return {
    ...entry,
    outputs: entry.outputs.map((output) => ({ ...output, file: rebase(output.file, from, to) })),
    source: isPath ? rebase(entry.source, from, to) : entry.source,
    folder: entry.folder === null ? null : rebase(entry.folder, from, to),
    packets: entry.packets.map((packet) => ({
      ...packet,
      file: packet.file === null ? null : rebase(packet.file, from, to),
    })),
  };
}

function unreadable(file: string, reason = `there is no manifest ${file}`): Diagnostic {
  const hints = ['give the manifest.json files that the builds wrote'];
  return diagnostic('error', 'input/file-missing', reason.replace('; every packet is made again', ''), { hints });
}

function notJson(output: string): Diagnostic {
  const hints = ['write its name as manifest.json'];
  return diagnostic('error', 'output/write-failed', `${output} does not end in .json`, { hints });
}

/** Packets of one batch are made with one template, by one version, on one day. */
function differences(a: { file: string; manifest: Manifest }, b: { file: string; manifest: Manifest }): Diagnostic[] {
  return (['version', 'today', 'template'] as const).flatMap((part) => {
    const [one, other] = [a.manifest[part], b.manifest[part]];
    if (one === other) return [];
    const message = `${a.file} is of ${part} "${one}", ${b.file} of "${other}"`;
    const hints = ['build the shards with the same version, --today and --template'];
    return [diagnostic('error', 'input/bad-value', message, { found: other, hints })];
  });
}

function twice(entry: ApplicantEntry, one: string, other: string): Diagnostic {
  const who = entry.folder ?? entry.source;
  const message = `the applicant "${who}" is in ${one} and in ${other}, and not the same`;
  const hints = ['give each applicant an `applicant.id` of their own', 'or build the shards again from the same input'];
  return diagnostic('error', 'input/duplicate-id', message, { found: who, hints });
}

/** Of batches that were split into different numbers of parts, one whole one is all. */
function missingShards(manifests: readonly Manifest[]): Diagnostic[] {
  const shards = new Set(manifests.flatMap(({ shard }) => shard ?? []));
  const counts = new Set([...shards].map((shard) => Number(shard.split('/')[1])));
  const splits = [...counts].map((count) => {
    const parts = Array.from({ length: count }, (_, index) => `${index + 1}/${count}`);
    return { count, missing: parts.filter((shard) => !shards.has(shard)) };
  });
  if (splits.some(({ missing }) => missing.length === 0)) return [];
  return splits.map(({ count, missing }) => {
    const message = `of ${count} shards, ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not there`;
    const other = counts.size > 1 ? ['or give shards of one split only'] : [];
    return diagnostic('warning', 'input/file-missing', message, {
      hints: ['merge again when they are built', ...other],
    });
  });
}

/** A warning for each build that was stopped: what it had not reached is in none of the manifests. */
function stopped(read: readonly { readonly file: string; readonly manifest: Manifest }[]): Diagnostic[] {
  return read.flatMap(({ file, manifest }) => {
    if (manifest.complete) return [];
    const message = `the build that wrote ${file} did not come to its end`;
    return [diagnostic('warning', 'input/file-missing', message, { hints: ['run it again, and merge then'] })];
  });
}
