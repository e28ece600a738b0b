import type { Diagnostic } from '../../diagnostics/index.js';
import { findApplications } from '../../node/find-applications.js';
import { checkApplication } from '../../node/check-application.js';
import { dayOfIssue } from '../day-of-issue.js';
import { count, type CommandIo, type ExitCode } from '../io.js';
import { report, tally } from '../report.js';
import { findingsText, reportFindings } from '../report-findings.js';

/** Options of `lor-packet check`. */
export interface CheckOptions {
  readonly json?: boolean;
  readonly strict?: boolean;
  readonly today?: string;
}

/**
 * `lor-packet check`: what is wrong with some applications, and what a good advisor would mend, by who can mend it;
 * without making packets. Warnings fail only with `strict`; silenced findings never do.
 */
export async function check(places: readonly string[], options: CheckOptions, io: CommandIo): Promise<ExitCode> {
  const today = dayOfIssue(options.today, io);
  const found = await findApplications(places);
  const applications: { file: string; ok: boolean; diagnostics: readonly Diagnostic[] }[] = [];
  const all: Diagnostic[] = [...found.diagnostics];
  if (!options.json) report(io.stdout, found.diagnostics, io);
  for (const place of found.paths) {
    const { file, diagnostics, sources } = await checkApplication(place, today);
    const { errors, warnings } = tally(diagnostics);
    applications.push({ file, ok: errors === 0 && !(options.strict && warnings > 0), diagnostics });
    all.push(...diagnostics);
    if (options.json) continue;
    if (diagnostics.length > 0 && found.paths.length > 1) io.stdout.write(`${file}\n\n`);
    reportFindings(io.stdout, diagnostics, { env: io.env, sources });
  }
  const totals = tally(all);
  const summary = {
    applications: applications.length,
    ...totals,
    notes: all.filter(({ severity, silenced }) => severity === 'info' && silenced === undefined).length,
    silenced: all.filter(({ silenced }) => silenced !== undefined).length,
  };
  if (options.json) {
    io.stdout.write(`${JSON.stringify({ today, applications, diagnostics: found.diagnostics, summary }, null, 2)}\n`);
  } else {
    io.stdout.write(`${count(applications.length, 'application')} checked: ${findingsText(all)}\n`);
  }
  return totals.errors > 0 || (options.strict && totals.warnings > 0) ? 1 : 0;
}
