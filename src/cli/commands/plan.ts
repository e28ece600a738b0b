import type { Diagnostic } from '../../diagnostics/index.js';
import { findApplications } from '../../node/find-applications.js';
import { type LetterPlan, planLetters } from '../../plan/index.js';
import { checkApplication, type CheckedApplication } from '../../node/check-application.js';
import { dayOfIssue } from '../day-of-issue.js';
import { type CommandIo, count, type ExitCode } from '../io.js';
import { report, tally } from '../report.js';
import { findingsText, reportFindings } from '../report-findings.js';
import { planJson, seasonsOf } from './plan-json.js';
import { planText } from './plan-text.js';

/** Options of `lor-packet plan`. */
export interface PlanCommandOptions {
  readonly json?: boolean;
  readonly reasons?: boolean;
  readonly strict?: boolean;
  readonly today?: string;
}

/** Width where no terminal tells one. */
const WIDTH = 80;

/** `lor-packet plan`: which letters go to which programs and why, when, and what is amiss; without making packets. */
export async function plan(places: readonly string[], options: PlanCommandOptions, io: CommandIo): Promise<ExitCode> {
  const today = dayOfIssue(options.today, io);
  const found = await findApplications(places);
  if (!options.json) report(io.stdout, found.diagnostics, io);
  const applications: object[] = [];
  const all: Diagnostic[] = [...found.diagnostics];
  for (const place of found.paths) {
    const checked = await checkApplication(place, today);
    const { application, file, diagnostics } = checked;
    const planned = application ? planLetters(application, { today }) : null;
    const { errors, warnings } = tally(diagnostics);
    const ok = errors === 0 && !(options.strict && warnings > 0);
    applications.push({ file, ok, plan: planned && planJson(planned), diagnostics });
    all.push(...diagnostics);
    if (!options.json) write(checked, planned, today, options, io);
  }
  const totals = tally(all);
  if (options.json) {
    const summary = { applications: applications.length, ...totals };
    io.stdout.write(`${JSON.stringify({ today, applications, diagnostics: found.diagnostics, summary }, null, 2)}\n`);
  } else {
    io.stdout.write(`${count(applications.length, 'application')} planned: ${findingsText(all)}\n`);
  }
  return totals.errors > 0 || (options.strict && totals.warnings > 0) ? 1 : 0;
}

function write(
  { application, file, diagnostics, sources }: CheckedApplication,
  planned: LetterPlan | null,
  today: string,
  options: PlanCommandOptions,
  io: CommandIo,
): void {
  const width = io.stdout.columns ?? WIDTH;
  if (application && planned) {
    const seasons = seasonsOf(planned).join(' and ');
    io.stdout.write(`${application.applicant.id ?? file}, ${seasons}, as of ${today}\n\n`);
    io.stdout.write(`${planText(planned, { width, reasons: options.reasons === true })}\n`);
  }
  reportFindings(io.stdout, diagnostics, { env: io.env, sources });
}
