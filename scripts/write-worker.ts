import { build } from 'esbuild';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Where `src/node/batch/worker-pool.ts` looks when the sources are run; not a part of the package. */
const WORKER = path.join(ROOT, 'node_modules/.cache/lor-packet/worker.js');

/** Bundles the batch worker for tests and for the command run from its sources: a worker thread cannot load TypeScript. */
export async function writeWorker(): Promise<void> {
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/node/batch/worker.ts'],
    outfile: WORKER,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // The package's folders are looked for from here, as by the sources.
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(path.join(ROOT, 'src/node/batch.ts')).href) },
    logLevel: 'error',
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await writeWorker();
