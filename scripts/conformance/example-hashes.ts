import { createHash } from 'node:crypto';
import { defaultTypesetter, loadApplication } from '../../src/node/index.js';
import { renderPackets } from '../../src/packet.js';

/** The application whose packets must be the same bytes everywhere. */
export const EXAMPLE = 'examples/img-internal-medicine';
export const EXAMPLE_DAY = '2026-07-06';

/** SHA-256 of the example's packets, made with the portable deflate, by letter. */
export async function exampleHashes(): Promise<Record<string, string>> {
  const { application, files, diagnostics } = await loadApplication(EXAMPLE);
  if (!application) throw new Error(JSON.stringify(diagnostics));
  const hashes: Record<string, string> = {};
  const options = { today: EXAMPLE_DAY, typesetter: await defaultTypesetter(), files };
  for await (const { letterId, pdf } of renderPackets(application, options)) {
    hashes[letterId] = createHash('sha256').update(pdf).digest('hex');
  }
  return hashes;
}
