import { briefWriter } from '../src/brief/index.js';
import { parseDocument } from '../src/document/index.js';
import type { Block, EntryLine, Inline } from '../src/document/types.js';
import { loadApplication } from '../src/node/index.js';
import { planLetters } from '../src/plan/index.js';
import type { Application } from '../src/schema/application.js';
import { BUILTIN_TEMPLATES } from '../src/template/builtin.generated.js';
import { composeMarkdown, type Template } from '../src/template/index.js';
import { prepareTemplate } from '../src/template/prepare-template.js';
import { latinOnly, lengthened, packetOf } from './variant.mjs';

/** The day of issue of every packet. */
export const TODAY = '2026-07-06';
/** The letter whose packet the command makes in cold starts. */
export const LETTER = 'ostrander-internal-medicine';
/** These parts of the built-in template fill nine pages: headings, running text, lists, tables, facts and entries. */
const SECTIONS = ['brief', 'request-letter', 'our-work', 'destination', 'record', 'statement', 'dates'];
/** The peers get the same page, size and leading; a side column is left out because most cannot set one. */
const THEME = {
  page: { margins: { top: 56, right: 54, bottom: 50, left: 54 } },
  text: { size: 10, leading: 13 },
};

/** Text of one look. `\n` in it is a line break. */
export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly href?: string;
}

/** What peers set: the document tree with its inlines as runs and without what only a tagged file needs. */
export type Content =
  | { readonly type: 'heading'; readonly level: number; readonly runs: readonly Run[] }
  | { readonly type: 'paragraph'; readonly variant: 'body' | 'lead' | 'small' | 'muted'; readonly runs: readonly Run[] }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly Content[])[];
    }
  | {
      readonly type: 'table';
      readonly header: readonly (readonly Run[])[];
      readonly rows: readonly (readonly (readonly Run[])[])[];
    }
  | {
      readonly type: 'facts';
      readonly items: readonly { readonly label: readonly Run[]; readonly value: readonly Run[] }[];
    }
  | { readonly type: 'callout'; readonly children: readonly Content[] }
  | {
      readonly type: 'entry';
      readonly head: readonly { readonly left: readonly Run[]; readonly right: readonly Run[] }[];
      readonly children: readonly Content[];
    }
  | { readonly type: 'pagebreak' };

/** One document as files of the peers hold it. */
export interface PeerDocument {
  readonly title: string;
  readonly header: { readonly left: string; readonly right: string };
  readonly footer: string;
  readonly content: readonly Content[];
}

/** What our own contestant is given; it makes the variants itself. */
export interface OwnInput {
  readonly application: Application;
  /** Letters of each applicant, in turn. */
  readonly letters: readonly string[];
  readonly today: string;
  readonly template: Template;
}

function runsOf(inlines: readonly Inline[], look: Omit<Run, 'text'> = {}): Run[] {
  return inlines.flatMap((inline): Run[] => {
    switch (inline.type) {
      case 'text':
      case 'code':
        return [{ ...look, text: inline.value }];
      case 'break':
        return [{ ...look, text: '\n' }];
      case 'strong':
        return runsOf(inline.children, { ...look, bold: true });
      case 'emphasis':
        return runsOf(inline.children, { ...look, italic: true });
      case 'link':
        return runsOf(inline.children, { ...look, href: inline.href });
    }
  });
}

const headOf = ({ left, right }: EntryLine) => ({ left: runsOf(left), right: runsOf(right) });

/** A block that was added to documents must be taught to the bench: the types say so. */
function unknownBlock(block: never): never {
  throw new Error(`the bench does not know ${JSON.stringify(block)}`);
}

function contentOf(blocks: readonly Block[]): Content[] {
  return blocks.flatMap((block): Content[] => {
    switch (block.type) {
      case 'section':
        return [...(block.start === 'page' ? [{ type: 'pagebreak' } as const] : []), ...contentOf(block.children)];
      case 'heading':
        return [{ type: 'heading', level: block.level, runs: runsOf(block.children) }];
      case 'paragraph':
        return [{ type: 'paragraph', variant: block.variant ?? 'body', runs: runsOf(block.children) }];
      case 'list': {
        const items = block.items.map((item) => contentOf(item.children));
        return [{ type: 'list', ordered: block.ordered, start: block.start, items }];
      }
      case 'table': {
        const cells = (row: readonly { readonly children: readonly Inline[] }[]) =>
          row.map(({ children }) => runsOf(children));
        return [{ type: 'table', header: cells(block.header), rows: block.rows.map(cells) }];
      }
      case 'facts': {
        const items = block.items.map(({ label, value }) => ({ label: runsOf(label), value: runsOf(value) }));
        return [{ type: 'facts', items }];
      }
      case 'callout':
        return [{ type: 'callout', children: contentOf(block.children) }];
      case 'entry':
        return [{ type: 'entry', head: block.head.map(headOf), children: contentOf(block.children) }];
      case 'keep':
      case 'quote':
        return contentOf(block.children);
      // Set in full where it stands, as on a page with room.
      case 'detail':
        return [...(block.heading ? contentOf([block.heading]) : []), ...contentOf(block.full)];
      case 'columns':
        return block.columns.flatMap(contentOf);
      case 'pagebreak':
        return [{ type: 'pagebreak' }];
      // A QR code or chart that our packets draw is left out of the peers'.
      case 'figure':
      case 'rule':
        return [];
      default:
        return unknownBlock(block);
    }
  });
}

function builtinTemplate(): Template {
  const classic = BUILTIN_TEMPLATES['classic'];
  if (!classic) throw new Error('no built-in template "classic"');
  return classic;
}

/** The parts of the built-in template that the bench sets. */
function benchTemplate(): Template {
  const classic = builtinTemplate();
  const sections = [{ partial: 'nine-pages', start: 'flow' as const }];
  const ninePages = SECTIONS.map((partial) => `{{> ${partial}}}`).join('\n\n');
  const { name, contract } = classic.manifest;
  return {
    manifest: { name, contract, sections, theme: THEME },
    files: { ...classic.files, 'partials/nine-pages.md.hbs': ninePages },
  };
}

/**
 * What the example says, prepared for our own contestant.
 *
 * @param copies how many times the text of nine pages a document has
 * @param strangers true when each packet is of another applicant, false for a batch: four letters of each
 */
export async function ownInput(folder: string, { copies = 1, strangers = false } = {}): Promise<OwnInput> {
  const { application, diagnostics } = await loadApplication(folder);
  if (!application) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return {
    application: lengthened(latinOnly(application), copies),
    letters: strangers ? [LETTER] : application.letters.map(({ id }) => id),
    today: TODAY,
    template: benchTemplate(),
  };
}

/** The document of one packet, for the peers: the very words that ours has. */
export function peerDocument(input: OwnInput, index: number): PeerDocument {
  const { application, letter } = packetOf(input, index);
  return documentOf(application, letter, input.template);
}

/** The document that the command makes of the example with the built-in template. */
export async function exampleDocument(folder: string): Promise<PeerDocument> {
  const { application } = await ownInput(folder);
  return documentOf(application, LETTER, builtinTemplate());
}

function documentOf(application: Application, letter: string, template: Template): PeerDocument {
  const plan = planLetters(application, { today: TODAY });
  const planned = plan.letters.find((candidate) => candidate.letter.id === letter);
  if (!planned) throw new Error(`the example has no letter "${letter}"`);
  const brief = briefWriter(application, plan, planned);
  const { markdown, slots } = composeMarkdown(prepareTemplate(template), brief);
  return {
    title: brief.title,
    header: { left: `${brief.applicant.name} · ${brief.request.forWhat}`, right: `Due ${brief.request.target.text}` },
    footer: `Confidential briefing for ${brief.writer.name}`,
    content: contentOf(parseDocument(markdown, slots).tree.children),
  };
}
