import { readdirSync } from 'node:fs';
import { ATTACHABLE, briefWriter } from '../../src/brief/index.js';
import { parseDocument } from '../../src/document/index.js';
import { defaultTypesetter, loadApplication, platformDeflate } from '../../src/node/index.js';
import { type Packet, renderPackets } from '../../src/packet.js';
import { planLetters } from '../../src/plan/index.js';
import type { Application } from '../../src/schema/application.js';
import { BUILTIN_TEMPLATES } from '../../src/template/builtin.generated.js';
import { composeMarkdown } from '../../src/template/index.js';
import { prepareTemplate } from '../../src/template/prepare-template.js';
import type { Expectation } from './problem.js';

/** A packet of the gate. */
export interface GatePacket extends Expectation {
  /** `applicant.letter.template.paper`, plus `attached`. */
  readonly name: string;
  readonly pdf: Uint8Array;
}

const EXAMPLE = 'examples/img-internal-medicine';
const FIXTURES = 'test/fixtures/applicants';
/** Names of what `attach` adds. */
const ATTACHED = ['brief.json', 'personal-statement.md'];
const PAPERS = ['letter', 'a4'] as const;

/** The example first, then every fixture applicant. */
function applicants(): { readonly name: string; readonly folder: string }[] {
  const names = readdirSync(FIXTURES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const fixtures = names.map(({ name }) => ({ name, folder: `${FIXTURES}/${name}` }));
  return [{ name: 'example', folder: EXAMPLE }, ...fixtures.sort((a, b) => (a.name < b.name ? -1 : 1))];
}

async function load(folder: string): Promise<{ data: Application; files: Readonly<Record<string, Uint8Array>> }> {
  const loaded = await loadApplication(folder);
  if (!loaded.application) throw new Error(`${folder}: ${JSON.stringify(loaded.diagnostics)}`);
  return { data: loaded.application, files: loaded.files };
}

/**
 * Every letter of every applicant in every built-in template: on both papers for the example and in the first template,
 * on one and the other by turns elsewhere; and in the first template with everything attached.
 */
export async function* gatePackets(): AsyncGenerator<GatePacket> {
  const typesetter = await defaultTypesetter();
  const fallback = BUILTIN_TEMPLATES['classic']!;
  const templates = Object.entries(BUILTIN_TEMPLATES).map(
    ([name, template]) => [name, prepareTemplate(template, { fallback })] as const,
  );
  for (const { name: applicant, folder } of applicants()) {
    const { data, files } = await load(folder);
    const today = data.season === 2026 ? '2025-07-07' : '2026-07-06';
    const plan = planLetters(data, { today });
    const briefs = new Map(plan.letters.map((planned) => [planned.letter.id, briefWriter(data, plan, planned)]));
    for (const [templateName, template] of templates) {
      const trees = new Map(
        plan.letters.map((planned) => {
          const composed = composeMarkdown(template, briefs.get(planned.letter.id)!);
          const punctuation = template.theme.text.smartQuotes ? { punctuation: template.manifest.lang } : {};
          const { tree } = parseDocument(composed.markdown, composed.slots, {
            origins: composed.origins,
            ...punctuation,
          });
          return [planned.letter.id, tree] as const;
        }),
      );
      const isFirst = templateName === templates[0]![0];
      const ids = plan.letters.map(({ letter }) => letter.id);
      for (const [turn, size] of PAPERS.entries()) {
        const all = isFirst || folder === EXAMPLE;
        const letters = all ? ids : ids.filter((_, index) => index % PAPERS.length === turn);
        const theme = { page: { size } };
        const options = { today, typesetter, template, letters, files, deflate: platformDeflate, theme };
        for await (const packet of renderPackets(data, options)) {
          const name = `${applicant}.${packet.letterId}.${templateName}.${size}`;
          yield { name, ...expectation(packet, trees, []), pdf: packet.pdf };
        }
      }
      // Attachments do not depend on the template.
      if (!isFirst) continue;
      const options = { today, typesetter, template, files, deflate: platformDeflate, attach: ATTACHABLE };
      for await (const packet of renderPackets(data, options)) {
        const name = `${applicant}.${packet.letterId}.${templateName}.attached`;
        const attached = briefs.get(packet.letterId)?.statement ? ATTACHED : ATTACHED.slice(0, 1);
        yield { name, ...expectation(packet, trees, attached), pdf: packet.pdf };
      }
    }
  }
}

function expectation(
  packet: Packet,
  trees: ReadonlyMap<string, Expectation['tree']>,
  attachments: readonly string[],
): Expectation {
  return { conformance: packet.conformance, tree: trees.get(packet.letterId)!, attachments };
}
