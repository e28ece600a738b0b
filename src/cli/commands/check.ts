import type { Diagnostic } from '../../diagnostics/index.js';
import { findApplications } from '../../node/find-applications.js';
import { checkApplication } from '../check-application.js';
import { dayOfIssue } from '../day-of-issue.js';
import { count, type CommandIo, type ExitCode } from '../io.js';
import { report, tally, tallyText } from '../report.js';

/** Options of `lor-packet check`. */
export interface CheckOptions {
  readonly json?: boolean;
  readonly strict?: boolean;
  readonly today?: string;
}

/** `lor-packet check`: what is wrong with some applications, without making packets. */
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
    report(io.stdout, diagnostics, { env: io.env, sources });
    if (diagnostics.length > 0) io.stdout.write('\n');
  }
  const totals = tally(all);
  const summary = { applications: applications.length, ...totals };
  if (options.json) {
    io.stdout.write(`${JSON.stringify({ today, applications, diagnostics: found.diagnostics, summary }, null, 2)}\n`);
  } else {
    io.stdout.write(`${count(applications.length, 'application')} checked: ${tallyText(totals)}\n`);
  }
  return totals.errors > 0 || (options.strict && totals.warnings > 0) ? 1 : 0;
}
