import path from 'node:path';
import { diagnostic, type Diagnostic } from '../../diagnostics/index.js';
import { OutputError } from '../../errors.js';
import type { ApplicantEntry, PacketEntry } from '../../schema/manifest.js';
import { outputName } from '../output-name.js';
import { writeOutput } from '../packet-file.js';
import { keyOfSecond, rosterStart, sourceKey, type ApplicantSource } from './applicant-source.js';
import type { Stages } from './applicant-stages.js';
import type { BatchRecord } from './batch-record.js';
import type { BatchSettings } from './batch-settings.js';
import { failedEntry, packetEntry, readyEntry } from './entries.js';
import { hasOutputs, writeApplicantOutputs, type OutputTask } from './applicant-outputs.js';
import type { ApplicantOutputs } from './batch-outputs.js';
import { sha256 } from './hash.js';
import { wholeApplication, type HeldApplication } from './held-application.js';
import type { Journal } from './journal.js';
import type { ProgressMeter } from './progress-meter.js';
import { isUnchanged, letterPlaces, reasonsFor, type LetterPlace, type Surveyed } from './survey.js';
import type { TaskRunner } from './task-runner.js';
import type { BatchOptions, BatchResult, MakeReason, PacketOutcome } from './types.js';
import type { RenderedLetter } from './worker-tasks.js';

/** An applicant whose turn it is. */
type Job =
  | { readonly kind: 'unchanged'; readonly surveyed: Surveyed; readonly entry: ApplicantEntry }
  | {
      readonly kind: 'refused';
      readonly surveyed: Surveyed;
      readonly diagnostics: readonly Diagnostic[];
      readonly hasFolder?: false;
    }
  | {
      readonly kind: 'letters';
      readonly surveyed: Surveyed;
      readonly application: HeldApplication;
      readonly folder: string;
    };

/** What the stages of a batch work with. */
export interface BatchTools {
  readonly options: BatchOptions;
  readonly settings: BatchSettings;
  /** What is written for each applicant besides packets; null for nothing. */
  readonly outputs: ApplicantOutputs | null;
  readonly record: BatchRecord;
  readonly journal: Journal;
  readonly meter: ProgressMeter;
  readonly runner: () => Promise<TaskRunner>;
  readonly emit: (result: BatchResult) => Promise<void>;
  /** Ids of letters that some applicant has. */
  readonly knownLetters: Set<string>;
}

interface PendingLetter extends LetterPlace {
  readonly reasons: readonly MakeReason[];
}

/** What a batch does with each applicant. */
export class BatchRun implements Stages<ApplicantSource, Surveyed, Job> {
  readonly #tools: BatchTools;
  /** Output folders that were given out, with their owners: two applicants in one would overwrite each other. */
  readonly #folders = new Map<string, string>();

  constructor(tools: BatchTools) {
    this.#tools = tools;
  }

  async survey(source: ApplicantSource): Promise<Surveyed> {
    const { options, settings, record, runner } = this.#tools;
    const key = sourceKey(source, options.outDir);
    const earlier = record.earlier(key);
    const { outDir, letters, force } = options;
    const same =
      earlier &&
      !force &&
      (await isUnchanged(source, earlier, settings, { outDir, letters })) &&
      (await hasOutputs(earlier, this.#tools.outputs, outDir));
    return { source, key, earlier, read: same ? null : await (await runner()).read(source) };
  }

  claim(surveyed: Surveyed): Job {
    const { read, earlier } = surveyed;
    const id = read ? read.application?.applicant.id : earlier?.id;
    const file = read?.file ?? surveyed.source.place ?? surveyed.source.name;
    if (typeof id !== 'string') {
      const missing = read?.application ? [noId(file)] : [];
      return { kind: 'refused', surveyed, diagnostics: [...(read?.diagnostics ?? []), ...missing] };
    }
    const folder = outputName(id, 'applicant');
    // Names of folders may ignore case.
    const owner = this.#folders.get(folder.toLowerCase());
    const start = rosterStart(surveyed.source);
    const name = start ? `${file}, row ${start.row},` : file;
    if (owner !== undefined) {
      const problem = diagnostic('error', 'input/duplicate-id', `${name} has the applicant id "${id}" like ${owner}`, {
        path: 'applicant.id',
        found: id,
        ...(start ? { source: start.source } : {}),
        hints: ['give each applicant an `applicant.id` of their own: it names the output folder'],
      });
      return { kind: 'refused', surveyed, diagnostics: [...(read?.diagnostics ?? []), problem], hasFolder: false };
    }
    this.#folders.set(folder.toLowerCase(), start ? `${file}, row ${start.row}` : file);
    if (!read && earlier) return { kind: 'unchanged', surveyed, entry: earlier };
    if (!read?.application) return { kind: 'refused', surveyed, diagnostics: read?.diagnostics ?? [] };
    return { kind: 'letters', surveyed, application: read.application, folder };
  }

  async make(job: Job): Promise<void> {
    const { meter } = this.#tools;
    const { number, name } = job.surveyed.source;
    meter.begin(number, name);
    if (job.kind === 'unchanged') await this.#unchanged(job.surveyed, job.entry);
    else if (job.kind === 'refused') await this.#refused(job);
    else await this.#letters(job.surveyed, job.application, job.folder);
    meter.applicantDone(job.kind === 'letters');
  }

  async #unchanged({ source, key }: Surveyed, earlier: ApplicantEntry): Promise<void> {
    const { record, options, knownLetters } = this.#tools;
    record.set({ ...earlier, source: key, number: source.number });
    for (const id of earlier.letters) knownLetters.add(id);
    for (const entry of earlier.packets) {
      const letterNumber = earlier.letters.indexOf(entry.letter) + 1;
      if (options.letters && !options.letters.includes(entry.letter)) continue;
      await this.#tell(earlier.id ?? '', source.number, letterNumber, { entry, status: 'unchanged' });
    }
  }

  async #refused({ surveyed, diagnostics, hasFolder }: Extract<Job, { kind: 'refused' }>): Promise<void> {
    const { record, emit } = this.#tools;
    const { source, read } = surveyed;
    // Of two that were handed over with one id, the second must not take the place of the first.
    const key = hasFolder === false ? keyOfSecond(surveyed) : surveyed.key;
    // In a folder that is another applicant's now, earlier packets are left over.
    const earlier = hasFolder === false ? undefined : surveyed.earlier;
    const file = read?.file ?? source.place ?? source.name;
    const sources = read?.sources ?? {};
    record.set(failedEntry({ source, key }, diagnostics, earlier));
    await this.#note(key);
    await emit({ kind: 'applicant', number: source.number, applicantId: null, file, ok: false, diagnostics, sources });
  }

  async #letters(surveyed: Surveyed, application: HeldApplication, folder: string): Promise<void> {
    const { options, settings, record, emit, runner, knownLetters } = this.#tools;
    const { source, key, read } = surveyed;
    if (!read) return;
    const { file, diagnostics, sources, content } = read;
    const applicantId = application.applicant.id ?? folder;
    const earlier = surveyed.earlier ?? record.earlier(key, folder);
    for (const { id } of application.letters) knownLetters.add(id);
    await emit({ kind: 'applicant', number: source.number, applicantId, file, ok: true, diagnostics, sources });

    const known = new Map(earlier?.packets.map((packet) => [packet.letter, packet]));
    const packets = new Map<string, PacketEntry>();
    const pending = new Map<string, PendingLetter>();
    const places = letterPlaces(application, folder);
    const save = async (): Promise<void> => {
      const ordered = places.flatMap(({ letterId }) => packets.get(letterId) ?? []);
      // Until they are written again, earlier outputs are there, and are not what they should be.
      record.set({
        ...readyEntry({ source, key, folder }, application, read, ordered),
        outputs: earlier?.outputs ?? [],
      });
      await this.#note(key);
    };
    for (const place of places) {
      const { letterId } = place;
      const packet = known.get(letterId);
      if (packet) packets.set(letterId, packet);
      if (options.letters && !options.letters.includes(letterId)) {
        // It is not what the application says, and is not made now.
        if (packet?.status === 'ready' && packet.madeFrom?.content !== content) {
          const about = { earlier: packet, nextDates: read.nextDates[letterId] };
          packets.set(letterId, packetEntry(application, { letterId, file: place.file }, null, about));
        }
        continue;
      }
      const reasons = await reasonsFor(packet, content, place.file, settings, options);
      if (reasons.length > 0) pending.set(letterId, { ...place, reasons });
      else if (packet)
        await this.#tell(applicantId, source.number, place.number, { entry: packet, status: 'unchanged' });
    }
    await save();
    if (options.dryRun) {
      for (const [letterId, { reasons, number, file: place }] of pending) {
        const entry = packetEntry(application, { letterId, file: place }, null);
        await this.#tell(applicantId, source.number, number, { entry, status: 'planned', reasons, file: place });
      }
      return;
    }
    if (pending.size > 0)
      await (
        await runner()
      ).render({ application, files: read.files, letters: [...pending.keys()] }, async (rendered) => {
        const place = pending.get(rendered.letterId);
        if (!place) return;
        const madeFrom = { content, ...settings.marks };
        const written = await this.#write(place, rendered);
        const made = written.packet && { ...written.packet, madeFrom, sha256: sha256(written.packet.pdf) };
        const { letterId, diagnostics: found, seconds } = written;
        const entry = packetEntry(application, { letterId, file: place.file }, made, {
          seconds,
          diagnostics: found,
          earlier: known.get(letterId),
          nextDates: read.nextDates[letterId],
        });
        packets.set(letterId, entry);
        await save();
        const status = made ? 'made' : 'failed';
        const { reasons, number } = place;
        await this.#tell(applicantId, source.number, number, {
          entry,
          status,
          reasons,
          diagnostics: found,
          file: place.file,
        });
      });
    await this.#outputs({ key, application, folder, content });
  }

  /** Writes the plan, calendar and e-mails of an applicant, and notes them. */
  async #outputs(
    made: Pick<OutputTask, 'folder' | 'content'> & { readonly key: string; readonly application: HeldApplication },
  ): Promise<void> {
    const { record, outputs, options, emit } = this.#tools;
    const entry = record.current(made.key);
    if (!entry) return;
    const written = outputs
      ? await writeApplicantOutputs({
          ...made,
          application: wholeApplication(made.application),
          entry,
          outputs,
          options,
        })
      : { entry: { ...entry, outputs: [], outputsFrom: null }, diagnostics: [] };
    record.set(written.entry);
    await this.#note(made.key);
    const { diagnostics } = written;
    if (diagnostics.length > 0) await emit({ kind: 'problem', diagnostics, sources: {} });
  }

  /** Puts a packet where it belongs; when that fails, the letter has failed. */
  async #write(place: LetterPlace, rendered: RenderedLetter): Promise<RenderedLetter> {
    if (!rendered.packet) return rendered;
    try {
      await writeOutput(this.#path(place.file), rendered.packet.pdf);
      return rendered;
    } catch (error) {
      if (!(error instanceof OutputError)) throw error;
      return { ...rendered, packet: null, diagnostics: [...rendered.diagnostics, ...error.diagnostics] };
    }
  }

  #path(file: string): string {
    return path.join(this.#tools.options.outDir, ...file.split('/'));
  }

  async #note(key: string): Promise<void> {
    const { record, journal, options } = this.#tools;
    const entry = record.current(key);
    // Without it a killed run is not taken up where it ended, and nothing worse.
    if (entry && !options.dryRun) await journal.note(entry).catch(() => undefined);
  }

  async #tell(
    applicantId: string,
    number: number,
    letterNumber: number,
    about: Pick<PacketOutcome, 'entry' | 'status'> & Partial<Pick<PacketOutcome, 'reasons' | 'diagnostics' | 'file'>>,
  ): Promise<void> {
    const { entry, status, reasons = [], diagnostics = [], file = entry.file ?? '' } = about;
    const full = this.#path(file);
    const letterId = entry.letter;
    await this.#tools.emit({ kind: 'packet', status, reasons, number, applicantId, letterNumber, letterId, file: full, diagnostics, entry }); // prettier-ignore
    this.#tools.meter.packet(status);
  }
}

/** Only an applicant who was handed over as data can be without an id; files get one. */
function noId(file: string): Diagnostic {
  return diagnostic('error', 'input/missing', `${file} has no applicant id`, {
    path: 'applicant.id',
    hints: ['give each applicant an `applicant.id` of their own: it names the output folder'],
  });
}
