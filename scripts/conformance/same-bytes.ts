import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { browserHashes, findChromium } from './browser-hashes.js';
import { exampleHashes } from './example-hashes.js';

const run = promisify(execFile);

/** Surroundings that a careless program lets into its output. */
const SURROUNDINGS: Readonly<Record<string, NodeJS.ProcessEnv>> = {
  'a second process': {},
  'Tokyo, in Turkish': { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr' },
  'Honolulu, in C': { TZ: 'Pacific/Honolulu', LANG: 'C', LC_ALL: 'C' },
};

/** Where the example's packets were made again, and whether they are the same bytes. */
export interface SameBytes {
  readonly where: string;
  /** Packets that differ, or why none could be made; empty when all is well. */
  readonly problems: readonly string[];
  /** Why it was not tried. */
  readonly skipped?: string;
}

function differences(expected: Record<string, string>, found: Record<string, string>): string[] {
  const letters = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
  return letters.filter((letter) => expected[letter] !== found[letter]);
}

/** Makes the example's packets in other surroundings and in a browser, and compares them byte for byte. */
export async function sameBytes(env: NodeJS.ProcessEnv): Promise<SameBytes[]> {
  const expected = await exampleHashes();
  const attempt = async (where: string, make: () => Promise<Record<string, string>>): Promise<SameBytes> => {
    try {
      return { where, problems: differences(expected, await make()) };
    } catch (error) {
      return { where, problems: [(error as Error).message] };
    }
  };
  const results: SameBytes[] = [];
  for (const [where, change] of Object.entries(SURROUNDINGS)) {
    const make = async (): Promise<Record<string, string>> => {
      const script = ['--import', 'tsx', 'scripts/conformance/print-hashes.ts'];
      const { stdout } = await run(process.execPath, script, { env: { ...env, ...change } });
      return JSON.parse(stdout) as Record<string, string>;
    };
    results.push(await attempt(where, make));
  }
  const chromium = findChromium(env);
  const where = 'headless Chromium';
  if (chromium) results.push(await attempt(where, () => browserHashes(chromium)));
  else results.push({ where, problems: [], skipped: 'there is no Chromium; name one in the variable CHROMIUM' });
  return results;
}
