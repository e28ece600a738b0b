import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Diagnostic } from '../../diagnostics/index.js';
import { OutputError } from '../../errors.js';
import type { Application } from '../../schema/application.js';
import type { ApplicantEntry, OutputEntry } from '../../schema/manifest.js';
import type { ReadyPacket } from '../outputs/letter-mails.js';
import { packetNames } from '../output-name.js';
import { writeOutput } from '../packet-file.js';
import type { ApplicantOutputs } from './batch-outputs.js';
import { sha256 } from './hash.js';
import { fileState } from './made-from.js';
import type { BatchOptions } from './types.js';

/** What the outputs of one applicant are written from. */
export interface OutputTask {
  readonly application: Application;
  /** Folder of the applicant, from the output folder. */
  readonly folder: string;
  /** Mark of the application; packets that were made from another one are out of date. */
  readonly content: string;
  readonly entry: ApplicantEntry;
  readonly outputs: ApplicantOutputs;
  readonly options: Pick<BatchOptions, 'outDir' | 'today'>;
}

/** True when an applicant's outputs are there and are what they would be; also when none are wanted. */
export async function hasOutputs(
  { outputs, outputsFrom }: ApplicantEntry,
  wanted: ApplicantOutputs | null,
  outDir: string,
): Promise<boolean> {
  if (!wanted) return true;
  if (outputsFrom !== wanted.mark) return false;
  for (const { file, sha256: written } of outputs)
    if ((await fileState(path.join(outDir, ...file.split('/')), written)) !== 'same') return false;
  return true;
}

/** Writes the plan, calendar and e-mails of one applicant; gives the entry that lists them, and what went wrong. */
export async function writeApplicantOutputs(
  task: OutputTask,
): Promise<{ readonly entry: ApplicantEntry; readonly diagnostics: readonly Diagnostic[] }> {
  const { application, folder, content, entry, outputs, options } = task;
  const { applicantFiles } = await import('../outputs/applicant-files.js');
  const full = (file: string): string => path.join(options.outDir, ...file.split('/'));
  const packets = new Map(
    entry.packets
      .filter(({ status, madeFrom }) => status === 'ready' && madeFrom?.content === content)
      .map((packet) => [packet.letter, packet]),
  );
  const packetOf = async (letterId: string): Promise<ReadyPacket | null> => {
    const packet = packets.get(letterId);
    if (!packet?.file) return null;
    const pdf = await readFile(full(packet.file)).catch(() => null);
    return pdf && sha256(pdf) === packet.sha256 ? { pages: packet.pages, pdf } : null;
  };
  const files = applicantFiles({
    application,
    today: options.today,
    advice: entry.advice,
    names: packetNames(application),
    ready: new Set(packets.keys()),
    packetOf,
    wanted: new Set(outputs.wanted.filter((output) => output !== 'index')),
    texts: outputs.texts,
  });
  const written: OutputEntry[] = [];
  const diagnostics: Diagnostic[] = [];
  for await (const { kind, letter, name, bytes } of files) {
    const file = `${folder}/${name}`;
    const hash = sha256(bytes);
    try {
      if ((await fileState(full(file), hash)) !== 'same') await writeOutput(full(file), bytes);
      written.push({ kind, file, sha256: hash, ...(letter === undefined ? {} : { letter }) });
    } catch (error) {
      if (!(error instanceof OutputError)) throw error;
      diagnostics.push(...error.diagnostics);
    }
  }
  const outputsFrom = diagnostics.length > 0 ? null : outputs.mark;
  return { entry: { ...entry, outputs: written, outputsFrom }, diagnostics };
}
