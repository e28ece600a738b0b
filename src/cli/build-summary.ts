import { printable } from '../diagnostics/frame.js';
import type { Diagnostic } from '../diagnostics/index.js';
import type { BatchSummary, PacketOutcome } from '../node/batch/index.js';
import { count, type ExitCode } from './io.js';
import { plainFinding } from './redact.js';
import { textTable } from './text-table.js';

/** Packets above which the summary has no table: a thousand lines are no summary. */
const MAX_ROWS = 20;

/** One line of the list of failures. */
export interface Failure {
  /** Whose: a path, or a number with `--redact`; empty for what belongs to nobody. */
  readonly what: string;
  readonly problem: Diagnostic | undefined;
}

/** What a summary is made of besides the totals. */
export interface SummaryDetails {
  readonly redact: boolean;
  readonly code: ExitCode;
  readonly packets: readonly PacketOutcome[];
  readonly failures: readonly Failure[];
}

/** A whole number with commas between thousands. What Intl would need for it takes longer to make than all else here. */
function grouped(amount: number): string {
  return String(amount).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** The end of a build for people: what was made, what failed and why, where to look; to be read in ten seconds. */
export function summaryText(summary: BatchSummary, details: SummaryDetails): string {
  const { made, unchanged, planned, failed, applicantsFailed, leftOver, removed, seconds, complete, findings } =
    summary;
  const lines: string[] = [];
  if (details.packets.length <= MAX_ROWS && !details.redact) lines.push(packetTable(details.packets));
  const counts = [
    planned > 0 || summary.manifest === null ? `${packets(planned)} would be made` : `${packets(made)} made`,
    unchanged > 0 ? `${grouped(unchanged)} unchanged` : '',
    failed > 0 ? `${grouped(failed)} failed` : '',
    applicantsFailed > 0 ? `${count(applicantsFailed, 'application')} with errors, not made` : '',
    removed > 0 ? `${grouped(removed)} left over, removed` : '',
    leftOver > 0 ? `${grouped(leftOver)} left over, kept` : '',
    findings.warnings > 0 ? count(findings.warnings, 'warning') : '',
  ];
  const stopped = complete ? '' : 'stopped before the end: ';
  lines.push(`${stopped}${counts.filter((part) => part !== '').join('; ')} (${duration(seconds)})\n`);
  if (details.failures.length > 0) lines.push('\nnot made:\n', ...details.failures.map((failure) => failureLine(failure, details.redact))); // prettier-ignore
  if (summary.index !== null) lines.push(`${details.failures.length > 0 ? '\n' : ''}${summary.index} says what is due, and who must act\n`); // prettier-ignore
  if (summary.manifest) lines.push(`${details.failures.length > 0 && summary.index === null ? '\n' : ''}${summary.manifest.csv} lists every packet\n`); // prettier-ignore
  if (!complete) lines.push('run the same command again to make the rest\n');
  return lines.join('');
}

function packets(amount: number): string {
  return `${grouped(amount)} packet${amount === 1 ? '' : 's'}`;
}

function packetTable(outcomes: readonly PacketOutcome[]): string {
  const shown = outcomes.filter(({ status }) => status === 'made' || status === 'failed');
  if (shown.length === 0) return '';
  const rows = shown.map(({ file, status, entry }) =>
    status === 'failed'
      ? [file, 'failed', '', '']
      : [
          file,
          String(entry.pages),
          String(Math.max(1, Math.round(entry.bytes / 1000))),
          String(entry.findings.warnings),
        ],
  );
  const columns = [
    { title: 'file', align: 'left' },
    { title: 'pages', align: 'right' },
    { title: 'kB', align: 'right' },
    { title: 'warnings', align: 'right' },
  ] as const;
  return `${textTable(columns, rows)}\n`;
}

function failureLine({ what, problem }: Failure, redact: boolean): string {
  const source = problem?.source;
  const whose = what === '' && !redact ? (source?.file ?? '') : what;
  const name = whose === '' ? '' : `${printable(whose)}: `;
  if (!problem) return `  ${name}failed\n`;
  if (redact) {
    const { code, message, line } = plainFinding(problem);
    return `  ${name}${code} ${message}${line === undefined ? '' : ` (line ${line})`}\n`;
  }
  const place = source && !what.endsWith('.pdf') ? `${source.line}:${source.column} ` : '';
  return `  ${name}${place}${printable(problem.message)}\n`;
}

/** `0.4 s`, `12 s`, `3 min 5 s`. */
export function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  return minutes < 60 ? `${minutes} min ${whole % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
