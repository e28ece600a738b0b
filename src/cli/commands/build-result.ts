import type { Diagnostic } from '../../diagnostics/index.js';
import type { PacketResult } from '../../node/write-packets.js';
import { count } from '../io.js';
import { kilobytes } from '../progress.js';
import { tally } from '../report.js';
import { textTable } from '../text-table.js';

/** What became of one applicant. */
export interface BuiltApplicant {
  readonly file: string;
  /** Null when the application could not be read. */
  readonly applicantId: string | null;
  /** Findings about the application, without those about its packets. */
  readonly diagnostics: readonly Diagnostic[];
  readonly packets: readonly PacketResult[];
}

/** What became of a whole build. */
export interface BuildResult {
  readonly today: string;
  readonly applicants: readonly BuiltApplicant[];
  /** Findings that belong to no applicant. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Every finding of a build. */
export function allFindings({ applicants, diagnostics }: BuildResult): Diagnostic[] {
  const packets = applicants.flatMap((applicant) => applicant.packets);
  return [...diagnostics, ...[...applicants, ...packets].flatMap((made) => made.diagnostics)];
}

/** The result as data, for `--json`. */
export function buildJson(result: BuildResult): object {
  const { today, applicants, diagnostics } = result;
  const packets = applicants.flatMap((applicant) => applicant.packets);
  return {
    today,
    applicants: applicants.map((applicant) => ({
      file: applicant.file,
      applicantId: applicant.applicantId,
      diagnostics: applicant.diagnostics,
      packets: applicant.packets.map(({ letterId, file, pages, bytes, conformance, error, diagnostics: found }) => ({
        letterId,
        ok: error === undefined,
        file: error === undefined ? file : null,
        pages,
        bytes,
        conformance,
        diagnostics: found,
      })),
    })),
    diagnostics,
    summary: {
      packets: packets.filter(({ error }) => !error).length,
      failed: packets.filter(({ error }) => error).length,
      ...tally(allFindings(result)),
    },
  };
}

/** The result as a table of packets and a last line that sums up. */
export function buildSummary({ applicants, diagnostics }: BuildResult): string {
  const packets = applicants.flatMap((applicant) => applicant.packets);
  const made = packets.filter(({ error }) => !error);
  const rows = packets.map(({ file, pages, bytes, error, diagnostics: found }) =>
    error ? [file, 'failed', '', ''] : [file, String(pages), kilobytes(bytes), String(tally(found).warnings)],
  );
  const table = textTable(
    [
      { title: 'file', align: 'left' },
      { title: 'pages', align: 'right' },
      { title: 'kB', align: 'right' },
      { title: 'warnings', align: 'right' },
    ],
    rows,
  );
  const refused = applicants.filter((applicant) => tally(applicant.diagnostics).errors > 0).length;
  const inputWarnings = tally([...diagnostics, ...applicants.flatMap((applicant) => applicant.diagnostics)]).warnings;
  const parts = [
    `${count(made.length, 'packet')} made`,
    packets.length > made.length ? `${packets.length - made.length} failed` : '',
    refused > 0 ? `${count(refused, 'application')} with errors, not made` : '',
    inputWarnings > 0 ? `${count(inputWarnings, 'warning')} about the input` : '',
  ];
  return `${rows.length > 0 ? `${table}\n` : ''}${parts.filter((part) => part !== '').join('; ')}\n`;
}
