import { mergeManifests } from '../../node/batch/merge-manifests.js';
import { count, type CommandIo, type ExitCode } from '../io.js';
import { report } from '../report.js';

/** Options of `lor-packet manifest merge`. */
export interface MergeOptions {
  readonly output: string;
  readonly moved?: boolean;
  readonly texts?: string;
}

/** `lor-packet manifest merge`: one manifest of those that the shards of a batch wrote. */
export async function manifestMerge(
  files: readonly string[],
  { output, moved = false, texts }: MergeOptions,
  io: CommandIo,
): Promise<ExitCode> {
  const { manifest, diagnostics } = await mergeManifests(files, output, {
    moved,
    ...(texts === undefined ? {} : { texts }),
  });
  report(io.stderr, diagnostics, io);
  const { applicants, applicantsFailed, packets, packetsFailed } = manifest.summary;
  const failures = applicantsFailed + packetsFailed > 0 ? `, ${applicantsFailed + packetsFailed} failed` : '';
  io.stdout.write(`${output}: ${count(packets, 'packet')} of ${count(applicants, 'applicant')}${failures}\n`);
  return applicantsFailed + packetsFailed > 0 || !manifest.complete ? 1 : 0;
}
