import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LETTER, TODAY } from './content.js';
import type { PeerDocument } from './content.js';
import { typstSource } from './contestants/typst-source.mjs';
import type { Inputs } from './inputs.js';
import { type Contestant, faces, FOLDER, ROOT, typstCommand } from './peers.js';

/** Milliseconds of a whole command, from its start to its end with one PDF written, by title. */
export type Cold = ReadonlyMap<string, readonly number[]>;

export const OWN_COMMAND = 'lor-packet build';
export const TYPST_BINDING = 'Typst, Node binding';
export const TYPST_COMMAND = 'Typst 0.10, native command (no tags)';

interface Command {
  readonly title: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly output: string;
}

const PEER_TITLES: Readonly<Record<Exclude<Contestant, 'lor-packet'>, string>> = {
  typst: TYPST_BINDING,
  pdfmake: 'pdfmake',
  'react-pdf': '@react-pdf/renderer',
  pdfkit: 'pdfkit',
};

/** Runs each command from nothing to one PDF of the example's packet, in turn. `all`: the JavaScript peers, too. */
export async function measureCold(
  inputs: Inputs,
  contestants: readonly Contestant[],
  { runs, all }: { readonly runs: number; readonly all: boolean },
): Promise<Cold> {
  const commands = [ownCommand(inputs)];
  const content = await inputs.ofExample();
  for (const contestant of contestants) {
    if (contestant === 'lor-packet' || (!all && contestant !== 'typst')) continue;
    const output = inputs.path(`cold-${contestant}.pdf`);
    const args = [path.join(FOLDER, 'cold.mjs'), contestant, JSON.stringify({ faces: faces() }), content, output];
    commands.push({ title: PEER_TITLES[contestant], file: process.execPath, args, output });
  }
  const typst = contestants.includes('typst') ? typstCommand() : undefined;
  if (typst !== undefined) commands.push(nativeTypst(typst, inputs, content));

  const times = new Map<string, number[]>(commands.map(({ title }) => [title, []]));
  for (let run = 0; run <= runs; run++) {
    for (const command of commands) {
      const known = times.get(command.title);
      if (known === undefined) continue;
      try {
        const ms = timeOf(command);
        // The first turn only brings the files into the memory of the machine.
        if (run > 0) known.push(ms);
      } catch (error) {
        if (command.title === OWN_COMMAND) throw error;
        console.error(`${command.title} fails on the example's packet and is left out: ${reasonOf(error)}`);
        times.delete(command.title);
      }
    }
  }
  return times;
}

/** The line that names the error. */
function reasonOf(error: unknown): string {
  const lines = (error instanceof Error ? error.message : String(error)).split('\n');
  return lines.find((line) => /^\w*Error: (?!Command failed)|^error: /.test(line)) ?? lines[0] ?? '';
}

function ownCommand(inputs: Inputs): Command {
  const out = inputs.path('cold-own');
  const cli = path.join(ROOT, 'dist/cli.js');
  const options = ['--letter', LETTER, '--today', TODAY, '--output', out, '--quiet'];
  const args = [cli, 'build', inputs.example, ...options];
  return { title: OWN_COMMAND, file: process.execPath, args, output: out };
}

function nativeTypst(file: string, inputs: Inputs, content: string): Command {
  const document = JSON.parse(readFileSync(content, 'utf8')) as PeerDocument;
  const source = inputs.path('cold.typ');
  writeFileSync(source, typstSource(document, { context: false }));
  const output = inputs.path('cold-command.pdf');
  const args = ['compile', '--font-path', path.join(ROOT, 'dist/fonts'), source, output];
  return { title: TYPST_COMMAND, file, args, output };
}

function timeOf({ title, file, args, output }: Command): number {
  rmSync(output, { recursive: true, force: true });
  const start = performance.now();
  execFileSync(file, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const ms = performance.now() - start;
  if (statSync(output).size === 0) throw new Error(`${title} wrote nothing`);
  return ms;
}
