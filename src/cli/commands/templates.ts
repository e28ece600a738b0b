import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { diagnostic } from '../../diagnostics/index.js';
import { OutputError } from '../../errors.js';
import { ejectTemplate } from '../../node/eject-template.js';
import { loadPreparedTemplate } from '../../node/load-template.js';
import { failureReason, systemCode } from '../../node/system-failure.js';
import { BUILTIN_TEMPLATES } from '../../template/builtin.generated.js';
import { count, type CommandIo, type ExitCode } from '../io.js';
import { report, tally } from '../report.js';
import { textTable } from '../text-table.js';

/** `lor-packet templates list`: the built-in templates, or the sections and partials of one. */
export async function listTemplates(
  name: string | undefined,
  options: { readonly json?: boolean },
  io: CommandIo,
): Promise<ExitCode> {
  if (name !== undefined) return listPartials(name, options, io);
  const rows = Object.entries(BUILTIN_TEMPLATES).map(([key, { manifest }]) => ({
    name: key,
    description: manifest.description ?? '',
  }));
  if (options.json) io.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
  else {
    const columns = [
      { title: 'template', align: 'left' },
      { title: 'description', align: 'left' },
    ] as const;
    io.stdout.write(
      textTable(
        columns,
        rows.map((row) => [row.name, row.description]),
      ),
    );
  }
  return 0;
}

async function listPartials(name: string, options: { readonly json?: boolean }, io: CommandIo): Promise<ExitCode> {
  const { manifest, partials } = await loadPreparedTemplate(name);
  const sections = manifest.sections.map(({ partial }) => partial);
  const others = Object.keys(partials).filter((partial) => !sections.includes(partial));
  if (options.json) {
    io.stdout.write(`${JSON.stringify({ name: manifest.name, sections, partials: others.sort() }, null, 2)}\n`);
    return 0;
  }
  io.stdout.write(`sections, in order:\n${lines(sections)}`);
  if (others.length > 0) io.stdout.write(`other partials:\n${lines(others.sort())}`);
  return 0;
}

function lines(names: readonly string[]): string {
  return names.map((name) => `  ${name}\n`).join('');
}

/** `lor-packet templates eject`: a built-in template, or partials of it, as files to change. */
export async function eject(
  name: string,
  folder: string,
  options: { readonly partial?: readonly string[] },
  io: CommandIo,
): Promise<ExitCode> {
  const written = await ejectTemplate(name, folder, options.partial ? { partials: options.partial } : {});
  for (const file of written) io.stdout.write(`wrote ${file}\n`);
  io.stdout.write(`
what to do next:
  1. change the files; what you remove falls through to "${name}"
  2. lor-packet templates check ${folder}
  3. lor-packet build <applicant> --template ${path.isAbsolute(folder) ? folder : `./${path.normalize(folder)}`}
`);
  return 0;
}

/** `lor-packet templates check`: what is wrong with a template, found without anybody's data. */
export async function checkTemplates(
  places: readonly string[],
  options: { readonly json?: boolean; readonly strict?: boolean },
  io: CommandIo,
): Promise<ExitCode> {
  const { checkTemplate } = await import('../../node/check-template.js');
  const checks = [];
  let failed = false;
  for (const place of places) {
    const check = await checkTemplate(place);
    const { errors, warnings } = tally(check.diagnostics);
    failed ||= errors > 0 || (options.strict === true && warnings > 0);
    checks.push({ place, ok: errors === 0, ...check });
    if (options.json) continue;
    report(io.stdout, check.diagnostics, { env: io.env, sources: check.sources });
    const pages = check.trials.map((trial) => trial.pages);
    const made =
      pages.length > 0
        ? `${count(pages.length, 'trial')} of ${Math.min(...pages)} to ${Math.max(...pages)} pages; `
        : '';
    io.stdout.write(`${place}: ${made}${count(errors, 'error')}, ${count(warnings, 'warning')}\n`);
  }
  if (options.json) {
    const rows = checks.map(({ sources: _, ...row }) => row);
    io.stdout.write(`${JSON.stringify({ templates: rows }, null, 2)}\n`);
  }
  return failed ? 1 : 0;
}

/** `lor-packet templates precompile`: a checked template as one JSON file that needs no Handlebars parser to run. */
export async function precompile(
  place: string,
  options: { readonly output?: string },
  io: CommandIo,
): Promise<ExitCode> {
  const prepared = await loadPreparedTemplate(place);
  report(io.stderr, prepared.diagnostics, io);
  const json = `${JSON.stringify(prepared)}\n`;
  if (options.output === undefined) {
    io.stdout.write(json);
    return 0;
  }
  try {
    await writeFile(options.output, json, { flag: 'wx' });
  } catch (error) {
    const exists = systemCode(error) === 'EEXIST';
    const message = exists
      ? `${options.output} is already there; nothing was written`
      : `${options.output} cannot be written: ${failureReason(error)}`;
    const hints = [exists ? 'remove it first, or choose another name' : 'choose another folder'];
    const code = exists ? 'output/exists' : 'output/write-failed';
    throw new OutputError('the template was not written', [diagnostic('error', code, message, { hints })], {
      cause: error,
    });
  }
  io.stdout.write(`wrote ${options.output}\n`);
  return 0;
}
