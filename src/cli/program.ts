import { Command, InvalidArgumentError, Option } from 'commander';
import { ATTACHABLE } from '../brief/attachable.js';
import { SCHEMA_NAMES } from '../node/load-schema.js';
import { VERSION } from '../version.js';
import type { BuildOptions } from './commands/build.js';
import type { CheckOptions } from './commands/check.js';
import type { ImportOptions } from './commands/import.js';
import type { MergeOptions } from './commands/manifest.js';
import type { PlanCommandOptions } from './commands/plan.js';
import type { PreviewCommandOptions } from './commands/preview.js';
import type { CommandIo, ExitCode } from './io.js';

const PLACES = "applicants' folders or files, a folder of such folders, or a glob in quotes";
const SOURCES = `${PLACES}, or a roster (CSV)`;

const EXAMPLES = `
Examples:
  $ lor-packet init linh-tran                a starter folder with a comment on every field
  $ lor-packet check linh-tran               what is missing or looks wrong
  $ lor-packet plan linh-tran                which letters go where, and when
  $ lor-packet build linh-tran -o packets    one PDF for each letter

Exit codes: 0 all well, 1 something in the input or a packet failed, 2 wrong usage, 130 stopped.`;

const INIT_HELP = `
Writes application.yaml, personal-statement.md and README.md. Overwrites nothing.`;

const CHECK_HELP = `
A path is an applicant's folder (with application.yaml or application.json in it), such a file, or a folder of
applicants' folders.

Examples:
  $ lor-packet check linh-tran
  $ lor-packet check applicants --strict --json`;

const PLAN_HELP = `
Letters against programs, the dates of each letter, and the findings by who can mend them. Letters without \`programs\`
are proposed for the programs that they serve best; --reasons says why. Nothing is written to the application.

Examples:
  $ lor-packet plan linh-tran
  $ lor-packet plan linh-tran --reasons
  $ lor-packet plan applicants --json`;

const BUILD_HELP = `
A path is an applicant's folder (with application.yaml or application.json in it), such a file, or a folder of
applicants' folders; a roster is a CSV table with a row for each letter, which adds to the applicants' files or stands
alone (lor-packet init --roster). Packets are written to <dir>/<applicant>/<letter>.pdf, with manifest.json and
manifest.csv. An applicant with errors gets none; the others are still made. What has not changed since the last run is
not made again.

More than one applicant also gives index.html, a page for the advisor. The rest is written only when --with names it:
plans (<applicant>/plan.html), reminders (<applicant>/reminders.ics), mail (draft e-mails to the letter writers, as
<applicant>/<letter>.request.eml, .reminder.eml and .thanks.eml with the packet attached, and the same as .txt).

Examples:
  $ lor-packet build linh-tran
  $ lor-packet build linh-tran --letter rivera --letter chen -o packets
  $ lor-packet build applicants -o packets --template ./our-template --strict
  $ lor-packet build applicants roster.csv -o packets
  $ lor-packet build applicants -o packets --dry-run
  $ lor-packet build applicants -o packets --shard 2/5
  $ lor-packet build linh-tran --font NotoSansSC-Regular.ttf

The day of issue counts the days left and is the date of the files, so another day makes everything anew.
SOURCE_DATE_EPOCH sets it, too. Ctrl-C stops; the same command goes on from there.`;

const PREVIEW_HELP = `
Prints the address of a page on this machine only. It shows the letters, the pages of each packet, and the findings,
within a second of any change of data, statement, picture, template or font. What is wrong is shown with its place, and
the last good pages stay.

Example:
  $ lor-packet preview linh-tran --template ./our-template`;

const TEMPLATES_HELP = `
A template is a built-in one by its name; a folder with template.json, packet.md.hbs and partials/; a .json file that
extends a built-in one; or an installed package lor-packet-template-<name>.

Examples:
  $ lor-packet templates list
  $ lor-packet templates eject classic my-school
  $ lor-packet templates eject classic my-school --partial brief
  $ lor-packet templates check my-school
  $ lor-packet build linh-tran --template ./my-school`;

const IMPORT_HELP = `
Season, specialties and letters are for you to write. Every value that found no place is listed. Overwrites nothing.

Examples:
  $ lor-packet import resume.json -o linh-tran
  $ lor-packet import resume.json > cv.yaml`;

const MANIFEST_HELP = `
Examples:
  $ lor-packet manifest merge out/manifest.1-of-2.json out/manifest.2-of-2.json -o out/manifest.json
  $ lor-packet manifest merge a/manifest.1-of-2.json b/manifest.2-of-2.json -o all/manifest.json`;

const SCHEMA_HELP = `
Examples:
  $ lor-packet schema > application.schema.json
  $ lor-packet schema template`;

function collect(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value];
}

function todayOption(): Option {
  return new Option('--today <date>', 'day of issue, YYYY-MM-DD (default: today)');
}

/** What to attach; the argument is one of a few words. */
function attachOption(): Option {
  const option = new Option(
    '-a, --attach <what>',
    'carry files along, for archives: application-json (the facts of the packet) or originals; can be repeated',
  );
  return option.argParser((value: string, earlier: readonly string[] = []) => {
    if ((ATTACHABLE as readonly string[]).includes(value)) return [...earlier, value];
    throw new InvalidArgumentError(`Allowed choices are ${ATTACHABLE.join(', ')}.`);
  });
}

/**
 * The command line: every command with its options and help. What a command does is loaded only when it runs, so that
 * help and mistakes in the arguments cost next to nothing.
 *
 * @param finish called with what the command ends with
 */
export function createProgram(io: CommandIo, finish: (code: ExitCode) => void): Command {
  const program = new Command('lor-packet')
    .description(
      'From structured applicant data to a PDF briefing packet for each letter writer of a residency applicant.',
    )
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .addHelpText('after', EXAMPLES)
    .exitOverride()
    .showSuggestionAfterError(true)
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
      outputError: (text, write) => write(plainError(text)),
    });
  const command = (name: string, description: string, help: string): Command =>
    program
      .command(name)
      .description(description)
      .addHelpText('after', help)
      .showHelpAfterError(`run "lor-packet ${name} --help" for its arguments and options`);
  program.showHelpAfterError('run "lor-packet --help" for the commands');

  command('init', 'write a starter folder that builds at once', INIT_HELP)
    .argument('[dir]', 'folder; made when it does not exist', '.')
    .option('--roster', 'write roster.csv instead: a table with a row for each letter')
    .action(async (dir: string, { roster }: { roster?: boolean }) => {
      const { init, initRoster } = await import('./commands/init.js');
      finish(await (roster ? initRoster(dir, io) : init(dir, io)));
    });

  command('check', 'say what is missing or looks wrong, without making packets', CHECK_HELP)
    .argument('<path...>', PLACES)
    .option('--json', 'print the findings as JSON')
    .option('--strict', 'exit with 1 for warnings, too')
    .addOption(todayOption())
    .action(async (places: string[], options: CheckOptions) => {
      const { check } = await import('./commands/check.js');
      finish(await check(places, options, io));
    });

  command('plan', 'say which letters go to which programs, when, and what is amiss', PLAN_HELP)
    .argument('<path...>', PLACES)
    .option('--reasons', 'say why each letter goes to a program')
    .option('--json', 'print the plan as JSON')
    .option('--strict', 'exit with 1 for warnings, too')
    .addOption(todayOption())
    .action(async (places: string[], options: PlanCommandOptions) => {
      const { plan } = await import('./commands/plan.js');
      finish(await plan(places, options, io));
    });

  command('build', 'make the packets', BUILD_HELP)
    .argument('<path...>', SOURCES)
    .option('-o, --output <dir>', 'folder for the packets', 'out')
    .option('-t, --template <name|dir>', 'built-in template or template folder (default: "classic")')
    .option('-l, --letter <id>', 'make only this letter; can be repeated', collect)
    .option('-f, --font <file|dir>', 'font file, or folder of font files, to use first; can be repeated', collect)
    .addOption(attachOption())
    .addOption(todayOption())
    .option('-j, --jobs <n>', 'worker threads (default: one for each core)')
    .option('--shard <i/n>', 'make only part i of n parts of the batch, as on one of n machines')
    .option('--with <list>', 'also write index, plans, reminders, mail; or all, none (default: index for a batch)')
    .option('--texts <dir>', 'folder of texts that replace the built-in ones of pages, e-mails and calendars')
    .option('--force', 'make packets again that have not changed')
    .option('--prune', 'remove packets whose letters are gone')
    .option('--dry-run', 'say what would be made and why; write nothing')
    .option('--packet-seconds <n>', 'longest time for one packet (default: 60)')
    .option('--worker-memory <mb>', 'memory of one worker in megabytes (default: 512)')
    .option('--strict', 'exit with 1 for warnings, too')
    .option('--redact', 'keep names of people out of messages: applicants and letters are numbers')
    .option('-q, --quiet', 'print errors only')
    .option('--json', 'print what happens as JSON, one event a line')
    .action(async (places: string[], options: BuildOptions) => {
      const { build } = await import('./commands/build.js');
      finish(await build(places, options, io));
    });

  command('preview', 'show the packets of one applicant in a browser, and follow every change', PREVIEW_HELP)
    .argument('<path>', "an applicant's folder or file")
    .option('-t, --template <name|dir>', 'built-in template or template folder (default: "classic")')
    .option('-f, --font <file|dir>', 'font file, or folder of font files, to use first; can be repeated', collect)
    .addOption(todayOption())
    .option('-p, --port <n>', 'port on the loopback address (default: any free one)')
    .action(async (place: string, options: PreviewCommandOptions) => {
      const { preview } = await import('./commands/preview.js');
      finish(await preview(place, options, io));
    });

  addTemplates(command('templates', 'list, copy and check templates', TEMPLATES_HELP), io, finish);

  const manifest = program.command('manifest').description('work with the manifests of batches').helpCommand(false);
  manifest
    .command('merge')
    .description('make one manifest of those of the shards of a batch')
    .argument('<file...>', 'manifest.json files')
    .option('-o, --output <file>', 'the merged manifest; a .csv beside it', 'manifest.json')
    .option('--texts <dir>', 'folder of texts that replace the built-in ones of the page')
    .option('--moved', 'the packets of all shards were copied into the folder of the merged manifest')
    .addHelpText('after', MANIFEST_HELP)
    .action(async (files: string[], options: MergeOptions) => {
      const { manifestMerge } = await import('./commands/manifest.js');
      finish(await manifestMerge(files, options, io));
    });

  command('import', 'turn a JSON Resume document into the applicant and CV of an application', IMPORT_HELP)
    .argument('<file>', 'a JSON Resume document')
    .option('-o, --output <dir>', 'write application.yaml into this folder (default: standard output)')
    .option('--json', 'print what was imported and what was not as JSON')
    .action(async (file: string, options: ImportOptions) => {
      const { importResume } = await import('./commands/import.js');
      finish(await importResume(file, options, io));
    });

  command('schema', 'print a JSON Schema of the formats', SCHEMA_HELP)
    .argument('[name]', `which one: ${SCHEMA_NAMES.join(', ')}`, 'application')
    .action(async (name: string) => {
      const { schema } = await import('./commands/schema.js');
      finish(await schema(name, io));
    });

  return program;
}

/** `lor-packet templates` and its commands. */
function addTemplates(templates: Command, io: CommandIo, finish: (code: ExitCode) => void): void {
  const load = () => import('./commands/templates.js');
  templates
    .command('list', { isDefault: true })
    .description('the built-in templates, or the sections and partials of one')
    .argument('[template]', 'name, folder, file or package of a template')
    .option('--json', 'print the list as JSON')
    .action(async (name: string | undefined, options: { json?: boolean }) => {
      finish(await (await load()).listTemplates(name, options, io));
    });
  templates
    .command('eject')
    .description('write a built-in template into a folder, to change it; overwrites nothing')
    .argument('<name>', 'built-in template')
    .argument('<dir>', 'folder; made when it does not exist')
    .option('-p, --partial <name>', 'only this partial, the rest falls through; can be repeated', collect)
    .action(async (name: string, folder: string, options: { partial?: string[] }) => {
      finish(await (await load()).eject(name, folder, options, io));
    });
  templates
    .command('check')
    .description("check templates without anybody's data: fields, theme, and the pages of sample briefs")
    .argument('<template...>', 'names, folders, files or packages of templates')
    .option('--json', 'print what was found as JSON')
    .option('--strict', 'exit with 1 for warnings, too')
    .action(async (places: string[], options: { json?: boolean; strict?: boolean }) => {
      finish(await (await load()).checkTemplates(places, options, io));
    });
  templates
    .command('precompile')
    .description('write a checked template as one JSON file, for apps that do without the Handlebars parser')
    .argument('<template>', 'name, folder, file or package of a template')
    .option('-o, --output <file>', 'file to write (default: standard output)')
    .action(async (place: string, options: { output?: string }) => {
      finish(await (await load()).precompile(place, options, io));
    });
}

/** Commander's sentences in the voice of the other messages: no capital letter, no full stop. */
function plainError(text: string): string {
  return text.replace(/\(Did you mean (?:one of )?([^?]+)\?\)/, (_, names: string) => `  did you mean ${names}?`);
}
