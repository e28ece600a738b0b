import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadApplication } from '../../src/node/index.js';
import { EXAMPLE, EXAMPLE_DAY } from './example-hashes.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
/** Nothing of it goes to a network: the page and all that it loads come from this machine. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];
const TIMEOUT = 120_000;

/** Path of a Chromium: the variable CHROMIUM, or the first that the PATH has; undefined when there is none. */
export function findChromium(env: NodeJS.ProcessEnv): string | undefined {
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const found = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [env['CHROMIUM'] ?? '', ...found].find((file) => {
    try {
      if (file !== '') accessSync(file, constants.X_OK);
      return file !== '';
    } catch {
      return false;
    }
  });
}

const PAGE = `<!doctype html><meta charset="utf-8"><title>lor-packet</title><script type="module">
const report = (body) => fetch('/result', { method: 'POST', body: JSON.stringify(body) });
try {
  const { createTypesetter, renderPackets } = await import('/bundle/entry.js');
  const json = async (url) => (await fetch(url)).json();
  const bytes = async (url) => new Uint8Array(await (await fetch(url)).arrayBuffer());
  const fonts = await Promise.all((await json('/fonts/fonts.json')).map(
    async ({ file, ...about }) => ({ ...about, bytes: await bytes('/fonts/' + file) })));
  const { application, names } = await json('/application.json');
  const files = Object.fromEntries(await Promise.all(names.map(async (name, i) => [name, await bytes('/file-' + i)])));
  const hashes = {};
  const typesetter = await createTypesetter({ fonts });
  for await (const { letterId, pdf } of renderPackets(application, { today: '${EXAMPLE_DAY}', typesetter, files })) {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', pdf));
    hashes[letterId] = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }
  await report({ hashes });
} catch (error) { await report({ error: String(error?.stack ?? error) }); }
</script>`;

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.html': 'text/html; charset=utf-8',
};

/** Bundles the library for browsers and puts it, its WebAssembly, fonts and the example into a folder. */
async function writeSite(folder: string): Promise<void> {
  const bundle = path.join(folder, 'bundle');
  await build({
    entryPoints: { entry: 'src/index.ts' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2023',
    outdir: bundle,
    logLevel: 'error',
    // harfbuzzjs asks at run time whether it is in Node before it loads these.
    external: ['node:*', 'module', 'fs', 'fs/promises', 'path', 'url', 'crypto'],
  });
  const harfbuzz = path.dirname(createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz.wasm'));
  await copyFile(path.join(harfbuzz, 'harfbuzz.wasm'), path.join(bundle, 'harfbuzz.wasm'));
  await mkdir(path.join(folder, 'fonts'));
  for (const file of await readdir('dist/fonts')) {
    if (/\.(?:json|ttf)$/.test(file)) await copyFile(path.join('dist/fonts', file), path.join(folder, 'fonts', file));
  }
  const { application, files } = await loadApplication(EXAMPLE);
  const names = Object.keys(files);
  for (const [index, name] of names.entries()) await writeFile(path.join(folder, `file-${index}`), files[name]!);
  await writeFile(path.join(folder, 'application.json'), JSON.stringify({ application, names }));
  await writeFile(path.join(folder, 'index.html'), PAGE);
}

interface Outcome {
  readonly hashes?: Record<string, string>;
  readonly error?: string;
}

function serve(folder: string, done: (outcome: Outcome) => void): Server {
  return createServer((request, response) => {
    const url = request.url === '/' ? '/index.html' : (request.url ?? '');
    if (request.method === 'POST') {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
      request.on('end', () => {
        response.end();
        done(JSON.parse(body) as Outcome);
      });
      return;
    }
    readFile(path.join(folder, path.normalize(decodeURIComponent(url)))).then(
      (bytes) => {
        response.setHeader('Content-Type', TYPES[path.extname(url)] ?? 'application/octet-stream');
        response.end(bytes);
      },
      () => {
        response.statusCode = 404;
        response.end();
      },
    );
  });
}

/**
 * SHA-256 of the example's packets as a headless Chromium makes them, by letter.
 *
 * @throws Error when the page fails or says nothing within two minutes
 */
export async function browserHashes(chromium: string): Promise<Record<string, string>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lor-packet-browser-'));
  let server: Server | undefined;
  let browser: ReturnType<typeof spawn> | undefined;
  let timer: NodeJS.Timeout | undefined;
  try {
    await writeSite(folder);
    const outcome = await new Promise<Outcome>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error('Chromium did not answer')), TIMEOUT);
      server = serve(folder, resolve);
      server.listen(0, '127.0.0.1', () => {
        const { port } = server!.address() as AddressInfo;
        const profile = `--user-data-dir=${path.join(folder, 'profile')}`;
        browser = spawn(chromium, [...FLAGS, profile, '--remote-debugging-port=0', `http://127.0.0.1:${port}/`], {
          stdio: 'ignore',
        });
        browser.on('error', reject);
      });
    });
    if (!outcome.hashes) throw new Error(`the page in Chromium failed: ${outcome.error}`);
    return outcome.hashes;
  } finally {
    clearTimeout(timer);
    server?.closeAllConnections();
    server?.close();
    if (browser?.exitCode === null) {
      const ended = new Promise((resolve) => browser!.once('exit', resolve));
      browser.kill('SIGKILL');
      await ended;
    }
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
