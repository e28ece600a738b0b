import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildBatch, type BatchApplicant, type BatchOptions, type BatchResult, type BatchSource, type BatchSummary, type PacketOutcome } from '../../../src/node/batch/index.js'; // prettier-ignore
import { applicationSchema } from '../../../src/schema/application.js';
import type { Template } from '../../../src/template/index.js';
import { minimalApplication, minimalYaml } from '../../support/applications.js';

/** The minimal application under another id, with letters of the given ids. */
export function yamlOf(id: string, letters: readonly string[] = ['rivera', 'chen']): string {
  const at = minimalYaml.indexOf('  - id: rivera');
  const letter = minimalYaml.slice(at);
  const all = letters.map((name) => letter.replace('id: rivera', `id: ${name}`));
  return (minimalYaml.slice(0, at) + all.join('')).replace('id: linh-tran', `id: ${id}`);
}

/** The minimal application as data, under another id or none. */
export function handedOver(id?: string): BatchApplicant {
  const input = minimalApplication();
  const { id: _, ...applicant } = input.applicant;
  return { application: applicationSchema.parse({ ...input, applicant: { ...applicant, ...(id === undefined ? {} : { id }) } }) }; // prettier-ignore
}

/** A template of one line: these tests are not about what is in a packet. */
export const TINY: Template = {
  manifest: { name: 'tiny', contract: 1, sections: [{ partial: 'brief' }] },
  files: {
    'packet.md.hbs': '{{> sections}}',
    'partials/brief.md.hbs': '# For {{writer.name}}, from {{applicant.name}}',
  },
};

/** Everything that a batch yields, taken apart. */
export interface Built {
  readonly results: readonly BatchResult[];
  readonly packets: readonly PacketOutcome[];
  readonly summary: BatchSummary;
}

/** Runs a batch to its end, in this thread unless told otherwise. */
export async function built(source: BatchSource, options: Partial<BatchOptions> & { outDir: string }): Promise<Built> {
  const results: BatchResult[] = [];
  for await (const result of buildBatch(source, { today: '2026-07-06', jobs: 0, template: TINY, ...options }))
    results.push(result);
  const summary = results.at(-1);
  if (summary?.kind !== 'summary') throw new Error('no summary');
  return { results, packets: results.filter((result) => result.kind === 'packet'), summary };
}

/** What became of each packet: `linh-tran/rivera made new`. */
export function outcomes({ packets }: Built): string[] {
  return packets
    .map(({ applicantId, letterId, status, reasons }) => [`${applicantId}/${letterId}`, status, ...reasons].join(' '))
    .sort();
}

/** Every file of a folder by its path, hidden ones included. */
export function filesIn(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = names.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
  return new Map(paths.sort().map((name) => [name, readFileSync(path.join(folder, name))]));
}
