import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { browserBundleSizes } from './browser-bundle.js';
import { checkContents, checkDeclarations, MAX_TARBALL_BYTES } from './package-contents.js';
import { listFiles } from './sync-files.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BIN = path.join(ROOT, 'node_modules/.bin');

/**
 * Bounds of the JavaScript in a browser, gzipped, just above what there is: when the module loads, and with all that it
 * loads at the first packet. 300 kB for everything is out of reach while the object model of pdf-lib is used: it cannot
 * be imported without the rest, 250 kB, since the package exports no module of its own for it and does not declare
 * itself free of side effects, so that no bundler leaves the rest out.
 */
const MAX_BROWSER_BYTES = { initial: 325_000, total: 632_000 };

let passed = 0;
let failed = 0;

function check(title: string, body: () => string | undefined | Promise<string | undefined>): Promise<void> {
  return Promise.resolve()
    .then(body)
    .then(
      (note) => {
        passed += 1;
        console.log(`ok      ${title}${note ? ` (${note})` : ''}`);
      },
      (error: unknown) => {
        failed += 1;
        const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
        const details = [error instanceof Error ? error.message : String(error), stdout, stderr];
        console.log(`FAILED  ${title}\n${shorten(details.join('\n'))}`);
      },
    );
}

/** The first lines, cut to a width: an error inside a bundle quotes its one long line. */
function shorten(details: string): string {
  const lines = details.split('\n').filter((line) => line.trim() !== '');
  return [...new Set(lines)]
    .slice(0, 30)
    .map((line) => `        ${line.slice(0, 200)}`)
    .join('\n');
}

function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

function runQuietly(command: string, args: readonly string[], cwd: string): undefined {
  run(command, args, cwd);
}

function expectNone(problems: readonly string[]): undefined {
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

const work = mkdtempSync(path.join(tmpdir(), 'lor-packet-package-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

interface PackResult {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}
const packed = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', work], ROOT)) as
  readonly PackResult[] | Readonly<Record<string, PackResult>>;
const result = Object.values(packed)[0];
if (!result) throw new Error('npm pack made nothing');
const { filename, size, files } = result;
const tarball = path.join(work, path.basename(filename));

await check('tarball size', () => {
  if (size > MAX_TARBALL_BYTES) throw new Error(`${size} bytes, more than ${MAX_TARBALL_BYTES}`);
  return `${(size / 1e6).toFixed(2)} MB, ${files.length} files`;
});
await check('tarball contents', () => expectNone(checkContents(files.map((file) => file.path))));
await check('public declarations name zod only', (): undefined => {
  const dist = path.join(ROOT, 'dist');
  const names = listFiles(dist).filter((name) => name.endsWith('.d.ts'));
  expectNone(checkDeclarations(new Map(names.map((name) => [name, readFileSync(path.join(dist, name), 'utf8')]))));
});
await check('publint', async (): Promise<undefined> => {
  const { buffer, byteOffset, byteLength } = readFileSync(tarball);
  const { messages, pkg } = await publint({
    pack: { tarball: buffer.slice(byteOffset, byteOffset + byteLength) },
    strict: true,
  });
  const serious = messages.filter(({ type }) => type !== 'suggestion');
  expectNone(serious.map((message) => formatMessage(message, pkg, { color: false }) ?? message.code));
});
await check('are the types wrong', (): undefined => {
  const excluded = ['--exclude-entrypoints', './schema/*.json', './package.json'];
  run(path.join(BIN, 'attw'), [tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-emoji', ...excluded], work);
});
await check('the core bundles for a browser', async () => {
  const { initial, total } = await browserBundleSizes(path.join(ROOT, 'dist/index.js'));
  const note = `${(initial / 1000).toFixed(0)} kB gzipped at start, ${(total / 1000).toFixed(0)} kB with all`;
  if (initial > MAX_BROWSER_BYTES.initial || total > MAX_BROWSER_BYTES.total) throw new Error(`too large: ${note}`);
  return note;
});

const project = path.join(work, 'consumer');
cpSync(path.join(ROOT, 'scripts/consumer'), project, { recursive: true });
writeFileSync(path.join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
await check('installs into an empty project', () =>
  runQuietly('npm', ['install', '--ignore-scripts', tarball], project),
);
await check('import from an ES module', () => run('node', ['import.mjs'], project));
await check('require from CommonJS', () => run('node', ['require.cjs'], project));
await check('TypeScript sees the types', () => runQuietly(path.join(BIN, 'tsc'), ['-p', project], project));

const command = (...args: string[]): string => run('npx', ['--no-install', 'lor-packet', ...args], project);
await check('lor-packet --version', (): undefined => {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const printed = command('--version');
  if (printed !== version) throw new Error(`printed ${printed}, expected ${version}`);
});
await check('lor-packet init, check and build', () => {
  command('init', 'starter');
  command('check', 'starter', '--today', '2026-07-20');
  command('build', 'starter', '-o', 'out', '--today', '2026-07-20');
  const packets = listFiles(path.join(project, 'out')).filter((name) => name.endsWith('.pdf'));
  if (packets.length === 0) throw new Error('no packet was made');
  for (const name of packets) {
    const head = readFileSync(path.join(project, 'out', name)).toString('latin1', 0, 5);
    if (head !== '%PDF-') throw new Error(`${name} is no PDF`);
  }
  return packets.join(', ');
});

console.log(`${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
