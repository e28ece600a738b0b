import { lstat, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { diagnostic, type Diagnostic } from '../../diagnostics/index.js';
import { OutputError } from '../../errors.js';
import { ROSTER_COLUMNS } from '../../input/roster/roster-columns.js';
import { csvText } from '../../node/batch/manifest-csv.js';
import { readSchema, type JsonSchema } from '../../node/load-schema.js';
import { failureReason, systemCode } from '../../node/system-failure.js';
import { dayOfIssue } from '../day-of-issue.js';
import type { CommandIo, ExitCode } from '../io.js';
import { starterFiles } from '../starter/starter-files.js';

/** `lor-packet init --roster`: a table with a heading for each column, and one invented row. Overwrites nothing. */
export async function initRoster(folder: string, io: CommandIo): Promise<ExitCode> {
  const file = path.join(folder, 'roster.csv');
  const rows = [ROSTER_COLUMNS.map(({ name }) => name), ROSTER_COLUMNS.map(({ example }) => example)];
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(file, csvText(rows), { flag: 'wx' });
  } catch (error) {
    // Without a folder there, it is the folder's own name that is taken.
    if (systemCode(error) === 'EEXIST' && (await exists(file)))
      throw new OutputError('nothing was written', [occupied(file)]);
    const message = `${file} cannot be written: ${failureReason(error)}`;
    throw new OutputError('the roster could not be written', [diagnostic('error', 'output/write-failed', message)]);
  }
  io.stdout.write(`wrote ${file}

what to do next:
  1. open it in a spreadsheet program, and write a row for each letter in place of the invented one
  2. save it as CSV
  3. lor-packet build ${shellWord(file)} -o out
`);
  return 0;
}

/**
 * `lor-packet init`: a starter folder that builds at once. Overwrites nothing: with any file in the way it writes none.
 */
export async function init(folder: string, io: CommandIo): Promise<ExitCode> {
  const schema = JSON.parse(await readSchema('application')) as JsonSchema;
  const files = starterFiles(schema, dayOfIssue(undefined, io));
  const names = Object.keys(files);
  const inTheWay: Diagnostic[] = [];
  for (const name of names) if (await exists(path.join(folder, name))) inTheWay.push(occupied(path.join(folder, name)));
  if (inTheWay.length > 0) throw new OutputError('nothing was written', inTheWay);

  const written: string[] = [];
  try {
    await mkdir(folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) {
      // "wx" fails when the file has come into being since it was looked for.
      await writeFile(path.join(folder, name), text, { flag: 'wx' });
      written.push(name);
    }
  } catch (error) {
    await Promise.all(written.map((name) => rm(path.join(folder, name), { force: true })));
    if (systemCode(error) === 'EEXIST' && written.length > 0)
      throw new OutputError('nothing was written', [occupied(folder)]);
    const message = `${folder} cannot be written: ${failureReason(error)}`;
    const hints = ['choose another folder, as in "lor-packet init my-application"'];
    const problem = diagnostic('error', 'output/write-failed', message, { hints });
    throw new OutputError('the starter folder could not be written', [problem], { cause: error });
  }
  for (const name of names) io.stdout.write(`wrote ${path.join(folder, name)}\n`);
  io.stdout.write(`
what to do next:
  1. open ${path.join(folder, 'application.yaml')} and replace the invented example with your own data
  2. lor-packet check ${shellWord(folder)}
  3. lor-packet build ${shellWord(folder)} -o out
`);
  return 0;
}

async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}

function occupied(file: string): Diagnostic {
  return diagnostic('error', 'output/exists', `${file} is already there; nothing was written`, {
    hints: ['choose an empty or new folder, as in "lor-packet init my-application"'],
  });
}

/** A path as it can be pasted into a shell. */
function shellWord(text: string): string {
  return /^[\w./:\\-]+$/.test(text) ? text : `"${text}"`;
}
