import { fullName } from '../../brief/people.js';
import type { Diagnostic } from '../../diagnostics/index.js';
import type { Packet } from '../../packet.js';
import type {
  AdviceEntry,
  ApplicantEntry,
  FindingCounts,
  MadeFrom,
  PacketEntry,
  ProblemEntry,
} from '../../schema/manifest.js';
import type { ApplicantSource } from './applicant-source.js';
import type { ApplicationOutline } from './held-application.js';
import type { NextDates, ReadApplicant } from './worker-tasks.js';

/** Findings by severity; silenced ones are not counted. */
export function countFindings(diagnostics: readonly Diagnostic[]): FindingCounts {
  const count = (severity: Diagnostic['severity']): number =>
    diagnostics.filter((found) => found.severity === severity && found.silenced === undefined).length;
  return { errors: count('error'), warnings: count('warning'), notes: count('info') };
}

/** The errors among some findings, as the manifest has them. */
export function problemEntries(diagnostics: readonly Diagnostic[]): ProblemEntry[] {
  return diagnostics.filter(({ severity }) => severity === 'error').map(problemEntry);
}

function problemEntry({ code, message, path, source, hints }: Diagnostic): ProblemEntry {
  return {
    code,
    message,
    ...(path === undefined ? {} : { path }),
    ...(source ? { place: `${source.file}:${source.line}:${source.column}` } : {}),
    hints: [...hints],
  };
}

/** The warnings and notes among some findings that nobody silenced. */
export function adviceEntries(diagnostics: readonly Diagnostic[]): AdviceEntry[] {
  return diagnostics.flatMap(({ severity, code, message, who, path, hints, silenced }) => {
    if (severity === 'error' || silenced !== undefined) return [];
    const about = { ...(who ? { who } : {}), ...(path === undefined ? {} : { path }) };
    return [{ severity, code, message, ...about, hints: [...hints] }];
  });
}

/** The entry of an applicant whose packets are made. */
export function readyEntry(
  { source, key, folder }: { readonly source: ApplicantSource; readonly key: string; readonly folder: string },
  application: ApplicationOutline,
  { diagnostics, inputs }: ReadApplicant,
  packets: readonly PacketEntry[],
): ApplicantEntry {
  return {
    number: source.number,
    id: application.applicant.id ?? folder,
    name: fullName(application.applicant.name),
    folder,
    source: key,
    status: 'ready',
    findings: countFindings(diagnostics),
    problems: [],
    advice: adviceEntries(diagnostics),
    inputs: [...inputs],
    letters: application.letters.map(({ id }) => id),
    packets: [...packets],
    outputs: [],
    outputsFrom: null,
  };
}

/**
 * The entry of an applicant with errors. Packets of an earlier run stay, as outdated: the advisor must see that they are
 * not what the input says.
 */
export function failedEntry(
  { source, key }: { readonly source: ApplicantSource; readonly key: string },
  diagnostics: readonly Diagnostic[],
  earlier: ApplicantEntry | undefined,
): ApplicantEntry {
  const packets = (earlier?.packets ?? []).filter(({ file }) => file !== null);
  return {
    number: source.number,
    id: earlier?.id ?? null,
    name: earlier?.name ?? null,
    folder: packets.length > 0 ? (earlier?.folder ?? null) : null,
    source: key,
    status: 'failed',
    findings: countFindings(diagnostics),
    problems: problemEntries(diagnostics),
    advice: adviceEntries(diagnostics),
    inputs: [],
    letters: [...(earlier?.letters ?? [])],
    packets: packets.map((packet) => ({ ...packet, status: 'outdated' })),
    outputs: [...(earlier?.outputs ?? [])],
    outputsFrom: null,
  };
}

/** A packet that was written. */
export type MadePacket = Pick<Packet, 'pdf' | 'pages' | 'conformance'> & {
  readonly madeFrom: MadeFrom;
  readonly sha256: string;
};

/** The entry of a packet; without a made one it failed, and an earlier file that is still there is outdated. */
export function packetEntry(
  application: ApplicationOutline,
  { letterId, file }: { readonly letterId: string; readonly file: string },
  made: MadePacket | null,
  about: {
    readonly seconds?: number;
    readonly diagnostics?: readonly Diagnostic[];
    readonly earlier?: PacketEntry | undefined;
    readonly nextDates?: NextDates | undefined;
  } = {},
): PacketEntry {
  const { seconds = 0, diagnostics = [], earlier, nextDates = { askBy: null, remindOn: null } } = about;
  const letter = application.letters.find(({ id }) => id === letterId);
  const base = {
    letter: letterId,
    writer: letter ? fullName(letter.writer.name) : '',
    specialty: letter?.specialty ?? '',
    due: letter?.request.targetDate ?? '',
    request: letter?.request.status ?? null,
    ...nextDates,
    findings: countFindings(diagnostics),
    seconds,
    problems: problemEntries(diagnostics),
    advice: adviceEntries(diagnostics),
  };
  if (made) {
    const { pdf, pages, sha256, madeFrom } = made;
    const { pdfUa, pdfA } = made.conformance;
    return { ...base, status: 'ready', file, pages, bytes: pdf.length, sha256, conformance: { pdfUa, pdfA }, madeFrom };
  }
  if (earlier?.file === file && earlier.madeFrom) {
    const { pages, bytes, sha256, conformance, madeFrom } = earlier;
    return { ...base, status: 'outdated', file, pages, bytes, sha256, conformance, madeFrom };
  }
  return { ...base, status: 'failed', file: null, pages: 0, bytes: 0, sha256: null, conformance: null, madeFrom: null };
}
