import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { briefWriter } from '../src/brief/index.js';
import { loadApplication } from '../src/node/load-application.js';
import { planLetters } from '../src/plan/index.js';
import type { Brief } from '../src/schema/brief.js';
import { syncFolder } from './sync-files.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * The letters whose briefs come with the package, for `templates check` and for sample values in the docs: together they
 * are every kind of writer, letter and service that a template should look well with. All are invented.
 */
const SAMPLES: readonly { readonly name: string; readonly folder: string; readonly letter: string }[] = [
  { name: 'attending-img', folder: 'examples/img-internal-medicine', letter: 'ostrander-internal-medicine' },
  { name: 'department-form', folder: 'examples/img-internal-medicine', letter: 'holloway-department' },
  { name: 'writer-abroad', folder: 'examples/img-internal-medicine', letter: 'dang-general' },
  { name: 'principal-investigator', folder: 'test/fixtures/applicants/research-fellow', letter: 'hartigan' },
  { name: 'committee-form', folder: 'test/fixtures/applicants/emergency-medicine', letter: 'group-sloe' },
  { name: 'letter-is-in', folder: 'test/fixtures/applicants/neurology-internal-medicine', letter: 'thapa' },
];
const TODAY = '2026-07-06';

/** The sample briefs by name. */
export async function sampleBriefs(): Promise<Readonly<Record<string, Brief>>> {
  const briefs: Record<string, Brief> = {};
  for (const { name, folder, letter } of SAMPLES) {
    const { application, diagnostics } = await loadApplication(path.join(ROOT, folder));
    if (!application) throw new Error(`${folder}: ${diagnostics.map(({ message }) => message).join('; ')}`);
    const plan = planLetters(application, { today: TODAY });
    const planned = plan.letters.find((row) => row.letter.id === letter);
    if (!planned) throw new Error(`${folder} has no letter ${letter}`);
    briefs[name] = briefWriter(application, plan, planned);
  }
  return briefs;
}

/** Writes `dist/samples/briefs.json`. */
export async function writeSamples(): Promise<void> {
  const text = `${JSON.stringify(await sampleBriefs())}\n`;
  syncFolder(path.join(ROOT, 'dist/samples'), new Map([['briefs.json', text]]));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await writeSamples();
