import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { diagnostic, hasErrors } from '../../diagnostics/index.js';
import { OutputError } from '../../errors.js';
import { importedYaml, importJsonResume, type ImportedResume } from '../../input/json-resume/import-json-resume.js';
import { readText } from '../../node/read-text.js';
import { failureReason, systemCode } from '../../node/system-failure.js';
import { count, type CommandIo, type ExitCode, type TextSink } from '../io.js';
import { report } from '../report.js';
import { textTable } from '../text-table.js';

/** Options of `lor-packet import`. */
export interface ImportOptions {
  readonly output?: string;
  readonly json?: boolean;
}

/** Longest part of a value that the list of what was left shows. */
const MAX_VALUE = 50;

/** `lor-packet import`: the applicant and CV of an application from a JSON Resume document, and what found no place. */
export async function importResume(file: string, { output, json }: ImportOptions, io: CommandIo): Promise<ExitCode> {
  const read = await readText(file);
  if ('problem' in read) {
    report(io.stderr, [read.problem], io);
    return 1;
  }
  const imported = importJsonResume(read.text, { file });
  const { application, unmapped, diagnostics } = imported;
  if (json) {
    if (application && output !== undefined) await writeApplication(output, imported, io.stderr);
    io.stdout.write(`${JSON.stringify(imported, null, 2)}\n`);
    return application ? 0 : 1;
  }
  report(io.stderr, diagnostics, { ...io, sources: { [file]: read.text } });
  if (!application || hasErrors(diagnostics)) return 1;
  if (output === undefined) io.stdout.write(importedYaml(imported));
  else await writeApplication(output, imported, io.stdout);
  if (unmapped.length > 0) {
    const rows = unmapped.map(({ path: where, value, reason }) => [where, shorten(String(value)), reason]);
    const columns = ['not imported', 'value', 'why'].map((title) => ({ title, align: 'left' as const }));
    io.stderr.write(`\n${textTable(columns, rows)}`);
  }
  io.stderr.write(`${count(unmapped.length, 'value')} not imported\n`);
  return 0;
}

async function writeApplication(folder: string, imported: ImportedResume, told: TextSink): Promise<void> {
  const file = path.join(folder, 'application.yaml');
  const head = `# Applicant and CV, imported from a JSON Resume document. Add season, specialties and letters:
# "lor-packet init example" shows them, and "lor-packet check" says what is missing.
`;
  let hasFolder = false;
  try {
    await mkdir(folder, { recursive: true });
    hasFolder = true;
    await writeFile(file, head + importedYaml(imported), { flag: 'wx' });
  } catch (error) {
    // A file where the folder should be says the same.
    const isThere = hasFolder && systemCode(error) === 'EEXIST';
    const message = isThere
      ? `${file} is already there; nothing was written`
      : `${file} cannot be written: ${failureReason(error)}`;
    const problem = diagnostic('error', isThere ? 'output/exists' : 'output/write-failed', message, { hints: ['choose another folder'] }); // prettier-ignore
    throw new OutputError('nothing was written', [problem], { cause: error });
  }
  told.write(`wrote ${file}\n`);
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > MAX_VALUE ? `${line.slice(0, MAX_VALUE - 1)}…` : line;
}
