import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { coveragePage } from './docs/coverage-page.js';
import { findingsPage } from './docs/findings-page.js';
import { referencePage } from './docs/reference-page.js';
import { templatesPage } from './docs/templates-page.js';
import { writeIfChanged } from './sync-files.js';
import { sampleBriefs } from './write-samples.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The generated pages by their path from the root. A test fails where a committed one differs. */
export async function docsPages(): Promise<ReadonlyMap<string, string>> {
  return new Map([
    ['docs/reference.md', referencePage()],
    ['docs/findings.md', findingsPage()],
    ['docs/guide-coverage.md', coveragePage()],
    ['docs/templates.md', templatesPage(await sampleBriefs())],
  ]);
}

/** Writes the generated pages of `docs/`. */
export async function writeDocs(): Promise<void> {
  for (const [name, text] of await docsPages()) writeIfChanged(path.join(ROOT, name), text);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await writeDocs();
