import type { Attachable } from '../../brief/index.js';
import { diagnostic, hasErrors, type Diagnostic } from '../../diagnostics/index.js';
import { findApplications } from '../../node/find-applications.js';
import { unknownLetter } from '../../node/unknown-letter.js';
import { outputName } from '../../node/output-name.js';
import type { PacketResult, WritePacketsOptions } from '../../node/write-packets.js';
import type { Application } from '../../schema/application.js';
import { checkApplication, type CheckedApplication } from '../../node/check-application.js';
import { dayOfIssue } from '../day-of-issue.js';
import type { CommandIo, ExitCode } from '../io.js';
import { NO_PROGRESS, showProgress } from '../progress.js';
import { report, tally } from '../report.js';
import { writeStack } from '../unexpected.js';
import { allFindings, buildJson, buildSummary, type BuildResult, type BuiltApplicant } from './build-result.js';

/** Options of `lor-packet build`. */
export interface BuildOptions {
  readonly output: string;
  readonly template?: string;
  readonly attach?: readonly Attachable[];
  readonly letter?: readonly string[];
  readonly font?: readonly string[];
  readonly today?: string;
  readonly strict?: boolean;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

/** `lor-packet build`: the packets of some applications. An applicant or packet that fails does not stop the others. */
export async function build(places: readonly string[], options: BuildOptions, io: CommandIo): Promise<ExitCode> {
  const today = dayOfIssue(options.today, io);
  const progress = options.json ? NO_PROGRESS : showProgress(io.stderr, { failuresOnly: options.quiet === true });
  const show = (diagnostics: readonly Diagnostic[], sources: Readonly<Record<string, string>> = {}): void => {
    if (options.json) return;
    progress.clear();
    const shown = options.quiet ? diagnostics.filter(({ severity }) => severity === 'error') : diagnostics;
    report(io.stderr, shown, { env: io.env, sources });
  };

  const found = await findApplications(places);
  show(found.diagnostics);
  const { write, warnings: templateWarnings } = await preparedWriter(options, today);
  show(templateWarnings);
  const letters = new LetterChoice(options.letter);
  const folders = new OutputFolders();
  const applicants: BuiltApplicant[] = [];
  for (const [index, place] of found.paths.entries()) {
    progress.applicant(index + 1, found.paths.length);
    const checked = folders.claim(await checkApplication(place, today));
    const { application, file, diagnostics, sources, files } = checked;
    show(diagnostics, sources);
    const packets: PacketResult[] = [];
    if (application && !hasErrors(diagnostics)) {
      await write(application, files, letters.of(application), (result) => {
        packets.push(result);
        progress.packet(result);
        show(result.diagnostics, sources);
        if (result.error) writeStack(result.error, io);
      });
    }
    applicants.push({ file, applicantId: application?.applicant.id ?? null, diagnostics, packets });
  }
  progress.clear();
  const unknown = letters.unknown();
  show(unknown);

  const result: BuildResult = {
    today,
    applicants,
    diagnostics: [...found.diagnostics, ...templateWarnings, ...unknown],
  };
  if (options.json) io.stdout.write(`${JSON.stringify(buildJson(result), null, 2)}\n`);
  else if (!options.quiet) io.stdout.write(buildSummary(result));
  const { errors, warnings } = tally(allFindings(result));
  return errors > 0 || (options.strict && warnings > 0) ? 1 : 0;
}

type Write = (
  application: Application,
  files: NonNullable<WritePacketsOptions['files']>,
  letters: readonly string[],
  onPacket: (result: PacketResult) => void,
) => Promise<void>;

/**
 * Loads the template at once, so that a wrong one is told before anything is made, and the renderer with its fonts only
 * when the first packet is due: a folder full of errors does not wait for them.
 */
async function preparedWriter(
  { template, output, font = [], attach = [] }: BuildOptions,
  today: string,
): Promise<{ write: Write; warnings: readonly Diagnostic[] }> {
  const { DEFAULT_TEMPLATE, loadPreparedTemplate, templateFonts } = await import('../../node/load-template.js');
  const prepared = await loadPreparedTemplate(template ?? DEFAULT_TEMPLATE);
  const fonts = [...font, ...(await templateFonts(template ?? DEFAULT_TEMPLATE))];
  const write: Write = async (application, files, letters, onPacket) => {
    if (letters.length === 0) return;
    const { writePackets } = await import('../../node/write-packets.js');
    const options: WritePacketsOptions = {
      outDir: output,
      today,
      template: prepared,
      fonts,
      files,
      attach,
      letters,
      onPacket,
    };
    await writePackets(application, options);
  };
  return { write, warnings: prepared.diagnostics };
}

/** The letters that `--letter` names, over all applicants: one that only some of them have is no mistake. */
class LetterChoice {
  readonly #wanted: readonly string[] | undefined;
  readonly #known = new Set<string>();

  constructor(wanted: readonly string[] | undefined) {
    this.#wanted = wanted;
  }

  of(application: Application): string[] {
    const ids = application.letters.map((letter) => letter.id);
    for (const id of ids) this.#known.add(id);
    return this.#wanted ? ids.filter((id) => this.#wanted?.includes(id)) : ids;
  }

  /** An error for each wanted letter that no applicant has; none when no application could be read. */
  unknown(): Diagnostic[] {
    if (this.#known.size === 0) return [];
    const missing = new Set((this.#wanted ?? []).filter((id) => !this.#known.has(id)));
    return [...missing].map((id) => unknownLetter(id, [...this.#known]));
  }
}

/** Folders that were given out: two applicants with one id would overwrite each other's packets. */
class OutputFolders {
  readonly #owners = new Map<string, string>();

  claim(checked: CheckedApplication): CheckedApplication {
    const { application, file } = checked;
    if (!application) return checked;
    const name = application.applicant.id ?? 'applicant';
    // Names of folders may ignore case.
    const folder = outputName(name, 'applicant').toLowerCase();
    const owner = this.#owners.get(folder);
    if (owner === undefined) {
      this.#owners.set(folder, file);
      return checked;
    }
    const problem = diagnostic('error', 'input/duplicate-id', `${file} has the applicant id "${name}" like ${owner}`, {
      path: 'applicant.id',
      found: name,
      hints: ['give each applicant an `applicant.id` of their own: it names the output folder'],
    });
    return { ...checked, diagnostics: [...checked.diagnostics, problem] };
  }
}
