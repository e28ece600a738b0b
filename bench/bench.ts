import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { measureCold } from './cold-start.js';
import { Inputs } from './inputs.js';
import { measureGrowth } from './growth.js';
import { measureMemory } from './memory.js';
import { type Contestant, installPeers, PEERS, ROOT } from './peers.js';
import { missedBars, printReport } from './report.js';
import { measureWarm } from './warm.js';

/**
 * Renders the same nine pages with lor-packet and its peers in one run, alternating, and prints how they compare:
 * ratios, which hold on a busy machine, and the times behind them. See docs/speed.md.
 */

const HELP = `Usage: npm run bench -- [options]

  --runs N   rounds in which each contestant renders one packet (default 15); with 5 or fewer, all else is short, too
  --bars     exit with 1 when a bar is missed by more than half of it again
  --own      only lor-packet, without its peers
  --stages   the time of each stage of the example's packets instead
  --preview  how long the pages of the preview, in Chromium, lag behind a change instead
  --help     this help`;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '15' },
    bars: { type: 'boolean', default: false },
    own: { type: 'boolean', default: false },
    stages: { type: 'boolean', default: false },
    preview: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

/** The bench measures what is shipped: it builds when a source is newer than the build. */
function buildWhenStale(): void {
  const newest = (folder: string): number =>
    Math.max(
      ...readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile() && !entry.name.includes('.generated.'))
        .map((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs),
    );
  const built = path.join(ROOT, 'dist/cli.js');
  const sources = Math.max(newest(path.join(ROOT, 'src')), newest(path.join(ROOT, 'templates')));
  if (existsSync(built) && statSync(built).mtimeMs > sources) return;
  console.error('building');
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: ROOT, stdio: 'inherit' });
}

/** As one file, as packets are rendered in a built package: the loader of TypeScript slows small functions down. */
async function runStages(runs: string): Promise<void> {
  const outfile = path.join(ROOT, 'out/bench/stages.mjs');
  await build({
    entryPoints: [path.join(ROOT, 'bench/stages.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
  });
  execFileSync(process.execPath, [outfile, runs], { cwd: ROOT, stdio: 'inherit' });
}

async function previewLag(): Promise<void> {
  buildWhenStale();
  const { measurePreview } = await import('./preview.js');
  await measurePreview(Math.max(1, Number(values.runs) || 15));
}

async function compare(): Promise<void> {
  const runs = Math.max(1, Number(values.runs) || 15);
  const short = runs <= 5;
  buildWhenStale();
  const peers = values.own || !installPeers() ? [] : PEERS.map(({ contestant }) => contestant);
  const contestants: Contestant[] = ['lor-packet', ...peers];
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lor-packet-bench-'));
  try {
    const inputs = new Inputs(path.join(ROOT, 'examples/img-internal-medicine'), folder);
    const warm = await measureWarm(inputs, contestants, runs);
    const cold = await measureCold(inputs, contestants, { runs: short ? 2 : 7, all: !short });
    const growth = await measureGrowth(inputs, short ? ['lor-packet'] : contestants);
    const memory = await measureMemory(inputs, short ? 120 : 1000);
    const results = { runs, warm, cold, growth, memory };
    printReport(results);
    const missed = missedBars(results);
    if (values.bars && missed.length > 0) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (values.help) console.log(HELP);
else if (values.stages) await runStages(values.runs);
else if (values.preview) await previewLag();
else await compare();
