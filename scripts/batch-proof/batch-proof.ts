/**
 * Shows what docs/batch.md says of batches, on an invented class: rate, memory, reruns, kills, broken applicants, and that
 * nothing of one applicant reaches another. `--quick` takes a small class and does not judge times; `--only whole,speed`
 * takes some parts.
 */
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { breakApplicants } from './broken-applicants.js';
import { applicantFolder, writeClass } from './invented-class.js';
import { foreignMarkers } from './foreign-markers.js';
import { packetsIn, strangeFiles } from './output-files.js';
import { runBuild, type Ran } from './run-command.js';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } } });
const { quick } = values;
/** Parts of the proof, in their order; `--only` takes some of them, as a list. */
const PARTS = { whole: showWhole, rerun: showRerun, markers: showMarkers, speed: showSpeed, kill: showKills, interrupt: showInterrupt, broken: showBroken }; // prettier-ignore
const parts = values.only?.split(',') ?? Object.keys(PARTS);
for (const part of parts) if (!Object.hasOwn(PARTS, part)) throw new Error(`--only ${part} is none of ${Object.keys(PARTS).join(', ')}`); // prettier-ignore
const APPLICANTS = quick ? 12 : 300;
const BROKEN_CLASS = quick ? 20 : 300;
const BROKEN = quick ? 15 : 30;
const KILLS = quick ? 3 : 20;
const LETTERS = 4;
/** Applicants and pairs of the runs that are compared for speed; the machine may be slow for any one of them. */
const SLICE = quick ? 6 : 300;
const PAIRS = quick ? 1 : 7;
/** Runs with all of the process kept to one core. */
const KEPT = quick ? 1 : 3;

let failed = 0;
function shown(title: string, holds: boolean, figures: string): void {
  if (!holds) failed += 1;
  console.log(`${holds ? 'ok     ' : 'FAILED '} ${title}: ${figures}`);
}
const summaryOf = ({ events }: Ran): Record<string, number> =>
  (events.find(({ event }) => event === 'summary') ?? {}) as never;

const work = mkdtempSync(path.join(tmpdir(), 'lor-packet-batch-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
const input = path.join(work, 'class');
writeClass(input, APPLICANTS);
const whole = path.join(work, 'whole');

const total = APPLICANTS * LETTERS;
let wholeRun: Promise<Ran> | undefined;
/** The whole class with two workers, built once. */
const buildWhole = (): Promise<Ran> => (wholeRun ??= runBuild([input, '-o', whole, '--jobs', '2']));

for (const [name, show] of Object.entries(PARTS)) if (parts.includes(name)) await show();
console.log(failed === 0 ? 'all shown' : `${failed} not shown`);
process.exitCode = failed === 0 ? 0 : 1;

/** All packets of the class; the rate and memory of the first against those of the last. */
async function showWhole(): Promise<void> {
  const first = await buildWhole();
  shown('one command makes every packet', first.code === 0 && packetsIn(whole).size === total, `${packetsIn(whole).size} packets in ${first.seconds.toFixed(1)} s, ${(total / first.seconds).toFixed(1)} a second, ${((first.processor / total) * 1000).toFixed(0)} ms of processor each`); // prettier-ignore
  shown('memory with two workers stays under 1 GB', first.peak < 1000, `${first.peak.toFixed(0)} MB at most`);
  const { packets } = first;
  const at = (number: number): { at: number; rss: number } =>
    packets[Math.min(number, packets.length) - 1] ?? { at: 0, rss: 0 };
  const from = Math.min(100, Math.floor(total / 4));
  const span = Math.min(300, Math.floor(total / 4));
  const early = span / (at(from + span).at - at(from).at);
  const late = span / (at(total).at - at(total - span).at);
  shown(
    'the rate stays',
    quick || late > early * 0.8,
    `${early.toFixed(1)} a second from packet ${from}, ${late.toFixed(1)} at the end`,
  );
  const rss = (number: number): number =>
    Math.max(...packets.slice(Math.max(0, number - 20), number).map((packet) => packet.rss));
  shown('memory stays', quick || rss(total) < rss(from + span) * 1.25, `${rss(from).toFixed(0)} MB at packet ${from}, ${rss(from + span).toFixed(0)} at ${from + span}, ${rss(total).toFixed(0)} at ${total}`); // prettier-ignore
}

/** Ctrl-C amid the work. */
async function showInterrupt(): Promise<void> {
  const small = path.join(work, 'interrupted-class');
  writeClass(small, 6);
  const out = path.join(work, 'interrupted');
  const stopped = await runBuild([small, '-o', out, '--jobs', '2'], (child) => {
    // Once: pressed again, it ends the command at once, which is not what is looked at here.
    const press = (chunk: Buffer): void => {
      if (!chunk.includes('"event":"packet"')) return;
      child.stdout?.off('data', press);
      child.kill('SIGINT');
    };
    child.stdout?.on('data', press);
  });
  const done = packetsIn(out).size;
  const { complete } = summaryOf(stopped) as { complete?: unknown };
  const strange = strangeFiles(out);
  const rest = summaryOf(await runBuild([small, '-o', out, '--jobs', '2']));
  const holds = stopped.code === 130 && complete === false && strange.length === 0 && rest['made'] === 24 - done;
  shown('Ctrl-C stops with what is done, and the next run makes the rest', holds, `exit ${stopped.code} after ${done} packets, ${complete === false ? 'said to be incomplete' : 'without a summary'}, ${strange.length} files left unfinished, then ${rest['made']} more`); // prettier-ignore
}

/**
 * Two workers against one, by turns, each of them first in every other pair; and against one whose whole process is kept
 * to one core, where V8's own threads have no second one to work on.
 */
async function showSpeed(): Promise<void> {
  const part = path.join(work, 'part');
  writeClass(part, SLICE);
  const out = path.join(work, 'speed');
  const run = async (jobs: 1 | 2, core?: number): Promise<Ran> => {
    const ran = await runBuild([part, '-o', out, '--jobs', String(jobs)], undefined, core);
    if (packetsIn(out).size !== SLICE * LETTERS) throw new Error(`${packetsIn(out).size} packets with --jobs ${jobs}`);
    rmSync(out, { recursive: true, force: true });
    return ran;
  };
  const two: Ran[] = [];
  const one: Ran[] = [];
  const kept: Ran[] = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    for (const jobs of pair % 2 === 0 ? ([1, 2] as const) : ([2, 1] as const))
      (jobs === 1 ? one : two).push(await run(jobs));
    if (process.platform === 'linux' && pair < KEPT) kept.push(await run(1, 0));
  }
  const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
  const ratios = (of: readonly Ran[]): number[] => of.map(({ seconds }, pair) => seconds / (two[pair]?.seconds ?? 1));
  const processor = (of: readonly Ran[]): string => `${((median(of.map((ran) => ran.processor)) / (SLICE * LETTERS)) * 1000).toFixed(0)} ms`; // prettier-ignore
  const list = (numbers: readonly number[], digits: number): string =>
    numbers.map((number) => number.toFixed(digits)).join(', ');
  const times = (of: readonly Ran[]): string => list(of.map(({ seconds }) => seconds), 1); // prettier-ignore
  const title = 'two workers are 1.7 times as fast as one';
  const ratio = median(ratios(one));
  shown(title, quick || ratio >= 1.7, `${ratio.toFixed(2)} times, median of ${PAIRS} pairs of ${SLICE * LETTERS} packets: ${list(ratios(one), 2)} (${times(one)} s with one, ${times(two)} s with two); a packet takes ${processor(one)} of processor with one, ${processor(two)} with two`); // prettier-ignore
  const core = median(ratios(kept));
  if (kept.length > 0) shown(`${title} kept to one core`, quick || core >= 1.7, `${core.toFixed(2)} times (${times(kept)} s, ${processor(kept)} of processor)`); // prettier-ignore
}

async function showRerun(): Promise<void> {
  const first = await buildWhole();
  const again = await runBuild([input, '-o', whole]);
  const share = (again.seconds / first.seconds) * 100;
  const { made, unchanged } = summaryOf(again);
  shown('a rerun makes nothing, in under 5 % of the time', made === 0 && unchanged === total && (quick || share < 5), `${unchanged} unchanged in ${again.seconds.toFixed(2)} s, ${share.toFixed(1)} %`); // prettier-ignore
  const statement = path.join(applicantFolder(input, 2), 'personal-statement-internal-medicine.md');
  appendFileSync(statement, '\nOne more sentence.\n');
  const changed = summaryOf(await runBuild([input, '-o', whole]));
  shown(
    'one statement changed makes the four packets of its applicant',
    changed['made'] === LETTERS,
    `${changed['made']} made`,
  );
}

async function showMarkers(): Promise<void> {
  const first = await buildWhole();
  const { pairs, found } = foreignMarkers(whole, APPLICANTS, first.output);
  shown('nothing of one applicant reaches another', found.length === 0, found.length === 0 ? `${pairs} pairs of packets and applicants` : found.slice(0, 5).join('; ')); // prettier-ignore
}

async function showKills(): Promise<void> {
  const undisturbed = path.join(work, 'undisturbed');
  const small = path.join(work, 'small-class');
  writeClass(small, quick ? 4 : 24);
  const { seconds } = await runBuild([small, '-o', undisturbed, '--jobs', '2']);
  const problems: string[] = [];
  let partial = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const out = path.join(work, 'killed');
    await runBuild([small, '-o', out, '--jobs', '2'], (child) => {
      setTimeout(() => child.kill('SIGKILL'), seconds * 1000 * Math.random());
    });
    const done = packetsIn(out);
    if (done.size > 0 && done.size < packetsIn(undisturbed).size) partial += 1;
    for (const [name, sum] of done) if (packetsIn(undisturbed).get(name) !== sum) problems.push(`${name} is not whole`);
    const rerun = await runBuild([small, '-o', out, '--jobs', '2']);
    if (rerun.code !== 0) problems.push(`the rerun ended with ${rerun.code}`);
    if (JSON.stringify([...packetsIn(out)]) !== JSON.stringify([...packetsIn(undisturbed)]))
      problems.push('a rerun differs');
    problems.push(...strangeFiles(out));
    rmSync(out, { recursive: true, force: true });
  }
  shown(`${KILLS} kills leave whole files, and reruns end equal`, problems.length === 0 && (quick || partial > 0), problems.length === 0 ? `${partial} of them amid the work` : problems.slice(0, 5).join('; ')); // prettier-ignore
}

async function showBroken(): Promise<void> {
  const broken = path.join(work, 'broken-class');
  writeClass(broken, BROKEN_CLASS);
  const expected = breakApplicants(broken, BROKEN);
  const out = path.join(work, 'broken');
  const ran = await runBuild([broken, '-o', out, '--jobs', '2', '--packet-seconds', '20']);
  const refused = ran.events.filter(
    ({ event, ok, status }) => (event === 'applicant' && ok === false) || status === 'failed',
  );
  const vague = refused.filter(({ diagnostics }) => !(diagnostics as { severity: string; code: string }[]).some(({ severity, code }) => severity === 'error' && code !== 'internal/unexpected')); // prettier-ignore
  const good = (BROKEN_CLASS - BROKEN) * LETTERS;
  const holds = ran.code === 1 && packetsIn(out).size === good && refused.length === BROKEN && vague.length === 0;
  const codes = new Set(
    refused.flatMap(({ diagnostics }) => (diagnostics as { code: string }[]).map(({ code }) => code)),
  );
  shown(`${BROKEN} broken applicants cost themselves only`, holds, `${packetsIn(out).size} of ${good} packets, ${refused.length} entries (${expected.join(', ')}), exit ${ran.code}; ${[...codes].join(' ')}`); // prettier-ignore
}
