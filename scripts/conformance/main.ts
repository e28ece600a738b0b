import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { APPENDIX_FAULTS } from './appendix-faults.js';
import { checkFile } from './check-file.js';
import { checkWithQpdf } from './check-with-qpdf.js';
import { FAULTS } from './faults.js';
import { FaultyFile } from './faulty-file.js';
import { type GatePacket, gatePackets } from './gate-packets.js';
import type { Problem } from './problem.js';
import { sameBytes } from './same-bytes.js';
import { tryFaults } from './try-faults.js';
import { fetchVeraPdf, type Flavour, validateClaims } from './verapdf.js';

/**
 * The conformance gate: every packet of the example and the fixtures, in all templates and on both papers, some with
 * attachments, a photo or appended documents, against veraPDF, qpdf and the project's own checks; faults that must be found; the same bytes in other surroundings. Ends
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

/** The packets that faults are put into: the smallest that have what they are about, as veraPDF reads them dozens of times. */
class FaultSamples {
  #plain: GatePacket | undefined;
  #appended: GatePacket | undefined;

  async consider(packet: GatePacket): Promise<void> {
    const { pdf, attachments, appended, claims } = packet;
    if (attachments.length > 0 || claims.pdfA === null) return;
    const isAppended = appended.length > 0;
    const best = isAppended ? this.#appended : this.#plain;
    if (pdf.length >= (best?.pdf.length ?? Infinity)) return;
    if (isAppended) this.#appended = packet;
    else if ((await FaultyFile.open(pdf)).hasEverything) this.#plain = packet;
  }

  /** Tries the faults and tells which were missed. */
  async canFail(jar: string): Promise<boolean> {
    if (!this.#plain || !this.#appended) throw new Error('no packet has everything that the faults are about');
    const samples = [
      { packet: this.#plain, faults: FAULTS },
      { packet: this.#appended, faults: APPENDIX_FAULTS },
    ];
    const { tried, missed } = await tryFaults(samples, folder, jar);
    for (const miss of missed) say(`  ${miss}`);
    say(`${tried - missed.length} of ${tried} faults put into packets are found (${seconds()})`);
    return missed.length === 0;
  }
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
  /** The profiles of veraPDF that it must pass. */
  readonly flavours: readonly Flavour[];
}

/** The profiles of the standards that a packet must keep. */
function flavoursOf({ claims: { pdfUa, pdfA } }: GatePacket): Flavour[] {
  return [...(pdfA === null ? [] : [pdfA]), ...(pdfUa === null ? [] : (['ua1'] as const))];
}

/** Adds what veraPDF finds to the results. */
async function passToVeraPdf(results: ReadonlyMap<string, Result>, jar: string): Promise<void> {
  const claims = [...results].map(([file, { flavours }]) => ({ file, flavours }));
  let passed = 0;
  for (const [file, verdict] of await validateClaims(jar, claims)) {
    results.get(file)?.problems.push(...verdict.problems);
    passed += verdict.passed;
  }
  for (const flavour of ['ua1', '2a', '3a'] as const) {
    const count = claims.filter(({ flavours }) => flavours.includes(flavour)).length;
    say(`veraPDF ${flavour}: ${count} files`);
  }
  say(`${passed} checks passed (${seconds()})`);
}

const folder = await mkdtemp(path.join(tmpdir(), 'lor-packet-conformance-'));
try {
  await mkdir(CACHE, { recursive: true });
  const jar = quick ? '' : await fetchVeraPdf(CACHE);
  const samples = new FaultSamples();
  const results = new Map<string, Result>();
  for await (const packet of gatePackets()) {
    if (!quick) await samples.consider(packet);
    const { file, problems } = await checkPacket(packet, folder);
    results.set(file, { name: packet.name, problems, flavours: flavoursOf(packet) });
  }
  say(`${results.size} packets rendered, checked and passed to qpdf (${seconds()})`);
  if (!quick) await passToVeraPdf(results, jar);
  const failed = [...results.values()].filter(({ problems }) => problems.length > 0);
  for (const { name, problems } of failed) {
    say(`\n${name}`);
    for (const { check, found } of problems.slice(0, 20)) say(`  ${check}: ${found}`);
  }
  say(`\n${results.size - failed.length} of ${results.size} packets conform`);

  process.exitCode = failed.length > 0 ? 1 : 0;
  if (!quick && !(await samples.canFail(jar))) process.exitCode = 1;
  if (!quick && !(await isReproducible())) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
