import { ATTACHABLE, type AppendixResult, briefWriter } from '../../src/brief/index.js';
import { parseDocument } from '../../src/document/index.js';
import type { DocumentTree } from '../../src/document/types.js';
import { defaultTypesetter, platformDeflate } from '../../src/node/index.js';
import { renderPacket } from '../../src/packet.js';
import type { Brief } from '../../src/schema/brief.js';
import { BUILTIN_TEMPLATES } from '../../src/template/builtin.generated.js';
import { composeMarkdown, type PreparedTemplate } from '../../src/template/index.js';
import { prepareTemplate } from '../../src/template/prepare-template.js';
import type { FontTypesetter } from '../../src/text/index.js';
import {
  gateApplicants,
  type GateApplicant,
  withBareAppendices,
  withPhoto,
  withSoundAppendices,
} from './gate-applicants.js';
import type { Expectation } from './problem.js';

/** A packet of the gate. */
export interface GatePacket extends Expectation {
  /** `applicant.letter.template.paper`, plus what is special about it. */
  readonly name: string;
  readonly pdf: Uint8Array;
}

/** Names of what `attach` adds. */
const ATTACHED = ['brief.json', 'personal-statement.md'];
const PAPERS = ['letter', 'a4'] as const;
type Paper = (typeof PAPERS)[number];
/** The applicant whose first letter has a photo or appendices in further packets. */
const SPECIAL = 'us-senior';
/** The template of packets that do not depend on one. */
const PLAIN = 'classic';

/** What a packet is made of, and what is expected of it beyond the usual. */
interface Order {
  readonly applicant: GateApplicant;
  readonly letter: string;
  readonly template: string;
  readonly paper: Paper;
  /** After the name: what is special about the packet. */
  readonly mark?: string;
  readonly attached?: boolean;
  readonly results?: readonly AppendixResult[];
  readonly expected?: Partial<Expectation>;
}

/** The facts that a packet must be made from. */
function briefOf({ applicant: { data, plan }, letter, results = [] }: Order): Brief {
  return briefWriter(
    data,
    plan,
    plan.letters.find((one) => one.letter.id === letter)!,
    [...results],
  );
}

function treeOf(template: PreparedTemplate, brief: Brief): DocumentTree {
  const { markdown, slots, origins } = composeMarkdown(template, brief);
  const punctuation = template.theme.text.smartQuotes ? { punctuation: template.manifest.lang } : {};
  return parseDocument(markdown, slots, { origins, ...punctuation }).tree;
}

/** Makes packets and says what they must be. */
class GatePress {
  readonly #templates: ReadonlyMap<string, PreparedTemplate>;

  constructor(private readonly typesetter: FontTypesetter) {
    const fallback = BUILTIN_TEMPLATES[PLAIN]!;
    const prepared = Object.entries(BUILTIN_TEMPLATES).map(
      ([name, template]) => [name, prepareTemplate(template, { fallback })] as const,
    );
    this.#templates = new Map(prepared);
  }

  get templates(): string[] {
    return [...this.#templates.keys()];
  }

  async make(order: Order): Promise<GatePacket> {
    const { applicant, letter, template: name, paper, mark, attached = false, expected } = order;
    const { data, files, plan, today } = applicant;
    const template = this.#templates.get(name)!;
    const packet = await renderPacket(data, letter, {
      ...{ plan, today, files, template, typesetter: this.typesetter, deflate: platformDeflate },
      theme: { page: { size: paper } },
      ...(attached ? { attach: ATTACHABLE } : {}),
    });
    const brief = briefOf(order);
    return {
      name: [applicant.name, letter, name, paper, mark].filter((part) => part !== undefined).join('.'),
      conformance: packet.conformance,
      diagnostics: packet.diagnostics.map(({ code }) => code),
      claims: { pdfUa: '1', pdfA: attached ? '3a' : '2a' },
      codes: [],
      appended: [],
      tree: treeOf(template, brief),
      attachments: attached ? (brief.statement ? ATTACHED : ATTACHED.slice(0, 1)) : [],
      ...expected,
      pdf: packet.pdf,
    };
  }
}

/**
 * Every letter of every applicant in every built-in template on both papers; in one template with everything attached;
 * one letter in every template on both papers with a photo, and with appended documents; and one whose appended
 * documents take the standards away.
 */
export async function* gatePackets(): AsyncGenerator<GatePacket> {
  const press = new GatePress(await defaultTypesetter());
  const applicants = await gateApplicants();
  for (const applicant of applicants) {
    for (const { letter } of applicant.plan.letters) {
      for (const template of press.templates) {
        for (const paper of PAPERS) yield press.make({ applicant, letter: letter.id, template, paper });
      }
      const order = { applicant, letter: letter.id, template: PLAIN, paper: 'letter' } as const;
      yield press.make({ ...order, attached: true, mark: 'attached' });
    }
  }
  const special = applicants.find(({ name }) => name === SPECIAL)!;
  const letter = special.data.letters[0]!.id;
  const photographed = withPhoto(special);
  const { applicant, ...appended } = await withSoundAppendices(special);
  for (const template of press.templates) {
    for (const paper of PAPERS) {
      yield press.make({ applicant: photographed, letter, template, paper, mark: 'photo' });
      yield press.make({ applicant, letter, template, paper, ...appended, mark: 'appended' });
    }
  }
  const { applicant: other, ...bare } = await withBareAppendices(special);
  yield press.make({ applicant: other, letter, template: PLAIN, paper: 'letter', ...bare, mark: 'bare' });
}
