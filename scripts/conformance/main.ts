import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkFile } from './check-file.js';
import { checkWithQpdf } from './check-with-qpdf.js';
import { FaultyFile } from './faulty-file.js';
import { type GatePacket, gatePackets } from './gate-packets.js';
import type { Problem } from './problem.js';
import { sameBytes } from './same-bytes.js';
import { tryFaults } from './try-faults.js';
import { fetchVeraPdf, type Flavour, validate } from './verapdf.js';

/**
 * The conformance gate: every packet of the example and the fixtures, in all templates and on both papers, against
 * veraPDF, qpdf and the project's own checks; faults that must be found; the same bytes in other surroundings. Ends
 * with 1 when something does not hold. `--quick` leaves it at qpdf and the own checks.
 */

const quick = process.argv.includes('--quick');
const CACHE = 'node_modules/.cache/lor-packet';
const start = performance.now();
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const seconds = (): string => `${((performance.now() - start) / 1000).toFixed(0)} s`;

/** Own checks and qpdf for one packet; the file is left for veraPDF. */
async function checkPacket(packet: GatePacket, folder: string): Promise<{ file: string; problems: Problem[] }> {
  const file = path.join(folder, `${packet.name}.pdf`);
  await writeFile(file, packet.pdf);
  return { file, problems: [...(await checkFile(packet.pdf, packet)), ...(await checkWithQpdf(file))] };
}

/** The faults go into the smallest packet that has everything they are about: veraPDF reads it dozens of times. */
async function isBetterSample(packet: GatePacket, best: GatePacket | undefined): Promise<boolean> {
  if (packet.attachments.length > 0 || packet.pdf.length >= (best?.pdf.length ?? Infinity)) return false;
  return (await FaultyFile.open(packet.pdf)).hasEverything;
}

/** Tries the faults and tells which were missed. */
async function canFail(sample: GatePacket | undefined, jar: string): Promise<boolean> {
  if (!sample) throw new Error('no packet has everything that the faults are about');
  const { tried, missed } = await tryFaults(sample, folder, jar);
  for (const miss of missed) say(`  ${miss}`);
  say(`${tried - missed.length} of ${tried} faults put into a packet are found (${seconds()})`);
  return missed.length === 0;
}

/** Makes the example's packets elsewhere and tells where they differ. */
async function isReproducible(): Promise<boolean> {
  const same = await sameBytes(process.env);
  for (const { where, problems, skipped } of same) {
    const outcome = problems.length === 0 ? 'yes' : problems.join(', ');
    say(`same bytes in ${where}: ${skipped ? `skipped, ${skipped}` : outcome}`);
  }
  return same.every(({ problems }) => problems.length === 0);
}

interface Result {
  readonly name: string;
  readonly problems: Problem[];
  readonly attached: boolean;
}

const folder = await mkdtemp(path.join(tmpdir(), 'lor-packet-conformance-'));
try {
  await mkdir(CACHE, { recursive: true });
  const jar = quick ? '' : await fetchVeraPdf(CACHE);
  let sample: GatePacket | undefined;
  const results = new Map<string, Result>();
  const check = async (flavour: Flavour, files: readonly string[]): Promise<void> => {
    let passed = 0;
    for (const [file, verdict] of await validate(jar, flavour, files)) {
      results.get(file)?.problems.push(...verdict.problems);
      passed += verdict.passed;
    }
    say(`veraPDF ${flavour}: ${files.length} files, ${passed} checks passed (${seconds()})`);
  };
  for await (const packet of gatePackets()) {
    if (!quick && (await isBetterSample(packet, sample))) sample = packet;
    const { file, problems } = await checkPacket(packet, folder);
    results.set(file, { name: packet.name, problems, attached: packet.attachments.length > 0 });
  }
  say(`${results.size} packets rendered, checked and passed to qpdf (${seconds()})`);
  const plain = [...results].filter(([, { attached }]) => !attached).map(([file]) => file);
  const attached = [...results].filter(([, result]) => result.attached).map(([file]) => file);
  // One Java process for each profile, side by side.
  if (!quick) await Promise.all([check('ua1', [...plain, ...attached]), check('2a', plain), check('3a', attached)]);
  const failed = [...results.values()].filter(({ problems }) => problems.length > 0);
  for (const { name, problems } of failed) {
    say(`\n${name}`);
    for (const { check, found } of problems.slice(0, 20)) say(`  ${check}: ${found}`);
  }
  say(`\n${results.size - failed.length} of ${results.size} packets conform`);

  process.exitCode = failed.length > 0 ? 1 : 0;
  if (!quick && !(await canFail(sample, jar))) process.exitCode = 1;
  if (!quick && !(await isReproducible())) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
