import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { writeAssets } from './write-assets.js';
import { writePrepared } from './write-prepared.js';
import { writeSamples } from './write-samples.js';
import { writeSchemas } from './write-schemas.js';
import { writeWorker } from './write-worker.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder for what tests write, removed after the last of them. */
    temporaryFolder: string;
  }
}

/** Runs once before the tests: they read fonts, templates, schemas and the worker where the package has them. */
export async function setup(project: TestProject): Promise<() => void> {
  writeAssets();
  await writePrepared();
  writeSchemas();
  await writeSamples();
  await writeWorker();
  const folder = mkdtempSync(path.join(tmpdir(), 'lor-packet-tests-'));
  project.provide('temporaryFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
