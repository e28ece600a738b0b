import path from 'node:path';
import type { Diagnostic } from '../diagnostics/index.js';
import type { ApplicantResult, BatchProgress, BatchResult, BatchSummary, PacketOutcome } from '../node/batch/index.js';
import type { BuildReporter } from './build-reporter.js';
import { count, type CommandIo, type ExitCode } from './io.js';
import { ProgressLine } from './progress.js';
import { plainFinding, plainName } from './redact.js';
import { report } from './report.js';
import { summaryText, type Failure } from './build-summary.js';

/** Above so many applicants only errors are shown one by one: the warnings of three hundred would hide them. */
const FEW_APPLICANTS = 3;

/** What the user sees of a build: findings as they come, a live line on a terminal or a line a packet, a summary. */
export class BuildLog implements BuildReporter {
  readonly #io: CommandIo;
  readonly #options: { readonly quiet?: boolean; readonly redact?: boolean; readonly dryRun?: boolean };
  readonly #line: ProgressLine;
  readonly #failures: Failure[] = [];
  readonly #packets: PacketOutcome[] = [];
  readonly #today: string;
  #progress: BatchProgress | undefined;

  constructor(
    io: CommandIo,
    options: { readonly quiet?: boolean; readonly redact?: boolean; readonly dryRun?: boolean; readonly today: string },
  ) {
    this.#io = io;
    this.#options = options;
    this.#today = options.today;
    this.#line = new ProgressLine(io.stderr, { hidden: options.quiet === true, redact: options.redact === true });
  }

  readonly onProgress = (progress: BatchProgress): void => {
    this.#progress = progress;
    this.#line.show(progress);
  };

  result(result: BatchResult): void {
    switch (result.kind) {
      case 'problem':
        this.#findings(result, result.diagnostics, result.sources);
        for (const problem of result.diagnostics)
          if (problem.severity === 'error') this.#failures.push({ what: '', problem });
        break;
      case 'applicant':
        this.#findings(result, this.#worthShowing(result.diagnostics), result.sources);
        if (!result.ok) this.#fail(result, result.file);
        break;
      case 'packet':
        this.#packet(result);
        break;
      case 'left-over':
        this.#leftOver(result);
        break;
      case 'summary':
        break;
    }
  }

  #packet(result: PacketOutcome): void {
    const { status, file, entry, diagnostics, reasons } = result;
    if (this.#packets.length <= 40) this.#packets.push(result);
    if (status === 'failed') this.#fail(result, file);
    const isLogged = !this.#io.stderr.isTTY || status === 'failed' || this.#options.dryRun;
    if (status !== 'unchanged' && isLogged && (!this.#options.quiet || status === 'failed')) {
      const { applicants = null } = this.#progress ?? {};
      const where = applicants !== null && applicants > 1 ? `[${this.#done}/${applicants}] ` : '';
      const outcome = {
        made: `${count(entry.pages, 'page')}, ${kilobytes(entry.bytes)} kB`,
        failed: 'failed',
        planned: `would be made: ${reasons.map((reason) => reason.replaceAll('-', ' ')).join(', ')}`,
      };
      this.#write(`${where}${this.#name(result, file)}: ${outcome[status]}\n`);
    }
    this.#findings(result, this.#worthShowing(diagnostics));
  }

  get #done(): number {
    const { applicantsDone = 0, applicants } = this.#progress ?? {};
    return Math.min(applicantsDone + 1, applicants ?? Infinity);
  }

  #leftOver(result: Extract<BatchResult, { kind: 'left-over' }>): void {
    if (this.#options.quiet) return;
    const what = {
      kept: 'its letter is gone; --prune removes it',
      removed: 'its letter is gone; removed',
      changed: 'its letter is gone; not removed, because it was changed since it was made',
    };
    this.#write(`${this.#name(result, result.file)}: ${what[result.action]}\n`);
  }

  #fail(result: ApplicantResult | PacketOutcome, file: string): void {
    const problem = result.diagnostics.find(({ severity }) => severity === 'error');
    this.#failures.push({ what: this.#name(result, file), problem });
  }

  #name(result: BatchResult, file: string): string {
    return this.#options.redact ? plainName(result) : file;
  }

  #worthShowing(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
    const many = (this.#progress?.applicants ?? Infinity) > FEW_APPLICANTS;
    return many || this.#options.quiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
  }

  #findings(result: BatchResult, found: readonly Diagnostic[], sources: Readonly<Record<string, string>> = {}): void {
    const diagnostics = this.#options.quiet ? found.filter(({ severity }) => severity === 'error') : found;
    if (diagnostics.length === 0) return;
    this.clear();
    if (!this.#options.redact) return report(this.#io.stderr, diagnostics, { env: this.#io.env, sources });
    for (const finding of diagnostics.map(plainFinding)) {
      const { severity, code, message, path: where, line, column } = finding;
      const place = line === undefined ? '' : `, line ${line} column ${column}`;
      const at = where === undefined ? '' : `, at ${where}`;
      this.#io.stderr.write(`${plainName(result)}${place}: ${severity} ${code} ${message}${at}\n`);
    }
  }

  #write(text: string): void {
    this.clear();
    this.#io.stderr.write(text);
  }

  end(summary: BatchSummary, code: ExitCode): void {
    this.clear();
    if (this.#options.quiet) return;
    const { redact = false } = this.#options;
    const about = { today: this.#today, redact, code, packets: this.#packets, failures: this.#failures };
    this.#io.stdout.write(summaryText(summary, about));
  }

  clear(): void {
    this.#line.clear();
  }
}

/** Size in kilobytes of 1,000 bytes, at least 1. */
export function kilobytes(bytes: number): string {
  return String(Math.max(1, Math.round(bytes / 1000)));
}

/** The last two parts of a path: applicant and letter. */
export function shortPath(file: string): string {
  return file.split(path.sep).slice(-2).join('/');
}
