import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFiles } from './sync-files.js';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));

/** Written by other scripts, which keep these folders exact; processes that run meanwhile read from them. */
const KEPT = /^(fonts|templates|prepared|texts|schema|samples)\//;

for (const name of listFiles(DIST)) {
  if (!KEPT.test(name)) rmSync(path.join(DIST, name), { force: true });
}
