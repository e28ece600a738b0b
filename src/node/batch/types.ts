import type { Attachable } from '../../brief/index.js';
import type { Diagnostic } from '../../diagnostics/index.js';
import type { Application } from '../../schema/application.js';
import type { FindingCounts, PacketEntry } from '../../schema/manifest.js';
import type { ThemeInput } from '../../schema/theme.js';
import type { PreparedTemplate, Template } from '../../template/index.js';

/** An applicant that an app hands over as data. */
export interface BatchApplicant {
  /** A checked application, as `parseApplication` gives it, with an `applicant.id` of its own. */
  readonly application: Application;
  /** Bytes of the files that the application names (appendices). @default none */
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

/**
 * Where the applicants of a batch come from: paths (an applicant's file or folder, a folder of such folders, a glob, a
 * roster), or applicants as data, one after the other. An iterable is read as the work goes on, so it may be endless.
 */
export type BatchSource = string | readonly string[] | Iterable<BatchApplicant> | AsyncIterable<BatchApplicant>;

/**
 * What a batch writes besides packets and manifest: `index`, the advisor's page `index.html`; `plans`, a page for each
 * applicant (`plan.html`); `reminders`, a calendar for each applicant (`reminders.ics`); `mail`, draft e-mails for each
 * letter (`<letter>.request.eml` and so on, and the same as text).
 */
export type BatchOutput = (typeof BATCH_OUTPUTS)[number];
/** All that a batch can write besides packets and manifest. */
export const BATCH_OUTPUTS = ['index', 'plans', 'reminders', 'mail'] as const;

/** Options of `buildBatch`. */
export interface BatchOptions {
  /** Folder for the packets and the manifest; made when it does not exist. */
  readonly outDir: string;
  /** Day of issue, YYYY-MM-DD. */
  readonly today: string;
  /** A template, a built-in name, or a template folder. @default 'classic' */
  readonly template?: string | Template | PreparedTemplate;
  /** Theme tokens over those of the template. @default none */
  readonly theme?: ThemeInput;
  /** Font files, or folders of them, to use before those of the template's folder and of the package. @default none */
  readonly fonts?: readonly string[];
  /** What travels inside the PDF for the writer's software. @default none */
  readonly attach?: readonly Attachable[];
  /** `portable` gives the same bytes with every version of Node, at half the speed. @default 'platform' */
  readonly deflate?: 'platform' | 'portable';
  /** What to write besides packets and manifest. @default the index, once the manifest has more than one applicant */
  readonly outputs?: readonly BatchOutput[];
  /** Folder with texts (`pages/index.html.hbs`, `mail/request.txt.hbs` ...) in the place of the built-in ones. @default none */
  readonly texts?: string;
  /** Ids of the letters to make. @default all */
  readonly letters?: readonly string[];
  /**
   * Worker threads. 0 works in the calling thread, which costs no start of a worker but has no limits of time and memory.
   * @default for one or two applicants the calling thread, and one worker for what is of unusual size or set by a template
   * of one's own; else one for each core, at most 8. With `packetSeconds` or `workerMegabytes` always workers
   */
  readonly jobs?: number;
  /** Part `index` (from 1) of `count` parts of the batch. @default the whole */
  readonly shard?: { readonly index: number; readonly count: number };
  /** Makes packets again that have not changed. @default false */
  readonly force?: boolean;
  /** Removes packets whose letters are gone. @default false: they are only reported */
  readonly prune?: boolean;
  /** Says what would be made and why, and writes nothing. @default false */
  readonly dryRun?: boolean;
  /** Longest time for one packet, and for reading one applicant, in seconds; the worker is then replaced; up to a day. @default 60 */
  readonly packetSeconds?: number;
  /** Heap of one worker in megabytes; at least 64; a packet that needs more fails and the worker is replaced. @default 512 */
  readonly workerMegabytes?: number;
  /** Stops the batch: packets in work are given up, the manifest of what was made is written. */
  readonly signal?: AbortSignal;
  /** Told at every step. */
  readonly onProgress?: (progress: BatchProgress) => void;
}

/** How far a batch is. */
export interface BatchProgress {
  /** Applicants of this batch or shard; null while a source of data has not ended. */
  readonly applicants: number | null;
  readonly applicantsDone: number;
  /** Packets made, found unchanged, and failed until now. */
  readonly made: number;
  readonly unchanged: number;
  readonly failed: number;
  /** The applicant last begun: number in the batch, and name of folder or file. */
  readonly current: { readonly number: number; readonly name: string } | null;
  /** Seconds since the start. */
  readonly seconds: number;
  /** Packets made a second, over the last half minute. */
  readonly rate: number;
  /** Estimate in seconds; null while there is nothing to estimate from. */
  readonly secondsLeft: number | null;
}

/** Why a packet is made. */
export type MakeReason =
  | 'new'
  | 'missing'
  | 'altered'
  | 'failed-before'
  | 'input-changed'
  | 'template-changed'
  | 'fonts-changed'
  | 'options-changed'
  | 'version-changed'
  | 'date-changed'
  | 'forced';

/** Findings that belong to no applicant: a path with nothing at it, a warning of the template, an unknown letter. */
export interface ProblemResult {
  readonly kind: 'problem';
  readonly diagnostics: readonly Diagnostic[];
  /** Texts of the files that diagnostics point into. */
  readonly sources: Readonly<Record<string, string>>;
}

/** An applicant was read, before its packets. With errors among the diagnostics there will be no packets. */
export interface ApplicantResult {
  readonly kind: 'applicant';
  /** Number in the batch, from 1; the same in every shard. */
  readonly number: number;
  /** Null when the application could not be read. */
  readonly applicantId: string | null;
  /** The application's file, or what else the applicant was read from. */
  readonly file: string;
  readonly ok: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Readonly<Record<string, string>>;
}

/** What became of one packet. */
export interface PacketOutcome {
  readonly kind: 'packet';
  /** `planned` in a dry run. */
  readonly status: 'made' | 'unchanged' | 'failed' | 'planned';
  /** Why it was made or would be; empty when unchanged. */
  readonly reasons: readonly MakeReason[];
  /** Number of the applicant, from 1. */
  readonly number: number;
  readonly applicantId: string;
  /** Number of the letter in the application, from 1. */
  readonly letterNumber: number;
  readonly letterId: string;
  /** Path of the PDF; when failed, the path at which it is not, or is still an earlier one. */
  readonly file: string;
  /** Findings about this packet; none when unchanged, since it was not looked at. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the manifest says of it. */
  readonly entry: PacketEntry;
}

/** A packet of an earlier run whose letter is gone. */
export interface LeftOverResult {
  readonly kind: 'left-over';
  readonly file: string;
  /** `changed`: not removed, since its bytes are not those that were written. */
  readonly action: 'kept' | 'removed' | 'changed';
}

/** The end of a batch; always the last result. */
export interface BatchSummary {
  readonly kind: 'summary';
  /** False when it was stopped. */
  readonly complete: boolean;
  readonly applicants: number;
  readonly applicantsFailed: number;
  readonly made: number;
  readonly unchanged: number;
  readonly planned: number;
  readonly failed: number;
  readonly leftOver: number;
  readonly removed: number;
  readonly pages: number;
  readonly bytes: number;
  readonly findings: FindingCounts;
  readonly seconds: number;
  /** Paths of `manifest.json` and `manifest.csv`; null in a dry run. */
  readonly manifest: { readonly json: string; readonly csv: string } | null;
  /** Path of the advisor's page; null when none was written. */
  readonly index: string | null;
}

/** What `buildBatch` yields, in the order in which it happens. */
export type BatchResult = ProblemResult | ApplicantResult | PacketOutcome | LeftOverResult | BatchSummary;
