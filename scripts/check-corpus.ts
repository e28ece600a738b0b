import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Conformance } from '../src/pdf/index.js';
import { fetchVeraPdf, type Flavour, validate } from './conformance/verapdf.js';
import { CORPUS, type CorpusFile } from '../test/pdf/appendix/corpus/index.js';
import { rasterise } from '../test/pdf/support/pdf-tools.js';

/**
 * Appends every awkward PDF of the tests in processes with little memory: each must end as it should within
 * {@link MAX_SECONDS} and {@link MAX_MEGABYTES}, and what is made of it must be whole for qpdf and poppler, with the
 * pages and the ink that the file has; what it claims to be must hold for veraPDF. Heavy files get a process of their own; the others share one, whose memory
 * then bounds that of each.
 */
const CACHE = 'node_modules/.cache/lor-packet';
const MAX_SECONDS = 10;
const MAX_MEGABYTES = 600;
/** Part of the page that the black square of the corpus covers at least, also where it is scaled down or cropped. */
const LEAST_INK = 0.02;

interface Measured {
  readonly name: string;
  readonly conformance: Conformance;
  readonly became: string;
  readonly pages: number;
  readonly milliseconds: number;
  readonly megabytes: number;
}

const child = fileURLToPath(new URL('./append-corpus-file.ts', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'lor-packet-corpus-'));
const wanted = process.argv.slice(2);

/** Runs one process over some files; those that it did not reach are missing from the result. */
async function measure(files: readonly CorpusFile[]): Promise<Map<string, Measured>> {
  for (const { name, make } of files) writeFileSync(path.join(folder, `${name}.pdf`), await make());
  const names = files.map(({ name, request }) => `${name}:${request?.mode ?? 'figure'}:${request?.pages ?? ''}`);
  const options = ['--import', 'tsx', `--max-old-space-size=${MAX_MEGABYTES}`];
  // Only a process that hangs is ended; what each file takes is measured inside.
  const timeout = (60 + files.length * MAX_SECONDS) * 1000;
  const run = spawnSync(process.execPath, [...options, child, folder, ...names], { encoding: 'utf8', timeout });
  if (run.status !== 0) console.error(run.stderr.trim());
  const lines = run.stdout.split('\n').filter((line) => line.startsWith('{'));
  return new Map(lines.map((line) => JSON.parse(line) as Measured).map((found) => [found.name, found]));
}

function problemsOf({ name, expected, hasInk = true }: CorpusFile, measured: Measured | undefined): string[] {
  if (!measured) return ['ended the process'];
  const { became, pages, milliseconds, megabytes } = measured;
  const output = path.join(folder, `${name}.packet.pdf`);
  const problems: string[] = [];
  const appended = typeof expected === 'number' ? expected : 0;
  if (became !== (typeof expected === 'number' ? 'pages' : expected)) problems.push(`became ${became}`);
  if (pages !== 1 + appended) problems.push(`gave ${pages - 1} pages`);
  if (milliseconds > MAX_SECONDS * 1000) problems.push(`took ${milliseconds} ms`);
  if (megabytes > MAX_MEGABYTES) problems.push(`took ${megabytes} MB`);
  const qpdf = spawnSync('qpdf', ['--check', output], { encoding: 'utf8' });
  if (qpdf.status !== 0) problems.push(`qpdf: ${(qpdf.stderr + qpdf.stdout).trim().split('\n').at(-1)}`);
  const counted = /^Pages:\s+(\d+)/m.exec(spawnSync('pdfinfo', [output], { encoding: 'utf8' }).stdout)?.[1];
  if (Number(counted) !== 1 + appended) problems.push(`poppler counts ${counted} pages`);
  if (appended > 0 && hasInk) {
    const { pixels } = rasterise(new Uint8Array(readFileSync(output)), 2, 24);
    const ink = pixels.filter((gray) => gray < 96).length / pixels.length;
    if (ink < LEAST_INK) problems.push(`shows ${(ink * 100).toFixed(1)} % ink`);
  }
  return problems;
}

/** The packets that claim a standard that veraPDF says they do not keep. */
async function brokenClaims(all: readonly Measured[]): Promise<string[]> {
  mkdirSync(CACHE, { recursive: true });
  const jar = await fetchVeraPdf(CACHE);
  const broken: string[] = [];
  const check = async (flavour: Flavour, claimed: readonly Measured[]): Promise<void> => {
    const files = claimed.map(({ name }) => path.join(folder, `${name}.packet.pdf`));
    if (files.length === 0) return;
    for (const [file, { problems }] of await validate(jar, flavour, files)) {
      const found = problems.slice(0, 3).map((problem) => `${problem.check} ${problem.found}`);
      if (problems.length > 0) broken.push(`${path.basename(file)} claims ${flavour}: ${found.join('; ')}`);
    }
    console.log(`veraPDF ${flavour}: ${files.length} claims`);
  };
  await check(
    'ua1',
    all.filter(({ conformance }) => conformance.pdfUa !== null),
  );
  await check(
    '2a',
    all.filter(({ conformance }) => conformance.pdfA !== null),
  );
  return broken;
}

try {
  const files = CORPUS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  const light = files.filter(({ isHeavy }) => !isHeavy);
  const groups = [
    ...(light.length > 0 ? [light] : []),
    ...files.filter(({ isHeavy }) => isHeavy).map((file) => [file]),
  ];
  const all: Measured[] = [];
  let failures = 0;
  for (const group of groups) {
    const measured = await measure(group);
    all.push(...measured.values());
    for (const file of group) {
      const problems = problemsOf(file, measured.get(file.name));
      if (problems.length > 0) console.error(`${file.name}: ${problems.join('; ')}`);
      failures += problems.length > 0 ? 1 : 0;
    }
  }
  const broken = await brokenClaims(all);
  for (const claim of broken) console.error(claim);
  failures += broken.length;
  const most = (key: 'milliseconds' | 'megabytes'): number => Math.max(0, ...all.map((found) => found[key]));
  const cost = `at most ${most('milliseconds')} ms and ${most('megabytes')} MB each`;
  console.log(`${files.length} awkward PDFs, ${failures} failed; ${cost}`);
  if (failures > 0 || files.length === 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
